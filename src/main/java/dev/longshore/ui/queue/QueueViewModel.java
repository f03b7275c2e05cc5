package dev.longshore.ui.queue;

import dev.longshore.model.Action;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.forecast.DatabaseForecast;
import dev.longshore.model.forecast.DatabaseForecast.DatabaseImport;
import dev.longshore.model.launch.LaunchCandidate;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.model.launch.LaunchQueue.AutoLaunch;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.launch.LaunchQueueRule;
import dev.longshore.model.launch.QueueDecision;
import dev.longshore.text.ConnectionText;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.DerivedPerMigration;
import dev.longshore.ui.feed.DerivedPerMigration.DerivedChanges;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.queue.QueueRow.ApprovalState;
import dev.longshore.ui.queue.QueueRow.QueuePart;
import dev.longshore.ui.queue.QueueRow.RowContent;
import dev.longshore.ui.queue.QueueRow.RowContent.AutoLaunchSwitch;
import dev.longshore.ui.queue.QueueRow.RowContent.DatabaseEnd;
import dev.longshore.ui.queue.QueueRow.RowContent.DatabaseName;
import dev.longshore.ui.queue.QueueRow.RowContent.QueueItem;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** The queues of all databases into which something imports or is about to. FX thread only. */
final class QueueViewModel {
    /** An order that does not depend on what happens in the queues: one stays where the user has seen it. */
    private static final Comparator<DatabaseQueue> BY_NAME = Comparator
            .comparing(DatabaseQueue::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(DatabaseQueue::location).thenComparing(each -> each.database().toString());

    private final ReadOnlyObjectWrapper<List<QueueRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final BooleanProperty onScreen = new SimpleBooleanProperty(this, "onScreen", true);
    private final DerivedPerMigration<QueuedMigration> queuedMigrations = new DerivedPerMigration<>(this::queued);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final Map<DatabaseKey, DatabaseQueue> queues = new HashMap<>();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final MigrationText text;
    private List<LaunchQueue> shownQueues = List.of();

    QueueViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        text = new MigrationText(context.texts(), context.times());
        queuedMigrations.follow(feed, context.thread(), onScreen, this::update);
        feed.filterProperty().addListener((_, _, _) -> {
            queuedMigrations.recompute();
            update(queuedMigrations.takeChanges());
        });
        feed.snapshotProperty().map(Snapshot::queues).when(onScreen).subscribe(this::updateQueues);
        // When a freeze ends and when a queue stopped is said in the chosen zone.
        context.times().zoneProperty().addListener((_, _, _) -> {
            queuedMigrations.recompute();
            update(queuedMigrations.takeChanges());
            update(Set.copyOf(queues.keySet()));
        });
    }

    /**
     * A migration as far as a queue is concerned.
     *
     * @param item its place in the queue, where it has one
     * @param databaseImport what the forecast of its database looks at
     * @param isWanted whether it passes the filter
     * @param next what its queue does next by itself, which may be another as time passes; may be empty
     */
    private record QueuedMigration(DatabaseKey database, DatabaseName name, Optional<QueueItem> item,
            DatabaseImport databaseImport, boolean isWanted, String next) {}

    /** What is shown of one database. */
    private record DatabaseQueue(DatabaseKey database, String title, String location, List<QueueRow> rows) {
        /** @param items in the order in which they are launched */
        private static DatabaseQueue of(DatabaseKey database, DatabaseName name, DatabaseEnd end,
                Optional<AutoLaunchSwitch> autoLaunch, List<QueueItem> items) {
            var contents = new ArrayList<RowContent>();
            contents.add(name);
            contents.add(end);
            autoLaunch.ifPresent(contents::add);
            for (var part : QueuePart.values()) {
                add(contents, part, items.stream().filter(item -> item.part() == part).toList());
            }
            return new DatabaseQueue(database, name.title(), name.location(), rows(database, contents));
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

        private static List<QueueRow> rows(DatabaseKey database, List<RowContent> contents) {
            var last = contents.size() - 1;
            return IntStream.rangeClosed(0, last)
                    .mapToObj(i -> new QueueRow(database, contents.get(i), i == last)).toList();
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
        update(Stream.concat(changes.removed().stream(), changes.added().stream())
                .map(QueuedMigration::database).collect(Collectors.toSet()));
    }

    /** What users have changed of queues is shown at once. */
    private void updateQueues(List<LaunchQueue> next) {
        var changed = Stream.concat(next.stream().filter(each -> !shownQueues.contains(each)),
                shownQueues.stream().filter(each -> !next.contains(each)))
                .map(LaunchQueue::databaseKey).collect(Collectors.toSet());
        shownQueues = List.copyOf(next);
        if (!changed.isEmpty()) {
            update(changed);
        }
    }

    private void update(Set<DatabaseKey> changed) {
        queues.keySet().removeAll(changed);
        queuedMigrations.all().filter(each -> changed.contains(each.database()))
                .collect(Collectors.groupingBy(QueuedMigration::database)).forEach(this::put);
        context.thread().runNextFrame(this::show);
    }

    /** Where nothing is in the queue, there is none; it is shown, whole, where the filter keeps one of its migrations. */
    private void put(DatabaseKey database, List<QueuedMigration> queued) {
        if (queued.stream().anyMatch(each -> each.item().isPresent())
                && queued.stream().anyMatch(QueuedMigration::isWanted)) {
            var now = feed.nowProperty().get();
            var end = DatabaseForecast.of(queued.stream().map(QueuedMigration::databaseImport).toList(), now);
            var queue = queue(database);
            var items = queued.stream().flatMap(each -> each.item().stream())
                    .map(each -> each.with(approval(each, queue)))
                    .sorted(Comparator.comparing(each -> each.key().ref().migration(), queue.order())).toList();
            var waits = items.stream().anyMatch(each -> each.part() == QueuePart.WAITING);
            queues.put(database, DatabaseQueue.of(database, queued.getFirst().name(),
                    new DatabaseEnd(text.databaseEnd(end, now), text.databaseBasis(end)), autoLaunch(queue, waits),
                    items));
        }
    }

    private LaunchQueue queue(DatabaseKey database) {
        return feed.snapshotProperty().get().queue(database);
    }

    private static ApprovalState approval(QueueItem item, LaunchQueue queue) {
        if (item.part() != QueuePart.WAITING || !item.status().is(Phase.RECEIVING_FILES)) {
            return ApprovalState.NOT_OFFERED;
        }
        return queue.approval(item.key().ref().migration()).filter(LaunchQueue.LaunchApproval::isOpen).isPresent()
                ? ApprovalState.APPROVED : ApprovalState.OFFERED;
    }

    /** Offered where something waits, and where it is in use. */
    private Optional<AutoLaunchSwitch> autoLaunch(LaunchQueue queue, boolean waits) {
        return switch (queue.autoLaunch()) {
            case AutoLaunch.AutoLaunchOff _ ->
                waits ? Optional.of(new AutoLaunchSwitch(false, false, "")) : Optional.empty();
            case AutoLaunch.AutoLaunchStopped stopped -> Optional.of(new AutoLaunchSwitch(false, true,
                    context.texts().get("queue.auto.stopped", context.times().at(stopped.at()),
                            context.sentence(stopped.why()))));
            case AutoLaunch.AutoLaunchOn _ -> Optional.of(new AutoLaunchSwitch(true, false, next(queue)));
        };
    }

    private String next(LaunchQueue queue) {
        return queue.isOn() ? next(LaunchQueueRule.decide(queue, candidates(queue))) : "";
    }

    private String next(QueueDecision decision) {
        return switch (decision) {
            case QueueDecision.QueueIdle _,QueueDecision.QueueStops _ -> "";
            case QueueDecision.QueueLaunches(var next) -> context.texts().get("queue.auto.launches", name(next));
            case QueueDecision.QueueWaits(var next, var why) ->
                context.texts().get("queue.auto.waits", name(next), context.sentence(why));
        };
    }

    private String name(MigrationKey key) {
        return feed.migration(key).map(WatchedMigration::name).orElse(key.ref().migration().value());
    }

    private List<LaunchCandidate> candidates(LaunchQueue queue) {
        return feed.snapshotProperty().get().migrations().stream().filter(each -> queue.isOf(each.key()))
                .map(each -> each.launchCandidate(context.clock().instant(), feed.serviceTime(each.key()))).toList();
    }

    /** What became of the last change, where it could not be kept. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Launches the next of a queue when the one before is done, or no more. */
    void switchAutoLaunch(DatabaseKey database, boolean isOn) {
        change(database, new QueueChange.AutoLaunchSwitched(isOn));
    }

    /** Takes back that a migration may be launched when it is its turn. */
    void withdraw(MigrationKey key) {
        change(key.databaseKey(), new QueueChange.ApprovalWithdrawn(key.ref().migration()));
    }

    /** Says why something that was asked for here is not possible. */
    void say(String sentence) {
        note.set(sentence);
    }

    /** Moves one that waits up (negative) or down in its queue. */
    void move(MigrationKey key, int by) {
        var order = waiting(key.databaseKey());
        var place = order.indexOf(key.ref().migration());
        var target = Math.clamp(place + by, 0, order.size() - 1);
        if (place >= 0 && target != place) {
            moveTo(key, order, target);
        }
    }

    /** Moves one that waits to the place of another one of the same queue. */
    void moveTo(MigrationKey key, MigrationKey target) {
        var order = waiting(key.databaseKey());
        var place = order.indexOf(target.ref().migration());
        if (canMoveTo(key, target) && place >= 0) {
            moveTo(key, order, place);
        }
    }

    /** Whether one can take the place of another one. */
    boolean canMoveTo(MigrationKey key, MigrationKey target) {
        return !key.equals(target) && key.databaseKey().equals(target.databaseKey())
                && waiting(key.databaseKey()).contains(key.ref().migration())
                && waiting(key.databaseKey()).contains(target.ref().migration());
    }

    private void moveTo(MigrationKey key, List<MigrationId> order, int place) {
        var next = new ArrayList<>(order);
        next.remove(key.ref().migration());
        next.add(place, key.ref().migration());
        change(key.databaseKey(), new QueueChange.LaunchesReordered(next));
    }

    /** What waits in a queue, in the order in which it is shown. */
    private List<MigrationId> waiting(DatabaseKey database) {
        var shown = queues.get(database);
        return shown == null ? List.of()
                : shown.rows().stream().map(QueueRow::content).filter(QueueItem.class::isInstance)
                        .map(QueueItem.class::cast).filter(each -> each.part() == QueuePart.WAITING)
                        .map(each -> each.key().ref().migration()).toList();
    }

    private void change(DatabaseKey database, QueueChange change) {
        note.set("");
        context.whenDone(context.watch().changeQueue(database, change), trouble -> {
            if (!trouble.isEmpty()) {
                note.set(context.texts().get("queue.notKept", trouble));
            }
        });
    }

    private void show() {
        rows.set(queues.values().stream().sorted(BY_NAME).flatMap(each -> each.rows().stream()).toList());
    }

    private QueuedMigration queued(WatchedMigration migration) {
        var place = Stream
                .of(new ConnectionText(context.texts()).named(migration.connection()), text.location(migration))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        var database = migration.key().databaseKey();
        return new QueuedMigration(database,
                new DatabaseName(text.database(migration), place), item(migration),
                feed.databaseImport(migration), feed.filterProperty().get().test(migration), next(queue(database)));
    }

    private Optional<QueueItem> item(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).map(LastKnown::status)
                .flatMap(status -> status.phase().flatMap(phase -> part(phase))
                        .map(part -> new QueueItem(migration.key(), migration.name(), status,
                                detail(part, migration), part, part == QueuePart.WAITING && isReady(migration),
                                ApprovalState.NOT_OFFERED)));
    }

    private static Optional<QueuePart> part(Phase phase) {
        return switch (phase) {
            case STARTING, IMPORT_IN_PROGRESS, PAUSED -> Optional.of(QueuePart.RUNNING);
            case INITIALIZING, RECEIVING_FILES -> Optional.of(QueuePart.WAITING);
            case FAILED -> Optional.of(QueuePart.DECISION);
            case MIGRATION_DONE, ABORTED, CLEANING_UP_FILES, CLOSED -> Optional.empty();
        };
    }

    /** Whether its upload is complete is known only where the user gave sizes. */
    private boolean isReady(WatchedMigration migration) {
        var plan = feed.uploads().get(migration.key());
        return isReceiving(migration) && migration.ruling(Action.LAUNCH) instanceof Ruling.Allowed
                && (plan == null || plan.doneBytes() >= plan.totalBytes());
    }

    private String detail(QueuePart part, WatchedMigration migration) {
        return switch (part) {
            case RUNNING -> running(migration);
            case WAITING -> isReady(migration) ? context.texts().get("queue.next") : whyItWaits(migration);
            case DECISION -> context.sentence(feed.nextStep(migration).explained());
        };
    }

    private String whyItWaits(WatchedMigration migration) {
        return switch (migration.ruling(Action.LAUNCH)) {
            case Ruling.Denied denied when isReceiving(migration) -> context.sentence(denied.why());
            case Ruling.Denied _,Ruling.Allowed _ -> context.sentence(feed.nextStep(migration).fact());
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
