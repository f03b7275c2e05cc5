package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.model.Phase;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.DocumentedPicture;
import dev.longshore.support.FxExtension;
import dev.longshore.support.Screenshots;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.TrackedFxThread;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.Theme;
import dev.longshore.watch.WatchedMigration;
import dev.longshore.watch.engine.SimulatedWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/**
 * A whole migration by the window alone, against the simulator: initialize, commands, ledger, launch, pause, resume, done,
 * scheduled cleanup, closed. The pictures of the guide's tour are taken on the way.
 */
@ExtendWith(FxExtension.class)
class WholeMigrationTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration IMPORT = Duration.ofMinutes(80);
    private static final List<String> NODES = List.of("dc1-node1", "dc1-node2", "dc1-node3");
    private static final List<String> TABLES = List.of("customers", "invoices", "orders");
    private static final List<String> FILES = List.of("nb-1-big-Data.db", "nb-1-big-Index.db");
    private static final String SNAPSHOT = "-8c1a5e90d1b111eda1eb0242ac120002/snapshots/migrate/";

    @TempDir private Path folder;

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private SimulatedWatch service;
    private FxRobot robot;
    private Stage stage;
    private boolean isPictured;

    @BeforeEach
    void begin(FxRobot handed, Stage handedStage) throws IOException {
        robot = handed;
        stage = handedStage;
        service = SimulatedWatch.begin(folder, SimulatorOptions.standingStill().importLength(IMPORT).build());
    }

    @AfterEach
    void end() {
        window.close(robot);
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void runsByTheWindowAloneFromInitializeToClosed(SimulatedCloud cloud) {
        isPictured = cloud == SimulatedCloud.AWS;
        service.simulator.addDatabase("shop", cloud, region(cloud), "ACTIVE");
        service.connect("simulator", false);
        service.passAMoment();
        var plain = service.ui(new TrackedFxThread());
        window.open(robot, stage, new UiContext(plain.watch(), plain.clock(), plain.thread(),
                new WindowTimes(plain.clock(), BERLIN, plain.texts(), Locale.ENGLISH), plain.texts()));

        initialize();
        copyCommands(cloud);
        fillLedger(cloud);
        launch();
        pauseAndResume();
        pass(IMPORT);
        assertThat(phase()).contains(Phase.MIGRATION_DONE);
        scheduleCleanup();
        pass(Duration.ofMinutes(75));

        assertThat(phase()).contains(Phase.CLOSED);
        take("8-closed");
        assertThat(migration().latest()).satisfies(each -> assertThat(each.state())
                .isInstanceOf(CommandState.Observed.class));
        assertThat(service.watch.snapshot().recentCommands()).extracting(each -> each.action())
                .containsExactly(Action.SCHEDULE_CLEANUP, Action.RESUME, Action.PAUSE, Action.LAUNCH);
    }

    private static String region(SimulatedCloud cloud) {
        return switch (cloud) {
            case AWS -> "eu-central-1";
            case GCP -> "europe-west1";
            case AZURE -> "westeurope";
        };
    }

    private void initialize() {
        robot.clickOn("#initializeMigration");
        robot.interact(() -> robot.lookup("#initializeDatabase").<ComboBox<?>>query().getSelectionModel().select(0));
        robot.clickOn("#initializeName").write("orders");
        settle();
        assertThat(said("#preflightDATABASE")).isEqualTo("The database is ACTIVE.");
        take("1-initialize");
        robot.clickOn("#initializeProceed");
        settle();
        robot.type(KeyCode.ESCAPE);
        pass(Duration.ofMinutes(15));
        assertThat(phase()).contains(Phase.RECEIVING_FILES);
        robot.interact(() -> robot.lookup("#migrationTable").<TableView<?>>query().getSelectionModel().select(0));
    }

    private void copyCommands(SimulatedCloud cloud) {
        tab(KeyCode.DIGIT3);
        type("uploadNodes", String.join("\n", NODES));
        type("uploadSnapshot", "migrate");
        type("uploadTables", "shop");
        assertThat(copied("copyCredentials")).isNotBlank();
        assertThat(copied("copyUpload")).contains("migrate", switch (cloud) {
            case AWS -> "aws s3 sync";
            case GCP -> "gsutil";
            case AZURE -> "azcopy sync";
        });
        take("2-commands");
    }

    private void fillLedger(SimulatedCloud cloud) {
        paste("pasteExpected", NODES.stream().map(node -> "# node: " + node + "\n" + paths()
                .map(each -> "48318382080 /var/lib/cassandra/data/" + each + "\n").collect(Collectors.joining()))
                .collect(Collectors.joining()));
        paste("pasteFound", found(cloud, each -> !each.startsWith("dc1-node3") && !each.contains("node2/shop/orders")));
        assertThat(said("#ledgerSummary")).startsWith("5 of 9 tables on nodes are complete");
        robot.interact(() -> robot.lookup("#uploadsScroll").<ScrollPane>query().setVvalue(1));
        take("3-ledger");
        pass(Duration.ofMinutes(5));
        paste("pasteFound", found(cloud, _ -> true));
        assertThat(said("#ledgerSummary")).startsWith("9 of 9 tables on nodes are complete");
    }

    private static Stream<String> paths() {
        return TABLES.stream().flatMap(table -> FILES.stream().map(file -> "shop/" + table + SNAPSHOT + file));
    }

    /** What the tool of that cloud prints. */
    private static String found(SimulatedCloud cloud, Predicate<String> arrived) {
        return NODES.stream().flatMap(node -> paths().map(each -> node + "/" + each)).filter(arrived)
                .map(each -> switch (cloud) {
                    case AWS -> "2026-11-21 18:20:00 48318382080 m-1/sstables/" + each;
                    case GCP -> " 48318382080  2026-11-21T18:20:00Z  gs://b/m-1/sstables/" + each;
                    case AZURE -> each + "; Content Length: 48318382080";
                }).collect(Collectors.joining("\n"));
    }

    private void launch() {
        robot.clickOn("#launchAction");
        settle();
        assertThat(said("#checkUPLOADS")).isEqualTo("The ledger shows every file: 3 tables of 3 nodes.");
        assertThat(said("#preflightKEYSPACES")).isEqualTo("Every keyspace of the upload is in the database: shop.");
        take("4-launch");
        robot.interact(() -> robot.lookup("#checklistBox .check-box").<CheckBox>queryAll()
                .forEach(each -> each.setSelected(true)));
        proceed();
        pass(Duration.ofMinutes(45));
        assertThat(phase()).contains(Phase.IMPORT_IN_PROGRESS);
        tab(KeyCode.DIGIT1);
        take("5-import");
    }

    private void pauseAndResume() {
        robot.clickOn("#pauseAction");
        pass(Duration.ofMinutes(30));
        assertThat(phase()).contains(Phase.PAUSED);
        take("6-paused");
        robot.clickOn("#resumeAction");
        pass(Duration.ofMinutes(20));
        assertThat(phase()).contains(Phase.IMPORT_IN_PROGRESS);
    }

    private void scheduleCleanup() {
        robot.clickOn("#scheduleCleanupAction");
        settle();
        var wanted = service.simulator.clock().instant().plus(Duration.ofHours(1)).atZone(BERLIN);
        robot.interact(() -> {
            robot.lookup("#confirmDate").<DatePicker>query().getEditor().setText(wanted.toLocalDate().toString());
            robot.lookup("#confirmTime").<TextInputControl>query()
                    .setText("%d:%02d".formatted(wanted.getHour(), wanted.getMinute()));
        });
        settle();
        robot.interact(() -> robot.lookup("#confirmTypedName").<TextField>query().setText("orders"));
        settle();
        take("7-cleanup");
        proceed();
    }

    private void proceed() {
        settle();
        assertThat(robot.lookup("#confirmProceed").queryButton().isDisabled()).isFalse();
        robot.clickOn("#confirmProceed");
        settle();
    }

    private WatchedMigration migration() {
        return service.watch.snapshot().migrations().getFirst();
    }

    private Optional<Phase> phase() {
        return migration().situation().phase();
    }

    private void pass(Duration time) {
        service.settle();
        service.pass(time);
        window.pass(robot, 1);
    }

    private void settle() {
        service.settle();
        window.pass(robot, 1);
        service.settle();
        window.settle(robot);
    }

    private void tab(KeyCode number) {
        robot.press(KeyCode.ALT).type(number).release(KeyCode.ALT);
    }

    private void type(String id, String text) {
        robot.interact(() -> robot.lookup("#" + id).<TextInputControl>query().setText(text));
    }

    private void fire(String id) {
        robot.interact(() -> robot.lookup("#" + id).<Button>query().fire());
    }

    private String copied(String id) {
        fire(id);
        var copied = new StringBuilder();
        robot.interact(() -> copied.append(SystemClipboard.text()));
        return copied.toString();
    }

    private void paste(String id, String text) {
        robot.interact(() -> SystemClipboard.copy(text));
        fire(id);
        settle();
    }

    private String said(String id) {
        return robot.lookup(id).lookup((Node each) -> each instanceof Labeled labeled && !labeled.getText().isEmpty())
                .queryLabeled().getText();
    }

    /** The screen of the tests is smaller, so the window is drawn in a scene of that size, and goes on in its own. */
    private void take(String name) {
        if (isPictured) {
            robot.interact(() -> {
                var scene = stage.getScene();
                var root = scene.getRoot();
                scene.setRoot(new Group());
                var theme = new Theme();
                var large = new Scene(root, 1280, 800);
                theme.applyTo(large);
                WindowPages.settle(large);
                // There is one migration, and its details are what is to be seen.
                ((SplitPane) large.lookup("#split")).setDividerPositions(0.2);
                Screenshots.take(large, theme, "1280-tour-" + name);
                large.setRoot(new Group());
                scene.setRoot(root);
            });
            assertThat(Stream.of("light", "dark").map(look -> "1280-tour-" + name + "-" + look)
                    .flatMap(each -> DocumentedPicture.complaint(each).stream())).isEmpty();
        }
    }
}
