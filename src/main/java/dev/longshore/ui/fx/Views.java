package dev.longshore.ui.fx;

import dev.longshore.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads views: {@code X.fxml}, and {@code X.css} where there is one, beside the controller {@code X}. */
public final class Views {
    private final Texts texts;

    /** Views whose {@code %key} texts come from {@code texts}. */
    public Views(Texts texts) {
        this.texts = texts;
    }

    /**
     * Loads the view of {@code controller}, which is an instance made by its constructor with all it needs; its view
     * names it by {@code fx:controller}. Call on the FX thread, or before the view is shown on any one thread.
     *
     * @throws UncheckedIOException when the view cannot be read
     */
    public Parent load(Object controller) {
        var type = controller.getClass();
        var loader = new FXMLLoader(resource(type, ".fxml"), texts.bundle());
        loader.setControllerFactory(_ -> controller);
        try {
            return styled(loader.load(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("The view of " + type.getName() + " cannot be read.", e);
        }
    }

    private static Parent styled(Parent view, Class<?> type) {
        var css = type.getResource(type.getSimpleName() + ".css");
        if (css != null) {
            view.getStylesheets().add(css.toExternalForm());
        }
        return view;
    }

    private static URL resource(Class<?> type, String ending) {
        var name = type.getSimpleName() + ending;
        return Objects.requireNonNull(type.getResource(name), () -> name + " is missing beside " + type.getName());
    }
}
