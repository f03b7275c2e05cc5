package dev.longshore.simulator.sample;

import dev.longshore.simulator.http.SimulatedOperation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw and did who watched the sample organisation from its beginning on: each look is what a status call would have
 * been answered at that moment. Oldest first for each migration; of looks that say the same in a row, the first and the
 * last.
 *
 * @param statuses what was seen
 * @param commands what was asked for
 */
public record SampleHistory(List<PastStatus> statuses, List<PastCommand> commands) {

    public SampleHistory {
        statuses = List.copyOf(statuses);
        commands = List.copyOf(commands);
    }

    /**
     * A status answer, without credentials.
     *
     * @param migrationId which migration
     * @param at when, in UTC
     * @param status the status word
     * @param progressInfo the progress text, may be empty
     * @param uploadBucketDir the directory, empty before it is made
     * @param expectedCleanupTime when the cleanup is due, in UTC
     * @param credentialExpiration when the upload credentials end, in UTC, or null while there are none
     */
    public record PastStatus(
            UUID migrationId,
            Instant at,
            String status,
            String progressInfo,
            String uploadBucketDir,
            Instant expectedCleanupTime,
            @Nullable Instant credentialExpiration) {

        boolean equalsExceptTime(PastStatus other) {
            return equals(new PastStatus(
                    other.migrationId, at, other.status, other.progressInfo, other.uploadBucketDir,
                    other.expectedCleanupTime, other.credentialExpiration));
        }
    }

    /**
     * A call that changed something.
     *
     * @param migrationId which migration
     * @param at when, in UTC
     * @param operation what was asked for
     * @param cleanupTime for a cleanup to be scheduled when, in UTC; else null
     */
    public record PastCommand(UUID migrationId, Instant at, SimulatedOperation operation,
            @Nullable Instant cleanupTime) {}
}
