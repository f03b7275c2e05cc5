package dev.longshore.ui.settings;

import dev.longshore.ui.context.KeepWatching;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.AccessibleToggleSwitch;

/** The part of the settings that says whether the watch goes on when the window is closed. */
final class KeepWatchingSection extends SettingsSection {
    KeepWatchingSection(UiContext context, KeepWatching keepWatching) {
        super(context.texts(), "settings.keepWatching.");
        var choice = new AccessibleToggleSwitch();
        choice.setId("keepWatching");
        choice.setText(text("choice"));
        choice.setSelected(keepWatching.isWanted());
        choice.selectedProperty().subscribe((_, keep) -> keepWatching.decide(keep));
        getChildren().addAll(title(context.texts().get("settings.keepWatching")), note(text("lead")), choice);
    }
}
