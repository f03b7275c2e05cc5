package dev.longshore.model;

import java.time.Instant;

/**
 * What a list of files said of one node of an upload, as it is kept for the ledger.
 *
 * @param key the migration
 * @param side whose files they are
 * @param node the name of the node
 * @param at when the user gave it, in UTC
 * @param content its lines, in the form of the room {@code upload}
 */
public record KeptFileList(MigrationKey key, FileListSide side, String node, Instant at, String content) {
    /** Whose files a list names. */
    public enum FileListSide {
        /** What the node has. */
        EXPECTED,
        /** What has arrived. */
        FOUND
    }
}
