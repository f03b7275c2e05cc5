package dev.longshore.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class ThemeTest {
    private final ObjectProperty<Boolean> dark = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Boolean> contrast = new SimpleObjectProperty<>(false);

    @Test
    void followsTheSystemLive(FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme(dark, contrast);

            dark.set(true);

            assertThat(theme.darkProperty().get()).isTrue();
        });
    }

    @Test
    void whatThePersonChoseComesBeforeTheSystem(FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme(dark, contrast);

            theme.choiceProperty().set(Theme.ThemeChoice.LIGHT);
            dark.set(true);

            assertThat(theme.darkProperty().get()).isFalse();
        });
    }

    @Test
    void aDarkSceneIsFilledDarkBeforeItIsShown(FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme(dark, contrast);
            theme.choiceProperty().set(Theme.ThemeChoice.DARK);
            var scene = new Scene(new StackPane(), 100, 100);

            theme.applyTo(scene);

            assertThat(((Color) scene.getFill()).getBrightness()).isLessThan(0.2);
        });
    }

    @Test
    void aSceneChangesItsFillWithTheTheme(FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme(dark, contrast);
            var scene = new Scene(new StackPane(), 100, 100);
            theme.applyTo(scene);

            theme.choiceProperty().set(Theme.ThemeChoice.DARK);
            theme.choiceProperty().set(Theme.ThemeChoice.LIGHT);

            assertThat(((Color) scene.getFill()).getBrightness()).isGreaterThan(0.9);
            assertThat(scene.getPreferences().getColorScheme()).isEqualTo(ColorScheme.LIGHT);
        });
    }

    @Test
    void takesTheSystemsHighContrastOver(FxRobot robot) {
        robot.interact(() -> {
            contrast.set(true);
            var scene = new Scene(new StackPane(), 100, 100);

            new Theme(dark, contrast).applyTo(scene);

            assertThat(scene.getStylesheets()).anyMatch(each -> each.endsWith("contrast.css"));
        });
    }

    @Test
    void knowsHighContrastByTheNameThatEachSystemHasForIt() {
        assertThat(Theme.isContrastWanted(Map.of("Windows.SPI.HighContrast", true))).isTrue();
        assertThat(Theme.isContrastWanted(Map.of("GTK.theme_name", "HighContrastInverse"))).isTrue();
        assertThat(Theme.isContrastWanted(Map.of("GTK.theme_name", "Adwaita", "Windows.SPI.HighContrast", false)))
                .isFalse();
        assertThat(Theme.isContrastWanted(Map.of())).isFalse();
    }

    @Test
    void hasNoSheetOfHighContrastOtherwise(FxRobot robot) {
        robot.interact(() -> {
            var scene = new Scene(new StackPane(), 100, 100);

            new Theme(dark, contrast).applyTo(scene);

            assertThat(scene.getStylesheets()).noneMatch(each -> each.endsWith("contrast.css"));
        });
    }

    @Test
    void aThemeThatNoSceneHasIsNotHeldByTheSystem(FxRobot robot) {
        var forgotten = new ArrayList<WeakReference<Theme>>();
        robot.interact(() -> forgotten.add(new WeakReference<>(new Theme())));

        System.gc();

        assertThat(forgotten.getFirst().get()).isNull();
    }
}
