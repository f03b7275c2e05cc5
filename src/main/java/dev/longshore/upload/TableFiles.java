package dev.longshore.upload;

import dev.longshore.upload.FileList.ListedFile;
import dev.longshore.upload.FileList.SizeKind;
import java.util.HashMap;
import java.util.Map;

/** The files of one table on one node, as one list tells them. A file that is listed twice counts once, as it was last. */
final class TableFiles {
    private final Map<String, ListedFile> files = new HashMap<>();
    private final Map<String, ListedFile> sums = new HashMap<>();

    void add(ListedFile file) {
        (file.size().kind() == SizeKind.FILE ? files : sums).put(file.file(), file);
    }

    /** Its files by their paths; none where only sums are known. */
    Map<String, ListedFile> files() {
        return files;
    }

    boolean isSum() {
        return files.isEmpty();
    }

    /** True where the last block of each file counts as full. */
    boolean isOfBlocks() {
        return isSum() && sums.values().stream().anyMatch(each -> each.size().kind() == SizeKind.BLOCKS);
    }

    UploadLedger.FileCount count() {
        return new UploadLedger.FileCount(isSum() ? -1 : files.size(), bytes());
    }

    long bytes() {
        return counted().values().stream().mapToLong(ListedFile::bytes).sum();
    }

    /** By how many bytes {@link #bytes()} may differ. */
    long margin() {
        return counted().values().stream().mapToLong(ListedFile::margin).sum();
    }

    /** Where files are listed, sums beside them count them once more. */
    private Map<String, ListedFile> counted() {
        return isSum() ? sums : files;
    }
}
