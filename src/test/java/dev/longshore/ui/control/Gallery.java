package dev.longshore.ui.control;

import dev.longshore.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes pictures of controls, light and dark, for people to look at; on no stage, so that size does not matter. */
final class Gallery {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Gallery() {}

    /** Pictures of {@code page} at {@code width} by {@code height}: NAME-light.png and NAME-dark.png. FX thread. */
    static void hang(String name, Parent page, double width, double height) {
        var theme = new Theme();
        var scene = new Scene(page, width, height);
        theme.applyTo(scene);
        for (var choice : new Theme.Choice[]{Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            theme.choiceProperty().set(choice);
            save(picture(scene), name + "-" + choice.name().toLowerCase(Locale.ROOT));
        }
    }

    static WritableImage picture(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().layout();
        return scene.snapshot(null);
    }

    private static void save(Image image, String name) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
