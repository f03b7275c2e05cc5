package dev.longshore.ui.help;

import dev.longshore.text.Texts;
import dev.longshore.ui.look.Theme;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The guide in a window of its own, which can stay open beside what it is about: made when it is first asked for. FX
 * thread only.
 */
public final class HelpWindow {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 720;

    private final Texts texts;
    private final Theme theme;
    private @Nullable HelpView view;
    private @Nullable Stage stage;

    /** A guide in the look of {@code theme}. */
    public HelpWindow(Texts texts, Theme theme) {
        this.texts = texts;
        this.theme = theme;
    }

    /**
     * Opens the guide at the place of the part of the window that has the focus.
     *
     * @param scene the scene of that window
     * @param screen the id of the rail's button of the screen that is shown
     */
    public void show(Scene scene, String screen) {
        Node focused = scene.getFocusOwner();
        if (view == null) {
            view = new HelpView(new Guide(), texts);
        }
        if (stage == null) {
            stage = make(view, scene.getWindow());
        }
        view.go(HelpTopic.about(focused, screen));
        stage.show();
        stage.toFront();
    }

    /** Closes it with the window it belongs to. */
    public void close() {
        if (stage != null) {
            stage.hide();
        }
    }

    private Stage make(HelpView content, Window owner) {
        var made = new Stage();
        made.initOwner(owner);
        made.setTitle(texts.get("help.title"));
        var screen = Screen.getPrimary().getVisualBounds();
        made.setScene(new Scene(content, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
        theme.applyTo(made.getScene());
        position(made, owner, screen);
        return made;
    }

    /** Beside the window where there is room, else over its right edge. */
    private static void position(Stage made, Window owner, Rectangle2D screen) {
        var right = owner.getX() + owner.getWidth();
        made.setX(Math.max(screen.getMinX(), Math.min(right, screen.getMaxX() - WIDTH)));
        made.setY(Math.max(screen.getMinY(), Math.min(owner.getY(), screen.getMaxY() - HEIGHT)));
    }
}
