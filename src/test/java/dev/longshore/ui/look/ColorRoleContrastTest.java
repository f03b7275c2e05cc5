package dev.longshore.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import java.util.ArrayList;
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
        for (var themeChoice : RoleColors.THEMES) {
            var colours = new ArrayList<Color>();
            robot.interact(() -> colours.addAll(colours(colorRole, themeChoice).all()));
            var window = colours.get(0);
            var surface = RoleColors.over(colours.get(1), window);
            var text = RoleColors.over(colours.get(2), surface);

            assertThat(contrast(text, surface)).as("%s %s on its surface", themeChoice, colorRole)
                    .isGreaterThanOrEqualTo(READABLE);
            assertThat(contrast(text, window)).as("%s %s on the window", themeChoice, colorRole)
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(ColorRole.class)
    void ordinaryTextIsReadableOnTheStrongerSurfaceOfAToken(ColorRole colorRole, FxRobot robot) {
        for (var themeChoice : RoleColors.THEMES) {
            var colours = new ArrayList<Color>();
            robot.interact(() -> colours.addAll(colours(colorRole, themeChoice).all()));
            var window = colours.get(0);

            assertThat(contrast(colours.get(4), RoleColors.over(colours.get(3), window)))
                    .as("%s text on %s", themeChoice, colorRole)
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(ColorRole.class)
    void theEdgeOfATokenIsVisibleOnTheWindow(ColorRole colorRole, FxRobot robot) {
        for (var themeChoice : RoleColors.THEMES) {
            var colours = new ArrayList<Color>();
            robot.interact(() -> colours.addAll(colours(colorRole, themeChoice).all()));

            assertThat(contrast(RoleColors.over(colours.get(5), colours.get(0)), colours.get(0)))
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
        var colors = new RoleColors(themeChoice);
        return new ThemeColors(
                colors.of(colorRole, "-color-bg-default"),
                colors.of(colorRole, "-role-bg"),
                colors.of(colorRole, "-role-fg"),
                colors.of(colorRole, "-role-fill"),
                colors.of(colorRole, "-color-fg-default"),
                colors.of(colorRole, "-role-line"));
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
