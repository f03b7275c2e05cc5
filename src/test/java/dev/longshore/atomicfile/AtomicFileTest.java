package dev.longshore.atomicfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens on a disk that is full at any byte is tried by FullDiskTest. */
class AtomicFileTest {
    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("sheet.md");
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void leavesWhatWasThereAndNothingElseWhereItEndsInTheMiddle() throws IOException {
        write(file, "before");

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> AtomicFile.write(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        })).withMessage("No space left on device");

        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void isReadableAsOtherNewFilesAreAndAsTheOneBeforeWas() throws IOException {
        write(file, "new");
        assertThat(permissions(file)).isEqualTo(permissions(Files.writeString(folder.resolve("other"), "")));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        write(file, "again");
        assertThat(permissions(file)).isEqualTo("rw-rw----");
        assertThat(file).hasContent("again");
    }

    @Test
    void whatIsPrivateIsForItsOwnerOnlyWhateverItWasBefore() throws IOException {
        write(file, "before");

        AtomicFile.writePrivate(file, "after".getBytes(StandardCharsets.UTF_8));

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("after");
    }

    @Test
    void writesWhereALinkLeads() throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("sheet.md");
        write(elsewhere, "before");
        Files.createSymbolicLink(file, elsewhere);

        write(file, "after");

        assertThat(file).isSymbolicLink();
        assertThat(elsewhere).hasContent("after");
    }

    @Test
    void saysWhatIsWrongWithTheFileThatWasAskedFor() throws IOException {
        var inNoFolder = folder.resolve("missing").resolve("sheet.md");
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> write(inNoFolder, "new"))
                .withMessage(inNoFolder.toString());

        Files.createDirectories(file.resolve("in the way"));
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> write(file, "new"))
                .withMessageStartingWith(file + ": ");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> AtomicFile.writePrivate(file, new byte[0])).withMessageStartingWith(file + ": ");
        assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
    }
}
