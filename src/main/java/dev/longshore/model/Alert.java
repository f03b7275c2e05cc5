package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a migration or a connection that a user should know. Two notices of one thing are the same notice
 * when kind and moment are the same, however their sentences have changed meanwhile.
 *
 * @param kind what sort of thing
 * @param severity how urgent
 * @param at the moment it is about, in UTC: when it was seen, or when it is due; null where there is none
 * @param fact what it is, for the user
 */
public record Alert(Kind kind, Severity severity, @Nullable Instant at, Fact fact) {
    /** What sort of thing, the most urgent first among equals. */
    public enum Kind {
        /** A connection is not watched until a user does something: its token was rejected, or there is none. */
        CONNECTION_STOPPED,
        /** A route of notifications has not delivered for a while. */
        ROUTE_FAILING,
        /** The import failed. */
        FAILED,
        /** The queue of a database launches nothing any more. */
        QUEUE_STOPPED,
        /** The import was aborted, and nobody here had asked for it. */
        ABORTED_BY_OTHERS,
        /** The staged files were deleted, and neither was that asked for here nor was it time. */
        CLEANED_UP_UNEXPECTEDLY,
        /** The staged files will be deleted before the import ends, or too close to it. */
        COLLISION,
        /** The staged files will be deleted soon. */
        CLEANUP_SOON,
        /** The cleanup is due at another time than was known, and nobody here had asked for it. */
        CLEANUP_MOVED,
        /** The policy that the user has set moved the cleanup. */
        MOVED_BY_POLICY,
        /** Something else changed, and nobody here had asked for it. */
        CHANGED_BY_OTHERS,
        /** What was asked for was refused, had no effect, or nobody knows yet whether it happened. */
        COMMAND_FAILED,
        /** An initialize was never answered: a migration may exist of which only the service knows. */
        INITIALIZE_UNANSWERED,
        /** Its status is a word that nobody knows. */
        UNKNOWN_STATUS,
        /** A deadline of the user's own comes soon, or will be missed. */
        OWN_DEADLINE,
        /** The upload credentials end soon, or have ended. */
        CREDENTIALS_END,
        /** The calls of a connection have failed for a while; it goes on trying. */
        CONNECTION_TROUBLED,
        /** It could not be asked about for a while, though others of its connection could. */
        NOT_ANSWERED,
        /** The import that stood in its way has ended, and it can be launched. */
        NEXT_CAN_START,
        /** Nothing moves any more where something should. */
        STALLED,
        /** The import has ended well. */
        IMPORTED
    }

    /** How urgent. */
    public enum Severity {
        /** Something may be lost, or nobody watches. */
        ACT_NOW,
        /** It can wait for hours, not for days. */
        SOON,
        /** Good news. */
        GOOD,
        /** Worth a line in the log. */
        LOG
    }
}
