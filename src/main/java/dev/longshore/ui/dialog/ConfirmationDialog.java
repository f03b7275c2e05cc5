package dev.longshore.ui.dialog;

import dev.longshore.ui.look.ColorRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks a person before something that cannot be taken back happens on this computer. FX thread only. */
public final class ConfirmationDialog {
    private final String title;
    private final String text;
    private final String verb;
    private final String cancel;

    /**
     * A question with two answers.
     *
     * @param title the question
     * @param text what will happen
     * @param verb the button that does it
     * @param cancel the button that does not
     */
    public ConfirmationDialog(String title, String text, String verb, String cancel) {
        this.title = title;
        this.text = text;
        this.verb = verb;
        this.cancel = cancel;
    }

    /** Asks on {@code dialogs}; runs {@code yes} once if that is the answer. */
    public void show(Dialogs dialogs, Runnable yes) {
        dialogs.show(dialog(dialogs, yes), dialogs::close);
    }

    private Region dialog(Dialogs dialogs, Runnable yes) {
        var lead = new Label(text);
        lead.setId("confirmText");
        lead.setWrapText(true);
        lead.setMinHeight(Region.USE_PREF_SIZE);
        var dialog = new VBox(header(), lead, buttons(dialogs, yes));
        dialog.setId("confirmDialog");
        dialog.getStyleClass().add("dialog");
        dialog.setMaxHeight(Region.USE_PREF_SIZE);
        dialog.setAccessibleText(title);
        return dialog;
    }

    private HBox header() {
        var icon = new FontIcon("mdi2a-alert-outline");
        var label = new Label(title);
        label.getStyleClass().add("dialog-title");
        label.setWrapText(true);
        var header = new HBox(icon, label);
        header.getStyleClass().addAll("dialog-header", ColorRole.RISK.styleClass());
        return header;
    }

    private HBox buttons(Dialogs dialogs, Runnable yes) {
        var no = new Button(cancel);
        no.setId("confirmCancel");
        no.setOnAction(_ -> dialogs.close());
        var proceed = new Button(verb);
        proceed.setId("confirmProceed");
        proceed.getStyleClass().add("danger");
        proceed.setOnAction(_ -> {
            dialogs.close();
            yes.run();
        });
        var buttons = new HBox(no, proceed);
        buttons.getStyleClass().add("dialog-buttons");
        return buttons;
    }
}
