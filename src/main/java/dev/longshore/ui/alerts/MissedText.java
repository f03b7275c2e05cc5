package dev.longshore.ui.alerts;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Observed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.control.StatusLook;
import dev.longshore.watch.Missed;
import dev.longshore.watch.StandingAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened while nobody watched, in words. */
final class MissedText {
    private static final int NAMED = 5;

    private final Ui ui;

    MissedText(Ui ui) {
        this.ui = ui;
    }

    /** Why nobody watched, as a heading. */
    String title(Missed missed) {
        return ui.texts().get(switch (missed.cause()) {
            case CLOSED -> "alerts.missed.closed";
            case ASLEEP -> "alerts.missed.asleep";
            case UNREACHABLE -> "alerts.missed.unreachable";
        });
    }

    /** How much has come of it, in a sentence. */
    String inShort(Missed missed) {
        return ui.texts().get("alerts.missed.short", missed.changes().size(), missed.alerts().size());
    }

    /** All of it, a line for each thing. */
    String inFull(Missed missed) {
        var changes = missed.changes();
        var lines = Stream.of(
                Stream.of(span(missed)),
                changes.stream().limit(NAMED).flatMap(this::lines),
                more("alerts.missed.more", changes.size() - NAMED),
                alerts(missed.alerts()),
                missed.hasNews() ? Stream.<String>empty() : Stream.of(ui.texts().get("alerts.missed.nothing")),
                more("alerts.missed.unheard", missed.unheard()));
        return lines.flatMap(each -> each).collect(Collectors.joining("\n"));
    }

    private String span(Missed missed) {
        var length = ui.times().duration(Duration.between(missed.from(), missed.to()));
        return ui.texts().get(
                "alerts.missed.span", ui.times().at(missed.from()), ui.times().at(missed.to()), length);
    }

    private Stream<String> more(String key, int count) {
        return count > 0 ? Stream.of(ui.texts().get(key, count)) : Stream.empty();
    }

    private Stream<String> lines(Missed.Change change) {
        return Stream.concat(status(change), cleanup(change));
    }

    private Stream<String> status(Missed.Change change) {
        return change.before().status().equals(change.after().status())
                ? Stream.empty()
                : Stream.of(ui.texts().get(
                        "alerts.missed.status", change.name(), word(change.before()), word(change.after())));
    }

    private String word(LastKnown known) {
        return StatusLook.of(known.status(), ui.texts()).word();
    }

    private Stream<String> cleanup(Missed.Change change) {
        var after = time(change.after().expectedCleanupTime());
        return time(change.before().expectedCleanupTime())
                .filter(before -> !after.equals(Optional.of(before)))
                .flatMap(before -> after.map(now -> ui.texts().get(
                        "alerts.missed.cleanup", change.name(), ui.times().at(now), ui.times().at(before))))
                .stream();
    }

    private static Optional<Instant> time(@Nullable Observed<Instant> observed) {
        return Optional.ofNullable(observed).map(Observed::value);
    }

    private Stream<String> alerts(List<StandingAlert> alerts) {
        if (alerts.isEmpty()) {
            return Stream.empty();
        }
        var subjects = alerts.stream().map(StandingAlert::subject).distinct().toList();
        var named = subjects.stream().limit(NAMED).collect(Collectors.joining(", "));
        return Stream.of(ui.texts().get("alerts.missed.alerts", named, Math.max(0, subjects.size() - NAMED)));
    }
}
