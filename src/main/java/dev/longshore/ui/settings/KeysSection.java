package dev.longshore.ui.settings;

import dev.longshore.text.Texts;
import dev.longshore.ui.context.KeyBindings;
import dev.longshore.ui.context.KeyBindings.KeyProblem;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import java.util.stream.Collectors;
import javafx.scene.control.Label;

/** Leads to the keys, and says which of the kept ones could not be used. */
final class KeysSection extends SettingsSection {
    private final Texts texts;
    private final KeyBindings keys;
    private final Label problems = new WrappedLabel("", "note", "role-risk");

    KeysSection(Texts texts, KeyBindings keys, Dialogs dialogs) {
        super(texts, "settings.keys.");
        this.texts = texts;
        this.keys = keys;
        problems.setId("keyProblems");
        getChildren().setAll(note(text("lead")), problems, button("changeKeys", "open",
                () -> dialogs.show(new KeysDialog(texts, keys, dialogs::close), dialogs::close)));
        keys.keysProperty().subscribe(_ -> showProblems());
    }

    private void showProblems() {
        problems.setText(keys.problems().stream().map(this::sentence).collect(Collectors.joining("\n")));
        Visibility.set(problems, !keys.problems().isEmpty());
    }

    private String sentence(KeyProblem problem) {
        var command = problem.command().label(texts);
        return problem.usedFor()
                .map(other -> text("problem.used", problem.kept(), command, other.label(texts)))
                .orElseGet(() -> text("problem.unreadable", problem.kept(), command));
    }
}
