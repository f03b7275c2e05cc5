package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.FrameSchedule;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The migrations on the list, which of them are shown, and which are selected. FX thread only. */
public final class MigrationsViewModel {
    /** Which migrations are shown. */
    public enum TableMode {
        /** Those that need a person. */
        NEEDS_ME,
        ALL,
        /** All, one database after the other. */
        BY_DATABASE
    }

    private static final int SHARES = 60;

    /**
     * How many there are.
     *
     * @param needingAttention that need a person now
     * @param all on the list
     * @param inMode that the mode shows
     * @param shown that the quick filter leaves of those
     */
    record RowCounts(int needingAttention, int all, int inMode, int shown) {}

    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<Set<Optional<Phase>>> phases = new SimpleObjectProperty<>(this, "phases", Set.of());
    private final ObjectProperty<Set<String>> tags = new SimpleObjectProperty<>(this, "tags", Set.of());
    private final ReadOnlyObjectWrapper<Set<String>> allTags = new ReadOnlyObjectWrapper<>(this, "allTags", Set.of());
    private final ObjectProperty<TableMode> mode = new SimpleObjectProperty<>(this, "mode", TableMode.ALL);
    private final ReadOnlyObjectWrapper<List<MigrationKey>> selection = new ReadOnlyObjectWrapper<>(this, "selection",
            List.of());
    private final ReadOnlyObjectWrapper<Optional<MigrationKey>> wanted = new ReadOnlyObjectWrapper<>(this, "wanted",
            Optional.empty());
    private final ReadOnlyObjectWrapper<RowCounts> counts = new ReadOnlyObjectWrapper<>(this, "counts",
            new RowCounts(0, 0, 0, 0));
    private final UiContext context;
    private final MigrationRows rows;
    private final VisibleRows shown = new VisibleRows();
    private final IncrementalSorter sorter;
    private final ActionsViewModel actions;
    private @Nullable Comparator<WatchedMigration> order;
    private Runnable alignSelection = () -> {};
    private Optional<MigrationKey> openWhenListed = Optional.empty();
    private boolean changing;
    private long tick;
    private long lastSorted = -FrameSchedule.FROZEN_SECONDS;

    /** Shows what {@code feed} shows. */
    public MigrationsViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        rows = new MigrationRows(new RowFacts(context, feed));
        sorter = new IncrementalSorter(rows, context.thread(), this::show);
        actions = new ActionsViewModel(context, feed);
        feed.shownProperty().subscribe(this::take);
        filter.subscribe(this::applySort);
        phases.subscribe(this::applySort);
        tags.subscribe(this::applySort);
        mode.subscribe(this::applySort);
        feed.secondsProperty().subscribe(seconds -> tick(seconds.longValue()));
    }

    /** What the person typed into the quick filter. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The phases that are shown, empty for a status that is not known or not documented; none for all. */
    ObjectProperty<Set<Optional<Phase>>> phasesProperty() {
        return phases;
    }

    /** The tags of which one is wanted; none for all. */
    ObjectProperty<Set<String>> tagsProperty() {
        return tags;
    }

    /** All tags there are. */
    ReadOnlyObjectProperty<Set<String>> allTagsProperty() {
        return allTags.getReadOnlyProperty();
    }

    /** Whether anything was typed or chosen that hides rows. */
    boolean isFiltered() {
        return !rowFilter().keepsAll();
    }

    /** Hides no row any more because of what was typed or chosen. */
    void clearFilter() {
        filter.set("");
        phases.set(Set.of());
        tags.set(Set.of());
    }

    /** Which migrations are shown. */
    public ObjectProperty<TableMode> modeProperty() {
        return mode;
    }

    /** How many there are, and how many are shown. */
    ReadOnlyObjectProperty<RowCounts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** What is selected, in the order of the table. */
    public ReadOnlyObjectProperty<List<MigrationKey>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The migration another screen asks to be selected. */
    ReadOnlyObjectProperty<Optional<MigrationKey>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** The actions on what is selected. */
    public ActionsViewModel actions() {
        return actions;
    }

    /** The rows that are shown, in the order of the list. */
    ObservableList<MigrationRow> rows() {
        return shown;
    }

    /** The row of a migration, where it is shown. */
    Optional<MigrationRow> row(MigrationKey key) {
        return Optional.ofNullable(rows.row(key)).filter(MigrationRow::isShown);
    }

    /** Selects a migration, whatever hides it now: among thousands it takes some frames until it is shown. */
    public void open(MigrationKey key) {
        openWhenListed = Optional.of(key);
        if (row(key).isEmpty()) {
            clearFilter();
            mode.set(TableMode.ALL);
        }
        selectWhenListed();
    }

    private void selectWhenListed() {
        openWhenListed.filter(key -> row(key).isPresent()).ifPresent(key -> {
            openWhenListed = Optional.empty();
            wanted.set(Optional.empty());
            wanted.set(Optional.of(key));
        });
    }

    /**
     * What brings the table's own selection in line with {@link #selectionProperty()} after the rows have changed: left
     * alone, a table selects a neighbour of a row that goes away, and an action would reach the wrong migration.
     */
    void onRowsChanged(Runnable alignsSelection) {
        alignSelection = alignsSelection;
    }

    void select(List<MigrationRow> selected) {
        if (!changing) {
            openWhenListed = Optional.empty();
            take(selected.stream().map(MigrationRow::key).toList());
        }
    }

    private void take(List<MigrationKey> keys) {
        if (!keys.equals(selection.get())) {
            selection.set(keys);
            actions.select(keys);
        }
    }

    private void take(Snapshot snapshot) {
        var haveComeOrGone = rows.show(snapshot.migrations());
        var now = new HashSet<String>();
        snapshot.migrations().forEach(each -> now.addAll(each.tags()));
        allTags.set(now);
        sorter.markChanged(rows.takeChanged());
        if (haveComeOrGone) {
            sorter.forgetMissing();
            sorter.sortChanged();
        }
        sortNowAndThen();
        count();
    }

    /**
     * Rows that change places under the mouse with every news cannot be read: they stay where they are for a while, and
     * then move in a frame in which there is nothing else to do.
     */
    private void sortNowAndThen() {
        if (tick - lastSorted >= FrameSchedule.FROZEN_SECONDS && sorter.dependsOnContent()) {
            lastSorted = tick;
            FrameSchedule.ORDER.run(context.thread(), sorter::sortChanged);
        }
    }

    /** A deadline comes near without any news: within a minute each row is looked at once more, a few each second. */
    private void tick(long now) {
        tick = now;
        FrameSchedule.NEEDS_ATTENTION.runParts(context.thread(), this::refreshPart);
        sortNowAndThen();
    }

    private void refreshPart(int part) {
        var shares = SHARES * FrameSchedule.NEEDS_ATTENTION.parts();
        var share = (rows.size() + shares - 1) / shares;
        var nth = (int) (tick % SHARES) * FrameSchedule.NEEDS_ATTENTION.parts() + part;
        var from = Math.min(rows.size(), nth * share);
        rows.refresh(from, Math.min(rows.size(), from + share));
        sorter.markChanged(rows.takeChanged());
        count();
    }

    /** Sorts by {@code next}, or as they are listed. */
    void sort(@Nullable Comparator<WatchedMigration> next) {
        order = next;
        applySort();
    }

    private void applySort() {
        sorter.sort(SortAndFilter.of(modeFilter(), order));
        count();
    }

    /** Null for all. */
    private @Nullable Predicate<MigrationRow> modeFilter() {
        var chosen = isFiltered() ? rowFilter() : null;
        if (mode.get() != TableMode.NEEDS_ME) {
            return chosen;
        }
        Predicate<MigrationRow> needsMe = MigrationRow::needsAttention;
        return chosen == null ? needsMe : needsMe.and(chosen);
    }

    private RowFilter rowFilter() {
        return RowFilter.of(filter.get(), phases.get(), tags.get());
    }

    /** The table's own selection is brought in line before anybody acts on it. */
    private void show(List<MigrationRow> next) {
        changing = true;
        var changed = shown.replaceWith(next);
        if (changed) {
            alignSelection.run();
        }
        changing = false;
        if (changed) {
            take(selection.get().stream().filter(key -> row(key).isPresent()).toList());
            count();
            selectWhenListed();
        }
    }

    private void count() {
        var inMode = mode.get() == TableMode.NEEDS_ME ? rows.needingAttention() : rows.size();
        var now = new RowCounts(rows.needingAttention(), rows.size(), inMode, shown.size());
        if (!now.equals(counts.get())) {
            counts.set(now);
        }
    }
}
