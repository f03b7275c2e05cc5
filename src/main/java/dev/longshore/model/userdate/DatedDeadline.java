package dev.longshore.model.userdate;

import dev.longshore.model.fact.DeadlineFact;
import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of the user's own with what is known of it now.
 *
 * @param deadline the deadline
 * @param due when it is due
 * @param answer whether the import ends before it
 */
public record DatedDeadline(OwnDeadline deadline, DueTime due, Optional<EndAnswer> answer) {
    /** When a deadline is due, as far as that is known. */
    public sealed interface DueTime {
        /**
         * Within this range; a time that is known has both ends the same.
         *
         * @param earliest in UTC
         * @param latest in UTC, not before {@code earliest}
         */
        record DueBetween(Instant earliest, Instant latest) implements DueTime {
            static DueBetween at(Instant at) {
                return new DueBetween(at, at);
            }

            /** True when the time is known. */
            public boolean isKnown() {
                return earliest.equals(latest);
            }
        }

        /** Nobody knows; the reason says why. */
        record DueUnknown(Fact reason) implements DueTime {}
    }

    /**
     * Whether an import ends before a deadline.
     *
     * @param verdict the answer in one word
     * @param reason what it rests on
     */
    public record EndAnswer(EndVerdict verdict, Fact reason) {
        /** The answer as sentences. */
        public Fact fact() {
            return Fact.of(switch (verdict) {
                case YES -> DeadlineFact.YES;
                case NO -> DeadlineFact.NO;
                case NOT_KNOWN -> DeadlineFact.NOT_KNOWN;
            }, reason);
        }
    }

    /** The answer in one word. */
    public enum EndVerdict {
        YES,
        NO,
        NOT_KNOWN
    }

    /** The moment it is due, in UTC; null where that is a range or not known. */
    public @Nullable Instant at() {
        return due instanceof DueTime.DueBetween between && between.isKnown() ? between.earliest() : null;
    }

    /** True when the import will not end before it, or has not. */
    public boolean isMissed() {
        return answer.filter(each -> each.verdict() == EndVerdict.NO).isPresent();
    }

    /** When it is due, as a fact. */
    public Fact when() {
        return switch (due) {
            case DueTime.DueBetween between when between.isKnown() ->
                Fact.of(DeadlineFact.DUE_AT, between.earliest());
            case DueTime.DueBetween(var earliest, var latest) ->
                Fact.of(DeadlineFact.DUE_BETWEEN, earliest, latest);
            case DueTime.DueUnknown(var reason) -> Fact.of(DeadlineFact.DUE_UNKNOWN, reason);
        };
    }
}
