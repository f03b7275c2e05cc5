package dev.longshore.ui.activity;

import dev.longshore.model.activity.ActivityKind;
import dev.longshore.model.activity.ActivityPage;
import dev.longshore.model.activity.ActivityPosition;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.ui.activity.ActivityRows.LogView;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.FrameSchedule;
import dev.longshore.ui.feed.SnapshotFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The activity log as far as it has been read: pages are read and written as rows on a thread of the watch, the first
 * again while it is seen, older ones when the user comes near the end. FX thread only.
 */
final class ActivityViewModel {
    private static final int SMALLEST_PAGE = 200;
    private static final int LARGEST_PAGE = 2000;
    /** So many rows are there beyond the last that is seen. */
    private static final int AHEAD = 100;

    private final ReadOnlyObjectWrapper<List<ActivityRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading", true);
    private final ReadOnlyBooleanWrapper newer = new ReadOnlyBooleanWrapper(this, "newer");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ObjectProperty<Optional<ActivityKind>> kind = new SimpleObjectProperty<>(this, "kind",
            Optional.empty());
    private final BooleanProperty onScreen = new SimpleBooleanProperty(this, "onScreen");
    private final BooleanProperty atTop = new SimpleBooleanProperty(this, "atTop", true);
    private final UiContext context;
    private final SnapshotFeed feed;
    private final StringProperty filter;
    private final ActivityRows activityRows;
    private ReadLog log = ReadLog.NOTHING;
    private boolean isUnderWay;
    private boolean isOutdated;
    private boolean isSearching;
    private int wanted = AHEAD;

    /**
     * The log of what {@code feed} shows.
     *
     * @param filter words that have to occur in what is shown
     */
    ActivityViewModel(UiContext context, SnapshotFeed feed, StringProperty filter) {
        this.context = context;
        this.feed = feed;
        this.filter = filter;
        activityRows = new ActivityRows(context.texts(), context.times());
        onScreen.subscribe(this::update);
        atTop.subscribe(this::update);
        filter.subscribe(this::search);
        kind.subscribe(this::startOver);
        feed.connectionProperty().subscribe(this::startOver);
        context.times().zoneProperty().subscribe(this::update);
        feed.secondsProperty().subscribe(seconds -> {
            if (seconds.longValue() % FrameSchedule.FROZEN_SECONDS == 0) {
                update();
            }
        });
    }

    /**
     * The log as far as it has been read.
     *
     * @param records newest first, without gaps
     * @param next where the next page begins; empty when nothing older is kept
     * @param rows what is shown of them
     */
    private record ReadLog(List<ActivityRecord> records, Optional<ActivityPosition> next, List<ActivityRow> rows) {
        private static final ReadLog NOTHING = new ReadLog(List.of(), Optional.empty(), List.of());

        ReadLog with(ActivityPage page, Optional<ActivityPosition> before) {
            return before.isEmpty() ? withNewest(page) : withOlder(page);
        }

        /** Where so much is new that the page does not reach what was read before, that is read again later. */
        private ReadLog withNewest(ActivityPage page) {
            var place = page.records().isEmpty() ? -1 : place(page);
            if (place < 0 || page.next().isEmpty()) {
                return new ReadLog(page.records(), page.next(), rows);
            }
            return new ReadLog(joined(page.records(), records.subList(place + 1, records.size())), next, rows);
        }

        private int place(ActivityPage page) {
            var last = page.records().getLast().id();
            var nearby = records.subList(0, Math.min(records.size(), page.records().size()));
            for (int place = 0; place < nearby.size(); place++) {
                if (nearby.get(place).id().equals(last)) {
                    return place;
                }
            }
            return -1;
        }

        private ReadLog withOlder(ActivityPage page) {
            return new ReadLog(joined(records, page.records()), page.next(), rows);
        }

        private static List<ActivityRecord> joined(List<ActivityRecord> newer, List<ActivityRecord> older) {
            var all = new ArrayList<ActivityRecord>(newer.size() + older.size());
            all.addAll(newer);
            all.addAll(older);
            return all;
        }

        ReadLog shownAs(List<ActivityRow> next) {
            return new ReadLog(records, this.next, next);
        }

        /** True when the newest record is another one. */
        boolean isNewerThan(ReadLog before) {
            return !before.records().isEmpty() && !records.isEmpty()
                    && !records.getFirst().id().equals(before.records().getFirst().id());
        }
    }

    /** The rows, newest first. */
    ReadOnlyObjectProperty<List<ActivityRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Whether what is looked for is still being read. */
    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Whether something has happened that is not shown because the user reads what is older. */
    ReadOnlyBooleanProperty newerProperty() {
        return newer.getReadOnlyProperty();
    }

    /** Why the log cannot be read, or empty. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Of which kind is shown; empty for all. */
    ObjectProperty<Optional<ActivityKind>> kindProperty() {
        return kind;
    }

    /** Whether the user sees it; what nobody sees is not read. */
    BooleanProperty onScreenProperty() {
        return onScreen;
    }

    /** Whether the user sees the beginning; else nothing is put in there, since everything would move. */
    BooleanProperty atTopProperty() {
        return atTop;
    }

    /** Whether anything is looked for. */
    boolean isFiltered() {
        return !filter.get().isBlank();
    }

    /** The row at {@code index} has come into sight. */
    void see(int index) {
        if (index + AHEAD > wanted) {
            wanted = index + 2 * AHEAD;
            readOlder();
        }
    }

    /** Other records are looked for. */
    private void startOver() {
        log = ReadLog.NOTHING;
        search();
    }

    /** Others of the records are looked for. */
    private void search() {
        wanted = AHEAD;
        isSearching = true;
        reading.set(true);
        update();
    }

    /** Reads the newest page anew. */
    private void update() {
        if (onScreen.get()) {
            read(Optional.empty());
        }
    }

    private void readOlder() {
        if (!isUnderWay && rows.get().size() < wanted && log.next().isPresent()) {
            read(log.next());
        }
    }

    private LogView view() {
        return new LogView(kind.get(), feed.connectionProperty().get(), filter.get(), context.times().zoneId(),
                feed.snapshotProperty().get());
    }

    private void read(Optional<ActivityPosition> before) {
        isOutdated |= isUnderWay;
        if (!isUnderWay) {
            isUnderWay = true;
            var view = view();
            var known = log;
            var limit = before.isEmpty() ? SMALLEST_PAGE
                    : Math.clamp(known.records().size(), SMALLEST_PAGE, LARGEST_PAGE);
            var query = new ActivityQuery(view.kind(), view.connection(), before, limit);
            var _ = context.watch().activity(query, page -> written(known.with(page, before), view))
                    .whenComplete((next, failure) -> context.thread().run(() -> show(view, next, failure)));
        }
    }

    /** On a thread of the watch. */
    private ReadLog written(ReadLog read, LogView view) {
        return read.shownAs(activityRows.of(read.records(), view));
    }

    private void show(LogView view, @Nullable ReadLog next, @Nullable Throwable failure) {
        isUnderWay = false;
        trouble.set(failure == null ? "" : context.texts().get("activity.log.unreadable", context.sentence(failure)));
        if (!isOfWhatIsWanted(view)) {
            log = ReadLog.NOTHING;
            isOutdated = true;
        } else if (next != null) {
            take(next);
        }
        if (isOutdated) {
            isOutdated = false;
            update();
        } else {
            readOlder();
        }
        reading.set(isUnderWay && rows.get().size() < wanted);
    }

    private boolean isOfWhatIsWanted(LogView view) {
        return view.kind().equals(kind.get()) && view.connection().equals(feed.connectionProperty().get());
    }

    private void take(ReadLog next) {
        var isHeldBack = !isSearching && !atTop.get() && next.isNewerThan(log);
        isSearching = false;
        newer.set(isHeldBack);
        if (!isHeldBack) {
            log = next;
            rows.set(next.rows());
        }
    }
}
