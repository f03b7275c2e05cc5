package dev.longshore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.TemporaryFolder;
import dev.longshore.support.TwoThreads;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Public, and its tests without parameters, for Fray. */
public class SettingsFileInterleavingTest {
    private static SettingsFile open(TemporaryFolder folder) {
        return SettingsFile.open(folder.path().resolve("settings.json"), Duration.ZERO);
    }

    @Test
    public void whatIsChangedRightBeforeTheEndIsOnDisk() throws IOException {
        try (var folder = TemporaryFolder.create()) {
            try (var settings = open(folder)) {
                settings.save("theme", "dark");
            }

            try (var again = open(folder)) {
                assertThat(again.find("theme")).contains("dark");
            }
        }
    }

    @Test
    public void whatIsChangedWhileItEndsIsHeldInMemoryAtLeast() throws IOException {
        try (var folder = TemporaryFolder.create()) {
            var settings = open(folder);

            TwoThreads.run(() -> settings.save("theme", "dark"), settings::close);

            assertThat(settings.find("theme")).contains("dark");
        }
    }
}
