package dev.longshore.support;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.text.FactText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Facts as an English user reads them, in UTC, in 2026. */
public final class EnglishText {
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    private EnglishText() {}

    /** The sentence of {@code fact}. */
    public static String say(Fact fact) {
        var texts = new Texts(Locale.ENGLISH);
        var times = new TimeText(NOW, ZoneOffset.UTC, () -> TimeText.ZoneChoice.UTC, texts);
        return new FactText(texts, times).of(fact);
    }

    /** What the user is told of {@code fault}. */
    public static String say(Throwable fault) {
        return fault instanceof FactException known ? say(known.fact()) : String.valueOf(fault.getMessage());
    }

    /** The sentences of {@code facts}, one after the other. */
    public static String say(List<Fact> facts) {
        return facts.stream().map(EnglishText::say).collect(Collectors.joining(" "));
    }
}
