package dev.longshore.ui.cleanup;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.forecast.UploadPlan;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.control.calendar.EntryIndex;
import dev.longshore.ui.feed.DerivedPerMigration;
import dev.longshore.ui.feed.SnapshotFeed;
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
    private final ReadOnlyObjectWrapper<List<DatabaseChoice>> databases = new ReadOnlyObjectWrapper<>(this, "databases",
            List.of());
    private final ReadOnlyObjectWrapper<List<FreezeWindow>> freezes = new ReadOnlyObjectWrapper<>(this, "freezes",
            List.of());
    private final ReadOnlyObjectWrapper<List<MigrationChoice>> choices = new ReadOnlyObjectWrapper<>(this, "choices",
            List.of());
    private final ReadOnlyObjectWrapper<EntryIndex> entries;
    private final BooleanProperty onScreen = new SimpleBooleanProperty(this, "onScreen", true);
    private final ObjectProperty<DatabaseChoice> database;
    private final DerivedPerMigration<MigrationEntries> entriesPerMigration;
    private final UiContext context;
    private final SnapshotFeed feed;
    private final CalendarEntries calendar;
    private final MigrationText text;

    /** What a migration adds: its database and itself to what can be chosen, and its entries; neither of these where it is filtered out. */
    private record MigrationEntries(DatabaseChoice database, Optional<MigrationChoice> choice,
            List<CleanupEntry> entries) {}

    /** A migration to choose. */
    record MigrationChoice(MigrationKey key, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * What can be chosen.
     *
     * @param id a database, or empty for all
     * @param label what it is called
     */
    record DatabaseChoice(Optional<DatabaseId> id, String label) {
        private boolean isPartOf(DatabaseChoice chosen) {
            return chosen.id.isEmpty() || chosen.isFor(this);
        }

        private boolean includes(MigrationKey migration) {
            return id.isEmpty() || id.get().equals(migration.ref().database());
        }

        private boolean isFor(DatabaseChoice other) {
            return id.equals(other.id);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    CalendarViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        calendar = new CalendarEntries(context, feed);
        text = new MigrationText(context.texts(), context.times());
        entries = new ReadOnlyObjectWrapper<>(this, "entries", EntryIndex.of(List.of(), context.times().zoneId()));
        database = new SimpleObjectProperty<>(this, "database", all());
        entriesPerMigration = new DerivedPerMigration<>(this::entries);
        entriesPerMigration.follow(feed, context.thread(), onScreen, this::show);
        database.addListener((_, _, _) -> showAll());
        feed.throttledProperty().subscribe(_ -> showFreezes());
        database.subscribe(_ -> showFreezes());
        feed.uploads().addListener((MapChangeListener<MigrationKey, UploadPlan>) change -> {
            entriesPerMigration.recompute(change.getKey());
            show(entriesPerMigration.takeChanges());
        });
        context.times().zoneProperty().addListener((_, _, _) -> recompute());
        feed.filterProperty().addListener((_, _, _) -> recompute());
    }

    private MigrationEntries entries(WatchedMigration migration) {
        return feed.filterProperty().get().test(migration)
                ? new MigrationEntries(choice(migration),
                        Optional.of(new MigrationChoice(migration.key(), migration.name())),
                        calendar.of(migration).toList())
                : new MigrationEntries(choice(migration), Optional.empty(), List.of());
    }

    private void recompute() {
        entriesPerMigration.recompute();
        showAll();
    }

    /** Whether a user sees it; what nobody sees is not kept up to date. */
    BooleanProperty onScreenProperty() {
        return onScreen;
    }

    /** All databases that have a migration, after the choice of all of them. */
    ReadOnlyObjectProperty<List<DatabaseChoice>> databasesProperty() {
        return databases.getReadOnlyProperty();
    }

    /** Which database is shown. */
    ObjectProperty<DatabaseChoice> databaseProperty() {
        return database;
    }

    /** What lies in the calendar. */
    ReadOnlyObjectProperty<EntryIndex> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /** The freeze windows of what is shown. */
    ReadOnlyObjectProperty<List<FreezeWindow>> freezesProperty() {
        return freezes.getReadOnlyProperty();
    }

    /** The migrations that are shown, in the order of the list. */
    ReadOnlyObjectProperty<List<MigrationChoice>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    private void showFreezes() {
        var now = keptFreezes().stream().filter(each -> !each.isRemoved()).toList();
        if (!now.equals(freezes.get())) {
            freezes.set(now);
        }
    }

    /** The freeze windows of what is shown; those that were taken away among them. */
    List<FreezeWindow> keptFreezes() {
        return feed.snapshotProperty().get().keptFreezes().stream().filter(this::isOfWhatIsShown).toList();
    }

    private boolean isOfWhatIsShown(FreezeWindow window) {
        return feed.shownProperty().get().migrations().stream()
                .filter(each -> window.scope().includes(each.key().connection(), each.tags()))
                .anyMatch(each -> database.get().includes(each.key()));
    }

    /** The migrations that are shown. */
    List<WatchedMigration> migrations() {
        return feed.shownProperty().get().migrations().stream().filter(each -> choice(each).isPartOf(database.get()))
                .filter(feed.filterProperty().get()).toList();
    }

    private void show(DerivedPerMigration.DerivedChanges<MigrationEntries> derivedChanges) {
        if (!databases(derivedChanges.removed()).equals(databases(derivedChanges.added()))) {
            databases.set(
                    Stream.concat(Stream.of(all()), databases(entriesPerMigration.all().toList()).stream()).toList());
        }
        if (!choices(derivedChanges.removed().stream()).equals(choices(derivedChanges.added().stream()))) {
            showChoices();
        }
        if (databases.get().stream().noneMatch(database.get()::isFor)) {
            database.set(all());
        }
        entries.set(
                entries.get().with(chosen(derivedChanges.removed().stream()), chosen(derivedChanges.added().stream())));
    }

    private static List<DatabaseChoice> databases(List<MigrationEntries> some) {
        return some.stream().map(MigrationEntries::database).distinct().toList();
    }

    private static List<MigrationChoice> choices(Stream<MigrationEntries> some) {
        return some.flatMap(each -> each.choice().stream()).toList();
    }

    private void showChoices() {
        choices.set(choices(entriesPerMigration.all().filter(each -> each.database().isPartOf(database.get()))));
    }

    private void showAll() {
        showChoices();
        entries.set(EntryIndex.of(chosen(entriesPerMigration.all()), context.times().zoneId()));
    }

    private List<CleanupEntry> chosen(Stream<MigrationEntries> some) {
        return some.filter(each -> each.database().isPartOf(database.get()))
                .flatMap(each -> each.entries().stream()).toList();
    }

    private DatabaseChoice all() {
        return new DatabaseChoice(Optional.empty(), context.texts().get("cleanup.database.all"));
    }

    private DatabaseChoice choice(WatchedMigration migration) {
        return new DatabaseChoice(Optional.of(migration.key().ref().database()), text.database(migration));
    }
}
