package dev.longshore.ui.queue;

import dev.longshore.model.Action;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.Status;
import dev.longshore.text.ConnectionText;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.DerivedPerMigration;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.queue.DatabaseQueue.QueueItem;
import dev.longshore.watch.WatchedMigration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The lanes of all databases into which something imports or is about to. FX thread only. */
final class QueueViewModel {
    /** An order that does not depend on what happens in the lanes: a lane stays where a person has seen it. */
    private static final Comparator<DatabaseQueue> BY_NAME = Comparator
            .comparing(DatabaseQueue::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(DatabaseQueue::location).thenComparing(each -> each.queueKey().toString());

    private final ReadOnlyObjectWrapper<List<DatabaseQueue>> queues = new ReadOnlyObjectWrapper<>(this, "lanes",
            List.of());
    private final BooleanProperty onScreen = new SimpleBooleanProperty(this, "onScreen", true);
    private final DerivedPerMigration<QueuedMigration> queuedMigrations = new DerivedPerMigration<>(this::queued);
    private final UiContext context;
    private final SnapshotFeed feed;
    private final MigrationText text;

    QueueViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        text = new MigrationText(context.texts(), context.times());
        queuedMigrations.follow(feed, context.thread(), onScreen, _ -> show());
    }

    /** A migration that has its place in a lane: it occupies the database, or waits. */
    private record QueuedMigration(DatabaseQueue.QueueKey queueKey, String title, String location,
            Optional<QueueItem> importing,
            Optional<QueueItem> waiting) {
        private boolean isQueued() {
            return importing.isPresent() || waiting.isPresent();
        }
    }

    ReadOnlyObjectProperty<List<DatabaseQueue>> queuesProperty() {
        return queues.getReadOnlyProperty();
    }

    /** Whether a person sees it; what nobody sees is not kept up to date. */
    BooleanProperty onScreenProperty() {
        return onScreen;
    }

    private void show() {
        queues.set(queuedMigrations.all()
                .filter(QueuedMigration::isQueued)
                .collect(Collectors.groupingBy(QueuedMigration::queueKey))
                .values().stream()
                .map(QueueViewModel::queue)
                .sorted(BY_NAME)
                .toList());
    }

    private static DatabaseQueue queue(List<QueuedMigration> moored) {
        var one = moored.getFirst();
        return new DatabaseQueue(
                one.queueKey(), one.title(), one.location(),
                moored.stream().flatMap(each -> each.importing().stream()).toList(),
                moored.stream().flatMap(each -> each.waiting().stream()).toList());
    }

    private QueuedMigration queued(WatchedMigration migration) {
        var place = Stream
                .of(new ConnectionText(context.texts()).named(migration.connection()), text.location(migration))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new QueuedMigration(
                new DatabaseQueue.QueueKey(migration.key().connection(), migration.key().ref().database()),
                text.database(migration),
                place, item(migration, Phase::occupiesTheDatabase, this::importing),
                item(migration, QueueViewModel::waits, this::waiting));
    }

    private static Optional<QueueItem> item(
            WatchedMigration migration, Predicate<Phase> phase, BiFunction<WatchedMigration, Status, QueueItem> berth) {
        return Optional.ofNullable(migration.lastKnown()).map(LastKnown::status)
                .filter(status -> status.phase().filter(phase).isPresent())
                .map(status -> berth.apply(migration, status));
    }

    private static boolean waits(Phase phase) {
        return switch (phase) {
            case RECEIVING_FILES, FAILED -> true;
            case INITIALIZING, STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, ABORTED, CLEANING_UP_FILES,
                    CLOSED ->
                false;
        };
    }

    private QueueItem importing(WatchedMigration migration, Status status) {
        var eta = text.eta(migration, feed.nowProperty().get());
        var said = Stream.of(text.progressText(migration), eta.isEmpty() ? "" : context.texts().get("queue.eta", eta))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new QueueItem(migration.key(), migration.name(), status, said, false);
    }

    private QueueItem waiting(WatchedMigration migration, Status status) {
        return switch (migration.ruling(Action.LAUNCH)) {
            case Ruling.Allowed _ -> new QueueItem(
                    migration.key(), migration.name(), status, context.texts().get("queue.next"), true);
            case Ruling.Denied denied -> new QueueItem(
                    migration.key(), migration.name(), status, context.sentence(denied.why()), false);
        };
    }
}
