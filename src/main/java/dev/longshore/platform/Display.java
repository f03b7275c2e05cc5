package dev.longshore.platform;

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
     * One sentence that says what is missing and how to get it, or nothing when a window can be opened.
     *
     * @param glassPlatform the system property {@code glass.platform}, or empty: JavaFX's headless platform needs nothing
     */
    public Optional<String> whatIsMissing(String glassPlatform) {
        boolean needsX11 = system == OperatingSystem.LINUX && (glassPlatform.isBlank() || glassPlatform.equals("gtk"));
        return needsX11 ? library().or(this::display) : Optional.empty();
    }

    private Optional<String> library() {
        return LIBRARIES.stream()
                .filter(library -> !windows.hasLibrary(library))
                .findFirst()
                .map(library -> "Longshore cannot open a window because the library " + library
                        + " is missing: install GTK 3 (Debian, Ubuntu: apt install libgtk-3-0 libxtst6;"
                        + " Fedora: dnf install gtk3 libXtst).");
    }

    private Optional<String> display() {
        var display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of(noneGiven());
        }
        return windows.canOpen(display) ? Optional.empty() : Optional.of("Longshore cannot open a window because the"
                + " display " + display + " (from DISPLAY) does not take a connection: start it in a desktop session,"
                + " over ssh -X, or with xvfb-run.");
    }

    private String noneGiven() {
        if (environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()) {
            return "Longshore cannot open a window because there is no display (DISPLAY is not set): start it in a"
                    + " desktop session, over ssh -X, or with xvfb-run (Debian, Ubuntu: apt install xvfb).";
        }
        return "Longshore cannot open a window because it needs Xwayland under Wayland (DISPLAY is not set): install the"
                + " package xwayland and log in again.";
    }
}
