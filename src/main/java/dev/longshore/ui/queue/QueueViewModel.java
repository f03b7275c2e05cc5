package dev.longshore.ui.queue;

import dev.longshore.model.Action;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.Status;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.queue.Lane.Berth;
import dev.longshore.ui.text.ConnectionText;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The lanes of all databases into which something imports or is about to. FX thread only. */
final class QueueViewModel {
    private final ReadOnlyObjectWrapper<List<Lane>> lanes = new ReadOnlyObjectWrapper<>(this, "lanes", List.of());
    private final Ui ui;
    private final Feed feed;
    private final MigrationText text;

    QueueViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        text = new MigrationText(ui.texts(), ui.times());
        feed.shownProperty().subscribe(this::show);
    }

    ReadOnlyObjectProperty<List<Lane>> lanesProperty() {
        return lanes.getReadOnlyProperty();
    }

    private void show(Snapshot snapshot) {
        lanes.set(snapshot.migrations().stream()
                .collect(Collectors.groupingBy(QueueViewModel::key, LinkedHashMap::new, Collectors.toList()))
                .values().stream()
                .map(this::lane)
                .filter(lane -> !lane.importing().isEmpty() || !lane.waiting().isEmpty())
                .toList());
    }

    private static Lane.Key key(WatchedMigration migration) {
        return new Lane.Key(migration.key().connection(), migration.key().ref().database());
    }

    private Lane lane(List<WatchedMigration> migrations) {
        var one = migrations.getFirst();
        var place = Stream.of(new ConnectionText(ui.texts()).named(one.connection()), text.place(one))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new Lane(
                key(one), text.database(one), place, berths(migrations, Phase::occupiesTheDatabase, this::importing),
                berths(migrations, QueueViewModel::waits, this::waiting));
    }

    private static List<Berth> berths(
            List<WatchedMigration> migrations,
            Predicate<Phase> phase,
            BiFunction<WatchedMigration, Status, Berth> berth) {
        return migrations.stream()
                .flatMap(each -> status(each).filter(status -> status.phase().filter(phase).isPresent())
                        .map(status -> berth.apply(each, status)).stream())
                .toList();
    }

    private static Optional<Status> status(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).map(LastKnown::status);
    }

    private static boolean waits(Phase phase) {
        return switch (phase) {
            case RECEIVING_FILES, FAILED -> true;
            case INITIALIZING, STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, ABORTED, CLEANING_UP_FILES,
                    CLOSED ->
                false;
        };
    }

    private Berth importing(WatchedMigration migration, Status status) {
        var eta = text.eta(migration, feed.nowProperty().get());
        var said = Stream.of(text.progressText(migration), eta.isEmpty() ? "" : ui.texts().get("queue.eta", eta))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new Berth(migration.key(), migration.name(), status, said, false);
    }

    private Berth waiting(WatchedMigration migration, Status status) {
        return switch (migration.ruling(Action.LAUNCH)) {
            case Ruling.Allowed _ -> new Berth(
                    migration.key(), migration.name(), status, ui.texts().get("queue.next"), true);
            case Ruling.Forbidden forbidden -> new Berth(
                    migration.key(), migration.name(), status, forbidden.why(), false);
        };
    }
}
