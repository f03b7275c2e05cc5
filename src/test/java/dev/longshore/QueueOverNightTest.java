package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.cli.Arguments;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.CommandState;
import dev.longshore.model.Phase;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.EnglishText;
import dev.longshore.support.FxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/**
 * Three migrations on one database run one after another against the simulator: the first is launched by the user, the next
 * by the watch in the background, the last by a window that was started since, and nobody is there.
 */
@ExtendWith(FxExtension.class)
class QueueOverNightTest {
    private static final Duration IMPORT = Duration.ofHours(10);

    @TempDir private Path data;

    private Simulator simulator;
    private UUID database;
    private List<UUID> migrations;

    @BeforeEach
    void startTheService() throws IOException {
        simulator = Simulator.start(SimulatorOptions.builder().build());
        database = simulator.addDatabase("orders-prod", SimulatedCloud.AWS, "eu-central-1", "ACTIVE");
        migrations = List.of(
                simulator.addMigration(database), simulator.addMigration(database), simulator.addMigration(database));
        migrations.forEach(each -> simulator.planImport(each, ImportPlan.lasting(IMPORT)));
        simulator.clock().advance(Duration.ofMinutes(15));
        Files.writeString(data.resolve("settings.json"), """
                {"watch.keep": "true", "watch.interval.importing": "PT5S", "watch.interval.receiving_files": "PT5S",
                 "watch.interval.resting": "PT5S", "watch.interval.after_action": "PT5S"}
                """);
    }

    @AfterEach
    void stopWhatStillRuns() {
        BackgroundProcesses.of(data).forEach(BackgroundProcesses::end);
        simulator.close();
    }

    private RunningApp window(FxRobot robot, Stage stage, String... arguments) {
        return RunningApp.start(robot, stage, data,
                Map.of(Arguments.TOKEN_VARIABLE, simulator.fullToken()), arguments);
    }

    private String ref(int number) {
        return database + "/" + migrations.get(number);
    }

    private String name(int number) {
        return "orders-prod " + migrations.get(number).toString().substring(0, 8);
    }

    private ProcessHandle awaitBackground() {
        await().until(() -> BackgroundProcesses.of(data).size() == 1);
        return BackgroundProcesses.of(data).getFirst();
    }

    /** The launches that have arrived at the service, in their order. */
    private List<UUID> launches() {
        return simulator.requests().all().stream()
                .filter(each -> each.method().equals("POST") && each.target().endsWith("/launch"))
                .map(each -> UUID.fromString(each.target().split("/", -1)[5])).toList();
    }

    private static void confirm(RunningApp app) {
        app.awaitThat("the dialog is shown",
                () -> app.robot().lookup("#confirmDialog .check-box").tryQuery().isPresent());
        app.awaitThat("the checks are made", () -> app.robot().lookup("#preflightCLOCK").tryQuery().isPresent());
        app.robot().lookup("#confirmDialog .check-box").<CheckBox>queryAll().forEach(app.robot()::clickOn);
        app.awaitThat("it can be confirmed", () -> !app.robot().lookup("#confirmProceed").queryButton().isDisabled());
        app.click("#confirmProceed");
        app.awaitThat("the dialog is gone", () -> app.robot().lookup("#confirmDialog").tryQuery().isEmpty());
    }

    private Button approval(FxRobot robot, int number) {
        ListCell<?> row = robot.lookup(".queue-list .list-cell")
                .match((ListCell<?> each) -> !each.isEmpty() && each.getAccessibleText().contains(name(number)))
                .query();
        return robot.from(row).lookup(".queue-approve").queryButton();
    }

    private void approve(RunningApp app, int number) {
        app.robot().clickOn(approval(app.robot(), number));
        confirm(app);
        app.awaitThat("it is approved", () -> approval(app.robot(), number).getText().equals("Approved"));
    }

    @Test
    void threeMigrationsRunOneAfterAnotherWithoutTheUser(FxRobot robot, Stage stage) {
        try (var app = window(robot, stage, "--connect", simulator.baseUrl().toString(), "--watch", ref(0), "--watch",
                ref(1), "--watch", ref(2))) {
            app.awaitText("Receiving files");
            app.click("#navQueue");
            app.awaitText("Waiting, in this order");
            app.awaitThat("all are there", () -> robot.lookup(".queue-approve").queryAll().size() == 3);
            approve(app, 1);
            approve(app, 2);
            app.click(".queue-auto");
            app.awaitText("launch the first one yourself");
            app.click("#navMigrations");
            app.awaitText(name(0));
            app.click(name(0));
            app.click("#launchAction");
            confirm(app);
            await().until(() -> launches().size() == 1);
            simulator.clock().advance(Duration.ofHours(1));
            app.awaitText("Importing");
        }

        var background = awaitBackground();
        simulator.clock().advance(IMPORT);
        await().until(() -> launches().size() == 2);
        simulator.clock().advance(Duration.ofHours(1));
        BackgroundProcesses.end(background);

        try (var app = window(robot, stage)) {
            app.awaitText("Importing");
            simulator.clock().advance(IMPORT);
            await().until(() -> launches().size() == 3);
        }
        var last = awaitBackground();
        simulator.clock().advance(IMPORT.plusHours(1));
        var asked = questions(2);
        await().until(() -> questions(2) > asked + 1);
        BackgroundProcesses.end(last);

        assertThat(launches()).containsExactlyElementsOf(migrations);
        try (var journal = SqliteJournal.open(data, InstantSource.system(), EnglishText::say)) {
            assertThat(journal.recentCommands(10)).hasSize(3)
                    .allSatisfy(each -> assertThat(each.state()).isInstanceOf(CommandState.Observed.class));
            assertThat(journal.lastKnown().values())
                    .allSatisfy(each -> assertThat(each.status().is(Phase.MIGRATION_DONE)).isTrue());
            assertThat(journal.launchQueues().getFirst().isOn()).isTrue();
        }
    }

    private long questions(int number) {
        return simulator.requests().all().stream()
                .filter(each -> each.method().equals("GET")
                        && each.target().contains(migrations.get(number).toString()))
                .count();
    }
}
