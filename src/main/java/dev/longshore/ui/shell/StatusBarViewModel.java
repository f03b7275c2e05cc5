package dev.longshore.ui.shell;

import dev.longshore.model.fact.Fact;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.FrameSchedule;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final UiContext context;
    private final Supplier<Optional<Fact>> notice;
    private final SnapshotFeed feed;
    private WatchSummary watchSummary = new WatchSummary(0, Optional.empty());

    /**
     * What is asked of all migrations.
     *
     * @param count how many are asked about
     * @param next when the first of them is, in UTC
     */
    private record WatchSummary(int count, Optional<Instant> next) {
        static WatchSummary in(Snapshot snapshot) {
            var count = 0;
            Instant first = null;
            for (var migration : snapshot.migrations()) {
                var next = migration.poll().next();
                if (next != null) {
                    count++;
                    first = first == null || next.isBefore(first) ? next : first;
                }
            }
            return new WatchSummary(count, Optional.ofNullable(first));
        }
    }

    /**
     * Follows what {@code feed} publishes.
     *
     * @param notice what the user should know of the settings now, or nothing
     */
    StatusBarViewModel(UiContext context, SnapshotFeed feed, Supplier<Optional<Fact>> notice) {
        this.context = context;
        this.notice = notice;
        this.feed = feed;
        feed.nowProperty().subscribe(_ -> FrameSchedule.STATUS_BAR.run(context.thread(), this::write));
        feed.shownProperty().map(shown -> shown.migrations().size()).subscribe(_ -> write());
        feed.shownProperty().map(Snapshot::connections).subscribe(_ -> write());
        feed.shownProperty().map(Snapshot::troubles).subscribe(_ -> write());
    }

    /** What is watched, when it was observed last, when it is next, and how fast the service answers. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What is wrong with journal, connections or settings, or empty. */
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
                .filter(TokenLocation.SessionOnly.class::isInstance)
                .map(TokenLocation::description)
                .map(context::sentence)
                .findFirst();
        tokens.set(why.isPresent() ? context.texts().get("shell.status.tokens") : "");
        tokensReason.set(why.orElse(""));
    }

    private void write() {
        var snapshot = feed.shownProperty().get();
        writeTokens(snapshot);
        var now = feed.nowProperty().get();
        watchSummary = WatchSummary.in(snapshot);
        summary.set(Stream.of(watching(), observed(snapshot, now), next(now), answer(snapshot), colleagues())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
        trouble.set(Stream.of(
                snapshot.troubles().stream().map(context::sentence),
                troubled(snapshot),
                notice.get().stream().map(context::sentence)).flatMap(each -> each)
                .collect(Collectors.joining(" · ")));
    }

    private Optional<String> watching() {
        return Optional.of(context.texts().get("shell.status.watching", watchSummary.count()));
    }

    private Optional<String> observed(Snapshot snapshot, Instant now) {
        return connections(snapshot).stream()
                .map(WatchedConnection::lastAnswerAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(at -> context.texts().get("shell.status.observed", text(Duration.between(at, now))));
    }

    private Optional<String> next(Instant now) {
        return watchSummary.next()
                .map(at -> at.isAfter(now)
                        ? context.texts().get("shell.status.next", text(Duration.between(now, at)))
                        : context.texts().get("shell.status.asking"));
    }

    private Optional<String> answer(Snapshot snapshot) {
        return connections(snapshot).stream()
                .filter(each -> each.answerTime() != null && each.lastAnswerAt() != null)
                .max(Comparator.comparing(WatchedConnection::lastAnswerAt,
                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(WatchedConnection::answerTime)
                .map(took -> context.texts().get("shell.status.answers", took.toMillis()));
    }

    private Optional<String> colleagues() {
        var names = context.watch().colleagues();
        return names.isEmpty() ? Optional.empty()
                : Optional.of(context.texts().get("shell.status.colleagues", String.join(", ", names)));
    }

    private Stream<String> troubled(Snapshot snapshot) {
        return connections(snapshot).stream().flatMap(each -> each.health().fact()
                .map(said -> context.texts().get("shell.status.unwell", each.connection().name(),
                        context.sentence(said)))
                .stream());
    }

    private List<WatchedConnection> connections(Snapshot snapshot) {
        var chosen = feed.connectionProperty().get();
        return snapshot.connections().stream()
                .filter(each -> chosen.isEmpty() || each.connection().id().equals(chosen.get()))
                .toList();
    }

    private String text(Duration duration) {
        return context.times().duration(duration.isNegative() ? Duration.ZERO : duration);
    }
}
