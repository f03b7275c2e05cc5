package dev.longshore.model.fact;

/** What the keystore of the system can do, and what the user can do about it. */
public enum KeystoreFact implements FactKind {
    /** It answers. Figure: its name. */
    STORED,
    /** It will ask for its password. */
    LOCKED,
    /** The user did not unlock it. */
    NOT_UNLOCKED,
    /** It is at work on an earlier request. */
    BUSY,
    /** No answer before Longshore ended. */
    CLOSING,
    /** It does not answer. */
    NO_ANSWER,
    /** It does not answer. Figure: how long it was waited for. */
    NO_ANSWER_WITHIN,
    /** Figure: its name. */
    ACCESS_REFUSED,
    /** Figure: its name. */
    UNUSABLE,
    /** The library behind it failed. */
    LIBRARY_FAILED,
    /** No D-Bus session. */
    NO_SESSION_BUS,
    /** The D-Bus session refuses connections. */
    SESSION_BUS_UNREACHABLE,
    /** No program offers the Secret Service. */
    NO_KEYRING,
    /** The keyring is there but does not start. */
    KEYRING_NOT_STARTED,
    /** The keyring has no default collection. */
    NO_DEFAULT_KEYRING
}
