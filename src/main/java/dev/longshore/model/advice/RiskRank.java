package dev.longshore.model.advice;

import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.model.lifecycle.Situation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a migration ranks among others: what is lost first comes first. Whether one needs a user, and how many do, is
 * told by this rank only, so that table, strip, bell and title never count differently. Pure.
 *
 * @param level how much is at stake
 * @param cleanup when its cleanup is due, in UTC, or null while that is not known
 */
public record RiskRank(Level level, @Nullable Instant cleanup) implements Comparable<RiskRank> {
    private static final Comparator<RiskRank> ORDER = Comparator.comparing((RiskRank each) -> each.level())
            .thenComparing(RiskRank::cleanup, Comparator.nullsLast(Comparator.naturalOrder()));

    /** What is at stake, most urgent first. */
    public enum Level {
        /** Data is lost, or will be, unless a user acts: the {@link CollisionGuard} sees red. */
        AT_RISK,
        /** Its newest answer failed; what is known of it gives no reason to act. */
        NOT_ANSWERING,
        /** Its import failed, its status is undocumented, or its newest command came to nothing or may have. */
        NEEDS_DECISION,
        /** There is less room before the cleanup than there should be: the {@link CollisionGuard} sees amber. */
        LITTLE_TIME,
        /** The service works on it, or it receives files. */
        RUNNING,
        /** Paused, ended, or not checked yet. */
        RESTING,
        /** Nothing is left of it. */
        CLOSED
    }

    /**
     * The rank of a migration.
     *
     * @param situation the migration and its surroundings now
     * @param deadlines as {@link CleanupClock} gives them
     * @param expectedEnd when its import is expected to end; before the launch, when its upload is
     * @param hasProblem true while its newest answer failed
     * @param latest its newest command, or null
     */
    public static RiskRank of(Situation situation, List<Deadline> deadlines, Forecast expectedEnd,
            boolean hasProblem, @Nullable Command latest) {
        var cleanup = CollisionGuard.cleanup(deadlines).map(Deadline::at).orElse(null);
        return new RiskRank(levelOf(situation, risk(situation, deadlines, expectedEnd), hasProblem, latest), cleanup);
    }

    private static Level levelOf(Situation situation, Risk risk, boolean hasProblem, @Nullable Command latest) {
        if (risk == Risk.RED) {
            return Level.AT_RISK;
        }
        if (needsDecision(situation, latest)) {
            return Level.NEEDS_DECISION;
        }
        if (hasProblem) {
            return Level.NOT_ANSWERING;
        }
        return risk == Risk.AMBER ? Level.LITTLE_TIME
                : situation.phase().map(RiskRank::calm).orElse(Level.RESTING);
    }

    private static Risk risk(Situation situation, List<Deadline> deadlines, Forecast expectedEnd) {
        var known = situation.lastKnown();
        return known == null ? Risk.NONE
                : CollisionGuard.assess(situation.now(), known.status(), deadlines, expectedEnd).risk();
    }

    private static boolean needsDecision(Situation situation, @Nullable Command latest) {
        var known = situation.lastKnown();
        return (latest != null && FailedCommandRule.hasFailed(latest))
                || (known != null && (known.status() instanceof Status.UnknownStatus
                        || known.status().is(Phase.FAILED)));
    }

    private static Level calm(Phase phase) {
        return switch (phase) {
            case INITIALIZING, RECEIVING_FILES, STARTING, IMPORT_IN_PROGRESS -> Level.RUNNING;
            case PAUSED, FAILED, ABORTED, MIGRATION_DONE, CLEANING_UP_FILES -> Level.RESTING;
            case CLOSED -> Level.CLOSED;
        };
    }

    /**
     * Whether it needs a user now. One that only does not answer does not: there is nothing to decide about it, and it
     * is asked again by itself.
     */
    public boolean needsAttention() {
        return level == Level.AT_RISK || level == Level.NEEDS_DECISION;
    }

    @Override
    public int compareTo(RiskRank other) {
        return ORDER.compare(this, other);
    }
}
