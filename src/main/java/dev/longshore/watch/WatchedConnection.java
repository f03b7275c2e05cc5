package dev.longshore.watch;

import dev.longshore.model.Alert;
import dev.longshore.model.Connection;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection and how it is doing.
 *
 * @param connection its settings
 * @param health whether it is watched
 * @param token where its token is
 * @param databases as last listed; empty before
 * @param lastAnswerAt when the newest answer of any kind arrived, in UTC, or null
 * @param answerTime how long the newest answer took, or null
 * @param clockOffset the service's clock minus ours, from the newest {@code Date} header, or null
 * @param clockJumped true when our clock jumped, or the machine slept, and no answer came since
 * @param listNotes facts about what is missing in the list of databases
 */
public record WatchedConnection(
        Connection connection,
        Health health,
        TokenLocation token,
        List<Database> databases,
        @Nullable Instant lastAnswerAt,
        @Nullable Duration answerTime,
        @Nullable Duration clockOffset,
        boolean clockJumped,
        List<Fact> listNotes) {
    public WatchedConnection {
        databases = List.copyOf(databases);
        listNotes = List.copyOf(listNotes);
    }

    /** One whose clock did not jump and whose list is complete. */
    public WatchedConnection(
            Connection connection, Health health, TokenLocation token, List<Database> databases,
            @Nullable Instant lastAnswerAt, @Nullable Duration answerTime, @Nullable Duration clockOffset) {
        this(connection, health, token, databases, lastAnswerAt, answerTime, clockOffset, false, List.of());
    }

    /**
     * Whether anything may be told because of the time. Our clock may be wrong when the program begins and when it jumps,
     * so an answer has to come first. Where none comes for so long that this is told, the clock is all there is.
     *
     * @param now by our clock, in UTC
     */
    public boolean knowsTime(Instant now) {
        return switch (health) {
            case Health.Watching _ -> lastAnswerAt != null && !clockJumped;
            case Health.Troubled troubled -> (lastAnswerAt != null && !clockJumped)
                    || troubled.problem().alert(now).isPresent();
            case Health.Stopped _ -> !clockJumped;
        };
    }

    /** The service's time at our {@code now}, as far as its clock is known. */
    public Instant serviceTime(Instant now) {
        return clockOffset == null ? now : now.plus(clockOffset);
    }

    /** The name of one of its databases, or its ID where it is not listed. */
    public String databaseLabel(DatabaseId id) {
        return databases.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(Database::label)
                .orElse(id.value());
    }

    /**
     * What a user should know about it: that it is not watched, or has been in trouble for a while. There is one such
     * notice at a time, so it has no moment: it is the same at the next start.
     *
     * @param now by our clock, in UTC
     */
    public Optional<Alert> alert(Instant now) {
        return switch (health) {
            case Health.Watching _ -> Optional.empty();
            case Health.Stopped stopped -> Optional.of(
                    new Alert(Alert.Kind.CONNECTION_STOPPED, Alert.Severity.ACT_NOW, null, stopped.reason()));
            case Health.Troubled troubled -> troubled.problem().alert(now).map(alert -> new Alert(
                    Alert.Kind.CONNECTION_TROUBLED, alert.severity(), null, alert.fact()));
        };
    }

    /** True when what is wrong with an answer is said of its migration alone. */
    public boolean answers() {
        return health instanceof Health.Watching;
    }

    /** True when nobody has tried yet since the program was started. */
    public boolean isUntried() {
        return health instanceof Health.Watching && lastAnswerAt == null;
    }

    /** Whether a connection is watched. */
    public sealed interface Health {
        /** It is watched, and its newest answer was good (or none came yet). */
        record Watching() implements Health {}

        /**
         * It is watched, but its newest calls failed; it goes on trying.
         *
         * @param problem what is wrong
         */
        record Troubled(Problem problem) implements Health {}

        /**
         * It is not watched: there is no token, or the service rejects it. A rejected one is tried again at growing
         * intervals and whenever the user asks for a refresh; without a token nothing is tried.
         *
         * @param reason a sentence
         */
        record Stopped(Fact reason) implements Health {}

        /** The sentence about what is wrong, if anything is. */
        default Optional<Fact> fact() {
            return switch (this) {
                case Watching _ -> Optional.empty();
                case Troubled troubled -> Optional.of(troubled.problem().fact());
                case Stopped stopped -> Optional.of(stopped.reason());
            };
        }
    }
}
