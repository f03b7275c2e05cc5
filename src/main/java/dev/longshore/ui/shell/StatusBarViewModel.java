package dev.longshore.ui.shell;

import dev.longshore.ui.Beat;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenPlace;
import dev.longshore.watch.WatchedConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The line at the foot of the window: what is watched, how old it is, and what is wrong. FX thread only. */
final class StatusBarViewModel {
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper tokens = new ReadOnlyStringWrapper(this, "tokens", "");
    private final ReadOnlyStringWrapper tokensReason = new ReadOnlyStringWrapper(this, "tokensReason", "");
    private final Ui ui;
    private final Feed feed;
    private Watched watched = new Watched(0, Optional.empty());

    /**
     * What is asked of all migrations.
     *
     * @param count how many are asked about
     * @param next when the first of them is, in UTC
     */
    private record Watched(int count, Optional<Instant> next) {
        static Watched in(Snapshot snapshot) {
            var count = 0;
            Instant first = null;
            for (var migration : snapshot.migrations()) {
                var next = migration.poll().next();
                if (next != null) {
                    count++;
                    first = first == null || next.isBefore(first) ? next : first;
                }
            }
            return new Watched(count, Optional.ofNullable(first));
        }
    }

    StatusBarViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        feed.nowProperty().subscribe(_ -> Beat.STATUS_BAR.run(ui.thread(), this::write));
        feed.shownProperty().map(shown -> shown.migrations().size()).subscribe(_ -> write());
        feed.shownProperty().map(Snapshot::connections).subscribe(_ -> write());
        feed.shownProperty().map(Snapshot::trouble).subscribe(_ -> write());
    }

    /** What is watched, when it was observed last, when it is next, and how fast the service answers. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What is wrong with journal, connections or token store, or empty. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** That tokens are kept for this session only, or empty. */
    ReadOnlyStringProperty tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    /** Why that is so and what to do about it. */
    ReadOnlyStringProperty tokensReasonProperty() {
        return tokensReason.getReadOnlyProperty();
    }

    private void writeTokens(Snapshot snapshot) {
        var why = connections(snapshot).stream()
                .map(WatchedConnection::token)
                .filter(TokenPlace.SessionOnly.class::isInstance)
                .map(TokenPlace::words)
                .findFirst();
        tokens.set(why.isPresent() ? ui.texts().get("shell.status.tokens") : "");
        tokensReason.set(why.map(each -> ui.texts().get("shell.status.tokens.why", each)).orElse(""));
    }

    private void write() {
        var snapshot = feed.shownProperty().get();
        writeTokens(snapshot);
        var now = feed.nowProperty().get();
        watched = Watched.in(snapshot);
        summary.set(Stream.of(watching(), observed(snapshot, now), next(now), answer(snapshot))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
        trouble.set(Stream.concat(snapshot.trouble().stream(), unwell(snapshot)).collect(Collectors.joining(" · ")));
    }

    private Optional<String> watching() {
        return Optional.of(ui.texts().get("shell.status.watching", watched.count()));
    }

    private Optional<String> observed(Snapshot snapshot, Instant now) {
        return connections(snapshot).stream()
                .map(WatchedConnection::lastAnswerAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(at -> ui.texts().get("shell.status.observed", text(Duration.between(at, now))));
    }

    private Optional<String> next(Instant now) {
        return watched.next()
                .map(at -> at.isAfter(now)
                        ? ui.texts().get("shell.status.next", text(Duration.between(now, at)))
                        : ui.texts().get("shell.status.asking"));
    }

    private Optional<String> answer(Snapshot snapshot) {
        return connections(snapshot).stream()
                .filter(each -> each.answerTime() != null && each.lastAnswerAt() != null)
                .max(Comparator.comparing(WatchedConnection::lastAnswerAt,
                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(WatchedConnection::answerTime)
                .map(took -> ui.texts().get("shell.status.answers", took.toMillis()));
    }

    private Stream<String> unwell(Snapshot snapshot) {
        return connections(snapshot).stream().flatMap(each -> each.health().sentence()
                .map(said -> ui.texts().get("shell.status.unwell", each.connection().name(), said))
                .stream());
    }

    private List<WatchedConnection> connections(Snapshot snapshot) {
        var chosen = feed.connectionProperty().get();
        return snapshot.connections().stream()
                .filter(each -> chosen.isEmpty() || each.connection().id().equals(chosen.get()))
                .toList();
    }

    private String text(Duration duration) {
        return ui.times().duration(duration.isNegative() ? Duration.ZERO : duration);
    }
}
