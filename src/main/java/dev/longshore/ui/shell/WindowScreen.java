package dev.longshore.ui.shell;

import dev.longshore.ui.context.KeyCommand;

/** What the rail leads to. */
enum WindowScreen {
    MIGRATIONS, CALENDAR, QUEUE, ACTIVITY, SETTINGS;

    /** What leads there by keyboard. */
    KeyCommand command() {
        return switch (this) {
            case MIGRATIONS -> KeyCommand.MIGRATIONS;
            case CALENDAR -> KeyCommand.CALENDAR;
            case QUEUE -> KeyCommand.QUEUE;
            case ACTIVITY -> KeyCommand.ACTIVITY;
            case SETTINGS -> KeyCommand.SETTINGS;
        };
    }
}
