package dev.longshore.model.lifecycle;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules of the lifecycle need to know about a migration at one moment.
 *
 * @param now the service's time as far as known, in UTC
 * @param lastKnown what was observed, or null before the first answer
 * @param readOnly true when its connection is read-only
 * @param open the action that was asked for and is not decided yet, other than a schedule, or null
 * @param openSchedule the schedule of the cleanup that was asked for and is not decided yet, or null
 * @param siblings the other migrations on the same database: a name for each and its last status
 * @param obstacle why nothing at all can be sent from this computer, or null
 */
public record Situation(
        Instant now,
        @Nullable LastKnown lastKnown,
        boolean readOnly,
        @Nullable Command open,
        @Nullable Command openSchedule,
        List<Sibling> siblings,
        @Nullable Fact obstacle) {
    public Situation {
        siblings = List.copyOf(siblings);
    }

    /** One in which something can be sent. */
    public Situation(Instant now, @Nullable LastKnown lastKnown, boolean readOnly, @Nullable Command open,
            @Nullable Command openSchedule, List<Sibling> siblings) {
        this(now, lastKnown, readOnly, open, openSchedule, siblings, null);
    }

    /** One in which at most one action is not decided yet. */
    public Situation(Instant now, @Nullable LastKnown lastKnown, boolean readOnly, @Nullable Command open,
            List<Sibling> siblings) {
        this(now, lastKnown, readOnly, isSchedule(open) ? null : open, isSchedule(open) ? open : null, siblings);
    }

    private static boolean isSchedule(@Nullable Command command) {
        return command != null && command.action() == Action.SCHEDULE_CLEANUP;
    }

    /** The actions that are not decided yet. */
    public List<Command> undecided() {
        return Stream.of(open, openSchedule).flatMap(Stream::ofNullable).filter(Command::isOpen).toList();
    }

    /** The phase last observed, or empty where there is none or its word is unknown. */
    public Optional<Phase> phase() {
        return Optional.ofNullable(lastKnown).flatMap(known -> known.status().phase());
    }

    /** The same situation at another moment, in UTC: what was observed stays what it was, and time goes on. */
    public Situation at(Instant moment) {
        return new Situation(moment, lastKnown, readOnly, open, openSchedule, siblings, obstacle);
    }

    /**
     * Another migration on the same database.
     *
     * @param name the user's name for it
     * @param status its last observed status, or null before the first answer
     * @param launchOpen true when a launch of it was asked for and is not decided yet
     * @param importedAt when its import was first seen to have ended well, in UTC; null where nobody saw that
     */
    public record Sibling(
            String name, @Nullable Status status, boolean launchOpen, @Nullable Instant importedAt) {
        /** One of which nobody saw an import end. */
        public Sibling(String name, @Nullable Status status, boolean launchOpen) {
            this(name, status, launchOpen, null);
        }
    }
}
