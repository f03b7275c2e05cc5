package dev.longshore.ui.shell;

import dev.longshore.text.Texts;
import dev.longshore.ui.look.Theme;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window that is shown when the program cannot start: one sentence, and a button that ends it. */
public final class StartErrorWindow {
    private static final double WIDTH = 520;
    private static final double GAP = 16;

    private StartErrorWindow() {}

    /** Shows {@code sentence} in {@code stage}. FX thread only. */
    public static void show(Stage stage, Theme theme, Texts texts, String sentence) {
        var message = new Label(sentence);
        message.setId("cannotStart");
        message.setWrapText(true);
        var close = new Button(texts.get("shell.cannotStart.close"));
        close.setDefaultButton(true);
        close.setOnAction(_ -> stage.close());
        var content = new VBox(GAP, message, close);
        content.setPadding(new Insets(GAP));
        stage.setScene(new Scene(content, WIDTH, Label.USE_COMPUTED_SIZE));
        // Bound where the window was opened in part.
        stage.titleProperty().unbind();
        stage.setTitle(texts.get("shell.cannotStart.title"));
        theme.applyTo(stage.getScene());
        stage.show();
    }
}
