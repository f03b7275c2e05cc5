package dev.longshore.platform;

import java.util.Locale;

/** The systems on which folders, display and keystore are found in different places. */
enum OperatingSystem {
    /** Linux, and whatever else keeps to the conventions of freedesktop.org. */
    LINUX,
    MACOS,
    WINDOWS;

    /** The system that this program runs on. */
    static OperatingSystem ofThisComputer() {
        return named(System.getProperty("os.name"));
    }

    /**
     * The system of that name.
     *
     * @param name as the system property {@code os.name} gives it
     */
    static OperatingSystem named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return lower.startsWith("mac") || lower.startsWith("darwin") ? MACOS : LINUX;
    }
}
