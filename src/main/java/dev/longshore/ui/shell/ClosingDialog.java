package dev.longshore.ui.shell;

import dev.longshore.text.Texts;
import dev.longshore.ui.control.AccessibleToggleSwitch;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Says what is pending or due before the window is closed, and asks whether the watch goes on in the background. */
final class ClosingDialog extends DialogFrame {
    private static final int MOST_LISTED = 5;

    private final ClosingViewModel model;
    private final Texts texts;
    private final AccessibleToggleSwitch keepWatching = new AccessibleToggleSwitch();
    private final ProgressLine trouble = new ProgressLine();

    /** @param close closes the window */
    ClosingDialog(ClosingViewModel model, Texts texts, Dialogs dialogs, Runnable close) {
        this.model = model;
        this.texts = texts;
        setId("closingDialog");
        setTitle(texts.get("shell.closing"));
        setIcon("mdi2l-logout-variant");
        setColorRole(model.reasons().isEmpty() ? ColorRole.NEUTRAL : ColorRole.RISK);
        addReasons();
        if (model.isAsked()) {
            addQuestion();
        }
        getButtons().addAll(cancel(dialogs), proceed(dialogs, close));
    }

    private void addReasons() {
        var reasons = model.reasons();
        if (reasons.isEmpty()) {
            return;
        }
        getBody().add(line(texts.get("shell.closing.reasons", reasons.size())));
        reasons.stream().limit(MOST_LISTED).map(ClosingDialog::line).forEach(getBody()::add);
        if (reasons.size() > MOST_LISTED) {
            getBody().add(line(texts.get("shell.closing.more", reasons.size() - MOST_LISTED)));
        }
    }

    private void addQuestion() {
        keepWatching.setId("keepWatching");
        keepWatching.setText(texts.get("settings.keepWatching.choice"));
        keepWatching.setSelected(model.keepsWatching());
        var note = line(texts.get("shell.closing.keepWatching"));
        note.getStyleClass().add("note");
        trouble.setId("closingTrouble");
        getBody().addAll(keepWatching, note, trouble);
    }

    private static Label line(String text) {
        var line = new WrappedLabel(text);
        return line;
    }

    private Node cancel(Dialogs dialogs) {
        var button = new Button(texts.get("shell.closing.cancel"));
        button.setId("closingCancel");
        button.setOnAction(_ -> dialogs.close());
        return button;
    }

    private Node proceed(Dialogs dialogs, Runnable close) {
        var button = new Button(texts.get("shell.closing.proceed"));
        button.setId("closingProceed");
        button.setOnAction(_ -> {
            if (!model.isAsked()) {
                close(dialogs, close);
            } else if (trouble.sentence().isEmpty()) {
                decide(button, () -> close(dialogs, close));
            } else {
                // Whoever was told that it cannot be kept may close nevertheless.
                model.decideForNow(keepWatching.isSelected());
                close(dialogs, close);
            }
        });
        return button;
    }

    private void decide(Button button, Runnable then) {
        button.setDisable(true);
        model.decide(keepWatching.isSelected(), why -> {
            button.setDisable(false);
            trouble.show(TaskProgress.ended(why));
            // Whoever cancelled meanwhile wants the window to stay.
            if (why.isEmpty() && getScene() != null) {
                then.run();
            }
        });
    }

    private static void close(Dialogs dialogs, Runnable close) {
        dialogs.close();
        close.run();
    }
}
