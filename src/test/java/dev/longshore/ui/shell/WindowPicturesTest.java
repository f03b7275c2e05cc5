package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.Estate;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.Screenshots;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.migrations.MigrationRow;
import dev.longshore.ui.theme.Theme;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class WindowPicturesTest {

    @ParameterizedTest
    @CsvSource({
        "orders, abortAction, 960, 640", "billing, cleanUpAction, 960, 640", "customers, launchAction, 960, 640",
        "inventory, scheduleCleanupAction, 960, 640", "ledger-2020, abortAction, 960, 640"
    })
    void showsTheConfirmation(String migration, String button, int width, int height, FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme();
            var window = new TestWindow(Estate.dozen(Estate.PRODUCTION));
            var shell = new Shell(window.ui(new SameThreadUi()), window.look(theme), window.explore());
            var scene = new Scene(shell.root(), width, height);
            theme.applyTo(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            select(scene, migration);
            ((Button) scene.lookup("#" + button)).fire();
            Screenshots.take(scene, theme, "confirm-" + button + "-" + migration);
            shell.close();
        });

        assertThat(Path.of("target/screenshots/confirm-" + button + "-" + migration + "-dark.png")).exists();
    }

    private static void select(Scene scene, String migration) {
        var table = (TableView<?>) scene.lookup("#migrationTable");
        for (int row = 0; row < table.getItems().size(); row++) {
            if (table.getItems().get(row) instanceof MigrationRow each && each.migration().name().equals(migration)) {
                table.getSelectionModel().clearAndSelect(row);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"960, 640", "1600, 1000"})
    void showsTheEstate(int width, int height, FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme();
            var window = new TestWindow(Estate.dozen(Estate.SIMULATOR));
            var shell = new Shell(window.ui(new SameThreadUi()), window.look(theme), window.explore());
            var scene = new Scene(shell.root(), width, height);
            theme.applyTo(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            ((TableView<?>) scene.lookup("#migrationTable")).getSelectionModel().select(1);
            Screenshots.take(scene, theme, "window-" + width);
            shell.close();
        });

        assertThat(Path.of("target/screenshots/window-" + width + "-dark.png")).exists();
    }
}
