package dev.longshore.ui.settings;

import dev.longshore.text.Texts;
import dev.longshore.ui.context.KeyBindings;
import dev.longshore.ui.context.KeyBindings.KeyProblem;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.fx.Visibility;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Leads to the keys, and says which of the kept ones could not be used. */
final class KeysSection extends VBox {
    private final Texts texts;
    private final KeyBindings keys;
    private final Label problems = new Label();

    KeysSection(Texts texts, KeyBindings keys, Dialogs dialogs) {
        this.texts = texts;
        this.keys = keys;
        getStyleClass().add("settings-section");
        var lead = new Label(texts.get("settings.keys.lead"));
        lead.setWrapText(true);
        lead.getStyleClass().add("note");
        problems.setId("keyProblems");
        problems.setWrapText(true);
        problems.setMinHeight(USE_PREF_SIZE);
        problems.getStyleClass().addAll("note", "role-risk");
        var open = new Button(texts.get("settings.keys.open"));
        open.setId("changeKeys");
        open.setOnAction(_ -> dialogs.show(new KeysDialog(texts, keys, dialogs::close), dialogs::close));
        getChildren().setAll(lead, problems, open);
        keys.keysProperty().subscribe(_ -> showProblems());
    }

    private void showProblems() {
        problems.setText(keys.problems().stream().map(this::sentence).collect(Collectors.joining("\n")));
        Visibility.set(problems, !keys.problems().isEmpty());
    }

    private String sentence(KeyProblem problem) {
        var command = problem.command().label(texts);
        return problem.usedFor()
                .map(other -> texts.get("settings.keys.problem.used", problem.kept(), command, other.label(texts)))
                .orElseGet(() -> texts.get("settings.keys.problem.unreadable", problem.kept(), command));
    }
}
