package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Action;
import dev.longshore.support.DocumentedPicture;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.Screenshots;
import dev.longshore.support.TestOrganisation;
import dev.longshore.ui.look.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/**
 * Pictures of every screen and dialog, for people to look at; on no stage, so that size does not matter. A picture is
 * taken only where what it is named after is to be seen.
 */
@ExtendWith(FxExtension.class)
class WindowPicturesTest {
    @ParameterizedTest
    @MethodSource("dev.longshore.ui.shell.WindowPages#all")
    void pictures(WindowPages.WindowPage page, FxRobot robot) {
        var unknown = CssParser.errorsProperty();
        unknown.clear();

        robot.interact(() -> take(page));

        assertThat(unknown).as("colours nobody defines").isEmpty();
        assertThat(Path.of("target/screenshots/960-" + page + "-dark.png")).exists();
        assertThat(Path.of("target/screenshots/1600-" + page + "-dark.png")).exists();
        assertThat(Stream.of("960-%s-light", "960-%s-dark", "1600-%s-light", "1600-%s-dark")
                .map(name -> name.formatted(page))
                .flatMap(name -> DocumentedPicture.complaint(name).stream())).isEmpty();
    }

    @Test
    void pictureOfALargeScreen(FxRobot robot) {
        var page = WindowPages.all().findFirst().orElseThrow();

        robot.interact(() -> {
            var theme = new Theme();
            try (var shell = shell(page, theme)) {
                var scene = scene(shell.root(), 960, 640, theme);
                WindowPages.show(page, scene);
                Screenshots.takeTwiceAsLarge(scene, "960-at-200-percent");
            }
        });

        assertThat(Path.of("target/screenshots/960-at-200-percent.png")).exists();
    }

    @Test
    void noPictureIsTakenWhereADialogDoesNotOpen(FxRobot robot) {
        var forbidden = new WindowPages.WindowPage("launch-beside-another-import",
                TestOrganisation.dozen(TestOrganisation.PRODUCTION), scene -> {
                    WindowPages.select(scene, "customers");
                    WindowPages.press(scene, "launchAction");
                }, WindowPages.confirmation(Action.LAUNCH, "customers"));

        robot.interact(() -> assertThatThrownBy(() -> take(forbidden)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("launch-beside-another-import: #confirmDialog is there"));

        assertThat(Path.of("target/screenshots/960-launch-beside-another-import-light.png")).doesNotExist();
    }

    @Test
    void aDozenRowsAreInSightBelowAnAlert(FxRobot robot) {
        var page = WindowPages.all().filter(each -> each.name().equals("alert-call")).findFirst().orElseThrow();
        var rows = new ArrayList<String>();
        robot.interact(() -> {
            var theme = new Theme();
            try (var shell = shell(page, theme)) {
                var scene = scene(shell.root(), 1280, 800, theme);
                WindowPages.show(page, scene);
                var clip = scene.lookup("#migrationTable .clipped-container");
                var end = clip.localToScene(clip.getLayoutBounds()).getMaxY();
                scene.getRoot().lookupAll("#migrationTable .table-row-cell").stream().map(TableRow.class::cast)
                        .filter(each -> each.isVisible() && !each.isEmpty())
                        .filter(each -> each.localToScene(each.getLayoutBounds()).getMaxY() <= end + 1)
                        .map(each -> each.getItem().toString()).forEach(rows::add);
            }
        });

        assertThat(rows).hasSize(12);
    }

    private static void take(WindowPages.WindowPage page) {
        var theme = new Theme();
        try (var shell = shell(page, theme)) {
            var small = scene(shell.root(), 960, 640, theme);
            WindowPages.show(page, small);
            Screenshots.take(small, theme, "960-" + page);
            small.setRoot(new Group());
            var large = scene(shell.root(), 1600, 1000, theme);
            WindowPages.settle(large);
            page.subject().assertVisible("1600-" + page, large);
            Screenshots.take(large, theme, "1600-" + page);
        }
    }

    private static WindowAssembly shell(WindowPages.WindowPage page, Theme theme) {
        var window = page.window();
        return new WindowAssembly(window.context(new SameThreadUi()), window.appearance(theme),
                window.hostEnvironment());
    }

    private static Scene scene(Parent root, int width, int height, Theme theme) {
        var scene = new Scene(root, width, height);
        theme.applyTo(scene);
        return scene;
    }
}
