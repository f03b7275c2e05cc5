package dev.longshore.ui.cleanup;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.UploadPlan;
import dev.longshore.ui.Feed;
import dev.longshore.ui.PerMigration;
import dev.longshore.ui.Ui;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.control.calendar.EntryIndex;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.MapChangeListener;

/**
 * What the calendar shows: the connection that was chosen for the window, and of it all databases or one. FX thread
 * only.
 */
final class CalendarViewModel {
    private final ReadOnlyObjectWrapper<List<Choice>> databases = new ReadOnlyObjectWrapper<>(this, "databases",
            List.of());
    private final ReadOnlyObjectWrapper<EntryIndex> entries;
    private final BooleanProperty onScreen = new SimpleBooleanProperty(this, "onScreen", true);
    private final ObjectProperty<Choice> database;
    private final PerMigration<Said> said;
    private final Ui ui;
    private final Feed feed;
    private final CalendarEntries calendar;
    private final MigrationText text;

    /** What a migration adds: its database to the choice, and its entries. */
    private record Said(Choice database, List<CleanupEntry> entries) {}

    /**
     * What can be chosen.
     *
     * @param id a database, or empty for all
     * @param label what it is called
     */
    record Choice(Optional<DatabaseId> id, String label) {
        private boolean isPartOf(Choice chosen) {
            return chosen.id.isEmpty() || chosen.isFor(this);
        }

        private boolean isFor(Choice other) {
            return id.equals(other.id);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    CalendarViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        calendar = new CalendarEntries(ui, feed);
        text = new MigrationText(ui.texts(), ui.times());
        entries = new ReadOnlyObjectWrapper<>(this, "entries", EntryIndex.of(List.of(), ui.times().zoneId()));
        database = new SimpleObjectProperty<>(this, "database", all());
        said = new PerMigration<>(each -> new Said(choice(each), calendar.of(each).toList()));
        said.follow(feed, ui.thread(), onScreen, this::show);
        database.addListener((_, _, _) -> showAll());
        feed.uploads().addListener((MapChangeListener<MigrationKey, UploadPlan>) change -> {
            said.again(change.getKey());
            show(said.takeChanges());
        });
        ui.times().zoneProperty().addListener((_, _, _) -> {
            said.again();
            showAll();
        });
    }

    /** Whether a person sees it; what nobody sees is not kept up to date. */
    BooleanProperty onScreenProperty() {
        return onScreen;
    }

    /** All databases that have a migration, after the choice of all of them. */
    ReadOnlyObjectProperty<List<Choice>> databasesProperty() {
        return databases.getReadOnlyProperty();
    }

    /** Which database is shown. */
    ObjectProperty<Choice> databaseProperty() {
        return database;
    }

    /** What lies in the calendar. */
    ReadOnlyObjectProperty<EntryIndex> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /** The migrations that are shown. */
    List<WatchedMigration> migrations() {
        return feed.shownProperty().get().migrations().stream().filter(each -> choice(each).isPartOf(database.get()))
                .toList();
    }

    private void show(PerMigration.Changes<Said> changes) {
        if (!databases(changes.gone()).equals(databases(changes.come()))) {
            databases.set(Stream.concat(Stream.of(all()), databases(said.all().toList()).stream()).toList());
        }
        if (databases.get().stream().noneMatch(database.get()::isFor)) {
            database.set(all());
        }
        entries.set(entries.get().with(chosen(changes.gone().stream()), chosen(changes.come().stream())));
    }

    private static List<Choice> databases(List<Said> some) {
        return some.stream().map(Said::database).distinct().toList();
    }

    private void showAll() {
        entries.set(EntryIndex.of(chosen(said.all()), ui.times().zoneId()));
    }

    private List<CleanupEntry> chosen(Stream<Said> some) {
        return some.filter(each -> each.database().isPartOf(database.get()))
                .flatMap(each -> each.entries().stream()).toList();
    }

    private Choice all() {
        return new Choice(Optional.empty(), ui.texts().get("cleanup.database.all"));
    }

    private Choice choice(WatchedMigration migration) {
        return new Choice(Optional.of(migration.key().ref().database()), text.database(migration));
    }
}
