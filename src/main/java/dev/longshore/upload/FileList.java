package dev.longshore.upload;

import dev.longshore.upload.FileListParser.DiskUsageUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a list of files says of the tables of nodes.
 *
 * @param files the files, and sums of directories where nothing but sums is listed
 * @param unreadLines the numbers of lines, from 1, in which no file of a snapshot was found; the first
 *     {@value #MOST_UNREAD}
 * @param unread how many such lines there are
 * @param assumedUnit what numbers of {@code du} without a unit were taken for, because the list does not say; empty where
 *     it has none, or where that was given
 */
public record FileList(List<ListedFile> files, List<Integer> unreadLines, int unread,
        Optional<DiskUsageUnit> assumedUnit) {
    static final int MOST_UNREAD = 20;

    public FileList {
        files = List.copyOf(files);
        unreadLines = List.copyOf(unreadLines);
    }

    /**
     * A file of a snapshot, or the sum of all of one.
     *
     * @param node the node's name, blank where the list does not tell it
     * @param table keyspace and table, with a dot between them
     * @param file its path below the keyspace's directory; of a sum the directory of the snapshot
     */
    public record ListedFile(String node, String table, String file, ListedSize size) {
        long bytes() {
            return size.bytes();
        }

        long margin() {
            return size.margin();
        }
    }

    /**
     * A size as it was listed.
     *
     * @param margin by how many bytes it may differ, because it was rounded or counts directories
     */
    public record ListedSize(long bytes, long margin, SizeKind kind) {}

    /** What a size is of. */
    public enum SizeKind {
        /** Of one file. */
        FILE,
        /** Of all files in a directory. */
        SUM,
        /** Of all blocks that the files in a directory take on a disk. */
        BLOCKS
    }
}
