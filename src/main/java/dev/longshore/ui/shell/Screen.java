package dev.longshore.ui.shell;

/** What the rail leads to. */
enum Screen {
    MIGRATIONS,
    CALENDAR,
    QUEUE,
    ACTIVITY,
    SETTINGS
}
