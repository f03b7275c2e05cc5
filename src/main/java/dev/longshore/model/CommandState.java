package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a {@link Command} has come: asked for, taken, and seen to have happened are three different things. */
public sealed interface CommandState {
    /** When this state was reached, in UTC. */
    Instant at();

    /** The intent is on disk; whether the call has left is not known. */
    record Requested(Instant at) implements CommandState {}

    /**
     * The service took it (2xx); the status may lag for minutes.
     *
     * @param cleanupTime when the cleanup is due by the service's answer, in UTC; null where it did not say
     */
    record Accepted(Instant at, @Nullable Instant cleanupTime) implements CommandState {
        /** Taken with an answer that did not say when the cleanup is due. */
        public Accepted(Instant at) {
            this(at, null);
        }
    }

    /**
     * It was sent and no answer came: it may or may not have happened, the next observation decides.
     *
     * @param why what went wrong, for the user
     */
    record Unanswered(Instant at, Fact why) implements CommandState {}

    /** An observation shows what was asked for. */
    record Observed(Instant at) implements CommandState {}

    /**
     * The service refused it, or it never left: nothing happened.
     *
     * @param why the reason, for the user
     */
    record Refused(Instant at, Fact why) implements CommandState {}

    /**
     * Nothing came of it within the lag that the service documents, or events overtook it.
     *
     * @param why what was seen instead, for the user
     */
    record NoEffect(Instant at, Fact why) implements CommandState {}

    /** How it is called wherever it is worded or drawn. */
    default CommandStateKind kind() {
        return switch (this) {
            case Requested _ -> CommandStateKind.REQUESTED;
            case Accepted _ -> CommandStateKind.ACCEPTED;
            case Unanswered _ -> CommandStateKind.UNANSWERED;
            case Observed _ -> CommandStateKind.OBSERVED;
            case Refused(_, var why) ->
                ServiceFact.isAnswered(why) ? CommandStateKind.REFUSED : CommandStateKind.NOT_SENT;
            case NoEffect _ -> CommandStateKind.NO_EFFECT;
        };
    }

    /** What went wrong, for the user; empty where nothing did. */
    default Optional<Fact> reason() {
        return switch (this) {
            case Unanswered(_, var why) -> Optional.of(why);
            case Refused(_, var why) -> Optional.of(why);
            case NoEffect(_, var why) -> Optional.of(why);
            case Requested _,Accepted _,Observed _ -> Optional.empty();
        };
    }

    /** True while an observation can still decide what became of it. */
    default boolean isOpen() {
        return switch (this) {
            case Requested _,Accepted _,Unanswered _ -> true;
            case Observed _,Refused _,NoEffect _ -> false;
        };
    }
}
