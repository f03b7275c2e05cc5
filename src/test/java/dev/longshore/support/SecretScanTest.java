package dev.longshore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WritesSecrets("shows that the sweep bites")
class SecretScanTest {
    private static final byte[] SECRET = ("said " + Secrets.CLIENT_TOKEN + ".").getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"logs/longshore.log", "settings.json", "journal.db", "journal.db-wal", "export.csv"})
    void findsASecretInAnyFile(String name) throws IOException {
        write(name, SECRET);

        assertThat(SecretScan.scan(folder)).containsExactly(name + ": AstraCS:Kx7q…");
    }

    @Test
    void findsASecretAmongBytes() throws IOException {
        var bytes = new byte[100_000];
        Arrays.fill(bytes, (byte) 0xff);
        System.arraycopy(SECRET, 0, bytes, 70_000, SECRET.length);
        write("journal.db", bytes);

        assertThat(SecretScan.scan(folder)).hasSize(1);
    }

    @Test
    void findsASecretInABundle() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("longshore.log"));
            zip.write(SECRET);
        }
        write("bundle.zip", bytes.toByteArray());

        assertThat(SecretScan.scan(folder)).hasSize(1);
    }

    @Test
    void findsASecretInAPackedLog() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(SECRET);
        }
        write("longshore.2026-11-21.0.log.gz", bytes.toByteArray());

        assertThat(SecretScan.scan(folder)).hasSize(1);
    }

    @Test
    void findsWordsInAPictureAndNoneInItsPixels() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", picture);
        write("plain.png", picture.toByteArray());
        assertThat(SecretScan.scan(folder)).isEmpty();

        write("described.png", withWords(picture.toByteArray()));

        assertThat(SecretScan.scan(folder)).containsExactly("described.png: a part tEXt, which is not of pixels");
    }

    /** The end of a picture is a part of twelve bytes; one of words is put before it. */
    private static byte[] withWords(byte[] picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, picture.length - 12);
        var out = new DataOutputStream(bytes);
        out.writeInt(5);
        out.writeBytes("tEXtwords");
        out.writeInt(0);
        bytes.write(picture, picture.length - 12, 12);
        return bytes.toByteArray();
    }

    @Test
    void takesNoPictureThatIsBeingWrittenForWords() throws InterruptedException {
        var pictures = folder.resolve("screenshots");
        var picture = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        var writing = Thread.ofPlatform().start(
                () -> IntStream.range(0, 100).forEach(_ -> Screenshots.write(picture, pictures.resolve("window.png"))));
        var found = new ArrayList<String>();
        while (writing.isAlive()) {
            found.addAll(SecretScan.scan(pictures));
        }
        writing.join();

        assertThat(found).isEmpty();
        assertThat(pictures.resolve("window.png")).isNotEmptyFile();
    }

    @Test
    void failsTheTestThatLeftASecret() throws IOException {
        write("settings.json", SECRET);

        assertThatThrownBy(() -> ScannedTempFolders.scan(folder)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("settings.json").hasMessageNotContaining(Secrets.CLIENT_TOKEN);
    }

    @Test
    void letsPassWhatHoldsNone() throws IOException {
        write("settings.json", "{}".getBytes(StandardCharsets.UTF_8));

        assertThatCode(() -> ScannedTempFolders.scan(folder)).doesNotThrowAnyException();
    }

    private void write(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
