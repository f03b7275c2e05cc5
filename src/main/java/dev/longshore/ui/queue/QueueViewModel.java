package dev.longshore.ui.queue;

import dev.longshore.model.Action;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.Status;
import dev.longshore.ui.Feed;
import dev.longshore.ui.PerMigration;
import dev.longshore.ui.Ui;
import dev.longshore.ui.queue.Lane.Berth;
import dev.longshore.ui.text.ConnectionText;
import dev.longshore.ui.text.MigrationText;
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
    private static final Comparator<Lane> BY_NAME = Comparator.comparing(Lane::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Lane::place).thenComparing(each -> each.key().toString());

    private final ReadOnlyObjectWrapper<List<Lane>> lanes = new ReadOnlyObjectWrapper<>(this, "lanes", List.of());
    private final BooleanProperty onScreen = new SimpleBooleanProperty(this, "onScreen", true);
    private final PerMigration<Moored> moored = new PerMigration<>(this::moor);
    private final Ui ui;
    private final Feed feed;
    private final MigrationText text;

    QueueViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        text = new MigrationText(ui.texts(), ui.times());
        moored.follow(feed, ui.thread(), onScreen, _ -> show());
    }

    /** A migration that has its place in a lane: it occupies the database, or waits. */
    private record Moored(Lane.Key lane, String title, String place, Optional<Berth> importing,
            Optional<Berth> waiting) {
        private boolean isHere() {
            return importing.isPresent() || waiting.isPresent();
        }
    }

    ReadOnlyObjectProperty<List<Lane>> lanesProperty() {
        return lanes.getReadOnlyProperty();
    }

    /** Whether a person sees it; what nobody sees is not kept up to date. */
    BooleanProperty onScreenProperty() {
        return onScreen;
    }

    private void show() {
        lanes.set(moored.all()
                .filter(Moored::isHere)
                .collect(Collectors.groupingBy(Moored::lane))
                .values().stream()
                .map(QueueViewModel::lane)
                .sorted(BY_NAME)
                .toList());
    }

    private static Lane lane(List<Moored> moored) {
        var one = moored.getFirst();
        return new Lane(
                one.lane(), one.title(), one.place(),
                moored.stream().flatMap(each -> each.importing().stream()).toList(),
                moored.stream().flatMap(each -> each.waiting().stream()).toList());
    }

    private Moored moor(WatchedMigration migration) {
        var place = Stream.of(new ConnectionText(ui.texts()).named(migration.connection()), text.place(migration))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new Moored(
                new Lane.Key(migration.key().connection(), migration.key().ref().database()), text.database(migration),
                place, berth(migration, Phase::occupiesTheDatabase, this::importing),
                berth(migration, QueueViewModel::waits, this::waiting));
    }

    private static Optional<Berth> berth(
            WatchedMigration migration, Predicate<Phase> phase, BiFunction<WatchedMigration, Status, Berth> berth) {
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
