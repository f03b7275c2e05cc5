package dev.longshore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.platform.Settings.ColumnLayout;
import dev.longshore.platform.Settings.SortBy;
import dev.longshore.platform.Settings.TableLayout;
import dev.longshore.platform.Settings.ThemeChoice;
import dev.longshore.platform.Settings.WindowPlace;
import dev.longshore.platform.Settings.ZoneChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    private static final Duration NEVER_BY_ITSELF = Duration.ofDays(1);
    private static final TableLayout LAYOUT = new TableLayout(
            List.of(new ColumnLayout("colStatus", 120, false), new ColumnLayout("colName", 80.5, true)),
            List.of(new SortBy("colStatus", true)));

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("settings.json");
    }

    @Test
    void beginsWithTheUsualSettings() {
        try (var settings = open()) {
            assertThat(settings.settings()).isEqualTo(Settings.DEFAULT);
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
        var changed = Settings.DEFAULT
                .withWindow(new WindowPlace(-10, 20, 1280, 800, true))
                .withDivider("detail", 0.4)
                .withTable("migrationTable", LAYOUT)
                .withTheme(ThemeChoice.CONTRAST)
                .withZone(ZoneChoice.UTC)
                .withLastScreen("navCalendar");

        change(changed);

        assertThat(settingsOnDisk()).isEqualTo(changed);
    }

    @Test
    void writesBySelfAfterTheDelay() {
        try (var settings = SettingsFile.open(file, Duration.ZERO)) {
            settings.change(now -> now.withLastScreen("navQueue"));

            await().until(() -> Files.exists(file));
        }
    }

    @Test
    void writesAgainAfterItHasWritten() {
        try (var settings = SettingsFile.open(file, Duration.ZERO)) {
            settings.change(now -> now.withLastScreen("navQueue"));
            await().until(() -> settingsOnDisk().lastScreen().equals("navQueue"));

            settings.change(now -> now.withLastScreen("navCalendar"));

            await().until(() -> settingsOnDisk().lastScreen().equals("navCalendar"));
        }
    }

    @Test
    void leavesNoOtherFileBehind() {
        change(Settings.DEFAULT.withLastScreen("navQueue"));

        assertThat(folder.toFile().list()).containsExactly("settings.json");
    }

    @Test
    void isForTheOwnerOnly() throws IOException {
        change(Settings.DEFAULT.withLastScreen("navQueue"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"theme\": \"DARK\"", "\0\0\0\0"})
    void setsABrokenFileAsideAndSaysSo(String content) throws IOException {
        Files.writeString(file, content);

        try (var settings = open()) {
            assertThat(settings.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(settings.notice()).hasValueSatisfying(
                    sentence -> assertThat(sentence).contains("settings.json.broken").endsWith("."));
        }
        assertThat(folder.resolve("settings.json.broken")).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"theme\": \"DARK\"}",
        "{\"theme\": \"DARK\", \"ofANewerVersion\": {\"a\": [1]}}",
        "{\"theme\": \"DARK\", \"window\": {\"x\": 1}}",
        "{\"theme\": \"DARK\", \"window\": null}",
        "{\"theme\": \"DARK\", \"window\": \"wide\"}",
        "{\"theme\": \"DARK\", \"zone\": \"MARS\"}",
        "{\"theme\": \"DARK\", \"zone\": null}",
        "{\"theme\": \"DARK\", \"dividers\": {\"detail\": null}}",
        "{\"theme\": \"DARK\", \"dividers\": {\"detail\": \"left\"}}",
        "{\"theme\": \"DARK\", \"tables\": {\"migrationTable\": {\"columns\": [{}], \"sort\": []}}}",
        "{\"theme\": \"DARK\", \"tables\": {\"migrationTable\": {\"columns\": [null], \"sort\": []}}}",
        "{\"theme\": \"DARK\", \"tables\": {\"migrationTable\": null}}",
        "{\"theme\": \"DARK\", \"lastScreen\": {}}",
    })
    void takesWhatItUnderstandsOfAFile(String content) throws IOException {
        Files.writeString(file, content);

        assertThat(settingsOnDisk()).isEqualTo(Settings.DEFAULT.withTheme(ThemeChoice.DARK));
    }

    @Test
    void goesOnInMemoryWhenItCannotWrite() throws IOException {
        Files.createDirectories(file.resolve("in the way"));

        try (var settings = open()) {
            settings.change(now -> now.withLastScreen("navQueue"));

            assertThat(settings.settings().lastScreen()).isEqualTo("navQueue");
            assertThat(settings.notice())
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("cannot be read"));
        }
    }

    @Test
    void keepsChangesAfterItWasClosedInMemoryOnly() {
        var settings = open();
        settings.close();

        settings.change(now -> now.withLastScreen("navQueue"));

        assertThat(settings.settings().lastScreen()).isEqualTo("navQueue");
        assertThat(folder).isEmptyDirectory();
    }

    private SettingsFile open() {
        return SettingsFile.open(file, NEVER_BY_ITSELF);
    }

    private void change(Settings changed) {
        try (var settings = open()) {
            settings.change(before -> changed);
        }
    }

    private Settings settingsOnDisk() {
        try (var settings = open()) {
            return settings.settings();
        }
    }
}
