package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.Estate;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.Screenshots;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class WindowPicturesTest {

    @ParameterizedTest
    @CsvSource({"960, 640", "1600, 1000"})
    void showsTheEstate(int width, int height, FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme();
            var shell = new Shell(new TestWindow(Estate.dozen(Estate.SIMULATOR)).ui(new SameThreadUi(), theme));
            var scene = new Scene(shell.root(), width, height);
            theme.applyTo(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            ((TableView<?>) scene.lookup("#migrationTable")).getSelectionModel().select(1);
            Screenshots.take(scene, theme, "window-" + width);
            shell.close();
        });

        assertThat(Files.exists(Path.of("target/screenshots/window-" + width + "-dark.png"))).isTrue();
    }
}
