package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Observation;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Status;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever an earlier start, another version or an editor left in the data folder: the window opens, or one sentence
 * says why not. Nothing there ends the start without a word.
 */
@ExtendWith(FxExtension.class)
@ExpectedFault({"settings", "journal", "Longshore cannot start", "A second start will not be able"})
class AnyDataFolderTest {
    private static final int ROUNDS = 25;
    private static final List<String> KEYS = List.of(
            "window.place", "window.maximized", "theme", "zone", "table.mode", "table.columns", "table.sort",
            "migrations.divider", "journal.months", "interval.importing", "interval.resting",
            "upload.harbour.m-1", "upload.harbour.m-2", "unknown");
    private static final List<String> VALUES = List.of(
            "", " ", "null", "true", "-1", "0", "NaN", "Infinity", "1e308", "9223372036854775807",
            "99999999999999999999",
            "0 0 NaN 100", "0 0 Infinity Infinity", "-1e300 0 1e300 1e300", "0 0 -5 -5", "10 10 1 1",
            "9223372036854775807 0 1 2026-01-01T00:00:00Z", "10 0 1 +1000000000-12-31T23:59:59Z", "10 0 0 x",
            "PT0S", "P99999999999D", "PT-1S", "2147483648", "DARK", "LOCAL", "name name name", "status:-1e9,name:NaN",
            "\u0000\u001b[31m", "\ud800", "x".repeat(100_000));

    @TempDir Path data;

    @Test
    void theWindowOpensOnAnySettings(FxRobot robot, Stage stage) throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            var random = new Random(round);
            var settings = new TreeMap<String, String>();
            KEYS.forEach(key -> settings.put(key, VALUES.get(random.nextInt(VALUES.size()))));
            Files.write(data.resolve("settings.json"), JsonMapper.shared().writeValueAsBytes(settings));

            assertOpens(robot, stage, "settings of seed " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"text\"", "{\"theme\":[[[]]]}", "\u0000\u0000\u0000", "{} trailing",
                "not JSON at all"})
    void theWindowOpensOnAFileThatHoldsNoSettings(String text, FxRobot robot, Stage stage) throws IOException {
        Files.writeString(data.resolve("settings.json"), text);

        assertOpens(robot, stage, text);
    }

    @Test
    void settingsThatAreSetAsideAreTold(FxRobot robot, Stage stage) throws IOException {
        Files.writeString(data.resolve("settings.json"), "[".repeat(100_000));

        try (var app = RunningApp.start(robot, stage, data, Map.of())) {
            app.awaitText("The settings could not be read");
        }
        assertThat(data.resolve("settings.json.broken")).content().startsWith("[[[");
    }

    @Test
    void theWindowOpensWhereTheSettingsAreAFolder(FxRobot robot, Stage stage) throws IOException {
        Files.createDirectory(data.resolve("settings.json"));

        assertOpens(robot, stage, "a folder");
    }

    @Test
    void theWindowOpensOnAnyJournal(FxRobot robot, Stage stage) throws IOException {
        assertOpens(robot, stage, "no journal");
        var sound = Files.readAllBytes(data.resolve("journal.db"));
        for (var seed = 0; seed < ROUNDS; seed++) {
            Files.write(data.resolve("journal.db"), damaged(sound, new Random(seed)));
            Files.deleteIfExists(data.resolve("journal.db-wal"));

            assertOpens(robot, stage, "journal of seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"journal.db", "journal.lock", "instance.lock", "instance.address", "instance.sock", "backup",
                "logs"})
    void theWindowOpensOrASentenceSaysWhyNotWhateverStandsForAFile(String name, FxRobot robot, Stage stage)
            throws IOException {
        if (name.equals("backup") || name.equals("logs")) {
            Files.writeString(data.resolve(name), "in the way");
        } else {
            Files.createDirectory(data.resolve(name));
            Files.createFile(data.resolve(name).resolve("in the way"));
        }

        try (var app = RunningApp.start(robot, stage, data, Map.of())) {
            assertThat(app.texts()).anySatisfy(text -> assertThat(text).satisfiesAnyOf(
                    shown -> assertThat(shown).contains("Welcome to Longshore"),
                    shown -> assertThat(shown).contains(data.toString()).endsWith(".")));
        }
    }

    /** From the first moment that a file system knows to the last that a journal can hold, with a journal of 2026. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01T00:00:00Z", "1980-01-01T00:00:00Z", "2026-03-29T01:00:00Z", "2026-11-21T12:00:01Z",
                "2038-01-19T03:14:08Z", "2106-02-07T06:28:16Z", "2262-04-11T23:47:17Z", "9999-12-31T23:59:59Z"})
    void theWindowOpensAtAnyTime(Instant now, FxRobot robot, Stage stage) throws IOException {
        try (var journal = SqliteJournal.open(
                data, InstantSource.fixed(ModelSamples.NOON), EnglishText::say)) {
            journal.save(TestOrganisation.PRODUCTION);
            var key = new MigrationKey(TestOrganisation.PRODUCTION.id(), ModelSamples.ORDERS.ref());
            journal.save(new RegisteredMigration(key, "orders", ModelSamples.NOON));
            journal.importHistory(
                    List.of(new Observation(key, ModelSamples.NOON, Status.of("Paused"), null,
                            ModelSamples.days(3), null, null, null)),
                    List.of());
        }

        try (var app = RunningApp.startAt(robot, stage, data, InstantSource.fixed(now))) {
            app.awaitText("orders");
        }
    }

    private static byte[] damaged(byte[] sound, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(sound, random.nextInt(sound.length));
            case 1 -> "SQLite format 3\u0000 and no more".getBytes(StandardCharsets.ISO_8859_1);
            case 2 -> {
                var noise = new byte[1 + random.nextInt(10_000)];
                random.nextBytes(noise);
                yield noise;
            }
            default -> {
                var changed = sound.clone();
                for (var i = 0; i < 200; i++) {
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield changed;
            }
        };
    }

    private void assertOpens(FxRobot robot, Stage stage, String what) {
        try (var app = RunningApp.start(robot, stage, data, Map.of())) {
            assertThat(app.texts()).as(what).contains("Welcome to Longshore");
            assertThat(stage.getWidth()).as(what).isBetween(100.0, 33_000.0);
        }
    }
}
