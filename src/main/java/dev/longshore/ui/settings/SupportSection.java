package dev.longshore.ui.settings;

import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Support;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Views;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Leads to the support bundle. */
final class SupportSection extends VBox {
    SupportSection(Ui ui, Dialogs dialogs, Support support) {
        getStyleClass().add("field-note");
        var lead = new Label(ui.texts().get("settings.support.lead"));
        lead.setWrapText(true);
        lead.getStyleClass().add("note");
        var open = new Button(ui.texts().get("settings.support.open"));
        open.setId("supportBundle");
        open.setOnAction(_ -> {
            var view = new SupportView(ui, new SupportViewModel(ui, support), dialogs::close);
            dialogs.show((Region) new Views(ui.texts()).load(view), dialogs::close);
        });
        getChildren().setAll(lead, open);
    }
}
