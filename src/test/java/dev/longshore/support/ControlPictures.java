package dev.longshore.support;

import dev.longshore.ui.look.Theme;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Takes pictures of controls, light and dark; on no stage, so that their size does not matter. */
public final class ControlPictures {

    private ControlPictures() {}

    /** Pictures of {@code page} at {@code width} by {@code height}: NAME-light.png and NAME-dark.png. FX thread. */
    public static void take(String name, Parent page, double width, double height) {
        var theme = new Theme();
        var scene = new Scene(page, width, height);
        theme.applyTo(scene);
        Screenshots.take(scene, theme, name);
    }
}
