package dev.longshore.secret;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.KeystoreState;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.TestWait;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoSessionBusTest {

    @TempDir Path folder;

    @Test
    void saysHowToStartWhereThereIsNoBus() {
        assertThat(state(Map.of("XDG_RUNTIME_DIR", folder.toString())))
                .isInstanceOfSatisfying(KeystoreState.Missing.class,
                        state -> assertThat(say(state.fact())).contains("no D-Bus session", "dbus-run-session"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "unix:path=/nonexistent/bus",
        "unix:path=/nonexistent/bus,guid=0123;unix:path=/nonexistent/other",
        "unix:abstract=/nonexistent/bus",
        "autolaunch:",
        "nonsense",
        "tcp:host=127.0.0.1,port=1",
    })
    @ExpectedFault("SESSION_BUS_UNREACHABLE")
    void saysThatTheBusCannotBeUsed(String address) {
        assertThat(state(Map.of("DBUS_SESSION_BUS_ADDRESS", address)))
                .isInstanceOfSatisfying(KeystoreState.Missing.class,
                        state -> assertThat(say(state.fact())).contains("D-Bus session"));
    }

    private static KeystoreState state(Map<String, String> environment) {
        return KeyringTokenStore.ofSystem("Linux", environment, TestWait.LIMIT).state();
    }
}
