package dev.longshore.ui.uploads;

import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.forecast.UploadPlan;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.uploads.LedgerState.MeasuredUpload;
import dev.longshore.upload.FileList;
import dev.longshore.upload.FileListParser;
import dev.longshore.upload.FileListParser.DiskUsageUnit;
import dev.longshore.upload.UploadLedger;
import dev.longshore.usertext.TextFileReader;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers of the uploads, filled from lists that the user pastes or opens and kept until the program ends. Lists are
 * read and compared on threads of their own; what they measure becomes the expected end of the upload. FX thread only.
 */
final class LedgerViewModel {
    private static final int MOST_BYTES = 256 << 20;
    /** More characters than these are not read on the thread of the window, nor more files compared. */
    private static final int READ_AT_ONCE = 10_000;
    private static final int COMPARED_AT_ONCE = 1_000;
    private static final Duration SHORTEST_PACE = Duration.ofMinutes(1);

    private final Map<MigrationKey, LedgerState> states = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<UploadLedger>> ledger = new ReadOnlyObjectWrapper<>(this, "ledger",
            Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final UiContext context;
    private final SnapshotFeed feed;
    private @Nullable MigrationKey shown;
    private List<String> nodes = List.of();

    LedgerViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
    }

    /** The ledger of the migration that is shown; empty before the first list. */
    ReadOnlyObjectProperty<Optional<UploadLedger>> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    /** What became of the last list. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Shows the ledger of that migration. */
    void show(@Nullable MigrationKey key) {
        if (key != null && !key.equals(shown)) {
            note.set("");
        }
        shown = key;
        refresh();
    }

    /** The nodes that are to be uploaded. */
    void setNodes(List<String> names) {
        if (!nodes.equals(names)) {
            nodes = List.copyOf(names);
            recompute();
        }
    }

    /**
     * Adds a list of what nodes have.
     *
     * @param node the node of lines below no heading, or blank
     */
    void addExpected(String text, String node, DiskUsageUnit unit) {
        read(text, written -> FileListParser.expected(written, node, unit), LedgerState::addExpected);
    }

    /** Adds a list of what has arrived. */
    void addFound(String text, String node) {
        read(text, written -> FileListParser.found(written, node), LedgerState::addFound);
    }

    /** Adds a list of what nodes have, from a file. */
    void openExpected(Path file, String node, DiskUsageUnit unit) {
        read(file, written -> FileListParser.expected(written, node, unit),
                LedgerState::addExpected);
    }

    /** Adds a list of what has arrived, from a file. */
    void openFound(Path file, String node) {
        read(file, written -> FileListParser.found(written, node),
                LedgerState::addFound);
    }

    /** Forgets the lists of the migration that is shown. */
    void clear() {
        if (shown != null) {
            states.remove(shown);
            note.set("");
            refresh();
        }
    }

    private void read(String text, Function<String, FileList> parser,
            BiFunction<LedgerState, FileList, LedgerState> addition) {
        var key = shown;
        if (key != null) {
            inBackground(text.length() > READ_AT_ONCE, () -> {
                var list = parser.apply(text);
                return () -> add(key, list, addition);
            });
        }
    }

    private void read(Path file, Function<String, FileList> parser,
            BiFunction<LedgerState, FileList, LedgerState> addition) {
        var key = shown;
        if (key != null) {
            inBackground(true, () -> {
                try {
                    var list = parser.apply(TextFileReader.read(file, MOST_BYTES));
                    return () -> add(key, list, addition);
                } catch (FactException unfit) {
                    return () -> note.set(context.sentence(unfit.fact()));
                } catch (IOException e) {
                    return () -> note.set(context.sentence(e));
                }
            });
        }
    }

    /** Does {@code work} on a thread of its own where it is long, then what it gives back on the FX thread. */
    private void inBackground(boolean isLong, Supplier<Runnable> work) {
        if (isLong) {
            note.set(context.texts().get("uploads.ledger.reading"));
            Thread.startVirtualThread(() -> context.thread().run(work.get()));
        } else {
            work.get().run();
        }
    }

    private void add(MigrationKey key, FileList list, BiFunction<LedgerState, FileList, LedgerState> addition) {
        states.put(key, addition.apply(states.getOrDefault(key, LedgerState.EMPTY), list));
        note.set(said(list));
        compare(key);
    }

    private String said(FileList list) {
        var texts = context.texts();
        if (list.unread() > 0) {
            var numbers = list.unreadLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return texts.get("uploads.ledger.unread", list.files().size(), list.unread(), numbers);
        }
        return list.files().stream().anyMatch(each -> each.node().isBlank())
                ? texts.get("uploads.ledger.whose")
                : texts.get("uploads.ledger.read", list.files().size());
    }

    private void recompute() {
        if (shown != null && states.containsKey(shown)) {
            compare(shown);
        }
    }

    /** What was compared counts only while no other list came. */
    @SuppressWarnings("ReferenceEquality")
    private void compare(MigrationKey key) {
        var state = states.getOrDefault(key, LedgerState.EMPTY);
        var all = nodes;
        var before = note.get();
        inBackground(state.expected().size() + state.found().size() > COMPARED_AT_ONCE, () -> {
            var compared = UploadLedger.of(all, state.expected(), state.found());
            return () -> {
                note.set(before);
                if (states.get(key) == state) {
                    states.put(key, measured(key, state.with(compared)));
                    refresh();
                }
            };
        });
    }

    private void refresh() {
        var key = shown;
        ledger.set(Optional.ofNullable(key == null ? null : states.get(key)).flatMap(LedgerState::ledger)
                .map(each -> each.besideTables(tablesElsewhere(key))));
    }

    /** Of other migrations of the same database. */
    private Set<String> tablesElsewhere(@Nullable MigrationKey key) {
        return states.entrySet().stream()
                .filter(each -> key != null && !each.getKey().equals(key)
                        && each.getKey().ref().database().equals(key.ref().database()))
                .flatMap(each -> each.getValue().ledger().stream()).flatMap(each -> each.tables().stream())
                .collect(Collectors.toSet());
    }

    /** What has arrived and how fast becomes the expected end of the upload. */
    private LedgerState measured(MigrationKey key, LedgerState state) {
        var compared = state.ledger().orElseThrow();
        var total = compared.expectedBytes();
        var now = new MeasuredUpload(feed.serviceTime(key), Math.min(total, compared.foundBytes()));
        if (total <= 0 || now.bytes() <= 0) {
            return state;
        }
        var rate = state.measured().filter(before -> now.isPace(before, SHORTEST_PACE)).map(now::rateSince)
                .orElseGet(
                        () -> sinceReceiving(key).map(begin -> now.rateSince(new MeasuredUpload(begin, 0))).orElse(0L));
        if (rate > 0) {
            feed.uploads().put(key, new UploadPlan(total, now.bytes(), rate, now.at()));
        }
        return state.with(now);
    }

    private Optional<Instant> sinceReceiving(MigrationKey key) {
        return feed.migration(key).map(WatchedMigration::lastKnown).map(LastKnown::since);
    }
}
