package dev.longshore.text;

import dev.longshore.model.Status;
import dev.longshore.model.fact.CommonFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Facts as sentences. The sentence of a kind is the text under {@code text.fact.} and its key; each figure is worded by
 * what it is: instants with their zone, distances from now, durations in two units, statuses and enum constants by their
 * word.
 */
public final class FactText {
    private final Texts texts;
    private final TimeText times;

    /** Sentences out of {@code texts}, times by {@code times}. */
    public FactText(Texts texts, TimeText times) {
        this.texts = texts;
        this.times = times;
    }

    /** Sentences in English, times in UTC: for the journal, the support bundle and whoever reads them with other tools. */
    public static FactText english(InstantSource clock) {
        var texts = new Texts(Locale.ENGLISH);
        return new FactText(texts, new TimeText(clock, ZoneOffset.UTC, () -> TimeText.ZoneChoice.UTC, texts));
    }

    /** The sentence, or the sentences, of {@code fact}. */
    public String of(Fact fact) {
        return switch (fact.kind()) {
            case CommonFact.RECORDED -> fact.figures().getFirst().toString();
            case CommonFact.SENTENCES ->
                fact.figures().stream().map(each -> word(each).toString()).collect(Collectors.joining(" "));
            default -> texts.get("text.fact." + fact.kind().key(), fact.figures().stream().map(this::word).toArray());
        };
    }

    private Object word(Object figure) {
        return switch (figure) {
            case Fact fact -> of(fact);
            case Instant time -> times.at(time);
            case Distance distance -> times.distance(distance.to());
            case Duration length -> times.duration(length);
            case Status status -> status(status);
            case Enum<?> constant ->
                texts.get("text.word." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
            default -> figure;
        };
    }

    /** The friendly word with the service's own behind it, as it stands within a sentence. */
    private String status(Status status) {
        return switch (status) {
            case Status.KnownStatus(var phase, var raw) ->
                texts.get("text.word.status", texts.get("text.word.Phase." + phase.name()), raw);
            case Status.UnknownStatus(var raw) when raw.isBlank() -> texts.get("text.word.status.empty");
            case Status.UnknownStatus(var raw) -> texts.get("text.word.status.unknown", raw);
        };
    }
}
