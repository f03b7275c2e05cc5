package dev.longshore;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** The JavaFX application. JavaFX calls {@link #start} on its own thread. */
public final class LongshoreApp extends Application {

    /** Opens the window and returns when it has been closed. */
    static void open(String... args) {
        launch(LongshoreApp.class, args);
    }

    @Override
    public void start(Stage stage) {
        stage.setTitle("Longshore");
        stage.setScene(new Scene(new BorderPane(), 960, 640));
        stage.show();
    }
}
