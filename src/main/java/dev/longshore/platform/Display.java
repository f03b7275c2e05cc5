package dev.longshore.platform;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether a window can be opened, before JavaFX tries: its own failure is a stack trace that does not say what
 * to do.
 */
public final class Display {
    /** Exit code of the program when no window can be opened. */
    public static final int NO_DISPLAY = 3;

    // What JavaFX for Linux is linked against and a system without a desktop lacks.
    private static final List<String> LIBRARIES = List.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0");

    private final OperatingSystem system;
    private final Map<String, String> environment;
    private final WindowSystem windows;

    Display(OperatingSystem system, Map<String, String> environment, WindowSystem windows) {
        this.system = system;
        this.environment = Map.copyOf(environment);
        this.windows = windows;
    }

    /**
     * The display of this process.
     *
     * @param environment the environment variables
     */
    public static Display ofThisComputer(Map<String, String> environment) {
        return new Display(OperatingSystem.ofThisComputer(), environment, new X11());
    }

    /**
     * What is missing, or nothing when a window can be opened.
     *
     * @param glassPlatform the system property {@code glass.platform}, or empty: JavaFX's headless platform needs nothing
     */
    public Optional<Fact> whatIsMissing(String glassPlatform) {
        boolean needsX11 = system == OperatingSystem.LINUX && (glassPlatform.isBlank() || glassPlatform.equals("gtk"));
        return needsX11 ? library().or(this::display).or(this::font) : Optional.empty();
    }

    private Optional<Fact> library() {
        return LIBRARIES.stream()
                .filter(library -> !windows.hasLibrary(library))
                .findFirst()
                .map(library -> Fact.of(StartFact.LIBRARY_MISSING, library));
    }

    private Optional<Fact> display() {
        var display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of(noneGiven());
        }
        return windows.canOpen(display) ? Optional.empty()
                : Optional.of(Fact.of(StartFact.DISPLAY_REFUSES, display));
    }

    private Optional<Fact> font() {
        return windows.hasFont() ? Optional.empty() : Optional.of(Fact.of(StartFact.NO_FONT));
    }

    private Fact noneGiven() {
        var isWayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        return Fact.of(isWayland ? StartFact.NO_XWAYLAND : StartFact.NO_DISPLAY);
    }
}
