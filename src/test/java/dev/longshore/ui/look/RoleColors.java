package dev.longshore.ui.look;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** The colours of the roles as they come out of the stylesheets. FX thread only. */
final class RoleColors {
    static final List<Theme.ThemeChoice> THEMES = List.of(Theme.ThemeChoice.LIGHT, Theme.ThemeChoice.DARK);

    private final StackPane root = new StackPane();

    RoleColors(Theme.ThemeChoice themeChoice) {
        var theme = new Theme();
        theme.choiceProperty().set(themeChoice);
        theme.applyTo(new Scene(root));
    }

    /** What the stylesheets say {@code name} is for {@code role}. */
    Color of(ColorRole role, String name) {
        var label = new Label();
        label.getStyleClass().add(role.styleClass());
        label.setStyle("-fx-background-color: " + name + ";");
        root.getChildren().setAll(label);
        root.applyCss();
        return (Color) label.getBackground().getFills().getFirst().getFill();
    }

    /** The same, as it is seen over the window. */
    Color onWindow(ColorRole role, String name) {
        return over(of(role, name), of(role, "-color-bg-default"));
    }

    static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }
}
