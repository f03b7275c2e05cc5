package dev.longshore.model.fact;

/** What the watch says of connections and their tokens, of adding and initializing migrations, and of sending commands. */
public enum WatchFact implements FactKind {
    /** The connection was removed meanwhile. */
    CONNECTION_REMOVED,
    /** The connection is stopped, so nothing was sent. Figure: its name. */
    CONNECTION_STOPPED,
    /** The connection is read-only, so nothing was sent. */
    CONNECTION_READ_ONLY,
    /** The migration is no longer on the list, so nothing was sent. */
    NOT_LISTED,
    /** Nothing was sent, because something else came first and made it needless. */
    NOT_WANTED_ANY_MORE,
    /** Nothing was sent, because the journal could not be written first. Figure: why, a fact. */
    NOT_RECORDED,
    /** An answer of the service broke Longshore's own code. Figure: the name of the exception. */
    REPLY_UNREADABLE,
    /** Nothing was changed. */
    NOTHING_CHANGED,
    /** The program ended between the request and its answer. */
    CLOSED_BEFORE_REPLY,
    /** The next status shows whether the command happened. */
    NEXT_STATUS_DECIDES,
    /** What is shown is the last good value, and the status is asked for again. */
    LAST_STATUS_SHOWN,
    /** A migration was made and is on the list. Figure: its ID. */
    INITIALIZED,
    /** A migration was made, but its ID could not be saved. Figures: its ID, why, a fact. */
    INITIALIZED_NOT_SAVED,
    /** What to do where nobody knows whether a migration was made. */
    INITIALIZE_UNCERTAIN,
    /** A migration was added, and its status was read. Figure: the status. */
    ADDED,
    /** A migration is on the list and was not asked about yet. */
    ADDED_NOT_CHECKED,
    /** A migration could not be put on the list. Figure: why, a fact. */
    NOT_ADDED,
    /** A migration was taken off the list while it was being added. */
    ADDED_AND_REMOVED,
    /** A connection was removed while its token was tried. Figure: its name. */
    REMOVED_MEANWHILE,
    /** A connection could not be removed. Figure: why, a fact. */
    CONNECTION_NOT_REMOVED,
    /** The service accepts a token. Figures: how many databases it shows, where the token is, a fact. */
    TOKEN_ACCEPTED,
    /** A rejected connection is tried again by itself. */
    TRIED_AGAIN,
    /** There is no token for a connection. Figure: its name. */
    TOKEN_NEEDED,
    /** There is no token. */
    TOKEN_MISSING,
    /** The token is in the keystore. */
    TOKEN_IN_KEYSTORE,
    /** The token is in memory only. Figure: why, a fact. */
    TOKEN_IN_MEMORY,
    /** The token was taken from the environment variable. */
    TOKEN_FROM_VARIABLE,
    /** The token was made by the simulator. */
    TOKEN_FROM_SIMULATOR,
    /** The token was taken from the environment variable at an earlier start. Figures: the connection's name, its endpoint. */
    TOKEN_NOT_KEPT,
    /** A token could not be deleted from the keystore. Figure: why, a fact. */
    TOKEN_MAY_REMAIN,
    /** The simulator of an earlier start has ended. */
    SIMULATOR_ENDED,
    /** Alerts could not be acknowledged, because the journal cannot be read. */
    NOT_ACKNOWLEDGED
}
