package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.DocumentedService;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.FxExtension;
import dev.longshore.support.Screenshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.stage.Stage;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** The main job, from the arguments to the pixels, against a service that is not our simulator. */
@ExtendWith(FxExtension.class)
class WatchAndPauseJourneyTest {
    private static final String ORDERS = DocumentedService.DATABASE + "/" + DocumentedService.ORDERS;
    private static final String BILLING = DocumentedService.DATABASE + "/" + DocumentedService.BILLING;

    @TempDir private Path data;

    private DocumentedService service;

    @BeforeEach
    void startTheService() throws IOException {
        service = DocumentedService.startWithTwo();
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    private RunningApp open(FxRobot robot, Stage stage) {
        return RunningApp.start(
                robot, stage, data, "--connect", service.url().toString(), "--watch", ORDERS, "--watch", BILLING);
    }

    @Test
    @ExpectedFault("Something unexpected happened")
    void whatFailsInAHandlerIsSaidInTheWindow(FxRobot robot, Stage stage) {
        try (var app = open(robot, stage)) {
            app.awaitText("Importing");
            // As JavaFX does with what a handler throws; thrown on its thread, TestFX would take it for a fault of the test.
            Objects.requireNonNull(Thread.getDefaultUncaughtExceptionHandler())
                    .uncaughtException(Thread.currentThread(), new IllegalStateException("made by the test"));
            app.awaitText("Something in Longshore failed.");

            app.click("#faultClose");
            app.awaitThat("it is hidden",
                    () -> app.texts().stream().noneMatch(each -> each.contains("in Longshore failed")));
        }
    }

    @Test
    void pausesWithOnePostAndSaysPausedOnlyOnceItWasSeen(FxRobot robot, Stage stage) {
        try (var app = open(robot, stage)) {
            app.awaitText("Importing");
            app.click("prod-eu 5f0c7a52");
            app.click("#pauseAction");
            app.awaitText("Pause accepted");
            var asked = service.requestsFor(DocumentedService.ORDERS);
            app.click("#pollNow");
            app.awaitThat("it was asked again", () -> service.requestsFor(DocumentedService.ORDERS) > asked);
            assertThat(app.texts()).doesNotContain("Paused");

            service.setStatus(DocumentedService.ORDERS, "Paused", "Imported 412 of 1,204 subsets");
            app.click("#pollNow");
            app.awaitText("Paused");

            assertThat(service.posts())
                    .containsExactly(
                            "/v2/databases/" + DocumentedService.DATABASE + "/migrations/" + DocumentedService.ORDERS
                                    + "/pause");
        }
    }

    @Test
    void knowsItsListAgainAfterARestartWithItsAge(FxRobot robot, Stage stage) {
        try (var app = open(robot, stage)) {
            app.awaitText("Importing");
            app.awaitText("Receiving files");
        }
        service.close();
        try (var app = RunningApp.start(robot, stage, data)) {
            app.awaitText("prod-eu 5f0c7a52");
            app.awaitThat("the status is shown",
                    () -> app.texts().stream().anyMatch(each -> each.startsWith("Importing"))
                            && app.texts().stream().anyMatch(each -> each.startsWith("Receiving files")));
            app.awaitText("ago");
        }
    }

    static Stream<Arguments> badAnswers() {
        var good = DocumentedService.status(DocumentedService.ORDERS, "ImportInProgress", "half");
        return Stream.of(
                Arguments.of(
                        Named.of("a missing status", DocumentedService.json(good.replace("\"status\"", "\"state\""))),
                        "status"),
                Arguments.of(
                        Named.of("a null status", DocumentedService.json(good.replace("\"ImportInProgress\"", "null"))),
                        "status"),
                Arguments.of(Named.of("HTML", DocumentedService.html(200)), "HTML"),
                Arguments.of(Named.of("an empty body", DocumentedService.json("")), "empty"),
                Arguments.of(Named.of("a part of the JSON", DocumentedService.json(good.substring(0, 60))), "JSON"),
                Arguments.of(Named.of("HTML with 502", DocumentedService.html(502)), "502"),
                Arguments.of(Named.of("a reset connection", DocumentedService.reset()), "connection"));
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void keepsTheLastGoodValueAndSaysWhatIsWrong(
            MockResponse answer, String word, FxRobot robot, Stage stage) {
        try (var app = open(robot, stage)) {
            app.awaitText("Importing");
            app.click("prod-eu 5f0c7a52");
            service.setAnswer(DocumentedService.ORDERS, answer);
            service.setStatus(DocumentedService.BILLING, "MigrationDone", "");
            app.click("#pollNow");

            app.awaitThat(
                    "the window says what is wrong",
                    () -> app.texts().stream().anyMatch(text -> text.length() > 40 && text.contains(word)));

            app.awaitText("Done");
            assertThat(app.texts())
                    .anyMatch(text -> text.startsWith("Importing"))
                    .anyMatch(text -> text.equals("34%"));
        }
    }

    @Test
    void showsAnUnknownWordAsItCame(FxRobot robot, Stage stage) {
        try (var app = open(robot, stage)) {
            app.awaitText("Importing");
            service.setStatus(DocumentedService.ORDERS, "Defragmenting", "");
            app.click("#pollNow");

            app.awaitText("Defragmenting");
        }
    }

    @Test
    void readsAnAnswerWithUnknownAndWithoutOptionalFields(FxRobot robot, Stage stage) {
        try (var app = open(robot, stage)) {
            app.awaitText("Importing");
            service.setAnswer(
                    DocumentedService.ORDERS,
                    DocumentedService.json(
                            "{\"status\":\"MigrationDone\",\"expectedCleanupTime\":null,\"shiny\":{\"new\":[1]}}"));
            app.click("#pollNow");

            app.awaitText("Done");
        }
    }

    @Test
    void opensTheEstateOfTheSimulator(FxRobot robot, Stage stage) {
        try (var app = RunningApp.start(robot, stage, data, "--demo")) {
            app.awaitText("All (12)");
            app.awaitText("Importing");
            app.click("#quickFilter");
            app.robot().write("orders");
            app.awaitThat("the row is there", () -> robot.lookup("orders").tryQuery().isPresent());
            app.click("orders");
            app.click("#pauseAction");
            app.awaitText("Pause");
            robot.interact(() -> Screenshots.take(stage.getScene(), "demo-960"));
            assertThat(stage.getTitle()).startsWith("Longshore");
        }
    }
}
