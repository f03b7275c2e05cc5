package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.support.ClosedPort;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.TrackedFxThread;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.watch.engine.SimulatedWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

/**
 * The first connection, entered wrongly in the real window over the real watch: each mistake ends in a sentence at its
 * field, sends nothing that is no token, and takes away nothing that was typed.
 */
@ExtendWith(FxExtension.class)
class WrongConnectionJourneyTest {
    private static final String WHOLE = "AstraCS:" + "Ab".repeat(12) + ":" + "0f".repeat(32);

    @TempDir private Path folder;

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private SimulatedWatch service;
    private FxRobot robot;

    @BeforeEach
    void openTheDialog(FxRobot handed, Stage stage) throws IOException {
        robot = handed;
        service = SimulatedWatch.begin(folder);
        window.open(robot, stage, service.ui(new TrackedFxThread()));
        robot.clickOn("#welcomeConnect");
        enter("#endpointField", service.simulator.baseUrl().toString());
        enter("#nameField", "orders team");
    }

    @AfterEach
    void close() {
        window.close(robot);
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghp_16C7e42F292c6912E7710c838347Ae178B4a", "hvs.CAESIJ", "AKIAIOSFODNN7EXAMPLE",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "token", "AstraCS", "AstraCS:", "AstraCS:abc",
        "astracs:abc:def"})
    void aTokenOfAnotherProductIsToldAtItsFieldAndNotSent(String other) {
        connectWith(other);

        assertMarked("tokenField", "This is not an application token");
        assertThat(service.simulator.requests().all()).isEmpty();
        assertKept(other);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 60, 96})
    void aTokenThatWasCutIsToldAtItsFieldAndNotSent(int length) {
        connectWith(WHOLE.substring(0, length));

        assertMarked("tokenField", "This is not an application token");
        assertThat(service.simulator.requests().all()).isEmpty();
    }

    @Test
    void aTokenThatTheServiceDoesNotKnowIsToldAtItsFieldAndTheNextOneIsTried() {
        connectWith(WHOLE);
        assertMarked("tokenField", "Token rejected (401");
        assertKept(WHOLE);

        robot.interact(() -> robot.lookup("#tokenField").<TextInputControl>query()
                .replaceSelection(service.simulator.fullToken()));
        proceed();

        assertThat(sentence()).startsWith("Token accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n%s\n", "  %s\t", "\u00a0%s\u200b", "\"%s\"", "ASTRA_DB_APPLICATION_TOKEN=%s",
        "Authorization: Bearer %s", "{\"clientId\":\"x\",\"secret\":\"y\",\"token\":\"%s\"}", "\r\n%s\r\n"})
    void blanksAndLineEndsAroundATokenDoNotMatter(String around) {
        enter("#tokenField", around.formatted(service.simulator.fullToken()));
        proceed();

        assertThat(sentence()).startsWith("Token accepted");
        assertThat(service.watch.snapshot().connections()).hasSize(1);
    }

    @Test
    void aTokenInTheFieldForTheNameIsToldThereAndWrittenNowhere() {
        enter("#nameField", service.simulator.fullToken());
        connectWith(service.simulator.fullToken());

        assertMarked("nameField", "The name holds what looks like a token.");
        assertThat(service.simulator.requests().all()).isEmpty();
        assertThat(service.watch.snapshot().connections()).isEmpty();
    }

    @Test
    void aTokenInTheFieldForTheEndpointIsToldThereAndNotRepeated() {
        enter("#endpointField", WHOLE);
        connectWith(service.simulator.fullToken());

        assertMarked("endpointField", "Not a URL");
        assertThat(sentence()).doesNotContain("AstraCS:Ab");
    }

    @Test
    void aRoleWithoutThePermissionIsToldAtTheFieldOfTheToken() {
        service.simulator.faults().inject(
                new SimulatedFault.ErrorStatus(403, "not permitted"), FaultTarget.any());
        connectWith(service.simulator.fullToken());

        assertMarked("tokenField", "403");
        assertKept(service.simulator.fullToken());
    }

    @Test
    void aServiceThatIsGoneIsToldAtTheFieldOfTheEndpointAndTriedAgain() throws IOException {
        try (var closed = new ClosedPort()) {
            enter("#endpointField", "http://127.0.0.1:" + closed.number());
            connectWith(service.simulator.fullToken());
        }
        assertMarked("endpointField", "Connection refused by http://127.0.0.1:");
        assertKept(service.simulator.fullToken());

        enter("#endpointField", service.simulator.baseUrl().toString());
        proceed();

        assertThat(sentence()).startsWith("Token accepted");
    }

    @ParameterizedTest
    @CsvSource({"api.astra.datastax.com, Not a URL", "http://api.astra.datastax.com, must begin with https://",
        "https://, Not a URL", "https://me:pw@api.astra.datastax.com, must not contain a user name",
        "https://api.astra.datastax.com?x=1, without", "https://api.astra.datastax.com//v2, contains",
        "https://longshore.invalid, Host not found"})
    void anEndpointThatIsWrongIsToldAtItsField(String endpoint, String sentence) {
        enter("#endpointField", endpoint);
        connectWith(service.simulator.fullToken());

        assertMarked("endpointField", sentence);
        assertKept(service.simulator.fullToken());
    }

    @Test
    void anEndpointOfAnotherProgramIsToldAtItsField() throws IOException {
        for (var answer : List.of(
                new MockResponse.Builder().addHeader("Content-Type", "text/html").body("<title>Portal</title>").build(),
                new MockResponse.Builder().code(404).body("no such page").build(),
                new MockResponse.Builder().code(302).addHeader("Location", "https://login.example/").build())) {
            try (var other = new MockWebServer()) {
                other.enqueue(answer);
                other.start();
                enter("#endpointField", other.url("/").toString());
                connectWith(service.simulator.fullToken());

                assertThat(FieldMarks.marked(robot)).as("%s", answer).contains("endpointField");
            }
        }
        assertKept(service.simulator.fullToken());
    }

    @Test
    void nothingCanBeChangedWhileItIsTestedSoThatWhatStandsThereIsWhatWasTested() throws IOException {
        var isAnswered = new CountDownLatch(1);
        try (var slow = new MockWebServer()) {
            slow.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    isAnswered.await();
                    return new MockResponse.Builder().code(404).body("no such page").build();
                }
            });
            slow.start();
            enter("#endpointField", slow.url("/").toString());
            enter("#tokenField", service.simulator.fullToken());
            robot.clickOn("#connectProceed");

            assertThat(canBeChanged()).containsOnly(false);

            isAnswered.countDown();
            service.settle();
            window.settle(robot);
            assertThat(canBeChanged()).containsOnly(true);
        }
    }

    private List<Boolean> canBeChanged() {
        return List.of(
                robot.lookup("#endpointField").<TextInputControl>query().isEditable(),
                robot.lookup("#tokenField").<TextInputControl>query().isEditable(),
                robot.lookup("#nameField").<TextInputControl>query().isEditable(),
                !robot.lookup("#readOnlyBox").query().isDisabled(),
                !robot.lookup("#environmentChoice").query().isDisabled());
    }

    private void connectWith(String token) {
        enter("#tokenField", token);
        proceed();
    }

    private void enter(String field, String text) {
        robot.interact(() -> robot.lookup(field).<TextInputControl>query().setText(text));
    }

    private void proceed() {
        robot.clickOn("#connectProceed");
        service.settle();
        window.settle(robot);
    }

    private String sentence() {
        return robot.lookup("#connectResult").<ProgressLine>query().sentence();
    }

    private void assertMarked(String field, String sentence) {
        assertThat(sentence()).contains(sentence);
        assertThat(FieldMarks.marked(robot)).as(sentence()).contains(field);
        assertThat(robot.lookup("#" + field).<TextInputControl>query().getAccessibleHelp()).contains(sentence);
    }

    private void assertKept(String token) {
        assertThat(robot.lookup("#tokenField").<TextInputControl>query().getText()).isEqualTo(token);
        assertThat(robot.lookup("#nameField").<TextInputControl>query().getText()).isEqualTo("orders team");
        assertThat(service.watch.snapshot().connections()).isEmpty();
    }
}
