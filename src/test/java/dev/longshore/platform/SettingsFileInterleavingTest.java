package dev.longshore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.TwoThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Public, and its tests without parameters, for Fray. */
public class SettingsFileInterleavingTest {
    private static SettingsFile open(Path file) {
        return SettingsFile.open(file, Duration.ZERO);
    }

    @Test
    public void whatIsChangedRightBeforeTheEndIsOnDisk() throws IOException {
        var file = Files.createTempDirectory("longshore-settings").resolve("settings.json");
        try (var settings = open(file)) {
            settings.save("theme", "dark");
        }

        try (var again = open(file)) {
            assertThat(again.find("theme")).contains("dark");
        }
    }

    @Test
    public void whatIsChangedWhileItEndsIsHeldInMemoryAtLeast() throws IOException {
        var settings = open(Files.createTempDirectory("longshore-settings").resolve("settings.json"));

        TwoThreads.run(() -> settings.save("theme", "dark"), settings::close);

        assertThat(settings.find("theme")).contains("dark");
    }
}
