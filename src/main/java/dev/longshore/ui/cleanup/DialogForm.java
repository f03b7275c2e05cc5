package dev.longshore.ui.cleanup;

import dev.longshore.model.fact.Fact;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.ChoiceConverter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The frame, fields and buttons of a dialog for a deadline, a freeze or a policy: all made alike, and one mark at what has
 * to be changed first. FX thread only.
 */
final class DialogForm {
    private static final double WIDTH = 560;

    private final FieldMark mark = new FieldMark();
    private final Map<String, Control> fields = new HashMap<>();
    private final ProgressLine progress = new ProgressLine();
    private final UiContext context;
    private final String section;
    private final Runnable save;

    /**
     * A form without fields.
     *
     * @param section begins the ids of the dialog and its buttons, and names the section of its texts
     * @param save what the default button does, and Enter in a field
     */
    DialogForm(UiContext context, String section, Runnable save) {
        this.context = context;
        this.section = section;
        this.save = save;
        progress.setId(section + "Progress");
    }

    /** A text of its section. */
    String text(String key, Object... figures) {
        return context.texts().get("cleanup." + section + "." + key, figures);
    }

    /** The dialog with its two buttons and no fields. */
    DialogFrame frame(String title, String icon, Dialogs dialogs) {
        var frame = new DialogFrame();
        frame.setId(section + "Dialog");
        frame.setTitle(title);
        frame.setIcon(icon);
        frame.setPrefWidth(WIDTH);
        frame.setMaxWidth(WIDTH);
        var proceed = button("Proceed", text("save"), save);
        proceed.setDefaultButton(true);
        proceed.getStyleClass().add("accent");
        frame.getButtons().addAll(button("Cancel", context.texts().get("actions.confirm.cancel"), dialogs::close),
                proceed);
        return frame;
    }

    private Button button(String id, String words, Runnable action) {
        var button = new Button(words);
        button.setId(section + id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** @param key of its name among the texts, by which it is found to be marked */
    TextField field(String id, String key, StringProperty value) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(text(key));
        field.textProperty().bindBidirectional(value);
        field.textProperty().subscribe(mark::hide);
        field.setOnAction(_ -> save.run());
        fields.put(key, field);
        return field;
    }

    /** Nodes with a label before them; the first has the room that is left. */
    HBox line(String key, double labelWidth, Node... nodes) {
        var label = new Label(text(key));
        label.setMinWidth(labelWidth);
        label.setLabelFor(nodes[0]);
        HBox.setHgrow(nodes[0], Priority.ALWAYS);
        var line = new HBox(label);
        line.getChildren().addAll(nodes);
        line.getStyleClass().add("field-line");
        return line;
    }

    /** A box without choices yet. */
    <T> ComboBox<T> choice(String id, String key, Property<T> value, Function<T, String> words) {
        var choice = new ComboBox<T>();
        choice.setId(id);
        choice.setAccessibleText(text(key));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new ChoiceConverter<>(words, choice::getValue));
        choice.valueProperty().bindBidirectional(value);
        return choice;
    }

    /** Marks the field of that key, where there is one, and says why. */
    void mark(String key, String sentence) {
        Optional.ofNullable(fields.get(key)).ifPresent(field -> mark.showAndFocus(field, sentence));
    }

    /** Where {@link #save} says what becomes of it. */
    ProgressLine progress() {
        return progress;
    }

    /** Closes the dialog once that is done, or says why it could not be done. */
    void save(CompletableFuture<Optional<Fact>> change, Dialogs dialogs) {
        progress.show(TaskProgress.underWay(context.texts().get("cleanup.saving")));
        context.whenDone(change, trouble -> {
            progress.show(TaskProgress.ended(trouble));
            if (trouble.isEmpty()) {
                dialogs.close();
            }
        });
    }
}
