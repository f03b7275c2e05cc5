package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Phase;
import dev.longshore.model.Secret;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TestWait;
import dev.longshore.watch.InitializeOutcome;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All layers below the window together: watch, client, journal and, over a real socket, the simulator. */
class WatchOnSimulatorTest {
    private static final ConnectionId ID = new ConnectionId("simulator");

    @TempDir private Path folder;

    private Simulator simulator;
    private SqliteJournal journal;
    private PollingWatch watch;

    @BeforeEach
    void begin() throws IOException {
        simulator = Simulator.start(SimulatorOptions.standingStill().sampleOrganisation(true).build());
        journal = SqliteJournal.open(folder, simulator.clock(), EnglishText::say);
        var dependencies = new WatchDependencies(
                journal,
                new NoTokenStore(),
                new OkHttpConnector(simulator.clock(),
                        ClientOptions.defaults("test").within(TestWait.LIMIT, TestWait.LIMIT)),
                simulator.clock(),
                Runnable::run);
        watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(1), "dba");
        watch.open(
                new Connection(
                        ID,
                        "Simulator",
                        simulator.baseUrl(),
                        Environment.DEVELOPMENT,
                        false,
                        Connection.TokenOrigin.SIMULATOR),
                Secret.of(simulator.fullToken()));
        simulator.sampleMigrations().forEach(each -> watch.add(key(each.name()), each.name()).join());
        pass(Duration.ofMinutes(1));
    }

    @AfterEach
    void end() {
        watch.close();
        journal.close();
        simulator.close();
    }

    private MigrationKey key(String name) {
        var found = simulator.sampleMigrations().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new MigrationKey(
                ID,
                new MigrationRef(
                        new DatabaseId(found.databaseId().toString()),
                        new MigrationId(found.migrationId().toString())));
    }

    private WatchedMigration row(String name) {
        return watch.snapshot().migration(key(name)).orElseThrow();
    }

    private boolean isSeen(String name, Phase phase) {
        return Objects.requireNonNull(row(name).lastKnown()).status().is(phase);
    }

    private void pass(Duration time) {
        var step = Duration.ofSeconds(5);
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            simulator.clock().advance(step);
            watch.tick();
        }
    }

    @Test
    void seesTheWholeEstateInItsPhases() {
        assertThat(watch.snapshot().migrations()).hasSize(12).allSatisfy(row -> {
            assertThat(row.lastKnown()).isNotNull();
            assertThat(row.database()).isNotNull();
        });
        assertThat(isSeen("orders", Phase.IMPORT_IN_PROGRESS)).isTrue();
        assertThat(isSeen("billing ledger", Phase.PAUSED)).isTrue();
        assertThat(isSeen("invoices", Phase.FAILED)).isTrue();
    }

    @Test
    void pausesWithOnePostAndSaysSoOnlyOnceItIsSeen() {
        var accepted = watch.command(key("orders"), Action.PAUSE, null).join();
        pass(Duration.ofMinutes(1));
        var seenAtOnce = isSeen("orders", Phase.PAUSED);

        pass(Duration.ofMinutes(12));

        assertThat(accepted.state()).isInstanceOf(CommandState.Accepted.class);
        assertThat(seenAtOnce).isFalse();
        assertThat(isSeen("orders", Phase.PAUSED)).isTrue();
        assertThat(Objects.requireNonNull(row("orders").latest()).state()).isInstanceOf(CommandState.Observed.class);
        assertThat(simulator.requests().count(SimulatedOperation.PAUSE)).isEqualTo(1);
    }

    @Test
    void schedulesACleanupToTheSecond() {
        var time = simulator.clock().instant().plus(Duration.ofDays(20)).plusMillis(321);

        watch.command(key("orders"), Action.SCHEDULE_CLEANUP, new CleanupTime(time)).join();
        pass(Duration.ofMinutes(12));

        assertThat(Objects.requireNonNull(row("orders").latest()).state()).isInstanceOf(CommandState.Observed.class);
        assertThat(row("orders").cleanup().orElseThrow().at())
                .isEqualTo(time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    @Test
    void makesAMigrationAndWatchesItFromItsBeginning() {
        var request = InitializeRequest.into(key("orders").ref().database());

        var made = watch.initialize(ID, request, "orders again").join();
        pass(Duration.ofMinutes(15));

        assertThat(made).isInstanceOf(InitializeOutcome.Initialized.class);
        assertThat(watch.snapshot().migrations()).filteredOn(row -> row.name().equals("orders again"))
                .singleElement()
                .satisfies(row -> assertThat(Objects.requireNonNull(row.lastKnown()).status().is(Phase.RECEIVING_FILES))
                        .isTrue());
        assertThat(simulator.requests().count(SimulatedOperation.INITIALIZE)).isEqualTo(1);
    }

    @Test
    void doesNotLaunchWhileAnotherImportOnTheDatabaseIsNotOver() {
        var refused = watch.command(key("payments history"), Action.LAUNCH, null).join();

        assertThat(refused.state()).isInstanceOf(CommandState.Refused.class);
        assertThat(simulator.requests().countChanging()).isZero();
    }

    @Test
    void sendsNothingTwiceAndSaysWhatIsWrongWhenTheServiceIsGone() {
        simulator.close();

        var command = watch.command(key("orders"), Action.PAUSE, null).join();
        pass(Duration.ofSeconds(20));

        assertThat(command.state()).isInstanceOf(CommandState.Refused.class);
        assertThat(isSeen("orders", Phase.PAUSED)).isFalse();
        assertThat(row("orders").problem()).isNotNull();
    }
}
