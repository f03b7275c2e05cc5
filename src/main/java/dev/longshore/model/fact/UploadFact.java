package dev.longshore.model.fact;

/** Why no upload command can be made, and what is wrong with lists of nodes and files. */
public enum UploadFact implements FactKind {
    /** No node is named. */
    NODE_MISSING,
    /** Figure: what was given as a node. */
    NODE_UNUSABLE,
    /** Two nodes would have the same directory. Figure: its name. */
    NODE_TWICE,
    /** No snapshot is named. */
    SNAPSHOT_MISSING,
    /** Figure: what was given as the name of a snapshot. */
    SNAPSHOT_UNUSABLE,
    /** Figure: what was given as the data directory. */
    DATA_UNUSABLE,
    /** Figure: what was given as a keyspace or a table. */
    TABLE_UNUSABLE,
    /** The service's upload directory. Figure: how it should begin. */
    DIRECTORY_UNUSABLE,
    /** The service's upload credentials contain what a terminal would act on. */
    CREDENTIALS_UNUSABLE
}
