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
import dev.longshore.ui.feed.DerivedPerMigration.DerivedChanges;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.queue.QueueRow.QueueKey;
import dev.longshore.ui.queue.QueueRow.QueuePart;
import dev.longshore.ui.queue.QueueRow.RowContent;
import dev.longshore.ui.queue.QueueRow.RowContent.QueueItem;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The queues of all databases into which something imports or is about to. FX thread only. */
final class QueueViewModel {
    /** An order that does not depend on what happens in the queues: one stays where the user has seen it. */
    private static final Comparator<DatabaseQueue> BY_NAME = Comparator
            .comparing(DatabaseQueue::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(DatabaseQueue::location).thenComparing(each -> each.queueKey().toString());

    private final ReadOnlyObjectWrapper<List<QueueRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final BooleanProperty onScreen = new SimpleBooleanProperty(this, "onScreen", true);
    private final DerivedPerMigration<QueuedMigration> queuedMigrations = new DerivedPerMigration<>(this::queued);
    private final Map<QueueKey, DatabaseQueue> queues = new HashMap<>();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final MigrationText text;

    QueueViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        text = new MigrationText(context.texts(), context.times());
        queuedMigrations.follow(feed, context.thread(), onScreen, this::update);
    }

    /** A migration that has its place in a queue: it occupies the database, or waits; or has none. */
    private record QueuedMigration(QueueKey queueKey, String title, String location, Optional<QueueItem> importing,
            Optional<QueueItem> waiting) {
        private boolean isQueued() {
            return importing.isPresent() || waiting.isPresent();
        }
    }

    /** What is shown of one database. */
    private record DatabaseQueue(QueueKey queueKey, String title, String location, List<QueueRow> rows) {
        private static DatabaseQueue of(QueueKey queueKey, List<QueuedMigration> queued) {
            var one = queued.getFirst();
            var contents = new ArrayList<RowContent>();
            contents.add(new RowContent.DatabaseName(one.title(), one.location()));
            add(contents, QueuePart.IMPORTING, queued, QueuedMigration::importing);
            add(contents, QueuePart.WAITING, queued, QueuedMigration::waiting);
            return new DatabaseQueue(queueKey, one.title(), one.location(), rows(queueKey, contents));
        }

        private static void add(List<RowContent> contents, QueuePart part, List<QueuedMigration> queued,
                Function<QueuedMigration, Optional<QueueItem>> item) {
            contents.add(new RowContent.PartName(part));
            var before = contents.size();
            queued.forEach(each -> item.apply(each).ifPresent(contents::add));
            if (contents.size() == before) {
                contents.add(new RowContent.NothingIn(part));
            }
        }

        private static List<QueueRow> rows(QueueKey queueKey, List<RowContent> contents) {
            var last = contents.size() - 1;
            return IntStream.rangeClosed(0, last)
                    .mapToObj(i -> new QueueRow(queueKey, contents.get(i), i == last)).toList();
        }
    }

    /** The rows of all queues, one queue after the other. */
    ReadOnlyObjectProperty<List<QueueRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Whether the user sees it; what nobody sees is not kept up to date. */
    BooleanProperty onScreenProperty() {
        return onScreen;
    }

    /** Only the queues in which something has changed are made anew; what is shown follows a frame later. */
    private void update(DerivedChanges<QueuedMigration> changes) {
        var changed = Stream.concat(changes.removed().stream(), changes.added().stream())
                .map(QueuedMigration::queueKey).collect(Collectors.toSet());
        queues.keySet().removeAll(changed);
        queuedMigrations.all().filter(each -> each.isQueued() && changed.contains(each.queueKey()))
                .collect(Collectors.groupingBy(QueuedMigration::queueKey))
                .forEach((queueKey, queued) -> queues.put(queueKey, DatabaseQueue.of(queueKey, queued)));
        context.thread().runNextFrame(this::show);
    }

    private void show() {
        rows.set(queues.values().stream().sorted(BY_NAME).flatMap(each -> each.rows().stream()).toList());
    }

    private QueuedMigration queued(WatchedMigration migration) {
        var place = Stream
                .of(new ConnectionText(context.texts()).named(migration.connection()), text.location(migration))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new QueuedMigration(
                new QueueKey(migration.key().connection(), migration.key().ref().database()),
                text.database(migration),
                place, item(migration, Phase::occupiesTheDatabase, this::importing),
                item(migration, QueueViewModel::waits, this::waiting));
    }

    private static Optional<QueueItem> item(WatchedMigration migration, Predicate<Phase> phase,
            BiFunction<WatchedMigration, Status, QueueItem> item) {
        return Optional.ofNullable(migration.lastKnown()).map(LastKnown::status)
                .filter(status -> status.phase().filter(phase).isPresent())
                .map(status -> item.apply(migration, status));
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
