package dev.longshore.ui.settings;

import dev.longshore.ui.context.SupportBundles;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.fx.Views;
import javafx.scene.layout.Region;

/** Leads to the support bundle. */
final class SupportSection extends SettingsSection {
    SupportSection(UiContext context, Dialogs dialogs, SupportBundles supportBundles) {
        super(context.texts(), "settings.support.");
        getChildren().setAll(note(text("lead")), button("supportBundle", "open", () -> {
            var view = new SupportView(new SupportViewModel(context, supportBundles), dialogs::close);
            dialogs.show((Region) new Views(context.texts()).load(view), dialogs::close);
        }));
    }
}
