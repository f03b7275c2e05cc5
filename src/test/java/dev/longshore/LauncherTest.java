package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LauncherTest {

    @Test
    void knowsTheVersionOfTheBuild() throws IOException {
        assertThat(Launcher.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
