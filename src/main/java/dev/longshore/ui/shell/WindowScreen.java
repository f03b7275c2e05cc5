package dev.longshore.ui.shell;

/** What the rail leads to. */
enum WindowScreen {
    MIGRATIONS("Shortcut+1"),
    CALENDAR("Shortcut+2"),
    QUEUE("Shortcut+3"),
    ACTIVITY("Shortcut+4"),
    SETTINGS("Shortcut+5");

    private final String keys;

    WindowScreen(String keys) {
        this.keys = keys;
    }

    /** The keys that lead there, as JavaFX writes a combination. */
    String keys() {
        return keys;
    }
}
