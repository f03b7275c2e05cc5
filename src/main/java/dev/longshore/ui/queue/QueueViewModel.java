package dev.longshore.ui.queue;

import dev.longshore.model.Action;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.forecast.DatabaseForecast;
import dev.longshore.model.forecast.DatabaseForecast.DatabaseImport;
import dev.longshore.text.ConnectionText;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.DerivedPerMigration;
import dev.longshore.ui.feed.DerivedPerMigration.DerivedChanges;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.queue.QueueRow.QueueKey;
import dev.longshore.ui.queue.QueueRow.QueuePart;
import dev.longshore.ui.queue.QueueRow.RowContent;
import dev.longshore.ui.queue.QueueRow.RowContent.DatabaseName;
import dev.longshore.ui.queue.QueueRow.RowContent.QueueItem;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

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
        feed.filterProperty().addListener((_, _, _) -> {
            queuedMigrations.recompute();
            update(queuedMigrations.takeChanges());
        });
    }

    /**
     * A migration as far as a queue is concerned.
     *
     * @param item its place in the queue, where it has one
     * @param databaseImport what the forecast of its database looks at
     * @param isWanted whether it passes the filter
     */
    private record QueuedMigration(QueueKey queueKey, DatabaseName name, Optional<QueueItem> item,
            DatabaseImport databaseImport, boolean isWanted) {}

    /** What is shown of one database. */
    private record DatabaseQueue(QueueKey queueKey, String title, String location, List<QueueRow> rows) {
        private static DatabaseQueue of(QueueKey queueKey, DatabaseName name, List<QueuedMigration> queued) {
            var contents = new ArrayList<RowContent>();
            contents.add(name);
            for (var part : QueuePart.values()) {
                add(contents, part, queued.stream().flatMap(each -> each.item().stream())
                        .filter(item -> item.part() == part).toList());
            }
            return new DatabaseQueue(queueKey, name.title(), name.location(), rows(queueKey, contents));
        }

        /** That nothing runs is worth knowing; other parts are left out where there is nothing in them. */
        private static void add(List<RowContent> contents, QueuePart part, List<QueueItem> items) {
            if (!items.isEmpty() || part == QueuePart.RUNNING) {
                contents.add(new RowContent.PartName(part));
                contents.addAll(items);
            }
            if (items.isEmpty() && part == QueuePart.RUNNING) {
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

    /** True while none is shown because none passes the filter. */
    ObservableValue<Boolean> isEmptyByFilter() {
        return rows.map(shown -> shown.isEmpty()
                && queuedMigrations.all().anyMatch(each -> each.item().isPresent() && !each.isWanted()));
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
        queuedMigrations.all().filter(each -> changed.contains(each.queueKey()))
                .collect(Collectors.groupingBy(QueuedMigration::queueKey)).forEach(this::put);
        context.thread().runNextFrame(this::show);
    }

    /** Where nothing is in the queue, there is none; it is shown, whole, where the filter keeps one of its migrations. */
    private void put(QueueKey queueKey, List<QueuedMigration> queued) {
        if (queued.stream().anyMatch(each -> each.item().isPresent())
                && queued.stream().anyMatch(QueuedMigration::isWanted)) {
            var now = feed.nowProperty().get();
            var end = DatabaseForecast.of(queued.stream().map(QueuedMigration::databaseImport).toList(), now);
            var name = queued.getFirst().name();
            queues.put(queueKey, DatabaseQueue.of(queueKey, new DatabaseName(name.title(), name.location(),
                    text.databaseEnd(end, now), text.basis(end)), queued));
        }
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
                new DatabaseName(text.database(migration), place, "", ""), item(migration),
                feed.databaseImport(migration), feed.filterProperty().get().test(migration));
    }

    private Optional<QueueItem> item(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).map(LastKnown::status)
                .flatMap(status -> status.phase().flatMap(phase -> part(phase, migration))
                        .map(part -> new QueueItem(migration.key(), migration.name(), status,
                                detail(part, migration), part)));
    }

    private Optional<QueuePart> part(Phase phase, WatchedMigration migration) {
        return switch (phase) {
            case STARTING, IMPORT_IN_PROGRESS, PAUSED -> Optional.of(QueuePart.RUNNING);
            case RECEIVING_FILES -> Optional.of(isReady(migration) ? QueuePart.READY : QueuePart.UPLOADING);
            case INITIALIZING -> Optional.of(QueuePart.UPLOADING);
            case FAILED -> Optional.of(QueuePart.DECISION);
            case MIGRATION_DONE, ABORTED, CLEANING_UP_FILES, CLOSED -> Optional.empty();
        };
    }

    /** Whether its upload is complete is known only where the user gave sizes. */
    private boolean isReady(WatchedMigration migration) {
        var plan = feed.uploads().get(migration.key());
        return migration.ruling(Action.LAUNCH) instanceof Ruling.Allowed
                && (plan == null || plan.doneBytes() >= plan.totalBytes());
    }

    private String detail(QueuePart part, WatchedMigration migration) {
        return switch (part) {
            case RUNNING -> running(migration);
            case READY -> context.texts().get("queue.next");
            case UPLOADING -> switch (migration.ruling(Action.LAUNCH)) {
                case Ruling.Denied denied when isReceiving(migration) -> context.sentence(denied.why());
                case Ruling.Denied _,Ruling.Allowed _ -> context.sentence(feed.nextStep(migration).fact());
            };
            case DECISION -> context.sentence(feed.nextStep(migration).explained());
        };
    }

    private static boolean isReceiving(WatchedMigration migration) {
        return migration.situation().phase().filter(Phase.RECEIVING_FILES::equals).isPresent();
    }

    private String running(WatchedMigration migration) {
        var eta = text.eta(migration, feed.nowProperty().get());
        return Stream.of(text.progressText(migration), eta.isEmpty() ? "" : context.texts().get("queue.eta", eta))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
