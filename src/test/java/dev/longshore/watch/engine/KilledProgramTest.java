package dev.longshore.watch.engine;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Secret;
import dev.longshore.platform.Workers;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.http.LoggedRequest;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TestWait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program at random moments, while commands and observations stream in, as often as the property
 * {@code longshore.kills} says. The service goes on in this process and counts what it was asked for.
 */
class KilledProgramTest {
    private static final int KILLS = Integer.getInteger("longshore.kills", 4);
    private static final int MOST_LINES_PER_RUN = 80;
    private static final int MIGRATIONS = 3;
    /** Of 512 bytes: no file grows beyond that, as on a disk that is full. SQLite's library needs more than half of it. */
    private static final int BLOCKS = 3500;
    private static final Duration MOMENT = Duration.ofMillis(50);

    @TempDir Path folder;

    @TempDir Path unpacked;

    private final Random random = new Random(20261121);
    private final Set<String> acknowledged = new HashSet<>();
    private Simulator service;

    @BeforeEach
    void begin() throws IOException {
        service = Simulator.start(SimulatorOptions.builder()
                .timings(new ServiceTimings(Duration.ZERO, MOMENT, MOMENT, MOMENT, MOMENT))
                .build());
        try (var journal = open()) {
            journal.save(WatchProgram.connection(service.baseUrl()));
            for (int number = 0; number < MIGRATIONS; number++) {
                journal.save(new RegisteredMigration(key(number), "m" + number, Instant.EPOCH));
            }
        }
    }

    @AfterEach
    void end() {
        service.close();
    }

    private MigrationKey key(int number) {
        var database = service.addDatabase("db" + number, SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
        var migration = service.addMigration(database);
        var ref = new MigrationRef(new DatabaseId(database.toString()), new MigrationId(migration.toString()));
        if (number == 0) {
            launch(ref);
        }
        return new MigrationKey(WatchProgram.CONNECTION, ref);
    }

    private void launch(MigrationRef ref) {
        try (var api = new OkHttpConnector(InstantSource.system(),
                ClientOptions.defaults("test").within(TestWait.LIMIT, TestWait.LIMIT))
                .connect(WatchProgram.connection(service.baseUrl()), Secret.of(service.fullToken()))) {
            api.act(Action.LAUNCH, ref, null);
        }
    }

    private SqliteJournal open() {
        return SqliteJournal.open(folder, InstantSource.system(), EnglishText::say);
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void nothingIsLostAndNothingIsSentTwiceHoweverOftenTheProgramIsKilled() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill(kill);
            assertSound();
            try (var journal = open()) {
                assertThat(journal.notice()).isEmpty();
                assertThat(kept(journal)).containsAll(acknowledged.stream().filter(KilledProgramTest::isARow).toList());
                assertSeen(journal);
                assertNothingWasSentThatIsNotOnDisk(journal);
                assertEveryUndecidedCommandIsNamed(journal);
            }
        }
        settle();
    }

    @Test
    void anotherProgramThatRunsOnTheFolderKeepsThisOneOutUntilItIsKilled() throws Exception {
        var other = start(0);
        try (var lines = other.inputReader()) {
            takeAcknowledged(lines, 1);
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .satisfies(fault -> assertThat(say(fault)).contains("Longshore already runs with the data folder"));
        } finally {
            TestWait.untilEnded(other.destroyForcibly());
        }
        try (var journal = open()) {
            assertThat(journal.register()).hasSize(MIGRATIONS);
        }
    }

    @Test
    void aFullDiskIsSaidWhileTheWatchGoesOnAndNothingAcknowledgedIsLost() throws Exception {
        var program = start(0, "sh", "-c", "ulimit -f " + BLOCKS + "; exec \"$@\"", "sh");
        try (var lines = program.inputReader()) {
            var trouble = takeAcknowledgedUntil(WatchProgram.TROUBLE, lines);
            service.requests().clear();
            // Read meanwhile, else the program waits for somebody to take what it prints.
            var reader = CompletableFuture.runAsync(() -> takeAll(lines));
            await().until(() -> service.requests().count(SimulatedOperation.STATUS) > 5);
            program.toHandle().destroyForcibly();
            reader.join();
            assertThat(trouble).contains("journal.db", "what was saved before is safe");
        } finally {
            TestWait.untilEnded(program.destroyForcibly());
        }
        assertSound();
        try (var journal = open()) {
            assertThat(kept(journal)).containsAll(acknowledged.stream().filter(KilledProgramTest::isARow).toList());
            assertSeen(journal);
        }
    }

    private String takeAcknowledgedUntil(String beginning, BufferedReader lines) throws IOException {
        var line = lines.readLine();
        while (line != null && !line.startsWith(beginning)) {
            take(line);
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    private void runAndKill(int run) throws IOException {
        var program = start(run);
        try (var lines = program.inputReader()) {
            takeAcknowledged(lines, 1 + random.nextInt(MOST_LINES_PER_RUN));
            assertThat(program.isAlive()).isTrue();
            // By its handle: the process itself would throw away what it had printed.
            program.toHandle().destroyForcibly();
            takeAcknowledged(lines, Integer.MAX_VALUE);
        } finally {
            TestWait.untilEnded(program.destroyForcibly());
        }
    }

    /** Whole lines only: the last one may have been cut off by the end of the program. */
    private void takeAcknowledged(BufferedReader lines, int most) throws IOException {
        for (int taken = 0; taken < most; taken++) {
            var line = lines.readLine();
            if (line == null) {
                return;
            }
            take(line);
        }
    }

    private void takeAll(BufferedReader lines) {
        try {
            takeAcknowledged(lines, Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        if (line.endsWith(WatchProgram.END)) {
            acknowledged.add(line.substring(0, line.length() - WatchProgram.END.length()));
        }
    }

    private Process start(int run, String... wrapper) throws IOException {
        var command = new ArrayList<>(List.of(wrapper));
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                // Where a program that is killed leaves SQLite's library behind.
                "-Dorg.sqlite.tmpdir=" + unpacked,
                "-cp", System.getProperty("java.class.path"),
                WatchProgram.class.getName(), folder.toString(), service.baseUrl().toString(), service.fullToken(),
                String.valueOf(run)));
        var program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        // One that prints nothing would be listened to for ever.
        CompletableFuture.delayedExecutor(TestWait.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .execute(program::destroyForcibly);
        return program;
    }

    /** Before the journal opens it again, and with its write-ahead log as the kill left it. */
    private void assertSound() throws SQLException {
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                var check = file.createStatement()) {
            assertThat(check.executeQuery("PRAGMA integrity_check").getString(1)).isEqualTo("ok");
            assertThat(check.executeQuery("PRAGMA foreign_key_check").next()).isFalse();
        }
    }

    private static boolean isARow(String line) {
        return !line.startsWith("observed ");
    }

    private static List<String> kept(Journal journal) {
        var kept = new ArrayList<String>();
        for (var each : commands(journal)) {
            each.states().forEach(state -> kept.add(WatchProgram.line(each.id(), state)));
        }
        journal.initializations().forEach(each -> kept.add(WatchProgram.line(each)));
        return kept;
    }

    private static List<Command> commands(Journal journal) {
        return journal.recentCommands(Integer.MAX_VALUE);
    }

    /** What is last known is not older than anything that was acknowledged, and the row that held then says the same. */
    private void assertSeen(Journal journal) {
        journal.lastKnown().forEach((key, known) -> {
            var prefix = "observed " + key.ref().migration() + " ";
            var rows = journal.history(key, Instant.EPOCH).observations();
            assertThat(acknowledged).filteredOn(line -> line.startsWith(prefix)).allSatisfy(line -> {
                var at = Instant.parse(line.substring(prefix.length(), line.indexOf(' ', prefix.length())));
                var held = rows.stream().filter(each -> !each.at().isAfter(at)).reduce((_, later) -> later)
                        .orElseThrow();
                assertThat(known.observedAt()).isAfterOrEqualTo(at);
                assertThat(line).endsWith(" " + held.status().raw() + " " + held.expectedCleanupTime());
            });
        });
    }

    /** The note is on disk before the call leaves, and the call leaves at most once. */
    private void assertNothingWasSentThatIsNotOnDisk(Journal journal) {
        var intents = commands(journal);
        assertThat(schedules().values()).allMatch(count -> count == 1);
        assertThat(schedules().keySet()).isSubsetOf(intents.stream().map(KilledProgramTest::target).toList());
        for (var action : Map.of(Action.PAUSE, SimulatedOperation.PAUSE, Action.RESUME, SimulatedOperation.RESUME)
                .entrySet()) {
            assertThat(service.requests().count(action.getValue()))
                    .isLessThanOrEqualTo(intents.stream().filter(each -> each.action() == action.getKey()).count());
        }
        assertThat(service.requests().count(SimulatedOperation.INITIALIZE))
                .isLessThanOrEqualTo(journal.initializations().size());
    }

    private Map<String, Long> schedules() {
        return service.requests().all().stream()
                .filter(each -> each.operation() == SimulatedOperation.SCHEDULE_CLEANUP)
                .map(LoggedRequest::target)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String target(Command command) {
        var ref = command.key().ref();
        return "/v2/databases/" + ref.database() + "/migrations/" + ref.migration() + "/cleanup?option.cleanupTime="
                + command.cleanupTime();
    }

    private static void assertEveryUndecidedCommandIsNamed(Journal journal) {
        assertThat(journal.openCommands()).containsExactlyInAnyOrderElementsOf(
                commands(journal).stream().filter(Command::isOpen).toList());
    }

    /** A last start that is not killed: observation decides every command, and rightly. */
    private void settle() throws InterruptedException {
        // What is under way ends before the journal is closed.
        try (var journal = open();
                var workers = new Workers();
                var watch = WatchProgram.watch(journal, InstantSource.system(), workers)) {
            watch.start(List.of(new PollingWatch.ConnectionToOpen(
                    WatchProgram.connection(service.baseUrl()), Secret.of(service.fullToken()))));
            await().until(() -> journal.openCommands().isEmpty());
            // What was sent last may arrive after the program that sent it has ended.
            await().untilAsserted(() -> assertSchedulesAreDecidedRightly(journal));
            assertThat(journal.initializations())
                    .noneMatch(each -> each.answer() instanceof Initialization.Answer.Pending);
            tell(journal);
        }
    }

    private void assertSchedulesAreDecidedRightly(Journal journal) {
        var arrived = schedules().keySet();
        assertThat(commands(journal)).filteredOn(each -> each.action() == Action.SCHEDULE_CLEANUP)
                .allSatisfy(each -> assertThat(each.state() instanceof CommandState.Observed)
                        .isEqualTo(arrived.contains(target(each))));
    }

    private void tell(Journal journal) {
        var states = commands(journal).stream()
                .collect(Collectors.groupingBy(each -> each.state().getClass().getSimpleName(), Collectors.counting()));
        System.out.println(KILLS + " kills: " + acknowledged.size() + " rows acknowledged, "
                + service.requests().countChanging() + " posts, commands " + states);
    }
}
