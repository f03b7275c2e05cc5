package dev.longshore.ui.migrations;

import dev.longshore.model.FreeText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The dialog for the user's own name of a migration and their words for it. It never touches the service. */
final class EditNameDialog {
    private final UiContext context;
    private final Dialogs dialogs;
    private final WatchedMigration migration;
    private final TextField name = new TextField();
    private final TextField tags = new TextField();
    private final FieldMark mark = new FieldMark();

    EditNameDialog(UiContext context, Dialogs dialogs, WatchedMigration migration) {
        this.context = context;
        this.dialogs = dialogs;
        this.migration = migration;
        name.setText(migration.name());
        tags.setText(String.join(", ", migration.tags()));
    }

    void open() {
        var note = new Label(context.texts().get("migrations.describe.note"));
        note.getStyleClass().add("note");
        note.setWrapText(true);
        var frame = new DialogFrame();
        frame.setId("describeDialog");
        frame.setTitle(context.texts().get("migrations.describe.title", migration.name()));
        frame.getBody().addAll(
                field("nameField", "migrations.describe.name", name),
                field("tagsField", "migrations.describe.tags", tags), note);
        frame.getButtons().addAll(cancelButton(), saveButton());
        dialogs.show(frame, dialogs::close);
        name.requestFocus();
    }

    private HBox field(String id, String text, TextField field) {
        var label = new Label(context.texts().get(text));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(label.getText());
        field.textProperty().subscribe(mark::hide);
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(label, field);
        line.getStyleClass().add("field-line");
        return line;
    }

    private Button cancelButton() {
        var cancel = new Button(context.texts().get("actions.confirm.cancel"));
        cancel.setId("describeCancel");
        cancel.setOnAction(_ -> dialogs.close());
        return cancel;
    }

    private Button saveButton() {
        var proceed = new Button(context.texts().get("migrations.describe.proceed"));
        proceed.setId("describeProceed");
        proceed.setDefaultButton(true);
        proceed.getStyleClass().add("accent");
        proceed.setOnAction(_ -> save());
        return proceed;
    }

    /** A name that was not touched may be one that the program made up, and stays that. */
    private void save() {
        var refusedName = FreeText.refusal(name.getText());
        var refused = refusedName.or(() -> FreeText.refusal(tags.getText()));
        if (refused.isPresent()) {
            mark.showAndFocus(refusedName.isPresent() ? name : tags, context.sentence(refused.get()));
            return;
        }
        dialogs.close();
        if (!name.getText().equals(migration.name())) {
            var _ = context.watch().rename(migration.key(), name.getText());
        }
        var _ = context.watch().tag(migration.key(), List.of(tags.getText().split(",", -1)));
    }
}
