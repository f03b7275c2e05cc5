package dev.longshore.watch.engine;

import static dev.longshore.support.EnglishText.say;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.Journal;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.Initialization;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Secret;
import dev.longshore.model.Timed;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TestWait;
import dev.longshore.watch.Intervals;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedMigration;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program of its own: the real watch with the real client and a real journal. It asks for one thing after the other
 * until it is killed, and prints a line for each row that was acknowledged.
 */
final class WatchProgram {
    static final String END = " kept";
    /** Begins a line that says what is wrong with the journal. */
    static final String TROUBLE = "trouble ";
    static final ConnectionId CONNECTION = new ConnectionId("service");
    /** The first time of a cleanup that is asked for; each is asked for once. */
    private static final Instant FIRST_CLEANUP = Instant.parse("2040-01-01T00:00:00Z");
    private static final int PER_RUN = 10_000;

    private final PollingWatch watch;
    private final int run;
    private final AtomicInteger asked = new AtomicInteger();

    private WatchProgram(PollingWatch watch, int run) {
        this.watch = watch;
        this.run = run;
    }

    /** Takes the data folder, the endpoint, a token, and the number of the run. */
    public static void main(String[] arguments) {
        var clock = InstantSource.system();
        var journal = printing(SqliteJournal.open(Path.of(arguments[0]), clock, EnglishText::say), System.out);
        var watch = watch(journal, clock, Executors.newVirtualThreadPerTaskExecutor());
        watch.start(List.of(new PollingWatch.ConnectionToOpen(
                connection(URI.create(arguments[1])), Secret.of(arguments[2]))));
        watch.subscribe(snapshot -> snapshot.troubles().forEach(why -> System.out.println(TROUBLE + say(why))));
        new WatchProgram(watch, Integer.parseInt(arguments[3])).askOn();
    }

    /** A watch in a hurry: what takes minutes in life takes parts of a second. */
    static PollingWatch watch(Journal journal, InstantSource clock, Executor workers) {
        var often = Duration.ofMillis(100);
        var settings = new WatchSettings(
                new Intervals(often, often, often, often, often), often, Duration.ofSeconds(3), Duration.ofMinutes(1),
                60_000, 16);
        var client = new OkHttpConnector(clock, ClientOptions.defaults("test").within(TestWait.LIMIT, TestWait.LIMIT));
        return new PollingWatch(
                new WatchDependencies(journal, new NoTokenStore(), client, clock, workers), settings, new Random(),
                "dba");
    }

    static Connection connection(URI endpoint) {
        return new Connection(
                CONNECTION, "service", endpoint, Environment.DEVELOPMENT, false, Connection.TokenOrigin.SIMULATOR);
    }

    /** One thread for each migration, which asks for the next thing as soon as the one before is decided. */
    private void askOn() {
        var keys = watch.snapshot().migrations().stream().map(WatchedMigration::key).toList();
        keys.forEach(key -> Thread.ofVirtual().start(() -> askOn(key)));
        var _ = watch.initialize(
                CONNECTION, InitializeRequest.into(keys.getFirst().ref().database()), "run " + run).join();
        LockSupport.park();
    }

    private void askOn(MigrationKey key) {
        while (true) {
            watch.snapshot().migration(key).ifPresent(this::ask);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private void ask(WatchedMigration migration) {
        for (var action : List.of(Action.PAUSE, Action.RESUME, Action.SCHEDULE_CLEANUP)) {
            if (migration.ruling(action).isAllowed()) {
                var time = action == Action.SCHEDULE_CLEANUP ? new CleanupTime(nextCleanup()) : null;
                watch.command(migration.key(), action, time).join();
                return;
            }
        }
    }

    private Instant nextCleanup() {
        return FIRST_CLEANUP.plusSeconds((long) run * PER_RUN + asked.getAndIncrement());
    }

    /** The same journal, which tells of each row once it is on disk. */
    private static Journal printing(Journal journal, PrintStream out) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[]{Journal.class},
                (_, method, values) -> {
                    var result = invoke(journal, method, values);
                    line(values).ifPresent(line -> out.println(line + END));
                    return result;
                });
    }

    private static Object invoke(Journal journal, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(journal, values);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }

    /** A row is told by what the journal was handed for it, whatever its method is called. */
    private static Optional<String> line(Object @Nullable [] values) {
        return switch (values == null ? "" : values[0]) {
            case Command command -> Optional.of(line(command.id(), command.state()));
            case String command when values != null && values[values.length - 1] instanceof CommandState state ->
                Optional.of(line(command, state));
            case Observation observation when values != null ->
                Optional.of(line(observation, (LastKnown) values[1]));
            case Initialization asked -> Optional.of(line(asked));
            default -> Optional.empty();
        };
    }

    static String line(String command, CommandState state) {
        return "command " + command + " " + state.getClass().getSimpleName() + " " + state.at();
    }

    static String line(Initialization asked) {
        return "initialize " + asked.id() + " " + asked.name();
    }

    /** What is seen is a row of its own only when it is new, so the line says what is known from then on. */
    static String line(Observation seen, LastKnown known) {
        return "observed " + seen.key().ref().migration() + " " + seen.at() + " " + seen.status().raw() + " "
                + Optional.ofNullable(known.expectedCleanupTime()).map(Timed::value).orElse(null);
    }
}
