package dev.longshore.usertext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.FileFact;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileReaderTest {
    private static final String TEXT = "name,databaseId\nbär,db-a\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsATextHoweverItIsEncoded(String charset) throws IOException {
        assertThat(TextFileReader.read(file(TEXT.getBytes(Charset.forName(charset))))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void leavesAByteOrderMarkOut(String charset) throws IOException {
        assertThat(TextFileReader.read(file(("\uFEFF" + TEXT).getBytes(Charset.forName(charset))))).isEqualTo(TEXT);
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        assertThat(TextFileReader.read(file(new byte[0]))).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        var large = file(new byte[0]);
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((8L << 20) + 1);
        }

        assertThatExceptionOfType(FactException.class).isThrownBy(() -> TextFileReader.read(large))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(FileFact.TOO_LARGE, 8)));
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        for (var content : List.of("PK\3\4\24\0 a spreadsheet", "\u0089PNG\r\n\u001a\n", "a\0b\1c d e f g h i j")) {
            var file = file(content.getBytes(StandardCharsets.ISO_8859_1));

            assertThatExceptionOfType(FactException.class).isThrownBy(() -> TextFileReader.read(file))
                    .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(FileFact.NOT_TEXT)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsAMarkedTextWithoutALetterOfAscii(String charset) throws IOException {
        var text = "データベース移行";

        assertThat(TextFileReader.read(file(("\uFEFF" + text).getBytes(Charset.forName(charset))))).isEqualTo(text);
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatExceptionOfType(FactException.class).isThrownBy(() -> TextFileReader.read(folder))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(FileFact.NOT_A_FILE)));
        assertThatIOException().isThrownBy(() -> TextFileReader.read(folder.resolve("gone")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("register"), content);
    }
}
