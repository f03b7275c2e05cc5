package dev.longshore.ui.shell;

/** What the rail leads to. */
enum WindowScreen {
    MIGRATIONS,
    CALENDAR,
    QUEUE,
    ACTIVITY,
    SETTINGS
}
