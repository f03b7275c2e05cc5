package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import dev.longshore.support.DocumentedService;
import dev.longshore.support.FxExtension;
import java.io.IOException;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The main job once more in a real window, with the mouse of the system; run by {@code -Pdesktop}. */
@Tag("desktop")
@ExtendWith(FxExtension.class)
class RealWindowJourneyTest {
    @TempDir private Path data;

    private DocumentedService service;

    @BeforeEach
    void startTheService() throws IOException {
        service = DocumentedService.start();
        service.setStatus(DocumentedService.ORDERS, "ImportInProgress", "Imported 412 of 1,204 subsets");
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    @Test
    void windowIsThatOfTheSystem() {
        assertThat(Application.GetApplication().getClass().getSimpleName()).doesNotContainIgnoringCase("headless");
    }

    @Test
    void pausesAMigrationByMouse(FxRobot robot, Stage stage) {
        var migration = DocumentedService.DATABASE + "/" + DocumentedService.ORDERS;
        try (var app = RunningApp.start(robot, stage, data, "--connect", service.url().toString(), "--watch",
                migration)) {
            app.awaitText("Importing");
            app.click("prod-eu 5f0c7a52");
            app.click("#pauseAction");
            app.awaitText("Pause accepted");
            service.setStatus(DocumentedService.ORDERS, "Paused", "Imported 412 of 1,204 subsets");
            app.click("#pollNow");

            app.awaitText("Paused");

            assertThat(service.posts()).hasSize(1);
            assertThat(stage.isShowing()).isTrue();
        }
    }
}
