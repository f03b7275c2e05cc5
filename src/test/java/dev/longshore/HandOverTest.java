package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.support.DocumentedService;
import dev.longshore.support.EnglishText;
import dev.longshore.support.FxExtension;
import dev.longshore.support.Secrets;
import dev.longshore.support.TestWait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A window, and the watch that goes on in the background in a process of its own when it is closed, take turns. */
@ExtendWith(FxExtension.class)
class HandOverTest {
    private static final int TURNS = Integer.getInteger("longshore.turns", 2);
    private static final String ORDERS = DocumentedService.DATABASE + "/" + DocumentedService.ORDERS;
    private static final String BILLING = DocumentedService.DATABASE + "/" + DocumentedService.BILLING;

    @TempDir private Path data;

    private DocumentedService service;

    @BeforeEach
    void startTheService() throws IOException {
        writeSettings("");
        service = DocumentedService.startWithTwo();
    }

    @AfterEach
    void stopWhatStillRuns() {
        background().forEach(BackgroundProcesses::end);
        service.close();
    }

    private List<ProcessHandle> background() {
        return BackgroundProcesses.of(data);
    }

    private RunningApp first(FxRobot robot, Stage stage) {
        return RunningApp.start(
                robot, stage, data, "--connect", service.url().toString(), "--watch", ORDERS, "--watch", BILLING);
    }

    /** As the next click on its icon does: without any token. */
    private RunningApp next(FxRobot robot, Stage stage) {
        return RunningApp.start(robot, stage, data, Map.of());
    }

    private void keepWatching() throws IOException {
        writeSettings("\"watch.keep\": \"true\", ");
    }

    /** What receives files is due again after hours: a second question is one too many, however slow the computer is. */
    private void writeSettings(String more) throws IOException {
        Files.writeString(data.resolve("settings.json"),
                "{" + more + "\"watch.interval.receiving_files\": \"PT6H\"}");
    }

    @Test
    void asksOnceAtClosingWhetherToKeepWatchingAndDoesSo(FxRobot robot, Stage stage) {
        try (var app = first(robot, stage)) {
            app.awaitText("Receiving files");
            requestClose(robot, stage);
            app.awaitText("Close the window?");
            app.awaitText("Keep watching in the background");
            app.click("#closingProceed");
            app.awaitThat("it is closed", () -> !stage.isShowing());
        }
        awaitBackground();
        try (var app = next(robot, stage)) {
            app.awaitText("Receiving files");
            requestClose(robot, stage);
            app.awaitThat("it is closed without a question", () -> !stage.isShowing());
        }
    }

    private static void requestClose(FxRobot robot, Stage stage) {
        robot.interact(() -> {
            var request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
            stage.fireEvent(request);
            if (!request.isConsumed()) {
                stage.hide();
            }
        });
    }

    @Test
    void endsWithTheWindowWhereTheUserDoesNotWantMore(FxRobot robot, Stage stage) {
        try (var app = first(robot, stage)) {
            app.awaitText("Receiving files");
            requestClose(robot, stage);
            app.awaitText("Keep watching in the background");
            app.click("#keepWatching");
            app.click("#closingProceed");
            app.awaitThat("it is closed", () -> !stage.isShowing());
        }
        assertThat(background()).isEmpty();
    }

    private ProcessHandle awaitBackground() {
        await().until(() -> background().size() == 1);
        return background().getFirst();
    }

    @Test
    void windowAndBackgroundTakeTurnsAndNothingIsAskedOrSentTwice(FxRobot robot, Stage stage) throws Exception {
        keepWatching();
        try (var app = first(robot, stage)) {
            app.awaitText("Receiving files");
            app.click("prod-eu 5f0c7a52");
            app.click("#pauseAction");
            app.awaitText("Pause accepted");
        }
        for (var turn = 1; turn <= TURNS; turn++) {
            var process = awaitBackground();
            // It lists the databases as soon as it has a token; in every second turn the next window is faster.
            var listings = service.listings();
            if (turn % 2 == 1) {
                await().until(() -> Files.readString(data.resolve("logs/watch.txt")).contains("ready"));
            }
            try (var app = next(robot, stage)) {
                await().until(() -> !process.isAlive());
                app.awaitText("Pause accepted");
                app.awaitThat("the window has a token", () -> service.listings() > listings);
                assertThat(background()).isEmpty();
            }
        }
        assertThat(service.requestsFor(DocumentedService.BILLING)).as("asked when it was added").isEqualTo(1);
        service.setStatus(DocumentedService.ORDERS, "Paused", "Imported 412 of 1,204 subsets");
        try (var app = next(robot, stage)) {
            app.awaitText("Pause");
            app.click("#pollNow");
            app.awaitText("Paused");
        }
        BackgroundProcesses.end(awaitBackground());

        assertThat(service.posts()).hasSize(1);
        assertNobodyWasBlind();
    }

    private void assertNobodyWasBlind() throws SQLException {
        try (var journal = SqliteJournal.open(data, InstantSource.system(), EnglishText::say)) {
            assertThat(journal.lastKnown().keySet())
                    .allSatisfy(key -> assertThat(journal.history(key, Instant.EPOCH).watchGaps()).isEmpty());
        }
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
                var rows = file.createStatement()) {
            assertThat(rows.executeQuery("SELECT count(*) FROM unwatched_period").getInt(1)).isZero();
        }
    }

    @Test
    void theBackgroundGetsItsTokenOnItsInputAndShowsItNowhere(FxRobot robot, Stage stage) throws Exception {
        keepWatching();
        try (var app = first(robot, stage)) {
            app.awaitText("Receiving files");
        }
        var process = awaitBackground();
        await().until(() -> Files.readString(data.resolve("logs/watch.txt")).contains("ready"));

        assertThat(Secrets.in(Files.readString(Path.of("/proc/" + process.pid() + "/environ"),
                StandardCharsets.ISO_8859_1))).isEmpty();
        assertThat(Secrets.in(BackgroundProcesses.arguments(process))).isEmpty();
    }

    @Test
    void aWatchThatAUserStartedStandsAsideForAWindowAndGoesOnAfterIt(FxRobot robot, Stage stage) throws Exception {
        try (var watch = ConsoleProgram.start(DocumentedService.TOKEN, "watch", "--data-dir", data.toString(),
                "--connect", service.url().toString(), "--watch", ORDERS, "--watch", BILLING)) {
            watch.awaitLine("Receiving files");
            try (var app = next(robot, stage)) {
                app.awaitText("Receiving files");
                watch.awaitLine("A window watches now");
                requestClose(robot, stage);
                app.awaitThat("it is closed without a question", () -> !stage.isShowing());
            }
            await().until(() -> watch.output().stream().filter(line -> line.startsWith("ready")).count() == 2);
            assertThat(background()).isEmpty();
            assertThat(watch.stop()).isZero();
        }
        assertThat(service.requestsFor(DocumentedService.BILLING)).isEqualTo(1);
        assertNobodyWasBlind();
    }

    @Test
    void aWatchThatStandsAsideCanBeStopped(FxRobot robot, Stage stage) throws Exception {
        try (var watch = ConsoleProgram.start(DocumentedService.TOKEN, "watch", "--data-dir", data.toString(),
                "--connect", service.url().toString(), "--watch", ORDERS)) {
            watch.awaitLine("Importing");
            try (var app = next(robot, stage)) {
                watch.awaitLine("A window watches now");
                watch.process().destroy();

                assertThat(watch.process().waitFor(TestWait.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
                assertThat(watch.awaitEnd()).isZero();
                app.awaitText("Importing");
            }
        }
    }

    @Test
    void saysWhatIsPendingBeforeTheWindowIsClosed(FxRobot robot, Stage stage) {
        try (var app = first(robot, stage)) {
            app.awaitText("Importing");
            app.click("prod-eu 5f0c7a52");
            app.click("#pauseAction");
            app.awaitText("Pause accepted");
            requestClose(robot, stage);
            app.awaitText("Something is pending or due within 24 hours");
            app.click("#closingCancel");
            assertThat(stage.isShowing()).isTrue();
        }
    }
}
