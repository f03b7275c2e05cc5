package dev.longshore.ui.context;

import dev.longshore.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything in the window that a key can stand for: the keys that work, menus, tooltips, the sheet of shortcuts and
 * the palette follow from this list. What destroys is not in it: nobody is to press that by mistake.
 */
public enum KeyCommand {
    POLL(CommandGroup.EVERYWHERE, "poll", "F5"),
    PALETTE(CommandGroup.EVERYWHERE, "palette", "Shortcut+P"),
    FILTER(CommandGroup.EVERYWHERE, "filter", "Shortcut+F"),
    PANE(CommandGroup.EVERYWHERE, "pane", "F6"),
    PANE_BACK(CommandGroup.EVERYWHERE, "pane.back", "Shift+F6"),
    ADD(CommandGroup.EVERYWHERE, "add", "Shortcut+N"),
    MIGRATIONS(CommandGroup.EVERYWHERE, "MIGRATIONS", "Shortcut+1"),
    CALENDAR(CommandGroup.EVERYWHERE, "CALENDAR", "Shortcut+2"),
    QUEUE(CommandGroup.EVERYWHERE, "QUEUE", "Shortcut+3"),
    ACTIVITY(CommandGroup.EVERYWHERE, "ACTIVITY", "Shortcut+4"),
    SETTINGS(CommandGroup.EVERYWHERE, "SETTINGS", "Shortcut+5"),
    WHAT_IF(CommandGroup.EVERYWHERE, "whatIf", ""),
    THEME(CommandGroup.EVERYWHERE, "theme", "Shortcut+Shift+D"),
    TIMES(CommandGroup.EVERYWHERE, "times", ""),
    SHEET(CommandGroup.EVERYWHERE, "sheet", "? Shift+F1"),
    HELP(CommandGroup.EVERYWHERE, "help", "F1"),
    ALERTS(CommandGroup.ALERTS, "alerts", "Shortcut+Shift+A"),
    NEXT_STEP(CommandGroup.TABLE, "next", "n"),
    NEXT_URGENT(CommandGroup.TABLE, "urgent", "]"),
    PREVIOUS_URGENT(CommandGroup.TABLE, "urgent.previous", "["),
    COPY_SUMMARY(CommandGroup.TABLE, "copySummary", "Shortcut+Shift+C"),
    PAUSE(CommandGroup.TABLE, "PAUSE", "Shortcut+Shift+P"),
    RESUME(CommandGroup.TABLE, "RESUME", "Shortcut+Shift+R"),
    LAUNCH(CommandGroup.TABLE, "LAUNCH", "Shortcut+Shift+L"),
    SCHEDULE_CLEANUP(CommandGroup.TABLE, "SCHEDULE_CLEANUP", "Shortcut+Shift+S"),
    NEEDS_ME(CommandGroup.TABLE, "mode.needsMe", ""),
    ALL(CommandGroup.TABLE, "mode.all", ""),
    BY_DATABASE(CommandGroup.TABLE, "mode.byDatabase", ""),
    SORT_BY_RISK(CommandGroup.TABLE, "sort.risk", ""),
    TIMELINE(CommandGroup.DETAILS, "detail.timeline", "Alt+1"),
    PROGRESS(CommandGroup.DETAILS, "detail.progress", "Alt+2"),
    UPLOADS(CommandGroup.DETAILS, "detail.uploads", "Alt+3"),
    CLEANUP(CommandGroup.DETAILS, "detail.cleanup", "Alt+4"),
    DETAIL_ACTIVITY(CommandGroup.DETAILS, "detail.activity", "Alt+5"),
    FAILURE(CommandGroup.DETAILS, "detail.failure", "Alt+6");

    private final CommandGroup group;
    private final String textKey;
    private final String usual;

    /** Where a command belongs on the sheet of shortcuts. */
    public enum CommandGroup {
        EVERYWHERE, TABLE, DETAILS, ALERTS
    }

    KeyCommand(CommandGroup group, String textKey, String usual) {
        this.group = group;
        this.textKey = textKey;
        this.usual = usual;
    }

    /** Where it belongs. */
    public CommandGroup group() {
        return group;
    }

    /** The keys it has as long as the user has not changed them. */
    public List<KeyShortcut> usual() {
        return Stream.of(usual.split(" ")).flatMap(each -> KeyShortcut.read(each).stream()).toList();
    }

    /** What it does, in words. */
    public String label(Texts texts) {
        return group == CommandGroup.DETAILS ? texts.get("shell.key.details", texts.get(textKey))
                : texts.get("shell.key." + textKey);
    }
}
