package dev.longshore.text;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Timed;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.MissedSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened while nobody watched, in words. */
public final class MissedSummaryText {
    private static final int NAMED = 5;

    private final Texts texts;
    private final TimeText times;
    private final StatusText statuses;

    /** Sentences out of {@code texts}, times by {@code times}. */
    public MissedSummaryText(Texts texts, TimeText times) {
        this.texts = texts;
        this.times = times;
        statuses = new StatusText(texts);
    }

    /** Why nobody watched, as a heading. */
    public String title(MissedSummary missedSummary) {
        return texts.get(switch (missedSummary.reason()) {
            case CLOSED -> "alerts.missed.closed";
            case ASLEEP -> "alerts.missed.asleep";
            case UNREACHABLE -> "alerts.missed.unreachable";
        });
    }

    /** How much has come of it, in a sentence. */
    public String inShort(MissedSummary missedSummary) {
        return texts.get("alerts.missed.short", missedSummary.changes().size(),
                missedSummary.alerts().size());
    }

    /** All of it, a line for each thing. */
    public String inFull(MissedSummary missedSummary) {
        var changes = missedSummary.changes();
        var lines = Stream.of(
                Stream.of(span(missedSummary)),
                changes.stream().limit(NAMED).flatMap(this::lines),
                more("alerts.missed.more", changes.size() - NAMED),
                alerts(missedSummary.alerts()),
                missedSummary.hasNews() ? Stream.<String>empty()
                        : Stream.of(texts.get("alerts.missed.nothing")),
                more("alerts.missed.unheard", missedSummary.notYetObserved()));
        return lines.flatMap(each -> each).collect(Collectors.joining("\n"));
    }

    private String span(MissedSummary missedSummary) {
        var length = times.duration(Duration.between(missedSummary.from(), missedSummary.to()));
        return texts.get(
                "alerts.missed.span", times.at(missedSummary.from()), times.at(missedSummary.to()),
                length);
    }

    private Stream<String> more(String key, int count) {
        return count > 0 ? Stream.of(texts.get(key, count)) : Stream.empty();
    }

    private Stream<String> lines(MissedSummary.MissedChange missedChange) {
        return Stream.concat(status(missedChange), cleanup(missedChange));
    }

    private Stream<String> status(MissedSummary.MissedChange missedChange) {
        return missedChange.before().status().equals(missedChange.after().status())
                ? Stream.empty()
                : Stream.of(texts.get(
                        "alerts.missed.status", missedChange.name(), word(missedChange.before()),
                        word(missedChange.after())));
    }

    private String word(LastKnown known) {
        return statuses.word(known.status());
    }

    private Stream<String> cleanup(MissedSummary.MissedChange missedChange) {
        var after = time(missedChange.after().expectedCleanupTime());
        return time(missedChange.before().expectedCleanupTime())
                .filter(before -> !after.equals(Optional.of(before)))
                .flatMap(before -> after.map(now -> texts.get(
                        "alerts.missed.cleanup", missedChange.name(), times.at(now),
                        times.at(before))))
                .stream();
    }

    private static Optional<Instant> time(@Nullable Timed<Instant> timed) {
        return Optional.ofNullable(timed).map(Timed::value);
    }

    private Stream<String> alerts(List<ActiveAlert> alerts) {
        if (alerts.isEmpty()) {
            return Stream.empty();
        }
        var subjects = alerts.stream().map(ActiveAlert::subject).distinct().toList();
        var named = subjects.stream().limit(NAMED).collect(Collectors.joining(", "));
        return Stream.of(texts.get("alerts.missed.alerts", named, Math.max(0, subjects.size() - NAMED)));
    }
}
