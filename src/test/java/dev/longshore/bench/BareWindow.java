package dev.longshore.bench;

import java.time.LocalTime;
import java.time.ZoneId;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * What the window is measured beside: a JavaFX window of the same size with one label, which changes each second. With
 * the argument {@code window} it prints when it has been drawn, and ends.
 */
public final class BareWindow extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** For JavaFX. */
    public BareWindow() {}

    @Override
    public void start(Stage stage) {
        var label = new Label();
        var second = new Timeline(new KeyFrame(Duration.seconds(1),
                _ -> label.setText(LocalTime.now(ZoneId.systemDefault()).toString())));
        second.setCycleCount(Timeline.INDEFINITE);
        stage.setScene(new Scene(new StackPane(label), WIDTH, HEIGHT));
        stage.show();
        second.play();
        if (getParameters().getRaw().contains("window")) {
            onceDrawn(() -> {
                System.out.println("Window drawn at " + System.currentTimeMillis());
                Platform.exit();
            });
        }
    }

    /** As the program's own training run: when the second frame begins, the first one has been handed to the screen. */
    private static void onceDrawn(Runnable drawn) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == 2) {
                    stop();
                    drawn.run();
                }
            }
        }.start();
    }

    /** Opens it. */
    public static final class Start {
        private Start() {}

        /** Opens it; a class of its own, so that JavaFX may lie on the class path. */
        public static void main(String... arguments) {
            launch(BareWindow.class, arguments);
        }
    }
}
