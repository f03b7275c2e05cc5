package dev.longshore.model.plan;

import dev.longshore.model.Deadline;
import dev.longshore.model.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The situation in which a plan begins. What takes the service minutes (to start an import, to end running jobs on a
 * pause) takes no time here. All times are whole seconds.
 *
 * @param now when the plan begins, in UTC
 * @param phase where the migration stands then
 * @param cleanup when its cleanup is due, and by which rule
 * @param importLength how long its import runs on; where it does not run, how long it takes once it is launched
 * @param busy until when other imports run on the same database; null where none does
 */
public record PlanStart(
        Instant now, Phase phase, Deadline cleanup, ImportLength importLength, @Nullable OccupiedUntil busy) {
    public PlanStart {
        now = now.truncatedTo(ChronoUnit.SECONDS);
        phase = phase == Phase.STARTING ? Phase.IMPORT_IN_PROGRESS : phase;
        var due = cleanup.at().truncatedTo(ChronoUnit.SECONDS);
        cleanup = new Deadline(due, cleanup.cause(), cleanup.observedAt());
    }

    /**
     * Until when other imports run on the same database.
     *
     * @param earliest not shorter, in UTC
     * @param latest not longer, in UTC; {@link Instant#MAX} where they may never end
     * @param known false where nobody knows, and the range is only what is thought possible
     */
    public record OccupiedUntil(Instant earliest, Instant latest, boolean known) {
        /** Until then, or not known to end before; {@link Instant#MAX} where nobody knows. */
        public static OccupiedUntil until(Instant latest) {
            return new OccupiedUntil(latest, latest, !latest.equals(Instant.MAX));
        }

        /** As long as both of them. */
        OccupiedUntil and(@Nullable OccupiedUntil other) {
            return other == null ? this
                    : new OccupiedUntil(later(earliest, other.earliest), later(latest, other.latest),
                            known && other.known);
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    /** The same where other imports run on the database that long. */
    PlanStart with(@Nullable OccupiedUntil others) {
        return new PlanStart(now, phase, cleanup, importLength, others);
    }

    /**
     * How long an import runs.
     *
     * @param shortest at least
     * @param longest at most; not shorter
     * @param known false where nobody knows, and the range is only what is thought possible
     */
    public record ImportLength(Duration shortest, Duration longest, boolean known) {
        private static final Duration LONGEST = Duration.ofDays(365);

        public ImportLength {
            shortest = shortest.truncatedTo(ChronoUnit.SECONDS);
            longest = longest.truncatedTo(ChronoUnit.SECONDS);
        }

        /** Between these two. */
        public static ImportLength between(Duration shortest, Duration longest) {
            return new ImportLength(shortest, longest, true);
        }

        /** Anything up to a year. */
        public static ImportLength unknown() {
            return new ImportLength(Duration.ZERO, LONGEST, false);
        }
    }

    /**
     * The same situation, where there is something to plan: a status whose rules are documented, a cleanup that is named,
     * and none that has begun.
     */
    public static Optional<PlanStart> of(Instant now, Optional<Phase> phase, Optional<Deadline> cleanup,
            ImportLength importLength, @Nullable OccupiedUntil busy) {
        return phase.filter(PlanStart::canBePlanned).flatMap(known -> cleanup
                .map(due -> new PlanStart(now, known, due, importLength, busy)));
    }

    private static boolean canBePlanned(Phase phase) {
        return switch (phase) {
            case RECEIVING_FILES, STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, FAILED, ABORTED -> true;
            case INITIALIZING, CLEANING_UP_FILES, CLOSED -> false;
        };
    }
}
