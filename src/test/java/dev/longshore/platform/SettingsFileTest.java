package dev.longshore.platform;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.support.ExpectedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    private static final Duration NEVER_BY_ITSELF = Duration.ofDays(1);

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("settings.json");
    }

    @Test
    void beginsWithTheUsualSettings() {
        try (var settings = open()) {
            assertThat(settings.find("theme")).isEmpty();
            assertThat(settings.notice()).isEmpty();
        }
    }

    @Test
    void writesNothingWhenNothingWasChanged() {
        open().close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void remembersEverythingOverAStart() {
        keep("theme", "DARK");
        keep("columns", "colName 120\ncolStatus \"80\"");

        assertThat(onDisk("theme")).hasValue("DARK");
        assertThat(onDisk("columns")).hasValue("colName 120\ncolStatus \"80\"");
    }

    @Test
    void writesBySelfAfterTheDelay() {
        try (var settings = SettingsFile.open(file, Duration.ZERO)) {
            settings.save("screen", "navQueue");

            await().until(() -> Files.exists(file));
        }
    }

    @Test
    void writesAgainAfterItHasWritten() {
        try (var settings = SettingsFile.open(file, Duration.ZERO)) {
            settings.save("screen", "navQueue");
            await().until(() -> onDisk("screen").equals(Optional.of("navQueue")));

            settings.save("screen", "navCalendar");

            await().until(() -> onDisk("screen").equals(Optional.of("navCalendar")));
        }
    }

    @Test
    void hasOnDiskWhatWasSavedAtOnceAndWhatWasChangedBefore() {
        try (var settings = open()) {
            settings.save("theme", "DARK");
            assertThat(settings.saveAtOnce("screen", "navQueue").join()).isEmpty();

            assertThat(onDisk("screen")).hasValue("navQueue");
            assertThat(onDisk("theme")).hasValue("DARK");
        }
    }

    @Test
    void writesAgainWhatIsChangedAfterItWasSavedAtOnce() {
        try (var settings = open()) {
            settings.saveAtOnce("screen", "navQueue").join();
            settings.save("screen", "navCalendar");
        }

        assertThat(onDisk("screen")).hasValue("navCalendar");
    }

    @Test
    void keepsInMemoryWhatIsSavedAtOnceAfterItWasClosed() {
        var settings = open();
        settings.close();

        assertThat(settings.saveAtOnce("screen", "navQueue").join()).isEmpty();

        assertThat(settings.find("screen")).hasValue("navQueue");
        assertThat(file).doesNotExist();
    }

    @Test
    @ExpectedFault({"The settings cannot be read", "The settings cannot be kept"})
    void saysWhereItCannotSaveAtOnceAndWritesItAtItsEnd() throws IOException {
        Files.createDirectories(file.resolve("in the way"));

        try (var settings = open()) {
            assertThat(settings.saveAtOnce("screen", "navQueue").join()).hasValueSatisfying(
                    why -> assertThat(say(why)).startsWith("The settings could not be written to " + file));
            Files.delete(file.resolve("in the way"));
            Files.delete(file);
        }

        assertThat(onDisk("screen")).hasValue("navQueue");
    }

    @Test
    @ExpectedFault("The settings cannot be kept")
    void isAsOnDiskWhereItCannotSaveWhatMayNotHoldInThisRunOnly() throws IOException {
        keep("retention", "6");
        try (var settings = open()) {
            Files.delete(file);
            Files.createDirectories(file.resolve("in the way"));
            assertThat(settings.saveOrRevert("keep", "true").join()).isPresent();
            assertThat(settings.notice()).as("all is as on disk").isEmpty();
            settings.save("theme", "DARK");

            assertThat(settings.saveOrRevert("retention", "12").join()).hasValueSatisfying(
                    why -> assertThat(say(why)).startsWith("The settings could not be written to " + file));
            assertThat(settings.saveOrRevert("keep", "true").join()).isPresent();
            assertThat(settings.saveOrRevert("retention", "6").join()).as("it is there already").isEmpty();

            assertThat(settings.find("retention")).hasValue("6");
            assertThat(settings.find("keep")).isEmpty();
            assertThat(settings.notice()).hasValueSatisfying(
                    sentence -> assertThat(say(sentence)).startsWith("The settings could not be written to " + file));
            Files.delete(file.resolve("in the way"));
            Files.delete(file);
            assertThat(settings.saveOrRevert("keep", "true").join()).isEmpty();
            assertThat(settings.notice()).isEmpty();
        }
        assertThat(onDisk("retention")).hasValue("6");
        assertThat(onDisk("keep")).hasValue("true");
        assertThat(onDisk("theme")).hasValue("DARK");
    }

    @Test
    void leavesNoOtherFileBehind() {
        keep("screen", "navQueue");

        assertThat(folder.toFile().list()).containsExactly("settings.json");
    }

    @Test
    void isForTheOwnerOnly() throws IOException {
        keep("screen", "navQueue");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"theme\": \"DARK\"", "\0\0\0\0"})
    void setsABrokenFileAsideAndSaysSo(String content) throws IOException {
        Files.writeString(file, content);

        try (var settings = open()) {
            assertThat(settings.find("theme")).isEmpty();
            assertThat(settings.notice()).hasValueSatisfying(
                    sentence -> assertThat(say(sentence)).contains("settings.json.broken").endsWith("."));
        }
        assertThat(folder.resolve("settings.json.broken")).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"theme\": \"DARK\"}",
        "{\"theme\": \"DARK\", \"ofANewerVersion\": {\"a\": [1]}}",
        "{\"theme\": \"DARK\", \"window\": null, \"width\": 1}",
    })
    void takesWhatItUnderstandsOfAFile(String content) throws IOException {
        Files.writeString(file, content);

        assertThat(onDisk("theme")).hasValue("DARK");
        assertThat(onDisk("window")).isEmpty();
    }

    /** Where reading would go on for ever, and where there is no end. */
    @Test
    @ExpectedFault("The settings cannot be read")
    void readsNoDevice() throws IOException {
        Files.createSymbolicLink(file, Path.of("/dev/zero"));

        try (var settings = open()) {
            assertThat(settings.notice())
                    .hasValueSatisfying(sentence -> assertThat(say(sentence)).contains("cannot be read"));
        }
        Files.delete(file);
    }

    /** Its permissions or its disk may be mended. */
    @Test
    @ExpectedFault("The settings cannot be read")
    void doesNotWriteOverAFileThatCannotBeRead() throws IOException {
        var unreadable = Path.of("/proc/self/mem");
        Files.createSymbolicLink(file, unreadable);

        keep("screen", "navQueue");

        assertThat(Files.readSymbolicLink(folder.resolve("settings.json.broken"))).isEqualTo(unreadable);
        assertThat(onDisk("screen")).hasValue("navQueue");
    }

    @Test
    @ExpectedFault({"The settings cannot be read", "The settings cannot be kept"})
    void goesOnInMemoryWhenItCannotWrite() throws IOException {
        Files.createDirectories(file.resolve("in the way"));

        try (var settings = open()) {
            settings.save("screen", "navQueue");

            assertThat(settings.find("screen")).hasValue("navQueue");
            assertThat(settings.notice())
                    .hasValueSatisfying(sentence -> assertThat(say(sentence)).contains("cannot be read"));
        }
    }

    @Test
    void keepsChangesAfterItWasClosedInMemoryOnly() {
        var settings = open();
        settings.close();

        settings.save("screen", "navQueue");

        assertThat(settings.find("screen")).hasValue("navQueue");
        assertThat(folder).isEmptyDirectory();
    }

    private SettingsFile open() {
        return SettingsFile.open(file, NEVER_BY_ITSELF);
    }

    private void keep(String key, String value) {
        try (var settings = open()) {
            settings.save(key, value);
        }
    }

    private Optional<String> onDisk(String key) {
        try (var settings = open()) {
            return settings.find(key);
        }
    }
}
