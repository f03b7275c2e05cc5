package dev.longshore.ui.dialog;

import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import javafx.scene.control.Button;

/** Asks a user before something that cannot be taken back happens on this computer. FX thread only. */
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

    private DialogFrame dialog(Dialogs dialogs, Runnable yes) {
        var lead = new WrappedLabel(text);
        lead.setId("confirmText");
        var frame = new DialogFrame();
        frame.setId("confirmDialog");
        frame.setTitle(title);
        frame.setIcon("mdi2a-alert-outline");
        frame.setColorRole(ColorRole.RISK);
        frame.getBody().add(lead);
        frame.getButtons().addAll(cancelButton(dialogs), proceedButton(dialogs, yes));
        return frame;
    }

    private Button cancelButton(Dialogs dialogs) {
        var button = new Button(cancel);
        button.setId("confirmCancel");
        button.setOnAction(_ -> dialogs.close());
        return button;
    }

    private Button proceedButton(Dialogs dialogs, Runnable yes) {
        var button = new Button(verb);
        button.setId("confirmProceed");
        button.getStyleClass().add("danger");
        button.setOnAction(_ -> {
            dialogs.close();
            yes.run();
        });
        return button;
    }
}
