package dev.longshore.support;

import dev.longshore.ui.look.Theme;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** A window with one control in it, for tests that use it as a person does. */
public final class ControlWindow {
    private static final double HEIGHT = 640;

    private ControlWindow() {}

    /** Makes a control on the FX thread and shows it. */
    public static <N extends Node> N show(FxRobot robot, Stage stage, Callable<N> maker) {
        var made = new AtomicReference<N>();
        robot.interact(() -> {
            made.set(maker.call());
            var scene = new Scene(new StackPane(made.get()), FxExtension.MAX_WIDTH, HEIGHT);
            new Theme().applyTo(scene);
            stage.setScene(scene);
            stage.show();
            return null;
        });
        return Objects.requireNonNull(made.get());
    }
}
