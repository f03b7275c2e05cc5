package dev.longshore.model.fact;

/** Why an update feed says nothing. */
public enum UpdateFact implements FactKind {
    /** The feed cannot be reached. Figures: its address, what the system says. */
    UNREACHABLE,
    /** The address of the feed answers with an error. Figures: the address, the status. */
    ANSWERED,
    /** The address of the feed leads elsewhere. Figure: the address. */
    REDIRECTED,
    /** The feed is far too long. Figure: the address. */
    TOO_LARGE,
    /** The feed is not signed. */
    UNSIGNED,
    /** The feed was signed by somebody else, or changed. */
    WRONG_SIGNATURE,
    /** The signed feed is not understood. */
    MALFORMED,
    /** The feed is no longer valid. Figure: the day on which it ended. */
    EXPIRED,
    /** The feed names an older version than one before it. Figures: its version, the version that was named before. */
    OLDER_THAN_BEFORE
}
