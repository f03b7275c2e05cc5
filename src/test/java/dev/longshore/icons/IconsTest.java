package dev.longshore.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconsTest {
    private static final int OTHER_ROUNDING = 8;

    private final IconDrawing iconDrawing = new IconDrawing();

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256})
    void aWindowsIconIsWhatTheDrawingShows(int pixels) throws IOException {
        assertThat(Icons.OF_WINDOW).contains(pixels);
        assertThat(difference(read(Files.readAllBytes(Icons.png(pixels))), iconDrawing.at(pixels)))
                .isLessThan(OTHER_ROUNDING);
    }

    @Test
    void theFileForWindowsHoldsTheDrawingInEachSize() throws IOException {
        var file = ByteBuffer.wrap(Files.readAllBytes(Icons.ICO)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(file.getShort(4)).isEqualTo((short) 6);
        for (var entry = 6; entry < 6 + 6 * 16; entry += 16) {
            var picture = read(part(file, file.getInt(entry + 12), file.getInt(entry + 8)));
            assertThat(Byte.toUnsignedInt(file.get(entry))).isEqualTo(picture.getWidth() % 256);
            assertThat(difference(picture, iconDrawing.at(picture.getWidth()))).isLessThan(OTHER_ROUNDING);
        }
    }

    @Test
    void theFileForMacosHoldsTheDrawingInEachSize() throws IOException {
        var file = ByteBuffer.wrap(Files.readAllBytes(Icons.ICNS));

        assertThat(new String(part(file, 0, 4), StandardCharsets.US_ASCII)).isEqualTo("icns");
        assertThat(file.getInt(4)).isEqualTo(file.capacity());
        for (var at = 8; at < file.capacity(); at += file.getInt(at + 4)) {
            var picture = read(part(file, at + 8, file.getInt(at + 4) - 8));
            assertThat(difference(picture, iconDrawing.at(picture.getWidth()))).isLessThan(OTHER_ROUNDING);
        }
    }

    private static byte[] part(ByteBuffer file, int from, int length) {
        var bytes = new byte[length];
        file.get(from, bytes);
        return bytes;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** By how much the colours of a pixel differ at most; another Java may round the edge of a line in another way. */
    private static int difference(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        var most = 0;
        for (var x = 0; x < one.getWidth(); x++) {
            for (var y = 0; y < one.getHeight(); y++) {
                most = Math.max(most, difference(one.getRGB(x, y), other.getRGB(x, y)));
            }
        }
        return most;
    }

    private static int difference(int one, int other) {
        var most = 0;
        for (var shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((one >>> shift & 0xff) - (other >>> shift & 0xff)));
        }
        return most;
    }
}
