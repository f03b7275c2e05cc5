package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.Histories;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.Screenshots;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.theme.Theme;
import java.nio.file.Path;
import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Pictures of every screen and dialog, for people to look at; on no stage, so that size does not matter. */
@ExtendWith(FxExtension.class)
class WindowPicturesTest {
    @ParameterizedTest
    @MethodSource("dev.longshore.ui.shell.Pages#all")
    void inASmallWindow(Pages.Page page, FxRobot robot) {
        take(page, 960, 640, robot);

        assertThat(Path.of("target/screenshots/960-" + page + "-dark.png")).exists();
    }

    @ParameterizedTest
    @MethodSource("dev.longshore.ui.shell.Pages#all")
    void inALargeWindow(Pages.Page page, FxRobot robot) {
        take(page, 1600, 1000, robot);

        assertThat(Path.of("target/screenshots/1600-" + page + "-dark.png")).exists();
    }

    private static void take(Pages.Page page, int width, int height, FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme();
            var window = new TestWindow(page.snapshot());
            window.watch.answerHistory(Histories::importing);
            var shell = new Shell(window.ui(new SameThreadUi()), window.look(theme), window.firstStart());
            var scene = new Scene(shell.root(), width, height);
            theme.applyTo(scene);
            Pages.show(page, scene);
            Screenshots.take(scene, theme, width + "-" + page);
            shell.close();
        });
    }
}
