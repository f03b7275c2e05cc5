package dev.longshore.ui.uploads;

import dev.longshore.model.KeptFileList;
import dev.longshore.model.KeptFileList.FileListSide;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.forecast.UploadPlan;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.uploads.LedgerState.MeasuredUpload;
import dev.longshore.upload.FileList;
import dev.longshore.upload.FileList.ListedFile;
import dev.longshore.upload.FileListParser;
import dev.longshore.upload.FileListParser.DiskUsageUnit;
import dev.longshore.upload.FileListText;
import dev.longshore.upload.UploadLedger;
import dev.longshore.usertext.TextFileReader;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers of the uploads, filled from lists that the user pastes or opens, which are kept in the journal. Lists are
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
    private final ReadOnlyObjectWrapper<Optional<DiskUsageUnit>> assumedUnit = new ReadOnlyObjectWrapper<>(this,
            "assumedUnit", Optional.empty());
    private final UiContext context;
    private final SnapshotFeed feed;
    private final Function<MigrationKey, List<String>> nodes;
    /** Those whose kept lists are being read, or were. */
    private final Set<MigrationKey> read = new HashSet<>();
    /** Reads the last list of what nodes have once more. */
    private Consumer<Optional<DiskUsageUnit>> rereading = _ -> {};
    private @Nullable MigrationKey shown;
    private List<String> shownNodes = List.of();

    /** @param nodes the nodes that are to be uploaded to a migration */
    LedgerViewModel(UiContext context, SnapshotFeed feed, Function<MigrationKey, List<String>> nodes) {
        this.context = context;
        this.feed = feed;
        this.nodes = nodes;
    }

    /** Reads what was kept of a migration, as long as nothing was found; blocks nobody. */
    void read(MigrationKey key) {
        if (read.add(key)) {
            var _ = context.watch().fileLists(key).thenApply(LedgerState::of)
                    .whenComplete((kept, failure) -> context.thread().run(() -> readKept(key, kept, failure)));
        }
    }

    private void readKept(MigrationKey key, @Nullable LedgerState kept, @Nullable Throwable failure) {
        if (kept == null) {
            read.remove(key);
            note.set(context.sentence(failure));
        } else if (kept.equals(LedgerState.EMPTY)) {
            // Another program on the same journal may be given some.
            read.remove(key);
        } else {
            states.put(key, states.getOrDefault(key, LedgerState.EMPTY).above(kept));
            compare(key);
        }
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
            assumedUnit.set(Optional.empty());
        }
        shown = key;
        if (key != null) {
            read(key);
        }
        refresh();
    }

    /** The nodes that are to be uploaded to the migration that is shown, as they are typed. */
    void setNodes(List<String> names) {
        if (!shownNodes.equals(names)) {
            shownNodes = List.copyOf(names);
            recompute();
        }
    }

    /** What the numbers of the last list were taken for, because it does not say; empty where nothing was assumed. */
    ReadOnlyObjectProperty<Optional<DiskUsageUnit>> assumedUnitProperty() {
        return assumedUnit.getReadOnlyProperty();
    }

    /** Reads the last list of what nodes have once more, its numbers as the other unit. */
    void readWithOtherUnit() {
        assumedUnit.get().ifPresent(assumed -> rereading.accept(Optional.of(switch (assumed) {
            case BYTES -> DiskUsageUnit.KIBIBYTES;
            case KIBIBYTES -> DiskUsageUnit.BYTES;
        })));
    }

    /**
     * Adds a list of what nodes have.
     *
     * @param node the node of lines below no heading, or blank
     * @param unit what numbers without a unit are; empty where the list is to show it
     */
    void addExpected(String text, String node, Optional<DiskUsageUnit> unit) {
        rereading = other -> addExpected(text, node, other);
        read(text, written -> expected(written, node, unit), FileListSide.EXPECTED);
    }

    private static FileList expected(String text, String node, Optional<DiskUsageUnit> unit) {
        return unit.map(each -> FileListParser.expected(text, node, each))
                .orElseGet(() -> FileListParser.expected(text, node));
    }

    /** Adds a list of what has arrived. */
    void addFound(String text, String node) {
        read(text, written -> FileListParser.found(written, node), FileListSide.FOUND);
    }

    /** Adds a list of what nodes have, from a file. */
    void openExpected(Path file, String node, Optional<DiskUsageUnit> unit) {
        rereading = other -> openExpected(file, node, other);
        read(file, written -> expected(written, node, unit), FileListSide.EXPECTED);
    }

    /** Adds a list of what has arrived, from a file. */
    void openFound(Path file, String node) {
        read(file, written -> FileListParser.found(written, node),
                FileListSide.FOUND);
    }

    /** Forgets the lists of the migration that is shown. */
    void clear() {
        if (shown != null) {
            states.remove(shown);
            feed.uploadKnowledge().ledgers().remove(shown);
            note.set("");
            assumedUnit.set(Optional.empty());
            refresh();
            sayTrouble(shown, context.watch().removeFileLists(shown));
        }
    }

    private void read(String text, Function<String, FileList> parser,
            FileListSide side) {
        var key = shown;
        if (key != null) {
            inBackground(text.length() > READ_AT_ONCE, () -> {
                var list = parser.apply(text);
                return () -> add(key, list, side);
            });
        }
    }

    private void read(Path file, Function<String, FileList> parser,
            FileListSide side) {
        var key = shown;
        if (key != null) {
            inBackground(true, () -> {
                try {
                    var list = parser.apply(TextFileReader.read(file, MOST_BYTES));
                    return () -> add(key, list, side);
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

    private void add(MigrationKey key, FileList list, FileListSide side) {
        var state = states.getOrDefault(key, LedgerState.EMPTY).add(side, list, feed.serviceTime(key));
        states.put(key, state);
        note.set(said(list));
        if (side == FileListSide.EXPECTED && key.equals(shown)) {
            assumedUnit.set(list.assumedUnit());
        }
        compare(key);
        save(key, list, side, state);
    }

    /** Of each node that the list names. */
    private void save(MigrationKey key, FileList list, FileListSide side, LedgerState state) {
        var named = list.files().stream().map(ListedFile::node).filter(each -> !each.isBlank())
                .collect(Collectors.toSet());
        var now = feed.serviceTime(key);
        Runnable work = () -> {
            var byNode = state.files(side).stream().filter(each -> named.contains(each.node()))
                    .collect(Collectors.groupingBy(ListedFile::node));
            var kept = new ArrayList<KeptFileList>();
            byNode.forEach((node, files) -> kept.add(
                    new KeptFileList(key, side, node, now, FileListText.write(files))));
            if (!kept.isEmpty()) {
                sayTrouble(key, context.watch().saveFileLists(kept));
            }
        };
        if (list.files().size() > COMPARED_AT_ONCE) {
            Thread.startVirtualThread(work);
        } else {
            work.run();
        }
    }

    private void sayTrouble(MigrationKey key, CompletableFuture<Optional<Fact>> change) {
        context.whenDone(change, trouble -> {
            if (!trouble.isEmpty() && key.equals(shown)) {
                note.set(context.texts().get("uploads.ledger.notKept", trouble));
            }
        });
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
        var all = key.equals(shown) ? shownNodes : nodes.apply(key);
        var before = note.get();
        inBackground(state.expected().size() + state.found().size() > COMPARED_AT_ONCE, () -> {
            var compared = UploadLedger.of(all, state.expected(), state.found());
            return () -> {
                note.set(before);
                if (states.get(key) == state) {
                    states.put(key, measured(key, state.with(compared)));
                    tellOthers(key);
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

    /** Those of the same database, as a table of one may be in another, too. */
    private void tellOthers(MigrationKey changed) {
        states.forEach((key, state) -> {
            if (isSameDatabase(key, changed)) {
                state.ledger().ifPresent(each -> feed.uploadKnowledge().ledgers()
                        .put(key, each.besideTables(tablesElsewhere(key))));
            }
        });
    }

    /** Through whatever connection each is watched: the tables are those of one database. */
    private static boolean isSameDatabase(MigrationKey one, MigrationKey other) {
        return one.ref().database().equals(other.ref().database());
    }

    /** Of other migrations of the same database that can still import them; an earlier attempt uploads the same tables. */
    private Set<String> tablesElsewhere(@Nullable MigrationKey key) {
        return states.entrySet().stream()
                .filter(each -> key != null && !each.getKey().equals(key) && isSameDatabase(each.getKey(), key)
                        && !isAttemptOfSame(each.getKey(), key) && !isOver(each.getKey()))
                .flatMap(each -> each.getValue().ledger().stream()).flatMap(each -> each.tables().stream())
                .collect(Collectors.toSet());
    }

    private boolean isAttemptOfSame(MigrationKey one, MigrationKey other) {
        return isLaterAttempt(one, other) || isLaterAttempt(other, one);
    }

    private boolean isLaterAttempt(MigrationKey later, MigrationKey earlier) {
        return feed.migration(later).filter(each -> each.earlierAttempts().contains(earlier)).isPresent();
    }

    private boolean isOver(MigrationKey key) {
        return feed.migration(key).flatMap(each -> each.situation().phase()).filter(Phase::isClosing).isPresent();
    }

    /** What has arrived and how fast becomes the expected end of the upload. */
    private LedgerState measured(MigrationKey key, LedgerState state) {
        var compared = state.ledger().orElseThrow();
        var total = compared.expectedBytes();
        var now = new MeasuredUpload(
                state.listedAt().orElseGet(() -> feed.serviceTime(key)), Math.min(total, compared.foundBytes()));
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
