package dev.longshore.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ui.look.Theme;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * Takes pictures of controls, light and dark; on no stage, so that their size does not matter. A picture is taken only
 * of what its test says it shows, and no two pictures of one instance are the same.
 */
public final class ControlPictures {
    private final Map<Integer, String> taken = new HashMap<>();

    /**
     * Pictures of {@code page}: NAME-light.png and NAME-dark.png. FX thread.
     *
     * @param check says what makes the state, of the scene that is laid out and styled; asked for dark and for light
     */
    public void take(String name, Parent page, double width, double height, Consumer<Scene> check) {
        var theme = new Theme();
        var scene = new Scene(page, width, height);
        theme.applyTo(scene);
        Screenshots.take(scene, theme, name, (choice, image) -> {
            check.accept(scene);
            var isDark = choice == Theme.ThemeChoice.DARK;
            assertThat(((Color) scene.getFill()).getBrightness() < 0.5).as("%s is dark", name).isEqualTo(isDark);
            assertThat(taken.putIfAbsent(pixels(image), name + " " + choice)).as("looks like %s", name).isNull();
        });
    }

    /** What of {@code selector} is to be seen, with an area within the scene. */
    public static List<Node> shown(Scene scene, String selector) {
        return scene.getRoot().lookupAll(selector).stream().filter(each -> isShown(each, scene)).toList();
    }

    /** The texts of the labels of {@code selector} that are to be seen. */
    public static List<String> texts(Scene scene, String selector) {
        return shown(scene, selector).stream().map(Labeled.class::cast).map(Labeled::getText).toList();
    }

    /** Fails for a label whose text is cut short, or that reaches out of the scene. */
    public static void assertWhole(Node label) {
        var text = (Text) label.lookup(".text");
        assertThat(text.getText()).isEqualTo(((Labeled) label).getText());
        var bounds = label.localToScene(label.getLayoutBounds());
        var scene = Objects.requireNonNull(label.getScene());
        assertThat(bounds.getMinX()).as("left of %s", label).isNotNegative();
        assertThat(bounds.getMinY()).as("top of %s", label).isNotNegative();
        assertThat(bounds.getMaxX()).as("right of %s", label).isLessThanOrEqualTo(scene.getWidth());
        assertThat(bounds.getMaxY()).as("bottom of %s", label).isLessThanOrEqualTo(scene.getHeight());
    }

    private static boolean isShown(Node node, Scene scene) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible)
                && bounds.getWidth() > 0 && bounds.getHeight() > 0
                && bounds.intersects(0, 0, scene.getWidth(), scene.getHeight());
    }

    private static int pixels(Image image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return Arrays.hashCode(pixels);
    }
}
