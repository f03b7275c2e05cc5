package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Beat;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    public enum Mode {
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
     * @param needMe that need a person now
     * @param all on the list
     * @param inMode that the mode shows
     * @param shown that the quick filter leaves of those
     */
    record Counts(int needMe, int all, int inMode, int shown) {}

    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.ALL);
    private final ReadOnlyObjectWrapper<List<MigrationKey>> selection = new ReadOnlyObjectWrapper<>(this, "selection",
            List.of());
    private final ReadOnlyObjectWrapper<Optional<MigrationKey>> wanted = new ReadOnlyObjectWrapper<>(this, "wanted",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(this, "counts",
            new Counts(0, 0, 0, 0));
    private final Ui ui;
    private final MigrationRows rows;
    private final ArrangedRows shown = new ArrangedRows();
    private final Arranger arranger;
    private final ActionsViewModel actions;
    private @Nullable Comparator<WatchedMigration> order;
    private Runnable alignSelection = () -> {};
    private Optional<MigrationKey> awaited = Optional.empty();
    private boolean changing;
    private long second;
    private long arranged = -Beat.STILL;

    /** Shows what {@code feed} shows. */
    public MigrationsViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        rows = new MigrationRows(new RowReader(ui, feed));
        arranger = new Arranger(rows, ui.thread(), this::show);
        actions = new ActionsViewModel(ui, feed);
        feed.shownProperty().subscribe(this::take);
        filter.subscribe(this::arrange);
        mode.subscribe(this::arrange);
        feed.secondsProperty().subscribe(seconds -> second(seconds.longValue()));
    }

    /** What the person typed into the quick filter. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Which migrations are shown. */
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** How many there are, and how many are shown. */
    ReadOnlyObjectProperty<Counts> countsProperty() {
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
        awaited = Optional.of(key);
        if (row(key).isEmpty()) {
            filter.set("");
            mode.set(Mode.ALL);
        }
        selectAwaited();
    }

    private void selectAwaited() {
        awaited.filter(key -> row(key).isPresent()).ifPresent(key -> {
            awaited = Optional.empty();
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
            awaited = Optional.empty();
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
        arranger.note(rows.takeChanged());
        if (haveComeOrGone) {
            arranger.forgetMissing();
            arranger.arrangeChanged();
        }
        arrangeNowAndThen();
        count();
    }

    /**
     * Rows that change places under the mouse with every news cannot be read: they stay where they are for a while, and
     * then move in a frame in which there is nothing else to do.
     */
    private void arrangeNowAndThen() {
        if (second - arranged >= Beat.STILL && arranger.followsNews()) {
            arranged = second;
            Beat.ORDER.run(ui.thread(), arranger::arrangeChanged);
        }
    }

    /** A deadline comes near without any news: within a minute each row is looked at once more, a few each second. */
    private void second(long now) {
        second = now;
        Beat.NEEDS_ME.runParts(ui.thread(), this::lookAgain);
        arrangeNowAndThen();
    }

    private void lookAgain(int part) {
        var shares = SHARES * Beat.NEEDS_ME.parts();
        var share = (rows.size() + shares - 1) / shares;
        var nth = (int) (second % SHARES) * Beat.NEEDS_ME.parts() + part;
        var from = Math.min(rows.size(), nth * share);
        rows.readAgain(from, Math.min(rows.size(), from + share));
        arranger.note(rows.takeChanged());
        count();
    }

    /** Sorts by {@code next}, or as they are listed. */
    void sort(@Nullable Comparator<WatchedMigration> next) {
        order = next;
        arrange();
    }

    private void arrange() {
        arranger.arrange(Arrangement.of(choice(), order));
        count();
    }

    /** Null for all. */
    private @Nullable Predicate<MigrationRow> choice() {
        var typed = filter.get().isBlank() ? null : RowFilter.of(filter.get());
        if (mode.get() != Mode.NEEDS_ME) {
            return typed;
        }
        Predicate<MigrationRow> needsMe = MigrationRow::needsMe;
        return typed == null ? needsMe : needsMe.and(typed);
    }

    /** The table's own selection is brought in line before anybody acts on it. */
    private void show(List<MigrationRow> next) {
        changing = true;
        var changed = shown.become(next);
        if (changed) {
            alignSelection.run();
        }
        changing = false;
        if (changed) {
            take(selection.get().stream().filter(key -> row(key).isPresent()).toList());
            count();
            selectAwaited();
        }
    }

    private void count() {
        var inMode = mode.get() == Mode.NEEDS_ME ? rows.needMe() : rows.size();
        var now = new Counts(rows.needMe(), rows.size(), inMode, shown.size());
        if (!now.equals(counts.get())) {
            counts.set(now);
        }
    }
}
