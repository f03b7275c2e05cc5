package dev.longshore.model.userdate;

import dev.longshore.model.History;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an import was launched and ended, as far as somebody saw it.
 *
 * @param launchedAt when it was first seen after the newest launch, in UTC; null where nobody saw it begin
 * @param endedAt when it was first seen to have ended well, in UTC; null where nobody saw that
 */
public record ImportMoments(@Nullable Instant launchedAt, @Nullable Instant endedAt) {
    /** Nobody saw anything. */
    public static final ImportMoments UNSEEN = new ImportMoments(null, null);

    /** What the observations of a migration tell. */
    public static ImportMoments of(History history) {
        Instant launched = null;
        Instant ended = null;
        Observation before = null;
        for (var each : history.observations()) {
            if (before != null && isLaunched(each) && !isLaunched(before)) {
                launched = each.at();
                ended = null;
            }
            if (before != null && each.status().is(Phase.MIGRATION_DONE) && !before.status().is(Phase.MIGRATION_DONE)) {
                ended = each.at();
            }
            before = each;
        }
        return new ImportMoments(launched, ended);
    }

    private static boolean isLaunched(Observation observation) {
        return observation.status().phase().filter(phase -> switch (phase) {
            case STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE -> true;
            case INITIALIZING, RECEIVING_FILES, FAILED, ABORTED, CLEANING_UP_FILES, CLOSED -> false;
        }).isPresent();
    }

    Optional<Instant> launch() {
        return Optional.ofNullable(launchedAt);
    }

    Optional<Instant> end() {
        return Optional.ofNullable(endedAt);
    }
}
