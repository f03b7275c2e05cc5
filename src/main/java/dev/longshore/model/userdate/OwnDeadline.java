package dev.longshore.model.userdate;

import dev.longshore.model.MigrationKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A date by which the user wants something of a migration. The service knows nothing of it.
 *
 * @param id unique, made by Longshore
 * @param key which migration
 * @param name the user's name for it
 * @param rule when it is due
 * @param route the name of the only route of notifications that its alerts take; empty for all that want them
 * @param changedAt when it was set, or changed last, in UTC
 * @param isRemoved true once the user has taken it away
 */
public record OwnDeadline(String id, MigrationKey key, String name, DeadlineRule rule, String route,
        Instant changedAt, boolean isRemoved) {
    public OwnDeadline {
        name = name.strip();
        route = route.strip();
    }

    /** The same without its name. */
    public OwnDeadline unnamed() {
        return new OwnDeadline(id, key, "", rule, route, changedAt, isRemoved);
    }

    /** The same, taken away at that time. */
    public OwnDeadline removed(Instant at) {
        return new OwnDeadline(id, key, name, rule, route, at.isBefore(changedAt) ? changedAt : at, true);
    }

    /** When a deadline is due. */
    public sealed interface DeadlineRule {
        /** At one time, in UTC and whole seconds. */
        record FixedTime(Instant at) implements DeadlineRule {
            public FixedTime {
                at = at.truncatedTo(ChronoUnit.SECONDS);
            }
        }

        /** So long after something else, or before it where {@code offset} is negative. */
        record RelativeTime(DeadlineAnchor anchor, Duration offset) implements DeadlineRule {}
    }

    /** What the time of a deadline can depend on. */
    public enum DeadlineAnchor {
        /** The newest launch of the import, as observed. */
        LAUNCH,
        /** The end of the import, as observed or expected. */
        IMPORT_END,
        /** The cleanup, whenever it is due. */
        CLEANUP
    }

    /** True when it waits for the end of the import, so that nobody asks whether the import ends before it. */
    boolean isAfterTheEnd() {
        return rule instanceof DeadlineRule.RelativeTime(var anchor, _) && anchor == DeadlineAnchor.IMPORT_END;
    }
}
