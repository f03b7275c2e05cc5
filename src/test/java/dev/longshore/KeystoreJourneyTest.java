package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.Secret;
import dev.longshore.secret.DesktopSession;
import dev.longshore.secret.KeyringTokenStore;
import dev.longshore.support.DocumentedService;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.FxExtension;
import dev.longshore.support.FxWatchdog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/**
 * The window over a real GNOME Keyring in each of its states; run by {@code -Pkeystore}. Whatever the keyring does, its
 * state is shown within five seconds and the window never freezes.
 */
@Tag("keystore")
@ExtendWith(FxExtension.class)
class KeystoreJourneyTest {
    private static final Duration PROMISED = Duration.ofSeconds(5);
    // Less than the four seconds for which a call to the keyring may hang, and time enough for a busy machine.
    private static final Duration FROZEN = Duration.ofSeconds(2);

    @TempDir private Path data;
    @TempDir private Path home;

    private DocumentedService service;
    private DesktopSession session;

    @BeforeEach
    void start() throws IOException {
        service = DocumentedService.start();
        service.setStatus(DocumentedService.ORDERS, "ImportInProgress", "34 %");
        session = new DesktopSession(home);
    }

    @AfterEach
    void stop() {
        session.close();
        service.close();
    }

    @Test
    void keepsTheTokenInTheKeystoreAndFindsItAfterARestart(FxRobot robot, Stage stage) throws IOException {
        session.startKeyring();
        try (var app = run(robot, stage)) {
            app.click("#welcomeConnect");
            type(robot, "#tokenField", DocumentedService.TOKEN);
            type(robot, "#nameField", "harbour");
            type(robot, "#endpointField", service.url().toString());
            app.click("#connectProceed");
            app.awaitText("in the keystore");
        }

        assertThat(secretTool()).contains(
                "secret = " + DocumentedService.TOKEN,
                "label = Longshore: harbour (" + service.url().getAuthority() + ")");

        try (var app = run(robot, stage)) {
            app.awaitThat("the list of databases was asked for again", () -> service.listings() > 1);
            assertThat(app.shows("enter one")).isFalse();
        }
    }

    @Test
    void replacesTheTokenThere(FxRobot robot, Stage stage) throws IOException {
        session.startKeyring();
        keep();
        try (var app = run(robot, stage)) {
            app.click("#navSettings");
            app.awaitText("Replace token…");
            app.click("Replace token…");
            type(robot, "#tokenField", DocumentedService.NEW_TOKEN);
            app.click("#connectProceed");
            app.awaitText("Token accepted: it shows");
        }

        assertThat(secretTool()).containsOnlyOnce("secret = ").contains("secret = " + DocumentedService.NEW_TOKEN);
    }

    @Test
    void forgetsItThere(FxRobot robot, Stage stage) throws IOException {
        session.startKeyring();
        keep();
        try (var app = run(robot, stage)) {
            app.click("#navSettings");
            app.awaitText("Remove connection…");
            app.click("Remove connection…");
            app.click("#confirmProceed");
            app.awaitText("No connections yet");
        }

        assertThat(secretTool()).doesNotContain("secret = ");
    }

    @Test
    void lockedKeyringIsToldAndTriedAgain(FxRobot robot, Stage stage) throws Exception {
        var keyring = session.startKeyring();
        keep();
        DesktopSession.stop(keyring);
        var locked = session.startLockedKeyring();
        try (var app = run(robot, stage); var watchdog = new FxWatchdog()) {
            app.awaitText("The keyring is locked", PROMISED);
            DesktopSession.stop(locked);
            session.startKeyring();

            app.click("#bannerUnlock");

            app.awaitThat("the token is used", () -> service.listings() > 0);
            assertThat(watchdog.longestWait()).isLessThan(FROZEN);
        }
    }

    @Test
    void lockedKeyringIsPassedByForThisSessionOnly(FxRobot robot, Stage stage) throws Exception {
        var keyring = session.startKeyring();
        keep();
        DesktopSession.stop(keyring);
        session.startLockedKeyring();
        try (var app = run(robot, stage); var watchdog = new FxWatchdog()) {
            app.awaitText("The keyring is locked", PROMISED);

            app.click("#bannerToken");
            type(robot, "#tokenField", DocumentedService.NEW_TOKEN);
            app.click("#connectProceed");

            app.awaitText("kept in memory until you close Longshore. The keyring is locked");
            app.awaitText("token not saved");
            assertThat(watchdog.longestWait()).isLessThan(FROZEN);
        }
    }

    @Test
    @ExpectedFault("NO_KEYRING")
    void missingKeyringIsToldWithWhatToInstall(FxRobot robot, Stage stage) throws Exception {
        var keyring = session.startKeyring();
        keep();
        DesktopSession.stop(keyring);
        try (var app = run(robot, stage); var watchdog = new FxWatchdog()) {
            app.awaitText("No keyring is running. Install gnome-keyring", PROMISED);
            assertThat(watchdog.longestWait()).isLessThan(FROZEN);
        }
    }

    @Test
    void missingSessionBusIsTold(FxRobot robot, Stage stage) throws Exception {
        session.startKeyring();
        keep();
        try (var app = RunningApp.start(robot, stage, data, Map.of()); var watchdog = new FxWatchdog()) {
            app.awaitText("No keyring available (no D-Bus session)", PROMISED);
            assertThat(watchdog.longestWait()).isLessThan(FROZEN);
        }
    }

    @Test
    @ExpectedFault("NO_KEYRING")
    void keyringThatIsKilledInTheMiddleOfACallIsTold(FxRobot robot, Stage stage) throws Exception {
        var keyring = session.startKeyring();
        keep();
        DesktopSession.signal(keyring, "STOP");
        try (var app = run(robot, stage); var watchdog = new FxWatchdog()) {
            app.awaitText("The keystore did not answer", PROMISED);

            DesktopSession.stop(keyring);
            app.click("#bannerUnlock");

            app.awaitText("No keyring is running", PROMISED);
            assertThat(watchdog.longestWait()).isLessThan(FROZEN);
        }
    }

    private RunningApp run(FxRobot robot, Stage stage) {
        return RunningApp.start(robot, stage, data, session.environment());
    }

    /** As an earlier start left it. */
    private void keep() {
        var connection = new Connection(
                new ConnectionId("harbour"), "harbour", service.url(), Environment.TEST, false,
                Connection.TokenOrigin.KEYSTORE);
        try (var journal = SqliteJournal.open(data, InstantSource.system(), EnglishText::say);
                var tokens = KeyringTokenStore.ofSystem("Linux", session.environment(), PROMISED);
                var token = Secret.of(DocumentedService.TOKEN)) {
            journal.save(connection);
            assertThat(tokens.save(connection, token)).isEmpty();
        }
    }

    private String secretTool() throws IOException {
        return session.run("secret-tool", "search", "--all", "service", "Longshore");
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.clickOn(field);
        robot.interact(() -> robot.lookup(field).<TextInputControl>query().setText(text));
    }
}
