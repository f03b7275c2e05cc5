package dev.longshore.ui.settings;

import dev.longshore.ui.context.KeepWatching;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ProgressLine;

/** The part of the settings that says whether the watch goes on when the window is closed. */
final class KeepWatchingSection extends SettingsSection {
    KeepWatchingSection(UiContext context, KeepWatching keepWatching) {
        super(context.texts(), "settings.keepWatching.");
        var trouble = new ProgressLine();
        trouble.setId("keepWatchingTrouble");
        getChildren().addAll(title(context.texts().get("settings.keepWatching")), note(text("lead")),
                toggle(context, "keepWatching", keepWatching::isWanted, keepWatching::decide, trouble), trouble);
    }
}
