package dev.longshore.icons;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.geometry.size.FloatSize;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;

/** The drawing of the icon, at any size. */
final class IconDrawing {
    /** Where it is kept. */
    static final Path FILE = Path.of("icons/icon.svg");

    private final SVGDocument document;

    IconDrawing() {
        try {
            var loaded = new SVGLoader().load(FILE.toUri().toURL());
            document = Objects.requireNonNull(loaded, FILE + " is no drawing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The icon as a square of so many pixels, on a transparent ground. */
    BufferedImage at(int pixels) {
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        FloatSize size = document.size();
        graphics.scale(pixels / size.width, pixels / size.height);
        document.render(null, graphics);
        graphics.dispose();
        return image;
    }

    /** The icon as a PNG file. */
    byte[] png(int pixels) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(at(pixels), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
