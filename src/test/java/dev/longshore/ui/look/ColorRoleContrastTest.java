package dev.longshore.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import java.util.ArrayList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** Measures the colours as they come out of the stylesheets, by the formula of WCAG 2. */
@ExtendWith(FxExtension.class)
class ColorRoleContrastTest {
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;

    @ParameterizedTest
    @EnumSource(ColorRole.class)
    void textOfATokenIsReadableOnItsSurfaceAndOnTheWindow(ColorRole colorRole, FxRobot robot) {
        for (var themeChoice : new Theme.ThemeChoice[]{Theme.ThemeChoice.LIGHT, Theme.ThemeChoice.DARK}) {
            var colours = new ArrayList<Color>();
            robot.interact(() -> colours.addAll(colours(colorRole, themeChoice).all()));
            var window = colours.get(0);
            var surface = over(colours.get(1), window);
            var text = over(colours.get(2), surface);

            assertThat(contrast(text, surface)).as("%s %s on its surface", themeChoice, colorRole)
                    .isGreaterThanOrEqualTo(READABLE);
            assertThat(contrast(text, window)).as("%s %s on the window", themeChoice, colorRole)
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(ColorRole.class)
    void ordinaryTextIsReadableOnTheStrongerSurfaceOfAToken(ColorRole colorRole, FxRobot robot) {
        for (var themeChoice : new Theme.ThemeChoice[]{Theme.ThemeChoice.LIGHT, Theme.ThemeChoice.DARK}) {
            var colours = new ArrayList<Color>();
            robot.interact(() -> colours.addAll(colours(colorRole, themeChoice).all()));
            var window = colours.get(0);

            assertThat(contrast(colours.get(4), over(colours.get(3), window)))
                    .as("%s text on %s", themeChoice, colorRole)
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(ColorRole.class)
    void theEdgeOfATokenIsVisibleOnTheWindow(ColorRole colorRole, FxRobot robot) {
        for (var themeChoice : new Theme.ThemeChoice[]{Theme.ThemeChoice.LIGHT, Theme.ThemeChoice.DARK}) {
            var colours = new ArrayList<Color>();
            robot.interact(() -> colours.addAll(colours(colorRole, themeChoice).all()));

            assertThat(contrast(over(colours.get(5), colours.get(0)), colours.get(0)))
                    .as("%s edge of %s", themeChoice, colorRole)
                    .isGreaterThanOrEqualTo(VISIBLE);
        }
    }

    private record ThemeColors(Color window, Color surface, Color text, Color fill, Color ordinary, Color line) {
        java.util.List<Color> all() {
            return java.util.List.of(window, surface, text, fill, ordinary, line);
        }
    }

    private static ThemeColors colours(ColorRole colorRole, Theme.ThemeChoice themeChoice) {
        var theme = new Theme();
        theme.choiceProperty().set(themeChoice);
        var root = new StackPane();
        var scene = new Scene(root);
        theme.applyTo(scene);
        return new ThemeColors(
                colour(root, colorRole, "-color-bg-default"),
                colour(root, colorRole, "-role-bg"),
                colour(root, colorRole, "-role-fg"),
                colour(root, colorRole, "-role-fill"),
                colour(root, colorRole, "-color-fg-default"),
                colour(root, colorRole, "-role-line"));
    }

    private static Color colour(StackPane root, ColorRole colorRole, String name) {
        var region = new Label();
        region.getStyleClass().add(colorRole.styleClass());
        region.setStyle("-fx-background-color: " + name + ";");
        root.getChildren().setAll(region);
        root.applyCss();
        return (Color) ((Region) region).getBackground().getFills().getFirst().getFill();
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    private static double contrast(Color one, Color other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
