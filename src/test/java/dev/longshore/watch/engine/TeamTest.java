package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.PostgresJournal;
import dev.longshore.journal.PostgresServer;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Phase;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Secret;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.KillableServer;
import dev.longshore.support.TeamServer;
import dev.longshore.support.TestWait;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two desks on one journal: two real watches with a real PostgreSQL between them, over a real socket on one simulator. */
class TeamTest {
    private static final int ROUNDS = Integer.getInteger("longshore.rounds", 52);
    /** So many migrations are asked about within the budget of a connection. */
    private static final int AT_ONCE = 52;
    private static final List<Action> RACED = List.of(
            Action.LAUNCH, Action.ABORT, Action.CLEAN_UP, Action.SCHEDULE_CLEANUP);
    private static final ConnectionId ID = new ConnectionId("team");
    /** So many ticks are two seconds. */
    private static final int TWO_SECONDS = 20;

    @TempDir private Path folder;

    private Simulator simulator;
    private Desk anna;
    private Desk ben;

    /** One of the two, with what belongs to it. */
    private record Desk(PostgresJournal journal, PollingWatch watch) {
        WatchedMigration row(MigrationKey key) {
            return watch.snapshot().migration(key).orElseThrow();
        }

        Optional<Command> latest(MigrationKey key) {
            return Optional.ofNullable(row(key).latest());
        }

        void close() {
            watch.close();
            journal.close();
        }
    }

    @BeforeEach
    void begin() throws IOException {
        simulator = Simulator.start(SimulatorOptions.standingStill().build());
        anna = desk("anna");
        ben = desk("ben");
    }

    @AfterEach
    void end() {
        ben.close();
        anna.close();
        simulator.close();
    }

    private Desk desk(String user) {
        return desk(user, TeamServer.address(folder));
    }

    private Desk desk(String user, JournalAddress address) {
        var desk = deskWithoutToken(user, address);
        desk.watch().open(
                new Connection(
                        ID, "Team", simulator.baseUrl(), Environment.DEVELOPMENT, false,
                        Connection.TokenOrigin.SIMULATOR),
                Secret.of(simulator.fullToken()));
        return desk;
    }

    private Desk deskWithoutToken(String user, JournalAddress address) {
        var server = new PostgresServer(address, Map.of(),
                UUID.nameUUIDFromBytes(user.getBytes(StandardCharsets.UTF_8)));
        var journal = PostgresJournal.open(server, EnglishText::say, user);
        var connector = new OkHttpConnector(simulator.clock(),
                ClientOptions.defaults("test").within(TestWait.LIMIT, TestWait.LIMIT));
        var watch = new PollingWatch(
                new WatchDependencies(journal, new NoTokenStore(), connector, simulator.clock(), Runnable::run),
                WatchSettings.standard(), new Random(user.hashCode()), user);
        return new Desk(journal, watch);
    }

    private MigrationKey make(String name) {
        return make(anna, name);
    }

    private MigrationKey make(Desk desk, String name) {
        var database = simulator.addDatabase(name, SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
        var key = new MigrationKey(ID, new MigrationRef(
                new DatabaseId(database.toString()), new MigrationId(simulator.addMigration(database).toString())));
        desk.watch().add(key, name).join();
        return key;
    }

    private void pass(Duration time) {
        pass(time, anna, ben);
    }

    private void pass(Duration time, Desk... desks) {
        var step = Duration.ofSeconds(20);
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            simulator.clock().advance(step);
            List.of(desks).forEach(each -> each.watch().tick());
        }
    }

    /** What happens in two seconds, in which the simulator's time stands still. */
    private static void hearNews(Desk desk) {
        for (int tick = 0; tick < TWO_SECONDS; tick++) {
            desk.watch().tick();
        }
    }

    private long posts(MigrationKey key) {
        return simulator.requests().all().stream()
                .filter(each -> each.method().equals("POST")
                        && each.target().contains(key.ref().migration().value()))
                .count();
    }

    @Test
    void whatTwoAskForInTheSameMomentIsSentOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round += AT_ONCE) {
            raceForEach(Math.min(AT_ONCE, ROUNDS - round));
        }
        System.out.printf(
                "%d times two desks asked for the same: one POST each time, and the other was told who was first%n",
                ROUNDS);
    }

    private void raceForEach(int rounds) throws Exception {
        var keys = new ArrayList<MigrationKey>();
        for (int round = 0; round < rounds; round++) {
            keys.add(make("migration " + round));
        }
        pass(Duration.ofMinutes(15));
        for (int round = 0; round < rounds; round++) {
            if (action(round) == Action.ABORT) {
                anna.watch().command(keys.get(round), Action.LAUNCH, null).join();
            }
        }
        pass(Duration.ofMinutes(14));
        for (int round = 0; round < rounds; round++) {
            var before = posts(keys.get(round));
            var both = race(keys.get(round), action(round));

            assertThat(both).filteredOn(each -> each.state() instanceof CommandState.Accepted).hasSize(1);
            var second = both.stream().filter(each -> each.state() instanceof CommandState.Refused).findFirst();
            var why = ((CommandState.Refused) second.orElseThrow().state()).why();
            assertThat(EnglishText.say(why)).startsWith("Nothing was sent: ")
                    .contains(second.get().author().user().equals("anna") ? "ben" : "anna");
            assertThat(posts(keys.get(round)) - before).isEqualTo(1);
        }
        keys.forEach(each -> anna.watch().remove(each).join());
    }

    private static Action action(int round) {
        return RACED.get(round % RACED.size());
    }

    private List<Command> race(MigrationKey key, Action action) throws Exception {
        var start = new CyclicBarrier(2);
        var time = action == Action.SCHEDULE_CLEANUP
                ? new CleanupTime(simulator.clock().instant().plus(Duration.ofDays(20))) : null;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = new ArrayList<Command>();
            for (var each : threads.invokeAll(List.of(
                    asking(anna, key, action, time, start), asking(ben, key, action, time, start)))) {
                both.add(each.get());
            }
            return both;
        }
    }

    private static Callable<Command> asking(
            Desk desk, MigrationKey key, Action action, @Nullable CleanupTime time,
            CyclicBarrier start) {
        return () -> {
            start.await();
            return desk.watch().command(key, action, time).join();
        };
    }

    @Test
    void whatAColleagueAskedForAndWhatCameOfItIsSeenWithinTwoSecondsWithTheName() {
        var key = make("orders");
        pass(Duration.ofMinutes(15));
        anna.watch().command(key, Action.LAUNCH, null).join();
        hearNews(ben);

        var heard = ben.latest(key).orElseThrow();
        assertThat(heard.author().user()).isEqualTo("anna");
        assertThat(heard.state()).isInstanceOf(CommandState.Accepted.class);
        assertThat(ben.watch().activity(ActivityQuery.newest(10), page -> page.records().stream()
                .filter(ActivityRecord.RequestedAction.class::isInstance).count()).join()).isEqualTo(1);

        pass(Duration.ofMinutes(14));
        hearNews(ben);
        assertThat(ben.latest(key).orElseThrow()).isEqualTo(anna.latest(key).orElseThrow());
        assertThat(ben.latest(key).orElseThrow().states()).hasSize(3);
    }

    @Test
    void whatAColleaguePutsOnTheListRenamesAndTakesOffIsSeen() {
        var key = make("orders");
        hearNews(ben);
        assertThat(ben.row(key).name()).isEqualTo("orders");

        ben.watch().rename(key, "orders, EU").join();
        hearNews(anna);
        assertThat(anna.row(key).name()).isEqualTo("orders, EU");

        pass(Duration.ofMinutes(2));
        anna.watch().remove(key).join();
        hearNews(ben);
        assertThat(ben.watch().snapshot().migration(key)).isEmpty();
    }

    @Test
    void aFreezeWindowOfAColleagueHoldsForAll() {
        var key = make("orders");
        pass(Duration.ofMinutes(15));
        var now = simulator.clock().instant();
        anna.watch().save(new FreezeWindow(
                "f-1", "quarter end", FreezeWindow.FreezeScope.ALL,
                new FreezeWindow.FreezeTimes.OnceFrozen(now.minusSeconds(60), now.plus(Duration.ofDays(1))))).join();
        hearNews(ben);

        assertThat(ben.watch().snapshot().freezes()).extracting(FreezeWindow::name).containsExactly("quarter end");
        assertThat(ben.watch().command(key, Action.CLEAN_UP, null).join().state())
                .isInstanceOf(CommandState.Refused.class);
        assertThat(posts(key)).isZero();
    }

    @Test
    void aDeskWithoutATokenSeesWhatTheOthersSeeAndSendsNothing() {
        var key = make("orders");
        var carla = deskWithoutToken("carla", TeamServer.address(folder));
        pass(Duration.ofMinutes(15));
        hearNews(carla);

        assertThat(Objects.requireNonNull(carla.row(key).lastKnown()).status().is(Phase.RECEIVING_FILES)).isTrue();
        assertThat(carla.watch().command(key, Action.LAUNCH, null).join().state())
                .isInstanceOf(CommandState.Refused.class);
        assertThat(posts(key)).isZero();
        carla.close();
    }

    @Test
    void nobodyDecidesAboutTheCommandOfAColleagueWhoIsThere() {
        var key = make("orders");
        pass(Duration.ofMinutes(15));
        hearNews(ben);
        var asked = new Command("c-1", key, Action.LAUNCH, null, new Command.Author("anna", ""),
                List.of(new CommandState.Requested(simulator.clock().instant())));
        anna.journal().recordIntent(asked);

        hearNews(ben);
        assertThat(ben.latest(key)).contains(asked);
        assertThat(ben.watch().command(key, Action.LAUNCH, null).join().state())
                .isInstanceOf(CommandState.Refused.class);
        assertThat(ben.journal().openCommands()).isEmpty();
        assertThat(posts(key)).isZero();
    }

    @Test
    void theCommandOfAColleagueWhoIsGoneIsDecidedByTheOthersAndNeverSentAgain() {
        var key = make("orders");
        pass(Duration.ofMinutes(15));
        hearNews(ben);
        anna.journal().recordIntent(new Command("c-1", key, Action.LAUNCH, null, new Command.Author("anna", ""),
                List.of(new CommandState.Requested(simulator.clock().instant()))));
        hearNews(ben);
        anna.watch().close();
        TeamServer.run(folder, "UPDATE desk SET seen_at = now() - interval '61 seconds' WHERE user_name = 'anna'");

        hearNews(ben);
        assertThat(ben.latest(key).orElseThrow().state()).isInstanceOf(CommandState.Unanswered.class);
        pass(Duration.ofMinutes(30));
        assertThat(ben.latest(key).orElseThrow().state()).isInstanceOf(CommandState.NoEffect.class);
        assertThat(posts(key)).isZero();
    }

    @Test
    void goesOnByItselfAfterTheServerHasEndedItsConnections() {
        var key = make("orders");
        pass(Duration.ofMinutes(15));
        hearNews(ben);
        TeamServer.disconnect(folder);

        assertThat(ben.watch().command(key, Action.LAUNCH, null).join().state())
                .isInstanceOf(CommandState.Accepted.class);
        hearNews(anna);
        assertThat(anna.latest(key).orElseThrow().author().user()).isEqualTo("ben");
        assertThat(anna.watch().snapshot().troubles()).isEmpty();
    }

    @Test
    @ExpectedFault({"The journal could not be written", "The journal cannot be read", "Could not stop postmaster"})
    void whileTheServerIsAwayNothingIsSentAndWhatIsSeenIsBroughtInLater() throws Exception {
        try (var server = KillableServer.start(folder)) {
            var carla = desk("carla", new JournalAddress(server.url()));
            var key = make(carla, "orders");
            pass(Duration.ofMinutes(1), carla);
            server.kill();
            var away = simulator.clock().instant();

            hearNews(carla);
            assertThat(EnglishText.say(carla.watch().snapshot().troubles().getFirst())).contains("cannot be reached");
            pass(Duration.ofMinutes(15), carla);
            assertThat(Objects.requireNonNull(carla.row(key).lastKnown()).status().is(Phase.RECEIVING_FILES)).isTrue();
            assertThat(carla.watch().command(key, Action.LAUNCH, null).join().state())
                    .isInstanceOf(CommandState.Refused.class);
            assertThat(posts(key)).isZero();

            server.startAgain();
            hearNews(carla);
            assertThat(carla.watch().snapshot().troubles()).isEmpty();
            assertThat(carla.journal().history(key, away).observations()).filteredOn(
                    each -> each.at().isAfter(away) && each.status().is(Phase.RECEIVING_FILES)).isNotEmpty();
            assertThat(carla.journal().openCommands()).isEmpty();
            assertThat(carla.watch().command(key, Action.LAUNCH, null).join().state())
                    .isInstanceOf(CommandState.Accepted.class);
            assertThat(posts(key)).isEqualTo(1);
            carla.close();
        }
    }

    @Test
    void threeDesksAskTheServiceHardlyMoreOftenThanOne() {
        for (int number = 0; number < 10; number++) {
            make("migration " + number);
        }
        pass(Duration.ofMinutes(15));
        var keys = anna.watch().snapshot().migrations().stream().map(WatchedMigration::key).toList();
        keys.forEach(each -> anna.watch().command(each, Action.LAUNCH, null).join());
        pass(Duration.ofMinutes(14));
        var carla = desk("carla");
        var alone = asked(List.of(anna), Duration.ofMinutes(10));
        var together = asked(List.of(anna, ben, carla), Duration.ofMinutes(10));

        System.out.printf("one desk asks %d times, three ask %d times%n", alone, together);
        assertThat((double) together / alone).isLessThan(1.1);
        assertThat(keys).allSatisfy(each -> assertThat(age(carla.row(each))).isLessThan(Duration.ofSeconds(70)));
        carla.close();
    }

    private Duration age(WatchedMigration row) {
        return Duration.between(
                Objects.requireNonNull(row.lastKnown()).observedAt(), simulator.clock().instant());
    }

    /** How often they ask while that time passes, second by second. */
    private long asked(List<Desk> desks, Duration time) {
        long before = simulator.requests().all().size();
        for (long second = 0; second < time.toSeconds(); second++) {
            simulator.clock().advance(Duration.ofSeconds(1));
            for (int tick = 0; tick < TWO_SECONDS / 2; tick++) {
                desks.forEach(each -> each.watch().tick());
            }
        }
        return simulator.requests().all().size() - before;
    }

    @Test
    void whoComesWhileAColleagueWatchesFindsNoTimeWithoutWatch() {
        var key = make("orders");
        pass(Duration.ofMinutes(15));
        simulator.clock().advance(Duration.ofMinutes(2));
        anna.watch().tick();
        var carla = desk("carla");
        hearNews(carla);

        assertThat(carla.journal().history(key, simulator.clock().instant().minus(Duration.ofDays(1))).watchGaps())
                .isEmpty();
        carla.close();
    }

    @Test
    void theListOfTheTeamIsReadByOthersToo() {
        var key = make("orders");
        var read = PostgresJournal.readList(PostgresServer.forReading(TeamServer.address(folder), Map.of()));
        assertThat(read.migrations()).extracting(RegisteredMigration::key).containsExactly(key);
    }
}
