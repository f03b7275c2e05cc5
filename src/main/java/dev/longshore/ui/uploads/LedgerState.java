package dev.longshore.ui.uploads;

import dev.longshore.model.KeptFileList;
import dev.longshore.model.KeptFileList.FileListSide;
import dev.longshore.upload.FileList;
import dev.longshore.upload.FileList.ListedFile;
import dev.longshore.upload.FileListText;
import dev.longshore.upload.UploadLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the user gave of one upload.
 *
 * @param expected what nodes have
 * @param found what has arrived
 * @param ledger the comparison of both, while it is up to date
 * @param measured what had arrived when that was listed last
 * @param listedAt when what has arrived was listed last, in UTC
 */
record LedgerState(
        List<ListedFile> expected, List<ListedFile> found, Optional<UploadLedger> ledger,
        Optional<MeasuredUpload> measured, Optional<Instant> listedAt) {
    static final LedgerState EMPTY = new LedgerState(
            List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What had arrived at a time.
     *
     * @param at when, in UTC
     */
    record MeasuredUpload(Instant at, long bytes) {
        /** True where so much has arrived since that a pace can be told. */
        boolean isPace(MeasuredUpload before, Duration shortest) {
            return bytes > before.bytes && Duration.between(before.at, at).compareTo(shortest) >= 0;
        }

        /** In bytes in a second. */
        long rateSince(MeasuredUpload before) {
            return (bytes - before.bytes) / Math.max(1, Duration.between(before.at, at).toSeconds());
        }
    }

    /** The files of one side. */
    List<ListedFile> files(FileListSide side) {
        return switch (side) {
            case EXPECTED -> expected;
            case FOUND -> found;
        };
    }

    LedgerState add(FileListSide side, FileList list, Instant now) {
        return switch (side) {
            case EXPECTED -> new LedgerState(merged(expected, list), found, ledger, measured, listedAt);
            case FOUND -> new LedgerState(expected, merged(found, list), ledger, measured, Optional.of(now));
        };
    }

    LedgerState with(UploadLedger compared) {
        return new LedgerState(expected, found, Optional.of(compared), measured, listedAt);
    }

    LedgerState with(MeasuredUpload now) {
        return new LedgerState(expected, found, ledger, Optional.of(now), listedAt);
    }

    /** What was kept. */
    static LedgerState of(List<KeptFileList> kept) {
        var listedAt = kept.stream().filter(each -> each.side() == FileListSide.FOUND).map(KeptFileList::at)
                .max(Comparator.naturalOrder());
        return new LedgerState(
                files(kept, FileListSide.EXPECTED), files(kept, FileListSide.FOUND), Optional.empty(), Optional.empty(),
                listedAt);
    }

    private static List<ListedFile> files(List<KeptFileList> kept, FileListSide side) {
        return kept.stream().filter(each -> each.side() == side)
                .flatMap(each -> FileListText.read(each.node(), each.content()).stream()).toList();
    }

    /** The same, with what {@code kept} says of nodes of which it tells nothing. */
    LedgerState above(LedgerState kept) {
        return new LedgerState(above(kept.expected, expected), above(kept.found, found), ledger, measured,
                listedAt.or(() -> kept.listedAt));
    }

    private static List<ListedFile> above(List<ListedFile> kept, List<ListedFile> newer) {
        var named = newer.stream().map(ListedFile::node).collect(Collectors.toSet());
        return Stream.concat(kept.stream().filter(each -> !named.contains(each.node())), newer.stream()).toList();
    }

    /** A list tells everything of the nodes that it names, and nothing of the others. */
    private static List<ListedFile> merged(List<ListedFile> before, FileList list) {
        var named = list.files().stream().map(ListedFile::node).collect(Collectors.toSet());
        return Stream.concat(
                before.stream().filter(each -> !named.contains(each.node())),
                list.files().stream().filter(each -> !each.node().isBlank())).toList();
    }
}
