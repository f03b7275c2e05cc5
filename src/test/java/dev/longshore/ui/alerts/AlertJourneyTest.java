package dev.longshore.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert;
import dev.longshore.model.Deadline;
import dev.longshore.model.Environment;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.FxExtension;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SampleAlerts;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.migrations.MigrationRow;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** A person is called, reads, acknowledges, and goes where something can be done. */
@ExtendWith(FxExtension.class)
class AlertJourneyTest {
    private static final Snapshot ESTATE = TestOrganisation.of(
            TestOrganisation.migration("orders").status("ImportFailed", Duration.ofHours(1))
                    .notice(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, "It failed.").build(),
            TestOrganisation.migration("billing").status("ImportPaused", Duration.ofHours(3))
                    .due(Deadline.Cause.CLEANUP_SCHEDULED, Duration.ofHours(60)).build());

    private final TestWindow window = new TestWindow(ESTATE);
    private FxRobot robot;

    @BeforeEach
    void open(FxRobot handed, Stage stage) {
        robot = handed;
        window.open(robot, stage);
        tell();
    }

    @AfterEach
    void close() {
        window.close(robot);
    }

    private void tell(String... acknowledged) {
        window.watch
                .publishAlerts(SampleAlerts.acknowledged(SampleAlerts.of(ESTATE), TestOrganisation.NOW, acknowledged));
        window.settle(robot);
    }

    private boolean shows(String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    /** How many are to be acknowledged, as the bell says. */
    private String count() {
        return robot.lookup("#alertsButton").<Labeled>query().getAccessibleText().replaceAll(".*, (\\S+) .*", "$1");
    }

    @Test
    void byMouse() {
        assertThat(count()).isEqualTo("2");
        robot.clickOn("#alertCallShow");
        assertThat(shows("#alertCall")).isFalse();

        robot.clickOn("Acknowledge");
        assertThat(window.watch.acknowledged).containsExactly("orders FAILED");
        tell("orders");
        assertThat(count()).isEqualTo("1");
        assertThat(robot.lookup(".alert").match(node -> node.getPseudoClassStates().toString().contains("known"))
                .queryAll()).hasSize(1);

        robot.clickOn(link("Schedule cleanup…"));
        assertThat(shows("#alertInbox")).isFalse();
        assertThat(shows("#confirmDialog")).isTrue();
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void byKeyboard() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.A).release(KeyCode.CONTROL, KeyCode.SHIFT);
        robot.type(KeyCode.A);
        assertThat(window.watch.acknowledged).containsExactly("orders FAILED");
        tell("orders");

        ListView<?> list = robot.lookup("#alertInbox .list-view").queryListView();
        assertThat(list.getSelectionModel().getSelectedIndex()).isZero();
        robot.type(KeyCode.A);
        assertThat(window.watch.acknowledged).containsExactly("orders FAILED", "billing CLEANUP_SOON");
        tell("orders", "billing");
        assertThat(count()).isEqualTo("no");
        assertThat(robot.lookup("#acknowledgeAll").query().isDisabled()).isTrue();

        robot.type(KeyCode.HOME, KeyCode.ENTER);
        assertThat(shows("#alertInbox")).isFalse();
        assertThat(robot.lookup("#migrationTable").<MigrationRow>queryTableView().getSelectionModel()
                .getSelectedItems()).hasSize(1);
    }

    @Test
    void whatAnAlertIsAboutIsShownAlsoWhileAnotherConnectionIsChosen() {
        var other = TestOrganisation.watched(TestOrganisation.connection("staging", Environment.TEST, false));
        window.watch.publish(new Snapshot(
                ESTATE.version() + 1, ESTATE.at(), List.of(ESTATE.connections().getFirst(), other),
                ESTATE.migrations(), ESTATE.recentCommands(), ESTATE.troubles()));
        window.settle(robot);
        var chooser = robot.lookup("#connectionChooser").queryComboBox();
        robot.interact(() -> chooser.getSelectionModel().selectLast());
        assertThat(robot.lookup("#migrationTable").queryTableView().getItems()).isEmpty();

        robot.clickOn("#alertsButton").type(KeyCode.HOME, KeyCode.ENTER);
        window.settle(robot);

        assertThat(chooser.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(robot.lookup("#migrationTable").<MigrationRow>queryTableView().getSelectionModel()
                .getSelectedItems()).extracting(row -> row.migration().name()).containsExactly("orders");
    }

    @Test
    void leavesTheInboxByEscapeByTheBellAndByAClickBesideIt() {
        robot.clickOn("#alertsButton").type(KeyCode.ESCAPE);
        assertThat(shows("#alertInbox")).isFalse();

        robot.clickOn("#alertsButton").clickOn("#alertsButton");
        assertThat(shows("#alertInbox")).isFalse();

        robot.clickOn("#alertsButton").clickOn("#modeNeedsMe");
        assertThat(shows("#alertInbox")).isFalse();
    }

    @Test
    void putsTheCallOffAndReadsWhyNothingCouldBeAcknowledged() {
        window.watch.acknowledging = CompletableFuture.completedFuture(Optional.of(Fact.recorded("The disk is full.")));
        robot.clickOn("#alertCallLater");
        assertThat(shows("#alertCall")).isFalse();
        robot.clickOn("#alertsButton").clickOn("#acknowledgeAll");
        window.settle(robot);

        assertThat(robot.lookup("#alertTrouble").<Labeled>query().getText()).isEqualTo("The disk is full.");
        assertThat(count()).isEqualTo("2");
    }

    @Test
    void saysWhenItHappenedWhereThatWasNoticedOnlyLater() {
        tell(TestOrganisation.of(
                failed("about").build(), failed("between").otherwise(Duration.ofHours(5)).build(),
                failed("before").otherwise(null).build(),
                TestOrganisation.migration("live").status("ImportFailed", Duration.ofMinutes(30))
                        .statusNotice(Alert.Kind.FAILED, "It failed.").build()));
        robot.clickOn("#alertsButton");

        assertThat(robot.lookup("#alertInbox .note").<Labeled>queryAll()).extracting(Labeled::getText).contains(
                "failed about Sat 21 Nov, 14:30 CET · noticed Sat 21 Nov, 15:00 CET",
                "failed between Sat 21 Nov, 10:30 CET and 14:30 CET · noticed Sat 21 Nov, 15:00 CET",
                "failed before Sat 21 Nov, 14:30 CET · noticed Sat 21 Nov, 15:00 CET",
                "noticed Sat 21 Nov, 15:00 CET");
    }

    @Test
    void tellsOfACleanupThatIsDueBecauseItWasMovedOnce() {
        var moved = TestOrganisation.migration("orders").status("ImportPaused", Duration.ofHours(3))
                .due(Deadline.Cause.CLEANUP_SCHEDULED, Duration.ofHours(24))
                .notice(Alert.Kind.CLEANUP_MOVED, Alert.Severity.ACT_NOW, Fact.of(AdviceFact.CLEANUP_MOVED_BY_OTHERS,
                        TestOrganisation.NOW.plus(Duration.ofDays(7)), TestOrganisation.NOW.plus(Duration.ofDays(1))));
        var said = "Cleanup due in 1 d: someone moved it from Sat 28 Nov, 15:30 CET to Sun 22 Nov, 15:30 CET.";
        tell(TestOrganisation.of(moved.build()));
        assertThat(robot.lookup("#alertCall .label").<Labeled>queryAll()).extracting(Labeled::getText).contains(said);
        assertThat(count()).isEqualTo("1");

        robot.clickOn("#alertsButton");

        assertThat(robot.lookup("#alertInbox .label").<Labeled>queryAll()).extracting(Labeled::getText).contains(said);
        robot.clickOn("#acknowledgeAll");
        assertThat(window.watch.acknowledged).containsExactlyInAnyOrder("orders CLEANUP_SOON", "orders CLEANUP_MOVED");
    }

    private static MigrationBuilder failed(String name) {
        return TestOrganisation.migration(name).status("ImportFailed", Duration.ofHours(1))
                .statusNotice(Alert.Kind.FAILED, "It failed.");
    }

    private void tell(Snapshot snapshot) {
        window.publish(robot, snapshot);
        window.watch.publishAlerts(SampleAlerts.of(snapshot));
        window.settle(robot);
    }

    @Test
    void goesWhereSomethingCanBeDone() {
        var receiving = TestOrganisation.migration("shipments").status("ReceivingFiles", Duration.ofHours(4))
                .due(Deadline.Cause.CREDENTIALS, Duration.ofMinutes(9)).build();
        var stopped = new WatchedConnection(
                TestOrganisation.PRODUCTION,
                new WatchedConnection.Health.Stopped(Fact.recorded("The service rejects the token.")),
                new TokenLocation.InKeystore(), List.of(), null, null, null);
        var snapshot = new Snapshot(
                2, TestOrganisation.NOW, List.of(stopped), List.of(receiving), List.of(), List.of());
        window.publish(robot, snapshot);
        window.watch.publishAlerts(SampleAlerts.of(snapshot));
        robot.clickOn("#alertsButton");

        robot.clickOn(link("Renew credentials"));
        assertThat(window.watch.polled).containsExactly(receiving.key());
        robot.clickOn(link("Replace token…"));
        assertThat(shows("#alertInbox")).isFalse();
        assertThat(shows("#connectDialog")).isTrue();
    }

    private Node link(String text) {
        return robot.lookup("#alertInbox .hyperlink").<Labeled>queryAll().stream()
                .filter(each -> each.getText().equals(text)).findFirst().orElseThrow();
    }
}
