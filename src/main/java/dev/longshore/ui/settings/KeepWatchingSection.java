package dev.longshore.ui.settings;

import dev.longshore.ui.context.KeepWatching;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.AccessibleToggleSwitch;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The part of the settings that says whether the watch goes on when the window is closed. */
final class KeepWatchingSection extends VBox {
    KeepWatchingSection(UiContext context, KeepWatching keepWatching) {
        getStyleClass().add("settings-section");
        var title = new Label(context.texts().get("settings.keepWatching"));
        title.getStyleClass().add("section-title");
        var lead = new Label(context.texts().get("settings.keepWatching.lead"));
        lead.getStyleClass().add("note");
        lead.setWrapText(true);
        lead.setMinHeight(USE_PREF_SIZE);
        var choice = new AccessibleToggleSwitch();
        choice.setId("keepWatching");
        choice.setText(context.texts().get("settings.keepWatching.choice"));
        choice.setSelected(keepWatching.isWanted());
        choice.selectedProperty().subscribe((_, keep) -> keepWatching.decide(keep));
        getChildren().addAll(title, lead, choice);
    }
}
