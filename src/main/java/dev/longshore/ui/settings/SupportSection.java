package dev.longshore.ui.settings;

import dev.longshore.ui.context.SupportBundles;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.fx.Views;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Leads to the support bundle. */
final class SupportSection extends VBox {
    SupportSection(UiContext context, Dialogs dialogs, SupportBundles supportBundles) {
        getStyleClass().add("settings-section");
        var lead = new Label(context.texts().get("settings.support.lead"));
        lead.setWrapText(true);
        lead.getStyleClass().add("note");
        var open = new Button(context.texts().get("settings.support.open"));
        open.setId("supportBundle");
        open.setOnAction(_ -> {
            var view = new SupportView(new SupportViewModel(context, supportBundles), dialogs::close);
            dialogs.show((Region) new Views(context.texts()).load(view), dialogs::close);
        });
        getChildren().setAll(lead, open);
    }
}
