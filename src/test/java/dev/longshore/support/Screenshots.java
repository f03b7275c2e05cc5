package dev.longshore.support;

import dev.longshore.ui.look.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Takes pictures of the window for people to look at; they are left in {@code target/screenshots}. */
public final class Screenshots {
    /** What a table shows is decided while it is laid out, and is laid out by the pass after. */
    private static final int PASSES = 4;
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /** The scene as it is, as NAME-light.png and NAME-dark.png. FX thread. */
    public static void take(Scene scene, Theme theme, String name) {
        take(scene, theme, name, (_, _) -> {});
    }

    /**
     * The scene as it is, as NAME-light.png and NAME-dark.png. FX thread.
     *
     * @param check looks at the scene and at what was drawn of it, in dark and in light
     */
    static void take(Scene scene, Theme theme, String name, BiConsumer<Theme.ThemeChoice, Image> check) {
        layOut(scene, PASSES);
        for (var themeChoice : new Theme.ThemeChoice[]{Theme.ThemeChoice.DARK, Theme.ThemeChoice.LIGHT}) {
            theme.choiceProperty().set(themeChoice);
            layOut(scene, 1);
            var image = scene.snapshot(null);
            check.accept(themeChoice, image);
            save(image, name + "-" + themeChoice.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The scene as it is, as NAME.png. FX thread. */
    public static void take(Scene scene, String name) {
        layOut(scene, PASSES);
        save(scene.snapshot(null), name);
    }

    /**
     * The window with what has opened above it, as NAME.png. FX thread.
     *
     * @return what was drawn of the popup
     */
    public static Image takeWithPopup(Window window, PopupWindow popup, String name) {
        layOut(window.getScene(), PASSES);
        layOut(popup.getScene(), PASSES);
        var drawn = drawn(popup.getScene());
        var above = new ImageView(drawn);
        above.relocate(
                Math.rint(popup.getX() - window.getX() - window.getScene().getX()),
                Math.rint(popup.getY() - window.getY() - window.getScene().getY()));
        var below = new ImageView(window.getScene().snapshot(null));
        save(new Scene(new Pane(below, above)).snapshot(null), name);
        return drawn;
    }

    /** With what is transparent around it, and without what its shadow adds. */
    private static Image drawn(Scene popup) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setViewport(new Rectangle2D(0, 0, popup.getWidth(), popup.getHeight()));
        return popup.getRoot().snapshot(parameters, null);
    }

    /** The scene as it is, drawn twice as large, as on a screen with twice as many pixels. FX thread. */
    public static void takeTwiceAsLarge(Scene scene, String name) {
        layOut(scene, PASSES);
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(2, 2));
        save(scene.getRoot().snapshot(parameters, null), name);
    }

    private static void layOut(Scene scene, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static void save(Image image, String name) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        write(picture, FOLDER.resolve(name + ".png"));
    }

    /** All at once: tests of other processes look through the same folder, and a picture half written is none. */
    static void write(BufferedImage picture, Path file) {
        try {
            var folder = Files.createDirectories(file.getParent());
            var beside = Files.createTempFile(folder.getParent(), "picture", ".png");
            ImageIO.write(picture, "png", beside.toFile());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
