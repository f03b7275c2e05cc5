package dev.longshore.model.launch;

import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Database;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.PreflightFact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.model.launch.LaunchCheck.CheckResult;
import dev.longshore.model.launch.LaunchCheck.CheckResult.CheckFailed;
import dev.longshore.model.launch.LaunchCheck.CheckResult.CheckNotKnown;
import dev.longshore.model.launch.LaunchCheck.CheckResult.CheckPassed;
import dev.longshore.model.launch.LaunchCheck.CheckSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has to be right before a migration is initialized or launched (Sideloader documentation: an active database in a PCU
 * group that is not parked, and a role that may create and view databases). What nobody can tell is never wrong. Pure
 * functions.
 */
public final class Preflight {
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(1);
    /** What wakes up by itself or by a user (DevOps API, status of a database). */
    private static final Set<String> ASLEEP = Set.of("PARKED", "HIBERNATED", "SUSPENDED");
    private static final Set<String> BUSY = Set.of("PENDING", "PREPARING", "PREPARED", "INITIALIZING", "PARKING",
            "UNPARKING", "RESIZING", "MAINTENANCE", "HIBERNATING", "RESUMING", "DEGRADED", "ERROR");
    private static final Set<String> GONE = Set.of("TERMINATED", "TERMINATING", "DECOMMISSIONING");

    private Preflight() {}

    /** What the service answered to a question, or why there is no answer. */
    public sealed interface ServiceAnswer<T> {
        /** It answered. */
        record Answered<T>(T value) implements ServiceAnswer<T> {}

        /**
         * It says that there is no such thing.
         *
         * @param why in its words
         */
        record NothingThere<T>(Fact why) implements ServiceAnswer<T> {}

        /** The role of the token may not ask that. */
        record NotAllowed<T>(Fact why) implements ServiceAnswer<T> {}

        /** There was no good answer. */
        record NotAnswered<T>(Fact why) implements ServiceAnswer<T> {}
    }

    /**
     * What the service says.
     *
     * @param pcuStatus the status word of the PCU group
     * @param initializedAt when it last made a migration that was asked for over the connection, in UTC; null where none
     *     is kept
     */
    public record ServiceAnswers(
            ServiceAnswer<Database> database, ServiceAnswer<String> pcuStatus, @Nullable Instant initializedAt) {
        /** Of a connection over which no migration was made. */
        public ServiceAnswers(ServiceAnswer<Database> database, ServiceAnswer<String> pcuStatus) {
            this(database, pcuStatus, null);
        }
    }

    /**
     * What is known here.
     *
     * @param isReadOnly whether the connection is
     * @param commands what was asked for over the connection
     * @param clockOffset the service's clock minus ours, or null
     * @param keyspaces those of the upload; empty where nobody said
     */
    public record PreflightKnowledge(
            boolean isReadOnly, List<Command> commands, @Nullable Duration clockOffset, Set<String> keyspaces) {
        public PreflightKnowledge {
            commands = List.copyOf(commands);
            keyspaces = Set.copyOf(keyspaces);
        }
    }

    /** Every check with its result. */
    public static List<LaunchCheck> checks(ServiceAnswers answers, PreflightKnowledge known) {
        return List.of(
                new LaunchCheck(CheckSubject.DATABASE, database(answers.database())),
                new LaunchCheck(CheckSubject.PCU_GROUP, pcuGroup(answers.pcuStatus())),
                new LaunchCheck(CheckSubject.PERMISSIONS, permissions(answers, known)),
                new LaunchCheck(CheckSubject.CLOCK, clock(known.clockOffset())),
                new LaunchCheck(CheckSubject.KEYSPACES, keyspaces(answers.database(), known.keyspaces())));
    }

    private static CheckResult database(ServiceAnswer<Database> found) {
        return switch (found) {
            case ServiceAnswer.Answered<Database>(var database) -> database(database.status());
            case ServiceAnswer.NothingThere<Database>(var why) ->
                new CheckFailed(why, Fact.of(PreflightFact.USE_OTHER_TOKEN));
            case ServiceAnswer.NotAllowed<Database>(var why) -> new CheckNotKnown(why);
            case ServiceAnswer.NotAnswered<Database>(var why) -> new CheckNotKnown(why);
        };
    }

    private static CheckResult database(String status) {
        var word = status.strip().toUpperCase(Locale.ROOT);
        if (word.equals("ACTIVE")) {
            return new CheckPassed(Fact.of(PreflightFact.DATABASE_ACTIVE, word));
        }
        if (word.isEmpty()) {
            return new CheckNotKnown(Fact.of(PreflightFact.STATUS_MISSING));
        }
        return remedy(word)
                .<CheckResult>map(remedy -> new CheckFailed(
                        Fact.of(PreflightFact.DATABASE_NOT_ACTIVE, word), Fact.of(remedy)))
                .orElseGet(() -> new CheckNotKnown(Fact.of(PreflightFact.DATABASE_UNKNOWN, status)));
    }

    private static Optional<PreflightFact> remedy(String word) {
        if (ASLEEP.contains(word)) {
            return Optional.of(PreflightFact.WAKE_DATABASE);
        }
        if (BUSY.contains(word)) {
            return Optional.of(PreflightFact.WAIT_FOR_DATABASE);
        }
        return GONE.contains(word) ? Optional.of(PreflightFact.DATABASE_GONE) : Optional.empty();
    }

    /** Only that it is not parked is documented, so any other word will do. */
    private static CheckResult pcuGroup(ServiceAnswer<String> found) {
        return switch (found) {
            case ServiceAnswer.Answered<String>(var status) when status.isBlank() ->
                new CheckNotKnown(Fact.of(PreflightFact.STATUS_MISSING));
            case ServiceAnswer.Answered<String>(var status) when status.toUpperCase(Locale.ROOT).contains("PARK") ->
                new CheckFailed(Fact.of(PreflightFact.PCU_PARKED, status), Fact.of(PreflightFact.UNPARK_PCU));
            case ServiceAnswer.Answered<String>(var status) ->
                new CheckPassed(Fact.of(PreflightFact.PCU_READY, status));
            case ServiceAnswer.NothingThere<String> _ -> new CheckFailed(
                    Fact.of(PreflightFact.NO_PCU_GROUP), Fact.of(PreflightFact.ADD_TO_PCU_GROUP));
            case ServiceAnswer.NotAllowed<String>(var why) -> new CheckNotKnown(why);
            case ServiceAnswer.NotAnswered<String>(var why) -> new CheckNotKnown(why);
        };
    }

    /** That it may see the database is shown by the answer; what else it may do, only by what it did. */
    private static CheckResult permissions(ServiceAnswers answers, PreflightKnowledge known) {
        if (known.isReadOnly()) {
            return new CheckFailed(
                    Fact.of(PreflightFact.CONNECTION_READ_ONLY), Fact.of(PreflightFact.ALLOW_CHANGES));
        }
        return switch (answers.database()) {
            case ServiceAnswer.NothingThere<Database>(var why) -> new CheckNotKnown(why);
            case ServiceAnswer.NotAllowed<Database>(var why) ->
                new CheckFailed(why, Fact.of(ServiceFact.ROLE_TO_MIGRATE));
            case ServiceAnswer.NotAnswered<Database>(var why) -> new CheckNotKnown(why);
            case ServiceAnswer.Answered<Database> _ -> changes(known.commands(), answers.initializedAt());
        };
    }

    /** The newest that tells something counts: a role may have been given or taken since. */
    private static CheckResult changes(List<Command> commands, @Nullable Instant initializedAt) {
        return commands.stream().filter(each -> initializedAt == null || each.requestedAt().isAfter(initializedAt))
                .sorted(Comparator.comparing(Command::requestedAt).reversed())
                .flatMap(each -> ofCommand(each).stream()).findFirst()
                .or(() -> Optional.ofNullable(initializedAt)
                        .map(at -> new CheckPassed(Fact.of(PreflightFact.INITIALIZED, at))))
                .orElseGet(() -> new CheckNotKnown(Fact.of(PreflightFact.CHANGES_NOT_TRIED)));
    }

    /** What a command tells of the rights of its token, if anything. */
    private static Optional<CheckResult> ofCommand(Command command) {
        var isAccepted = command.states().stream().anyMatch(CommandState.Accepted.class::isInstance);
        if (isAccepted) {
            return Optional.of(new CheckPassed(Fact.of(PreflightFact.CHANGES_ACCEPTED)));
        }
        return command.state() instanceof CommandState.Refused(_, var why) && why.says(ServiceFact.ROLE_TO_MIGRATE)
                ? Optional.of(new CheckFailed(
                        Fact.of(PreflightFact.CHANGES_REFUSED), Fact.of(ServiceFact.ROLE_TO_MIGRATE)))
                : Optional.empty();
    }

    private static CheckResult clock(@Nullable Duration offset) {
        if (offset == null) {
            return new CheckNotKnown(Fact.of(PreflightFact.CLOCK_NOT_KNOWN));
        }
        return offset.abs().compareTo(CLOCK_MARGIN) <= 0
                ? new CheckPassed(Fact.of(PreflightFact.CLOCK_RIGHT))
                : new CheckFailed(
                        Fact.of(PreflightFact.CLOCK_WRONG, offset.abs()), Fact.of(PreflightFact.SET_CLOCK));
    }

    private static CheckResult keyspaces(ServiceAnswer<Database> found, Set<String> wanted) {
        return switch (found) {
            case ServiceAnswer.Answered<Database> _ when wanted.isEmpty() ->
                new CheckNotKnown(Fact.of(PreflightFact.KEYSPACES_NOT_SAID));
            case ServiceAnswer.Answered<Database>(var database) -> keyspaces(database, wanted);
            case ServiceAnswer.NothingThere<Database>(var why) -> new CheckNotKnown(why);
            case ServiceAnswer.NotAllowed<Database>(var why) -> new CheckNotKnown(why);
            case ServiceAnswer.NotAnswered<Database>(var why) -> new CheckNotKnown(why);
        };
    }

    /** The service tells the first keyspace always, and all of them where it tells a list. */
    private static CheckResult keyspaces(Database database, Set<String> wanted) {
        var missing = new TreeSet<>(wanted);
        missing.removeAll(database.keyspaces());
        missing.remove(database.keyspace());
        if (missing.isEmpty()) {
            return new CheckPassed(Fact.of(PreflightFact.KEYSPACES_THERE, names(new TreeSet<>(wanted))));
        }
        return database.keyspaces().isEmpty()
                ? new CheckNotKnown(Fact.of(PreflightFact.KEYSPACES_NOT_TOLD, database.keyspace()))
                : new CheckFailed(Fact.of(PreflightFact.KEYSPACES_MISSING, names(missing)),
                        Fact.of(PreflightFact.MAKE_KEYSPACES));
    }

    private static String names(Collection<String> keyspaces) {
        return String.join(", ", keyspaces);
    }
}
