package dev.longshore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.EnglishText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {

    private static final Map<String, String> NOTHING = Map.of();
    private static final Map<String, String> X = Map.of("DISPLAY", ":0");

    @Test
    void findsNothingMissingOnADesktop() {
        assertThat(missing(X, new FakeWindows(Set.of(), true))).isEmpty();
    }

    @Test
    void saysHowToGetADisplay() {
        assertThat(missing(NOTHING, new FakeWindows(Set.of(), true)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("no display", "DISPLAY", "xvfb-run")
                        .endsWith(".").doesNotContain("\n"));
    }

    @Test
    void saysThatWaylandNeedsXwayland() {
        assertThat(missing(Map.of("WAYLAND_DISPLAY", "wayland-0"), new FakeWindows(Set.of(), true)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("xwayland").endsWith("."));
    }

    @Test
    void saysWhichDisplayTakesNoConnection() {
        assertThat(missing(X, new FakeWindows(Set.of(), false))).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("display :0", "refuses the connection").endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libX11.so.6", "libXtst.so.6", "libgtk-3.so.0"})
    void saysWhichLibraryIsMissingAndHowToGetIt(String library) {
        assertThat(missing(X, new FakeWindows(Set.of(library), true))).hasValueSatisfying(
                sentence -> assertThat(sentence).contains(library, "apt install", "dnf install").endsWith("."));
    }

    @Test
    void saysThatNoFontIsInstalledAndHowToGetOne() {
        assertThat(missing(X, new FakeWindows(Set.of(), true, false))).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("no font", "apt install", "dnf install").endsWith("."));
    }

    @Test
    void needsNoDisplayOnTheHeadlessPlatform() {
        var windows = new FakeWindows(Set.of("libgtk-3.so.0"), false);

        assertThat(new Display(OperatingSystem.LINUX, NOTHING, windows).whatIsMissing("Headless")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MACOS", "WINDOWS"})
    void findsNothingMissingWhereTheSystemHasWindows(OperatingSystem system) {
        var windows = new FakeWindows(Set.of("libgtk-3.so.0"), false);

        assertThat(new Display(system, NOTHING, windows).whatIsMissing("")).isEmpty();
    }

    @Test
    void knowsALibraryThatIsThere() {
        assertThat(new X11().hasLibrary("libc.so.6")).isTrue();
    }

    @Test
    void knowsALibraryThatIsNotThere() {
        assertThat(new X11().hasLibrary("libnonexistent-4711.so.0")).isFalse();
    }

    private static Optional<String> missing(Map<String, String> environment, WindowSystem windows) {
        return new Display(OperatingSystem.LINUX, environment, windows).whatIsMissing("").map(EnglishText::say);
    }

    private record FakeWindows(Set<String> missing, boolean opens, boolean hasFont) implements WindowSystem {
        FakeWindows(Set<String> missing, boolean opens) {
            this(missing, opens, true);
        }

        @Override
        public boolean hasLibrary(String name) {
            return !missing.contains(name);
        }

        @Override
        public boolean canOpen(String display) {
            return opens;
        }
    }
}
