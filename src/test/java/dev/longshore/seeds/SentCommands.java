package dev.longshore.seeds;

import dev.longshore.devops.ApiRequest;
import dev.longshore.journal.Journal;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationRef;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every POST that has left a program, by the ID under which it is on disk. */
final class SentCommands {
    private static final String ORIGIN = "http://service";

    /** What the user was shown when they confirmed it; null where there is no window. */
    private @Nullable Set<String> promised;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> newest = new HashMap<>();
    private final Set<String> performed = new HashSet<>();
    /** How often each path of a launch may still leave. */
    private final Map<String, Integer> launches = new HashMap<>();

    /** Fails unless what leaves now is on disk as asked for, and leaves for the first time. */
    void leaves(String requestLine, Journal journal) {
        var path = requestLine.split(" ", 3)[1];
        var intent = path.endsWith("/initialize") ? initialization(path, journal) : command(path, journal);
        if (intent == null) {
            throw new ViolationError("A POST left that is not on disk, or was sent before: " + path);
        }
        if (promised != null && !path.endsWith("/initialize")) {
            ViolationError.unless(promised.contains(path), "A POST left that was not shown: %s, but %s", path,
                    promised);
        }
        if (promised == null && path.endsWith("/launch")) {
            ViolationError.unless(launches.merge(path, -1, Integer::sum) >= 0,
                    "Launched more often than anybody wanted: %s", path);
        }
        ids.add(intent);
        newest.put(requestLine, intent);
    }

    private @Nullable String command(String path, Journal journal) {
        return journal.openCommands().stream().filter(each -> each.state() instanceof CommandState.Requested)
                .filter(each -> !ids.contains(each.id()) && path(each).equals(path)).map(Command::id).findFirst()
                .orElse(null);
    }

    private static String path(Command command) {
        return path(command.action(), command.key().ref(), command.cleanupTime());
    }

    /** A user wants this to be launched once more. */
    void allowLaunch(MigrationRef migration) {
        launches.merge(path(Action.LAUNCH, migration, null), 1, Integer::sum);
    }

    /** Path and query of an action. */
    static String path(Action action, MigrationRef migration, @Nullable CleanupTime cleanupTime) {
        return ApiRequest.action(action, migration, cleanupTime).at(URI.create(ORIGIN))
                .toString().substring(ORIGIN.length());
    }

    /** From now on only what was promised may leave. */
    void expectPromises() {
        promised = new HashSet<>();
    }

    /** The user was shown that this would be sent, and confirmed it. */
    void promise(String path) {
        if (promised != null) {
            promised.add(path);
        }
    }

    private @Nullable String initialization(String path, Journal journal) {
        return journal.initializations().stream()
                .filter(each -> each.answer() instanceof Initialization.Answer.Pending && !ids.contains(each.id())
                        && path.contains(each.database().value()))
                .map(Initialization::id).findFirst().orElse(null);
    }

    /** The service did what was sent last with that request line. */
    void performed(String requestLine) {
        performed.add(newest.getOrDefault(requestLine, ""));
    }

    /** Fails where what the service did is said not to have happened, or what never left to have. */
    void requireJudgedRightly(List<Command> commands) {
        for (var each : commands) {
            switch (each.state()) {
                case CommandState.Refused refused -> ViolationError.unless(!performed.contains(each.id()),
                        "Said to be refused, and the service did it: %s %s, %s", each.action(), each.key(), refused);
                case CommandState.Accepted _ -> ViolationError.unless(ids.contains(each.id()),
                        "Said to be accepted, and it never left: %s %s", each.action(), each.key());
                case CommandState.Requested _,CommandState.Unanswered _,CommandState.Observed _,CommandState.NoEffect _ ->
                    {
                    }
            }
        }
    }
}
