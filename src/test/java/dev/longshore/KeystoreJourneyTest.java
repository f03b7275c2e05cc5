package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.OtherService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

/** A token typed into the window lies in the keystore of the system, and nowhere else; run by {@code -Pkeystore}. */
@Tag("keystore")
@ExtendWith(FxExtension.class)
class KeystoreJourneyTest {
    @TempDir private Path data;

    private OtherService service;

    @BeforeEach
    void startTheService() throws IOException {
        service = OtherService.start();
        service.says(OtherService.ORDERS, "ImportInProgress", "34 %");
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    private static Map<String, String> withoutToken() {
        var environment = new HashMap<>(System.getenv());
        environment.remove(Arguments.TOKEN_VARIABLE);
        return environment;
    }

    private static String secretTool(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("secret-tool"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void keepsTheTokenInTheKeystoreAndFindsItAfterARestart(FxRobot robot, Stage stage) throws IOException {
        try (var app = RunningApp.start(robot, stage, data, withoutToken())) {
            app.click("#welcomeConnect");
            type(robot, "#tokenField", OtherService.TOKEN);
            type(robot, "#endpointField", service.url().toString());
            app.click("#connectProceed");
            app.awaitText("in the keystore");
        }

        assertThat(secretTool("search", "--all", "service", "Longshore")).contains(OtherService.TOKEN);

        try (var app = RunningApp.start(robot, stage, data, withoutToken())) {
            app.awaitThat("the list of databases was asked for again", () -> service.listings() > 1);
            assertThat(app.shows("enter one")).isFalse();
        }
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.clickOn(field);
        robot.interact(() -> robot.lookup(field).<TextInputControl>query().setText(text));
    }
}
