package dev.longshore.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.History;
import dev.longshore.model.Observation;
import dev.longshore.model.Status;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** What the tab Uploads says once nothing can be uploaded any more. */
@ExtendWith(FxExtension.class)
class SealedUploadsTest {
    private static final WatchedMigration PAUSED = TestOrganisation.migration("orders")
            .status("ImportPaused", Duration.ofHours(3)).receives("s3://ds-mig/m-orders/sstables/", null).build();

    private final TestWindow window = new TestWindow(TestOrganisation.of(PAUSED));
    private FxRobot robot;
    private Stage stage;

    @BeforeEach
    void take(FxRobot handedRobot, Stage handedStage) {
        robot = handedRobot;
        stage = handedStage;
    }

    @AfterEach
    void close() {
        window.close(robot);
    }

    @Test
    void saysSinceWhenItIsSealed() {
        assertThat(said(seen("ReceivingFiles", 3 * 60 + 5), seen("ImportInProgress", 3 * 60)))
                .contains("Sealed since Sat 21 Nov, 12:30 CET. Nothing can be uploaded any more.")
                .noneMatch(each -> each.contains("credentials") || each.contains("before launch"));
    }

    @Test
    void saysBetweenWhichLooksItWasSealedWhereTheyLieApart() {
        assertThat(said(seen("ReceivingFiles", 5 * 60), seen("ImportInProgress", 3 * 60))).contains(
                "Sealed between Sat 21 Nov, 10:30 CET and 12:30 CET. Nothing can be uploaded any more.");
    }

    @Test
    void saysBeforeWhatItWasSealedWhereThatWasNotSeen() {
        assertThat(said(seen("ImportInProgress", 3 * 60)))
                .contains("Sealed since before Sat 21 Nov, 12:30 CET. Nothing can be uploaded any more.");
    }

    @Test
    void saysThatTheTimeIsNotKnownWhereThereIsNoHistory() {
        assertThat(said()).contains("Sealed, since when is not known. Nothing can be uploaded any more.");
    }

    @Test
    void copiesTheDirectory() {
        said();

        robot.interact(() -> robot.lookup("#copyDirectory").queryButton().fire());

        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo("s3://ds-mig/m-orders/sstables/"));
    }

    private List<String> said(Observation... observations) {
        window.watch.answerHistory(_ -> new History(List.of(observations), List.of(), List.of()));
        window.open(robot, stage);
        robot.clickOn("orders");
        robot.interact(() -> robot.lookup("#detailTabs").queryAs(TabPane.class).getSelectionModel().select(2));
        window.pass(robot, 1);
        return Stream.concat(robot.lookup("#uploadsPanel .fact-value").<Labeled>queryAll().stream(),
                robot.lookup("#uploadsPanel .label").<Labeled>queryAll().stream())
                .filter(Labeled::isVisible).map(Labeled::getText).toList();
    }

    private static Observation seen(String status, int minutesAgo) {
        return new Observation(PAUSED.key(), TestOrganisation.NOW.minus(Duration.ofMinutes(minutesAgo)),
                Status.of(status), null, null, null, null, null);
    }
}
