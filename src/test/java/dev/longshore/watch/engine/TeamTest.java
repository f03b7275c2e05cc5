package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.PostgresJournal;
import dev.longshore.journal.PostgresServer;
import dev.longshore.model.Action;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Remark;
import dev.longshore.model.Ruling;
import dev.longshore.model.Secret;
import dev.longshore.model.Status;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.KillableServer;
import dev.longshore.support.Secrets;
import dev.longshore.support.TeamServer;
import dev.longshore.support.TestWait;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.Interval;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two desks on one journal: two real watches with a real PostgreSQL between them, over a real socket on one simulator. */
class TeamTest {
    private static final int ROUNDS = Integer.getInteger("longshore.rounds", 52);
    /** So many migrations are asked about within the budget of a connection. */
    private static final int AT_ONCE = 52;
    private static final List<Action> RACED = List.of(
            Action.LAUNCH, Action.ABORT, Action.CLEAN_UP, Action.SCHEDULE_CLEANUP);
    private static final ConnectionId ID = new ConnectionId("team");
    private static final int LARGE_TEAM = Integer.getInteger("longshore.desks", 10);
    /** So many ticks are two seconds. */
    private static final int TWO_SECONDS = 20;

    @TempDir private Path folder;

    private Simulator simulator;
    private TeamProgram anna;
    private TeamProgram ben;

    /** One of the two, with what belongs to it. */
    private record TeamProgram(PostgresJournal journal, PollingWatch watch) {
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
        assertThatNoSecretIsInTheDatabase();
        ben.close();
        anna.close();
        simulator.close();
    }

    /** Whatever was asked for and seen in the test before. */
    private void assertThatNoSecretIsInTheDatabase() {
        var content = String.join("\n", TeamServer.rows(folder));
        var handedOut = anna.watch().snapshot().migrations().stream()
                .flatMap(each -> secrets(each.credentials()).stream());
        assertThat(content).isNotEmpty().doesNotContain(simulator.fullToken(), simulator.viewOnlyToken());
        assertThat(handedOut.filter(content::contains)).isEmpty();
        assertThat(Secrets.in(content)).isEmpty();
    }

    private static List<String> secrets(@Nullable UploadCredentials credentials) {
        return switch (credentials) {
            case null -> List.of();
            case UploadCredentials.Aws aws -> List.of(text(aws.secretAccessKey()), text(aws.sessionToken()));
            case UploadCredentials.Google google -> List.of(text(google.file()));
            case UploadCredentials.Azure azure -> List.of(text(azure.urlSignature()));
        };
    }

    private static String text(Secret secret) {
        return new String(secret.reveal());
    }

    private TeamProgram desk(String user) {
        return desk(user, TeamServer.address(folder));
    }

    private TeamProgram desk(String user, JournalAddress address) {
        return withToken(deskWithoutToken(user, address));
    }

    private TeamProgram withToken(TeamProgram desk) {
        open(desk, simulator.baseUrl(), simulator.fullToken());
        return desk;
    }

    private static void open(TeamProgram desk, URI endpoint, String token) {
        desk.watch().open(
                new Connection(ID, "Team", endpoint, Environment.DEVELOPMENT, false, Connection.TokenOrigin.SIMULATOR),
                Secret.of(token));
    }

    private TeamProgram deskWithoutToken(String user, JournalAddress address) {
        return deskWithoutToken(user, address, WatchSettings.standard());
    }

    private TeamProgram deskWithoutToken(String user, JournalAddress address, WatchSettings settings) {
        return deskWithoutToken(user, address, settings, UnaryOperator.identity());
    }

    private TeamProgram deskWithoutToken(
            String user, JournalAddress address, WatchSettings settings, UnaryOperator<DevOpsApi> changed) {
        var server = new PostgresServer(address, Map.of(),
                UUID.nameUUIDFromBytes(user.getBytes(StandardCharsets.UTF_8)));
        var journal = PostgresJournal.open(server, EnglishText::say, user);
        var connector = new OkHttpConnector(simulator.clock(),
                ClientOptions.defaults("test").within(TestWait.LIMIT, TestWait.LIMIT));
        var watch = new PollingWatch(
                new WatchDependencies(
                        journal, new NoTokenStore(),
                        (connection, token) -> changed.apply(connector.connect(connection, token)),
                        simulator.clock(), Runnable::run),
                settings, new Random(user.hashCode()), user);
        return new TeamProgram(journal, watch);
    }

    private MigrationKey make(String name) {
        return make(anna, name);
    }

    private MigrationKey make(TeamProgram desk, String name) {
        var database = simulator.addDatabase(name, SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
        var key = new MigrationKey(ID, new MigrationRef(
                new DatabaseId(database.toString()), new MigrationId(simulator.addMigration(database).toString())));
        desk.watch().add(key, name).join();
        return key;
    }

    private void pass(Duration time) {
        pass(time, anna, ben);
    }

    private void pass(Duration time, TeamProgram... desks) {
        var step = Duration.ofSeconds(20);
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            simulator.clock().advance(step);
            List.of(desks).forEach(each -> each.watch().tick());
        }
    }

    /** What happens in two seconds, in which the simulator's time stands still. */
    private static void hearNews(TeamProgram desk) {
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
            TeamProgram desk, MigrationKey key, Action action, @Nullable CleanupTime time,
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
    void aCorrectionOfSinceWhenAStatusHoldsIsShownAndChangesNothingWhenItIsHeardAgain() {
        var key = make("orders");
        pass(Duration.ofMinutes(20), anna);
        var before = Objects.requireNonNull(anna.row(key).lastKnown());
        var between = new Observation(
                key, before.observedAt().minusSeconds(1), Status.of("Paused"), null, null, null, null, null);
        ben.journal().recordObservation(between, LastKnown.first(between));
        hearNews(anna);
        var corrected = Objects.requireNonNull(anna.row(key).lastKnown()).since();
        assertThat(corrected).isEqualTo(before.observedAt());

        anna.watch().pollNow(key);
        anna.watch().tick();
        anna.watch().tick();
        var shown = anna.watch().snapshot();
        hearNews(anna);
        assertThat(anna.watch().snapshot()).isSameAs(shown);
        assertThat(Objects.requireNonNull(anna.row(key).lastKnown()).since()).isEqualTo(corrected);
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
    void aDeskWithoutATokenSaysWhyItOffersNoAction() {
        var key = make("orders");
        var carla = deskWithoutToken("carla", TeamServer.address(folder));
        var connection = carla.watch().snapshot().connections().getFirst().connection();
        carla.watch().restore(connection);
        pass(Duration.ofMinutes(15));
        hearNews(carla);

        assertThat(carla.row(key).ruling(Action.LAUNCH)).isInstanceOfSatisfying(Ruling.Denied.class,
                denied -> assertThat(EnglishText.say(denied.why())).startsWith("There is no token for Team"));
        assertThat(anna.row(key).ruling(Action.LAUNCH).isAllowed()).isTrue();
        carla.close();
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void aReaderSeesWhatTheOthersSeeAsksNothingAndSaysWhy() {
        var key = make("orders");
        TeamServer.role("only_reads");
        var schema = TeamServer.schema(folder);
        TeamServer.run("GRANT USAGE ON SCHEMA " + schema + " TO only_reads");
        TeamServer.run("GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO only_reads");
        var carla = deskWithoutToken("carla", TeamServer.address(folder, "only_reads"));
        carla.watch().start(List.of());
        pass(Duration.ofMinutes(15));
        hearNews(carla);

        assertThat(Objects.requireNonNull(carla.row(key).lastKnown()).status().is(Phase.RECEIVING_FILES)).isTrue();
        assertThat(carla.row(key).ruling(Action.LAUNCH)).isInstanceOfSatisfying(Ruling.Denied.class,
                denied -> assertThat(EnglishText.say(denied.why())).contains("may only read"));
        assertThat(carla.row(key).connection().readOnly()).isTrue();
        assertThat(carla.watch().snapshot().troubles()).isEmpty();
        assertThat(carla.watch().note(key, "mine").join()).isPresent();
        assertThat(carla.row(key).remarks().notes()).isEmpty();
        hearNews(anna);
        assertThat(anna.watch().colleagues()).containsExactly("ben");
        carla.close();
    }

    @Test
    void claimsAndNotesAreAtEveryDeskWithinTwoSecondsAndInTheActivity() {
        var key = make("orders");
        hearNews(ben);
        anna.watch().claim(key, null, "").join();
        anna.watch().note(key, "the schema is not there yet").join();
        hearNews(ben);

        assertThat(ben.row(key).remarks().claim().orElseThrow().author()).isEqualTo("anna");
        assertThat(ben.row(key).remarks().notes()).extracting(Remark::text)
                .containsExactly("the schema is not there yet");
        assertThat(ben.watch().activity(ActivityQuery.newest(10), page -> page.records().stream()
                .filter(ActivityRecord.RecordedRemark.class::isInstance).count()).join()).isEqualTo(2);
        assertThat(ben.watch().colleagues()).containsExactly("anna");

        ben.watch().release(key, null, "").join();
        hearNews(anna);
        assertThat(anna.row(key).remarks().claim()).isEmpty();
        var carla = desk("carla");
        assertThat(carla.row(key).remarks().notes()).hasSize(1);
        carla.close();
    }

    @Test
    void whatOneAcknowledgesIsAcknowledgedForAllWithTheNameUntilItIsOver() {
        var key = make("orders");
        pass(Duration.ofMinutes(15));
        anna.watch().readHistories();
        ben.watch().readHistories();
        soonCleanedUp(key);
        hearNews(ben);
        assertThat(urgent(anna)).hasSize(1);
        assertThat(urgent(ben)).hasSize(1);

        anna.watch().acknowledge(urgent(anna).stream().map(each -> each.alertRecord().id()).toList()).join();
        hearNews(ben);

        assertThat(urgent(ben)).isEmpty();
        assertThat(alerts(ben).stream().flatMap(each -> each.alertRecord().acknowledgement().stream()))
                .extracting(AlertRecord.State.Acknowledged::by).containsExactly("anna");
        var carla = desk("carla");
        carla.watch().readHistories();
        hearNews(carla);
        assertThat(urgent(carla)).isEmpty();
        carla.close();
    }

    /** The cleanup is due in so few hours that everybody is alerted. */
    private void soonCleanedUp(MigrationKey key) {
        anna.watch().command(
                key, Action.SCHEDULE_CLEANUP,
                new CleanupTime(simulator.clock().instant().plus(Duration.ofHours(9)))).join();
        pass(Duration.ofMinutes(6));
    }

    private static List<ActiveAlert> alerts(TeamProgram desk) {
        var newest = new AtomicReference<AlertsSnapshot>(AlertsSnapshot.empty());
        desk.watch().subscribeToAlerts(newest::set).close();
        return newest.get().alerts();
    }

    private static List<ActiveAlert> urgent(TeamProgram desk) {
        return alerts(desk).stream().filter(each -> !each.alertRecord().isAcknowledged()).toList();
    }

    @Test
    void theDatabasesAreListedByOneOnceAnHourAndTheOthersReadWhatItSaw() {
        var carla = desk("carla");
        for (var each : List.of(anna, ben, carla)) {
            asked(List.of(each), Duration.ofSeconds(1));
        }
        asked(List.of(anna, ben, carla), Duration.ofSeconds(3));
        for (int hour = 0; hour < 2; hour++) {
            pass(Duration.ofMinutes(58), anna, ben, carla);
            var before = listings();
            simulator.addDatabase("database " + hour, SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
            asked(List.of(anna, ben, carla), Duration.ofMinutes(3));

            assertThat(listings() - before).isEqualTo(1);
            var name = "database " + hour;
            assertThat(List.of(anna, ben, carla)).allSatisfy(each -> assertThat(
                    each.watch().snapshot().connection(ID).orElseThrow().databases())
                    .extracting(Database::name).contains(name));
        }
        carla.close();
    }

    /** Each is several pages. */
    private long listings() {
        return simulator.requests().all().stream().filter(each -> each.target().contains("/v2/databases?")
                && !each.target().contains("starting_after")).count();
    }

    @Test
    void whoIsGoneIsReplacedBeforeTheNextQuestionIsDueAndByOneOnly() {
        var keys = new ArrayList<MigrationKey>();
        for (int number = 0; number < 5; number++) {
            keys.add(make("migration " + number));
        }
        pass(Duration.ofMinutes(15));
        keys.forEach(each -> anna.watch().command(each, Action.LAUNCH, null).join());
        pass(Duration.ofMinutes(14));
        keys.forEach(each -> anna.watch().command(each, Action.PAUSE, null).join());
        pass(Duration.ofMinutes(40), anna);
        var carla = desk("carla");
        pass(Duration.ofMinutes(11), anna, ben, carla);
        var before = asked(List.of(anna, ben, carla), Duration.ofMinutes(11));

        TeamServer.run(folder, "UPDATE desk SET seen_at = now() - interval '31 seconds' WHERE user_name = 'anna'");
        var after = asked(List.of(ben, carla), Duration.ofMinutes(11));

        System.out.printf("three desks ask %d times in 11 minutes, two of them %d times after the third is gone%n",
                before, after);
        assertThat(after).isBetween(5L, 11L);
        assertThat(keys).allSatisfy(each -> assertThat(age(carla.row(each))).isLessThan(Duration.ofMinutes(12)));
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
        var keys = launchTen();
        var carla = desk("carla");
        var alone = asked(List.of(anna), Duration.ofMinutes(10));
        var together = asked(List.of(anna, ben, carla), Duration.ofMinutes(10));

        System.out.printf("one desk asks %d times, three ask %d times%n", alone, together);
        assertThat((double) together / alone).isLessThan(1.1);
        assertThat(keys).allSatisfy(each -> assertThat(age(carla.row(each))).isLessThan(Duration.ofSeconds(70)));
        carla.close();
    }

    /** What a service that fails may bring for minutes. */
    private static List<SimulatedFault> outages() {
        return List.of(
                new SimulatedFault.ErrorStatus(500, "Not now."), new SimulatedFault.ErrorStatus(401, "Who is it?"),
                new SimulatedFault.TooManyRequests(Duration.ofSeconds(30), false),
                SimulatedFault.PlainFault.PAGE_NOT_FOUND);
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aTeamAsksHardlyMoreOftenThanOneWhileTheServiceFails(SimulatedFault fault) {
        var carla = desk("carla");
        var desks = List.of(anna, ben, carla);
        launchTen();
        TeamServer.run(folder, "UPDATE desk SET seen_at = '-infinity' WHERE user_name <> 'anna'");
        asked(List.of(anna), Duration.ofMinutes(2));
        var alone = askedDuring(fault, List.of(anna));
        asked(desks, Duration.ofMinutes(12));
        var together = askedDuring(fault, desks);
        asked(desks, Duration.ofMinutes(12));

        System.out.printf(
                "%s for a quarter of an hour: one desk asks %d times, three ask %d times%n", fault, alone, together);
        assertThat(together).isLessThanOrEqualTo(alone + Math.max(1, alone / 10));
        assertThat(desks).allSatisfy(desk -> {
            assertThat(desk.watch().snapshot().connection(ID).orElseThrow().health().fact()).isEmpty();
            assertThat(desk.watch().snapshot().migrations()).allSatisfy(
                    row -> assertThat(age(row)).isLessThan(Duration.ofSeconds(70)));
        });
        carla.close();
    }

    private List<MigrationKey> launchTen() {
        for (int number = 0; number < 10; number++) {
            make("migration " + number);
        }
        pass(Duration.ofMinutes(15));
        var keys = anna.watch().snapshot().migrations().stream().map(WatchedMigration::key).toList();
        keys.forEach(each -> anna.watch().command(each, Action.LAUNCH, null).join());
        pass(Duration.ofMinutes(14));
        return keys;
    }

    private long askedDuring(SimulatedFault fault, List<TeamProgram> desks) {
        simulator.faults().inject(fault, FaultTarget.any().always());
        var calls = asked(desks, Duration.ofMinutes(15));
        simulator.faults().clear();
        return calls;
    }

    @Test
    void whoAloneIsCutOffFromTheServiceIsReplacedWithinAMinuteAndAsksAgainLater() {
        var keys = launchTen();
        anna.close();
        var isCut = new AtomicBoolean();
        anna = withToken(deskWithoutToken("anna", TeamServer.address(folder), WatchSettings.standard(), api -> cutOff(
                api, isCut)));
        asked(List.of(anna, ben), Duration.ofMinutes(3));
        isCut.set(true);
        assertThatNoneIsOlderThanTwoMinutes(keys);
        assertThat(anna.watch().snapshot().connection(ID).orElseThrow().health().fact()).isPresent();

        isCut.set(false);
        asked(List.of(anna, ben), Duration.ofMinutes(16));
        assertThat(anna.watch().snapshot().connection(ID).orElseThrow().health().fact()).isEmpty();
    }

    /** An API to whose questions there is no answer while it is cut off. */
    private DevOpsApi cutOff(DevOpsApi api, AtomicBoolean isCut) {
        var unreachable = new FakeApi(simulator.clock());
        unreachable.broken = new ApiError.Network(Fact.recorded("unreachable"), false);
        return (DevOpsApi) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[]{DevOpsApi.class},
                (_, method, values) -> method.invoke(isCut.get() ? unreachable : api, values));
    }

    @Test
    void whoseTokenAloneIsRejectedIsReplacedWithinAMinute() {
        var keys = launchTen();
        var carla = desk("carla");
        asked(List.of(anna, ben, carla), Duration.ofMinutes(3));
        open(anna, simulator.baseUrl(), "AstraCS:nobody:0");
        assertThatNoneIsOlderThanTwoMinutes(keys);
        carla.close();
    }

    /** Each is looked at once a minute, and may be looked at by another one a minute later. */
    private void assertThatNoneIsOlderThanTwoMinutes(List<MigrationKey> keys) {
        for (int part = 0; part < 60; part++) {
            asked(List.of(anna, ben), Duration.ofSeconds(10));
            assertThat(keys).allSatisfy(each -> assertThat(age(ben.row(each))).isLessThan(Duration.ofMinutes(2)));
        }
    }

    @Test
    void aTeamAsksNoMoreOftenThanOneAlsoWhereTheBudgetIsTooSmallForAll() {
        var three = List.of(hurried("carla"), hurried("dora"), hurried("emil"));
        for (int number = 0; number < 30; number++) {
            make(three.getFirst(), "migration " + number);
        }
        pass(Duration.ofMinutes(15), three.toArray(TeamProgram[]::new));
        var alone = asked(three.subList(0, 1), Duration.ofMinutes(5));
        asked(three, Duration.ofMinutes(5));
        var together = asked(three, Duration.ofMinutes(5));
        three.getFirst().close();
        asked(three.subList(1, 3), Duration.ofMinutes(3));
        var afterwards = asked(three.subList(1, 3), Duration.ofMinutes(5));

        System.out.printf(
                "a budget for 60 questions: one desk asks %d times, three ask %d times, two of them %d times%n", alone,
                together, afterwards);
        assertThat(alone).isLessThanOrEqualTo(60);
        assertThat(together).isBetween(48L, 66L);
        assertThat(afterwards).isBetween(48L, 66L);
        three.stream().skip(1).forEach(TeamProgram::close);
    }

    @Test
    void aTeamAsksNoMoreOftenThanOneAfterItHasLaunchedEverything() {
        var desks = new ArrayList<TeamProgram>();
        for (int number = 0; number < LARGE_TEAM; number++) {
            desks.add(hurried("desk " + number));
        }
        var keys = new ArrayList<MigrationKey>();
        for (int number = 0; number < 50; number++) {
            keys.add(make(desks.getFirst(), "migration " + number));
        }
        pass(Duration.ofMinutes(15), desks.toArray(TeamProgram[]::new));
        asked(desks, Duration.ofMinutes(1));
        for (int number = 0; number < keys.size(); number++) {
            desks.get(number % 2).watch().command(keys.get(number), Action.LAUNCH, null).join();
        }
        var after = new ArrayList<Long>();
        for (int part = 0; part < 2; part++) {
            after.add(asked(desks, Duration.ofMinutes(5)));
        }
        System.out.printf(
                "%d desks that may ask 12 times a minute, 2 of them launched %d migrations: %s calls in 5 minutes%n",
                desks.size(), keys.size(), after);
        assertThat(after).allSatisfy(each -> assertThat(each).isBetween(48L, 66L));
        assertThat(keys).allSatisfy(each -> assertThat(age(desks.getLast().row(each)))
                .isLessThan(Duration.ofMinutes(10)));
        desks.forEach(TeamProgram::close);
    }

    /** A desk that wants to ask each minute, and may ask twelve times in that. */
    private TeamProgram hurried(String user) {
        var standard = WatchSettings.standard();
        return withToken(deskWithoutToken(user, TeamServer.address(folder), new WatchSettings(
                standard.intervals().with(Interval.RECEIVING_FILES, Duration.ofMinutes(1)), standard.shortest(),
                standard.lag(), standard.wakeGap(), 12, standard.inFlight())));
    }

    /** -Dlongshore.desks=11 -Dlongshore.migrations=1000 -Dlongshore.minutes=10 for the figures of a large team. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void saysWhatTheDesksOfATeamCostTheServer() {
        var minutes = Integer.getInteger("longshore.minutes", 2);
        var desks = new ArrayList<>(List.of(anna, ben));
        for (int number = 2; number < Integer.getInteger("longshore.desks", 3); number++) {
            desks.add(desk("desk " + number));
        }
        for (int number = 0; number < Integer.getInteger("longshore.migrations", 20); number++) {
            var key = make("migration " + number);
            // So that most looks say something new, as they do where much is imported.
            simulator.planImport(UUID.fromString(key.ref().migration().value()),
                    ImportPlan.lasting(Duration.ofHours(12)));
        }
        pass(Duration.ofMinutes(15), desks.toArray(TeamProgram[]::new));
        asked(desks, Duration.ofMinutes(minutes));
        var keys = anna.watch().snapshot().migrations().stream().map(WatchedMigration::key).toList();
        var launched = keys.stream().map(each -> anna.watch().command(each, Action.LAUNCH, null).join())
                .filter(each -> each.state() instanceof CommandState.Accepted).count();
        pass(Duration.ofMinutes(14), desks.toArray(TeamProgram[]::new));
        // Until each desk has heard who asks, as it does not while time leaps.
        asked(desks, Duration.ofMinutes(minutes));
        var sizeBefore = TeamServer.size(folder);
        var callsBefore = simulator.requests().total();
        var cost = TeamServer.during(() -> asked(desks, Duration.ofMinutes(minutes)));
        var calls = simulator.requests().total() - callsBefore;
        var growth = TeamServer.size(folder) - sizeBefore;

        var seconds = minutes * 60.0;
        System.out.printf(
                "%d desks, %d migrations, %d of them launched, %d minutes: %.0f calls/min, %.1f statements/s, "
                        + "%.1f transactions/s, %.1f rows changed/s, %.2f MB now, "
                        + "%.0f MB more in a month in which all are imported all the time%n",
                desks.size(), keys.size(), launched, minutes, calls / (double) minutes, cost.statements() / seconds,
                cost.transactions() / seconds, cost.rows() / seconds, sizeBefore / 1e6,
                growth / seconds * Duration.ofDays(30).toSeconds() / 1e6);
        assertThat(cost.statements()).isGreaterThan(cost.transactions());
        assertThat(cost.transactions()).isPositive();
        desks.stream().skip(2).forEach(TeamProgram::close);
    }

    private Duration age(WatchedMigration row) {
        return Duration.between(
                Objects.requireNonNull(row.lastKnown()).observedAt(), simulator.clock().instant());
    }

    /** How often they ask while that time passes, second by second. */
    private long asked(List<TeamProgram> desks, Duration time) {
        long before = simulator.requests().total();
        for (long second = 0; second < time.toSeconds(); second++) {
            simulator.clock().advance(Duration.ofSeconds(1));
            for (int tick = 0; tick < TWO_SECONDS / 2; tick++) {
                desks.forEach(each -> each.watch().tick());
            }
        }
        return simulator.requests().total() - before;
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
