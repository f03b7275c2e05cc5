package dev.longshore.support;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A picture of the documents. It has the name of the one that the test run takes and has to show the same; small
 * differences, as other fonts make, are let pass.
 */
public final class DocumentedPicture {
    /** Where the documents have theirs. */
    public static final Path FOLDER = Path.of("src/docs/pictures");

    private static final int BLOCK = 16;
    private static final int OTHER_COLOUR = 48;
    private static final double OTHER_BLOCKS = 0.02;

    private DocumentedPicture() {}

    /** What is wrong with the documents' picture of that name, now that the run has taken its own; empty if nothing. */
    public static Optional<String> complaint(String name) {
        var documented = FOLDER.resolve(name + ".png");
        if (!Files.exists(documented)) {
            return Optional.empty();
        }
        var taken = Path.of("target/screenshots", name + ".png");
        return isLike(read(documented), read(taken))
                ? Optional.empty()
                : Optional.of(documented + " does not show what the window shows now: copy " + taken
                        + " over it, as CONTRIBUTING.md says, and look whether the text still fits.");
    }

    private static boolean isLike(BufferedImage one, BufferedImage other) {
        return one.getWidth() == other.getWidth()
                && one.getHeight() == other.getHeight()
                && differentBlocks(blocks(one), blocks(other)) < OTHER_BLOCKS;
    }

    private static double differentBlocks(BufferedImage one, BufferedImage other) {
        var different = 0;
        for (var x = 0; x < one.getWidth(); x++) {
            for (var y = 0; y < one.getHeight(); y++) {
                different += isOther(one.getRGB(x, y), other.getRGB(x, y)) ? 1 : 0;
            }
        }
        return (double) different / (one.getWidth() * one.getHeight());
    }

    private static boolean isOther(int one, int other) {
        return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) > OTHER_COLOUR
                || Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) > OTHER_COLOUR
                || Math.abs((one & 0xff) - (other & 0xff)) > OTHER_COLOUR;
    }

    /** One pixel for each block, in its average colour. */
    private static BufferedImage blocks(BufferedImage picture) {
        var half = picture;
        for (var side = 1; side < BLOCK; side *= 2) {
            half = half(half);
        }
        return half;
    }

    // Halved again and again, since a single step to a sixteenth would leave most pixels out.
    private static BufferedImage half(BufferedImage picture) {
        var half = new BufferedImage(picture.getWidth() / 2, picture.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        var graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, half.getWidth(), half.getHeight(), null);
        graphics.dispose();
        return half;
    }

    private static BufferedImage read(Path file) {
        try {
            return Objects.requireNonNull(ImageIO.read(file.toFile()), file + " is no picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
