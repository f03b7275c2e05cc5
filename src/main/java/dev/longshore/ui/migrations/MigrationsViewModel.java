package dev.longshore.ui.migrations;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.advice.RiskRank.Level;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.FrameSchedule;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
        /** Those that need a user. */
        NEEDS_ME,
        ALL,
        /** All, one database after the other. */
        BY_DATABASE
    }

    private static final int SHARES = 60;

    /**
     * How many there are.
     *
     * @param needingAttention that need a user now
     * @param all on the list
     * @param inMode that the mode shows
     * @param shown that the quick filter leaves of those
     */
    record RowCounts(int needingAttention, int all, int inMode, int shown) {}

    /**
     * What is at stake.
     *
     * @param atRisk how many lose data unless a user acts
     * @param needDecision how many wait for a decision
     * @param notAnswering how many do not answer and need nobody as far as known
     * @param elsewhere how many need a user on connections that are not shown
     * @param nextLoss the one whose data is lost first
     */
    record RiskSummary(int atRisk, int needDecision, int notAnswering, int elsewhere, Optional<NextLoss> nextLoss) {
        /** How many of those that can be shown need a user. */
        int needingAttention() {
            return atRisk + needDecision;
        }
    }

    /** The migration whose data is lost first, and when its cleanup is due, in UTC. */
    record NextLoss(MigrationKey key, String name, Instant at) {}

    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<Set<Optional<Phase>>> phases = new SimpleObjectProperty<>(this, "phases", Set.of());
    private final ObjectProperty<Set<String>> tags = new SimpleObjectProperty<>(this, "tags", Set.of());
    private final ObjectProperty<Optional<Level>> level = new SimpleObjectProperty<>(this, "level", Optional.empty());
    private final ReadOnlyObjectWrapper<Set<String>> allTags = new ReadOnlyObjectWrapper<>(this, "allTags", Set.of());
    private final ObjectProperty<TableMode> mode = new SimpleObjectProperty<>(this, "mode", TableMode.ALL);
    private final ReadOnlyObjectWrapper<List<MigrationKey>> selection = new ReadOnlyObjectWrapper<>(this, "selection",
            List.of());
    private final ReadOnlyObjectWrapper<Optional<MigrationKey>> wanted = new ReadOnlyObjectWrapper<>(this, "wanted",
            Optional.empty());
    private final ReadOnlyObjectWrapper<RowCounts> counts = new ReadOnlyObjectWrapper<>(this, "counts",
            new RowCounts(0, 0, 0, 0));
    private final ReadOnlyObjectWrapper<RiskSummary> risk = new ReadOnlyObjectWrapper<>(this, "risk",
            new RiskSummary(0, 0, 0, 0, Optional.empty()));
    private final ReadOnlyIntegerWrapper attention = new ReadOnlyIntegerWrapper(this, "attention");
    private final UiContext context;
    private final SnapshotFeed feed;
    private final MigrationRows rows;
    private final VisibleRows shown = new VisibleRows();
    private final IncrementalSorter sorter;
    private final ActionsViewModel actions;
    private final DatabaseGroups databaseGroups;
    private final SavedViews savedViews = new SavedViews();
    private List<MigrationRow> sorted = List.of();
    private @Nullable Comparator<WatchedMigration> order;
    private @Nullable Comparator<WatchedMigration> groups;
    private Optional<ConnectionId> connection;
    private final RowFacts rowFacts;
    private FilterWords words = FilterWords.of("");
    private boolean wasSelected;
    private Runnable alignSelection = () -> {};
    private Optional<MigrationKey> openWhenListed = Optional.empty();
    private boolean changing;
    private boolean wasSeen = true;
    private long tick;
    private long lastSorted = -FrameSchedule.FROZEN_SECONDS;

    /** Shows what {@code feed} shows. */
    public MigrationsViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        connection = feed.connectionProperty().get();
        rowFacts = new RowFacts(context, feed);
        rows = new MigrationRows(rowFacts);
        sorter = new IncrementalSorter(rows, context.thread(), this::show);
        actions = new ActionsViewModel(context, feed);
        databaseGroups = new DatabaseGroups(context, feed);
        feed.shownProperty().subscribe(this::take);
        filter.subscribe(typed -> {
            words = FilterWords.of(typed);
            feed.filterProperty().set(keptBy(words));
            applySort();
        });
        phases.subscribe(this::applySort);
        tags.subscribe(this::applySort);
        level.subscribe(this::applySort);
        mode.subscribe(this::applySort);
        feed.secondsProperty().subscribe(seconds -> tick(seconds.longValue()));
    }

    private Predicate<WatchedMigration> keptBy(FilterWords typed) {
        return migration -> typed.tests().isEmpty()
                || typed.test(new MigrationRow(migration, rowFacts), feed.serviceTime(migration.key()));
    }

    /** What the user typed into the quick filter. */
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

    /** The only level of risk that is shown; empty for all. */
    ObjectProperty<Optional<Level>> levelProperty() {
        return level;
    }

    /** What is at stake on the connections that are shown. */
    ReadOnlyObjectProperty<RiskSummary> riskProperty() {
        return risk.getReadOnlyProperty();
    }

    /**
     * How many migrations need a user, on all connections: the one number that the bell, the title and the rail show,
     * and the strip above the table in parts.
     */
    public ReadOnlyIntegerProperty attentionProperty() {
        return attention.getReadOnlyProperty();
    }

    /** All tags there are. */
    ReadOnlyObjectProperty<Set<String>> allTagsProperty() {
        return allTags.getReadOnlyProperty();
    }

    /** Whether anything was typed or chosen that hides rows. */
    boolean isFiltered() {
        return !rowFilter().keepsAll() || level.get().isPresent();
    }

    /** Words of the quick filter that look like a condition and are none. */
    List<String> unknownWords() {
        return words.unknown();
    }

    /** Hides no row any more because of what was typed or chosen. */
    void clearFilter() {
        filter.set("");
        phases.set(Set.of());
        tags.set(Set.of());
        level.set(Optional.empty());
    }

    /** The views that the user keeps under a name. */
    public SavedViews savedViews() {
        return savedViews;
    }

    /** Which rows are shown, as it is kept in a view. */
    SavedViews.RowChoice choiceOfRows() {
        return new SavedViews.RowChoice(filter.get(), phases.get(), tags.get(), level.get(), mode.get());
    }

    /** Shows the rows of a view. */
    void apply(SavedViews.RowChoice choice) {
        filter.set(choice.filter());
        phases.set(choice.phases());
        tags.set(choice.tags());
        level.set(choice.level());
        mode.set(choice.mode());
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

    /** The rows that are shown, in their order. */
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
        if (databaseGroups.open(key)) {
            show(sorted);
        }
        if (row(key).isEmpty()) {
            clearFilter();
            mode.set(TableMode.ALL);
        }
        selectWhenListed();
    }

    /** Those that need a user, most urgent first; at most {@code most}. */
    public List<WatchedMigration> urgent(int most) {
        return rows.all().stream().filter(row -> row.rank().needsAttention())
                .sorted(Comparator.comparing(MigrationRow::rank)).limit(most).map(MigrationRow::migration).toList();
    }

    /**
     * Selects the next row, in the order of the table, that needs a user; the one before where {@code step} is -1. After
     * the last comes the first.
     */
    public void openUrgent(int step) {
        var urgent = shown.stream().filter(row -> !row.isHead() && row.rank().needsAttention()).toList();
        if (!urgent.isEmpty()) {
            var from = selection.get().stream().findFirst().flatMap(this::row).map(MigrationRow::index)
                    .orElse(step > 0 ? -1 : shown.size());
            open(next(step > 0 ? urgent : urgent.reversed(), from, step).key());
        }
    }

    private static MigrationRow next(List<MigrationRow> urgent, int from, int step) {
        return urgent.stream().filter(row -> (row.index() - from) * step > 0).findFirst()
                .orElse(urgent.getFirst());
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
            wasSelected = true;
            take(selected.stream().filter(row -> !row.isHead()).map(MigrationRow::key).toList());
        }
    }

    private void take(List<MigrationKey> keys) {
        if (!keys.equals(selection.get())) {
            selection.set(keys);
            actions.select(keys);
        }
    }

    private void take(Snapshot chosen) {
        var haveComeOrGone = rows.show(feed.snapshotProperty().get().migrations());
        if (rows.takeTagsChanged() || !connection.equals(feed.connectionProperty().get())) {
            allTags.set(chosen.migrations().stream().flatMap(each -> each.tags().stream()).collect(Collectors.toSet()));
        }
        sorter.markChanged(rows.takeChanged());
        if (haveComeOrGone) {
            sorter.forgetMissing();
            sorter.sortChanged();
        }
        if (!connection.equals(feed.connectionProperty().get())) {
            connection = feed.connectionProperty().get();
            applySort();
        }
        sortNowAndThen();
        count();
    }

    /**
     * Rows that change places under the mouse with every news cannot be read: they stay where they are for a while, and
     * then move in a frame in which there is nothing else to do.
     */
    private void sortNowAndThen() {
        if (tick - lastSorted >= FrameSchedule.FROZEN_SECONDS) {
            lastSorted = tick;
            FrameSchedule.ORDER.run(context.thread(), sorter::sortChanged);
        }
    }

    /**
     * A deadline comes near without any news: within a minute each row is looked at once more, a few each second; all at
     * once in the seconds in which a window follows that nobody sees, and when it is seen again.
     */
    private void tick(long now) {
        tick = now;
        if (!feed.isFollowed()) {
            wasSeen = false;
            return;
        }
        if (feed.isSeen() && wasSeen) {
            FrameSchedule.NEEDS_ATTENTION.runParts(context.thread(), this::refreshPart);
        } else {
            FrameSchedule.NEEDS_ATTENTION.run(context.thread(), () -> refresh(0, rows.size()));
        }
        wasSeen = feed.isSeen();
        sortNowAndThen();
    }

    private void refreshPart(int part) {
        var shares = SHARES * FrameSchedule.NEEDS_ATTENTION.parts();
        var share = (rows.size() + shares - 1) / shares;
        var nth = (int) (tick % SHARES) * FrameSchedule.NEEDS_ATTENTION.parts() + part;
        var from = Math.min(rows.size(), nth * share);
        refresh(from, Math.min(rows.size(), from + share));
    }

    private void refresh(int from, int to) {
        rows.refresh(from, to);
        sorter.markChanged(rows.takeChanged());
        count();
    }

    /**
     * Puts the rows in order.
     *
     * @param next the order that the user chose, or null for that of risk
     * @param ofGroups the order of the groups, or null where the rows are not grouped
     */
    void sort(@Nullable Comparator<WatchedMigration> next, @Nullable Comparator<WatchedMigration> ofGroups) {
        order = next;
        groups = ofGroups;
        applySort();
    }

    /** What the head of a group says now. */
    DatabaseGroups.GroupHead describe(MigrationRow head) {
        return databaseGroups.describe(head, feed.nowProperty().get());
    }

    /** Collapses a group, or opens it again. */
    void toggleGroup(MigrationRow head) {
        databaseGroups.toggle(head);
        show(sorted);
    }

    /** Which groups are collapsed, as text. */
    public StringProperty collapsedGroupsProperty() {
        return databaseGroups.collapsedProperty();

    }

    private void applySort() {
        sorter.sort(SortAndFilter.of(choice(), groups, order));
        count();
    }

    /** Null for all. */
    private @Nullable Predicate<MigrationRow> choice() {
        var choices = new ArrayList<Predicate<MigrationRow>>();
        connection.ifPresent(id -> choices.add(row -> row.key().connection().equals(id)));
        level.get().ifPresent(only -> choices.add(row -> row.rank().level() == only));
        if (mode.get() == TableMode.NEEDS_ME) {
            choices.add(row -> row.rank().needsAttention());
        }
        var typed = rowFilter();
        if (!typed.keepsAll()) {
            choices.add(typed);
        }
        return choices.stream().reduce(Predicate::and).orElse(null);
    }

    private RowFilter rowFilter() {
        return new RowFilter(words, phases.get(), tags.get(), row -> feed.serviceTime(row.key()));
    }

    /** The table's own selection is brought in line before anybody acts on it. */
    private void show(List<MigrationRow> next) {
        changing = true;
        sorted = next;
        var changed = shown.replaceWith(groups != null ? databaseGroups.arrange(next) : next);
        if (changed) {
            selectFirst();
            alignSelection.run();
        }
        changing = false;
        if (changed) {
            take(selection.get().stream().filter(key -> row(key).isPresent()).toList());
            count();
            selectWhenListed();
        }
    }

    /** Once, as soon as there is a row: the window opens on what is most urgent. */
    private void selectFirst() {
        if (!wasSelected && !sorted.isEmpty() && selection.get().isEmpty()) {
            wasSelected = true;
            take(List.of(sorted.getFirst().key()));
        }
    }

    private void count() {
        var summary = summary();
        var all = rows.size(connection);
        var inMode = mode.get() == TableMode.NEEDS_ME ? summary.needingAttention() : all;
        var now = new RowCounts(summary.needingAttention(), all, inMode, sorted.size());
        risk.set(summary);
        attention.set(summary.needingAttention() + summary.elsewhere()
                + feed.snapshotProperty().get().unanswered().size());
        if (!now.equals(counts.get())) {
            counts.set(now);
        }
    }

    private RiskSummary summary() {
        var here = needingAttention(connection);
        return new RiskSummary(
                rows.count(Level.AT_RISK, connection), rows.count(Level.NEEDS_DECISION, connection),
                rows.count(Level.NOT_ANSWERING, connection), needingAttention(Optional.empty()) - here,
                rows.nextLoss(connection).flatMap(MigrationsViewModel::nextLoss));
    }

    private int needingAttention(Optional<ConnectionId> of) {
        return rows.count(Level.AT_RISK, of) + rows.count(Level.NEEDS_DECISION, of);
    }

    private static Optional<NextLoss> nextLoss(MigrationRow row) {
        return Optional.ofNullable(row.rank().cleanup())
                .map(at -> new NextLoss(row.key(), row.migration().name(), at));
    }
}
