package dev.longshore.ui.uploads;

import dev.longshore.upload.FileList;
import dev.longshore.upload.FileList.ListedFile;
import dev.longshore.upload.UploadLedger;
import java.time.Duration;
import java.time.Instant;
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
 */
record LedgerState(
        List<ListedFile> expected, List<ListedFile> found, Optional<UploadLedger> ledger,
        Optional<MeasuredUpload> measured) {
    static final LedgerState EMPTY = new LedgerState(List.of(), List.of(), Optional.empty(), Optional.empty());

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

    LedgerState addExpected(FileList list) {
        return new LedgerState(merged(expected, list), found, ledger, measured);
    }

    LedgerState addFound(FileList list) {
        return new LedgerState(expected, merged(found, list), ledger, measured);
    }

    LedgerState with(UploadLedger compared) {
        return new LedgerState(expected, found, Optional.of(compared), measured);
    }

    LedgerState with(MeasuredUpload now) {
        return new LedgerState(expected, found, ledger, Optional.of(now));
    }

    /** A list tells everything of the nodes that it names, and nothing of the others. */
    private static List<ListedFile> merged(List<ListedFile> before, FileList list) {
        var named = list.files().stream().map(ListedFile::node).collect(Collectors.toSet());
        return Stream.concat(
                before.stream().filter(each -> !named.contains(each.node())),
                list.files().stream().filter(each -> !each.node().isBlank())).toList();
    }
}
