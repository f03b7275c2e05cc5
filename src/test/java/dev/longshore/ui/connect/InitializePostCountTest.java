package dev.longshore.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Connection;
import dev.longshore.model.Database;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.QueuedUi;
import dev.longshore.watch.InitializeOutcome;
import dev.longshore.watch.engine.ConfirmScenario;
import dev.longshore.watch.engine.SimulatedWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How many POSTs arrive at the service when a migration is to be made, counted by the simulator. */
class InitializePostCountTest {
    private static final String UNTOUCHED = "untouched";
    private static final String LOST = "lost";
    private static final QueuedUi THREAD = new QueuedUi();

    @TempDir private static Path folder;

    private static SimulatedWatch service;
    private static Connection connection;
    private static Connection readOnly;

    @BeforeAll
    static void begin() throws IOException {
        service = SimulatedWatch.begin(folder);
        for (var confirmScenario : ConfirmScenario.values()) {
            service.simulator.addDatabase(confirmScenario.name(), SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
        }
        service.simulator.addDatabase(LOST, SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
        service.simulator.addDatabase(UNTOUCHED, SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
        connection = service.connect("simulator", false);
        readOnly = service.connect("read-only", true);
        service.pass(Duration.ofMinutes(1));
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void migrationIsAskedForOnce(ConfirmScenario confirmScenario) {
        confirmScenario.apply(service.simulator, FaultTarget.operation(SimulatedOperation.INITIALIZE));
        var model = model(connection);
        model.databaseProperty().set(database(confirmScenario.name()));

        for (int press = 0; press < confirmScenario.presses(); press++) {
            model.initialize();
        }
        // Impatience: once more while the answer is under way, and once more when it is there or lost.
        model.initialize();
        settle();
        model.initialize();
        settle();

        assertThat(posts(confirmScenario.name())).isEqualTo(1);
    }

    @Test
    void lostAnswerIsToldAsThat() {
        ConfirmScenario.LOST_ANSWER.apply(service.simulator, FaultTarget.operation(SimulatedOperation.INITIALIZE));
        var model = model(connection);
        model.databaseProperty().set(database(LOST));

        model.initialize();
        settle();

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(
                InitializeViewModel.InitializeState.InitializeAnswered.class,
                initializeAnswered -> assertThat(initializeAnswered.outcome())
                        .isInstanceOf(InitializeOutcome.MayExist.class));
    }

    @ParameterizedTest
    @CsvSource({"many, ''", "'', a lot", "-1, ''"})
    void mistakeIsNotPosted(String concurrency, String subsetSize) {
        var model = model(connection);
        model.databaseProperty().set(database(UNTOUCHED));
        model.concurrencyProperty().set(concurrency);
        model.subsetSizeProperty().set(subsetSize);

        model.initialize();
        settle();

        assertThat(posts(UNTOUCHED)).isZero();
    }

    @Test
    void nothingIsPostedWithoutADatabase() {
        var before = service.posts("/initialize");

        model(connection).initialize();
        settle();

        assertThat(service.posts("/initialize")).isEqualTo(before);
    }

    @Test
    void nothingIsPostedThroughAReadOnlyConnection() {
        var model = model(readOnly);
        model.databaseProperty().set(database(UNTOUCHED));

        model.initialize();
        settle();

        assertThat(posts(UNTOUCHED)).isZero();
    }

    private static InitializeViewModel model(Connection through) {
        return new InitializeViewModel(service.ui(THREAD), service.watch.snapshot(), Optional.of(through));
    }

    private static Database database(String name) {
        return service.watch.snapshot().connection(connection.id()).orElseThrow().databases().stream()
                .filter(each -> each.label().equals(name)).findFirst().orElseThrow();
    }

    private static long posts(String database) {
        return service.posts(database(database).id() + "/migrations/initialize");
    }

    private static void settle() {
        service.passAMoment();
        THREAD.runAll();
    }
}
