package dev.longshore.model.cleanup;

import dev.longshore.model.Phase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the service does to staged files by rules 6 to 8 of the Sideloader documentation and nothing else, told again
 * without the code it is held against: a cleanup never runs during an import, an idle week ends in one, a scheduled time
 * overrides it for good, and one that is overdue when an import ends starts at that moment.
 */
final class DocumentedRules {
    private static final Duration IDLE_WEEK = Duration.ofDays(7);

    private Instant idleSince;
    private @Nullable Instant scheduled;
    private @Nullable Instant cleanedUpAt;
    private Phase phase = Phase.RECEIVING_FILES;

    DocumentedRules(Instant initializedAt) {
        idleSince = initializedAt;
    }

    /** What can happen to a migration. */
    enum ServiceEvent {
        LAUNCH,
        PAUSE,
        RESUME,
        FAIL,
        SUCCEED,
        ABORT
    }

    /** Lets time pass until {@code now}, then {@code act} happens, if it can. */
    void happens(ServiceEvent serviceEvent, Instant now) {
        passes(now);
        switch (serviceEvent) {
            case LAUNCH -> become(Phase.IMPORT_IN_PROGRESS, Phase.RECEIVING_FILES, Phase.FAILED);
            case PAUSE -> become(Phase.PAUSED, Phase.IMPORT_IN_PROGRESS);
            case RESUME -> become(Phase.IMPORT_IN_PROGRESS, Phase.PAUSED);
            case FAIL -> become(Phase.FAILED, Phase.IMPORT_IN_PROGRESS);
            case ABORT -> become(Phase.ABORTED, Phase.IMPORT_IN_PROGRESS, Phase.PAUSED);
            case SUCCEED -> {
                if (phase == Phase.IMPORT_IN_PROGRESS) {
                    phase = Phase.MIGRATION_DONE;
                    idleSince = now;
                }
            }
        }
        passes(now);
    }

    void schedule(Instant at, Instant now) {
        passes(now);
        scheduled = at;
        passes(now);
    }

    /** Lets time pass; what is due meanwhile is done, but never while an import runs. */
    void passes(Instant until) {
        if (cleanedUpAt == null && phase != Phase.IMPORT_IN_PROGRESS && !due().isAfter(until)) {
            cleanedUpAt = due();
            phase = Phase.CLOSED;
        }
    }

    private void become(Phase next, Phase... from) {
        for (var each : from) {
            if (phase == each) {
                phase = next;
                return;
            }
        }
    }

    Phase phase() {
        return phase;
    }

    /** When the cleanup is due, as the service would say. */
    Instant due() {
        return scheduled == null ? idleSince.plus(IDLE_WEEK) : scheduled;
    }

    boolean isGone() {
        return cleanedUpAt != null;
    }
}
