package dev.longshore.model.activity;

/** What a user looks for in the activity log. */
public enum ActivityKind {
    /** A status or a cleanup time was seen to have changed. */
    CHANGES,
    /** The user asked the service to do something. */
    ACTIONS,
    /** An alert was raised, acknowledged, or over. */
    ALERTS,
    /** A user let the others know something. */
    NOTES,
    /** Nobody watched. */
    NOT_WATCHED
}
