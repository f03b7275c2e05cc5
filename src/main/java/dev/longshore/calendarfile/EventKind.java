package dev.longshore.calendarfile;

import dev.longshore.model.Deadline;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.DeadlineFact;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be due of a migration. Its name is a part of the UID and never changes. */
public enum EventKind {
    /** The cleanup, by whatever rule. */
    CLEANUP,
    /** The end of the upload credentials. */
    CREDENTIALS,
    /** A deadline that the user has set. */
    DEADLINE,
    /** A freeze window. */
    FREEZE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param names the name of the migration; before it that of the deadline, where it is one; that of a freeze window alone */
    Fact title(Object... names) {
        return Fact.of(switch (this) {
            case CLEANUP -> CleanupFact.EVENT_CLEANUP;
            case CREDENTIALS -> CleanupFact.EVENT_CREDENTIALS;
            case DEADLINE -> DeadlineFact.EVENT_TITLE;
            case FREEZE -> DeadlineFact.EVENT_FREEZE;
        }, names);
    }

    List<Duration> reminders() {
        return switch (this) {
            case CLEANUP -> List.of(Duration.ofHours(72), Duration.ofHours(24), Duration.ofHours(1));
            case CREDENTIALS -> List.of(Duration.ofMinutes(15));
            case DEADLINE -> List.of(Duration.ofHours(24), Duration.ofHours(1));
            case FREEZE -> List.of();
        };
    }

    boolean is(Deadline deadline) {
        return this == (deadline.cause() == Deadline.Cause.CREDENTIALS ? CREDENTIALS : CLEANUP);
    }

    /** When it is or was due, in UTC, as last observed; null for what is not observed. */
    @Nullable
    Instant figure(LastKnown known) {
        var figure = switch (this) {
            case CLEANUP -> known.expectedCleanupTime();
            case CREDENTIALS -> known.credentialExpiration();
            case DEADLINE, FREEZE -> null;
        };
        return figure == null ? null : figure.value();
    }

    /** True as long as the service would still do it. */
    boolean isToCome(LastKnown known) {
        return switch (this) {
            case CLEANUP -> known.status().phase().filter(Phase::isClosing).isEmpty();
            case CREDENTIALS -> known.status().is(Phase.RECEIVING_FILES);
            case DEADLINE, FREEZE -> false;
        };
    }
}
