package dev.longshore.ui.theme;

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
class TokenContrastTest {
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;

    @ParameterizedTest
    @EnumSource(Token.class)
    void textOfATokenIsReadableOnItsSurfaceAndOnTheWindow(Token token, FxRobot robot) {
        for (var choice : new Theme.Choice[]{Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            var colours = new ArrayList<Color>();
            robot.interact(() -> colours.addAll(colours(token, choice).all()));
            var window = colours.get(0);
            var surface = over(colours.get(1), window);
            var text = over(colours.get(2), surface);

            assertThat(contrast(text, surface)).as("%s %s on its surface", choice, token)
                    .isGreaterThanOrEqualTo(READABLE);
            assertThat(contrast(text, window)).as("%s %s on the window", choice, token)
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Token.class)
    void ordinaryTextIsReadableOnTheStrongerSurfaceOfAToken(Token token, FxRobot robot) {
        for (var choice : new Theme.Choice[]{Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            var colours = new ArrayList<Color>();
            robot.interact(() -> colours.addAll(colours(token, choice).all()));
            var window = colours.get(0);

            assertThat(contrast(colours.get(4), over(colours.get(3), window)))
                    .as("%s text on %s", choice, token)
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Token.class)
    void theEdgeOfATokenIsVisibleOnTheWindow(Token token, FxRobot robot) {
        for (var choice : new Theme.Choice[]{Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            var colours = new ArrayList<Color>();
            robot.interact(() -> colours.addAll(colours(token, choice).all()));

            assertThat(contrast(over(colours.get(5), colours.get(0)), colours.get(0)))
                    .as("%s edge of %s", choice, token)
                    .isGreaterThanOrEqualTo(VISIBLE);
        }
    }

    private record Colours(Color window, Color surface, Color text, Color fill, Color ordinary, Color line) {
        java.util.List<Color> all() {
            return java.util.List.of(window, surface, text, fill, ordinary, line);
        }
    }

    private static Colours colours(Token token, Theme.Choice choice) {
        var theme = new Theme();
        theme.choiceProperty().set(choice);
        var root = new StackPane();
        var scene = new Scene(root);
        theme.applyTo(scene);
        return new Colours(
                colour(root, token, "-color-bg-default"),
                colour(root, token, "-token-bg"),
                colour(root, token, "-token-fg"),
                colour(root, token, "-token-fill"),
                colour(root, token, "-color-fg-default"),
                colour(root, token, "-token-line"));
    }

    private static Color colour(StackPane root, Token token, String name) {
        var region = new Label();
        region.getStyleClass().add(token.styleClass());
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
