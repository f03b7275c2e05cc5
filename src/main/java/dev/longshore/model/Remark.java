package dev.longshore.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user lets the others know about a migration, or about an alert of it; never changed, only added to.
 *
 * @param id unique, made by Longshore
 * @param key which migration
 * @param alert which of its alerts; null where it is about the migration as a whole
 * @param kind what it says
 * @param author the user
 * @param at when, in UTC
 * @param text a note's words; for {@link RemarkKind#ACKNOWLEDGE} how urgent the alert was; else what the alert said, or empty
 */
public record Remark(
        String id, MigrationKey key, @Nullable AlertCause alert, RemarkKind kind, String author, Instant at,
        String text) {
    /**
     * What tells an alert of a migration from its others, at every desk.
     *
     * @param kind what it is
     * @param about the moment it is about, in UTC, or null
     */
    public record AlertCause(Alert.Kind kind, @Nullable Instant about) {
        /** That of an alert. */
        public static AlertCause of(Alert alert) {
            return new AlertCause(alert.kind(), alert.at());
        }
    }

    /** What a remark says. */
    public enum RemarkKind {
        /** In the author's own words. */
        NOTE,
        /** The author looks after it. */
        CLAIM,
        /** Nobody looks after it any more. */
        RELEASE,
        /** Everybody knows of the alert. */
        ACKNOWLEDGE,
        /** The alert that was acknowledged is over. */
        END
    }

    /** How urgent the alert was that was acknowledged. */
    public Optional<Alert.Severity> severity() {
        return kind == RemarkKind.ACKNOWLEDGE ? Optional.of(Alert.Severity.valueOf(text)) : Optional.empty();
    }
}
