package dev.longshore.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The labels at the foot of the window, which follow their view model. */
final class StatusBar {
    private final StatusBarViewModel model;

    StatusBar(StatusBarViewModel model) {
        this.model = model;
    }

    /** Lets these follow; the two that are not always needed take no room when they are not. */
    void show(Label summary, Label trouble, Label tokens) {
        summary.textProperty().bind(model.summaryProperty());
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        tokens.textProperty().bind(model.tokensProperty());
        tokens.managedProperty().bind(tokens.visibleProperty());
        tokens.visibleProperty().bind(model.tokensProperty().isNotEmpty());
        tokens.accessibleHelpProperty().bind(model.tokensReasonProperty());
        var why = new Tooltip();
        why.textProperty().bind(model.tokensReasonProperty());
        tokens.setTooltip(why);
    }
}
