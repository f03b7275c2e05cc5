package dev.longshore.model;

/** How a {@link CommandState} is called. What nobody refused because it never left has a word of its own. */
public enum CommandStateKind {
    /** The intent is on disk. */
    REQUESTED,
    /** The service took it. */
    ACCEPTED,
    /** It was sent and no answer came. */
    UNANSWERED,
    /** It was seen to have happened. */
    OBSERVED,
    /** An answer said no. */
    REFUSED,
    /** It reached nobody. */
    NOT_SENT,
    /** It was taken, and nothing came of it. */
    NO_EFFECT
}
