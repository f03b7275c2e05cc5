package dev.longshore.ui.control.calendar;

import dev.longshore.ui.control.AnchoredPopOver;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.Urgency;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is known of an entry and what can be done about it, in a popover beside it. */
final class EntryDetails extends VBox {
    private final AnchoredPopOver popOver;
    private final CleanupEntry entry;
    private final CleanupCalendar calendar;
    private final Button show;

    private EntryDetails(CleanupEntry entry, CleanupCalendar calendar) {
        this.entry = entry;
        this.calendar = calendar;
        var text = calendar.text();
        setId("entryDetails");
        getStyleClass().addAll("entry-details", entry.urgency().colorRole().styleClass());
        show = button("entryShow", "control.calendar.show", calendar.onEntryProperty().get());
        show.getStyleClass().add("accent");
        getChildren().addAll(
                head(), line(text.kind(entry)), line(text.when(entry)), line(entry.detail()), line(text.rule(entry)),
                buttons());
        popOver = new AnchoredPopOver(this);
    }

    /** Opens them beside {@code anchor}. */
    static void open(CleanupEntry entry, CleanupCalendar calendar, Node anchor) {
        var details = new EntryDetails(entry, calendar);
        details.popOver.open(anchor);
        details.show.requestFocus();
    }

    private HBox head() {
        var name = new Label(entry.name(), new FontIcon(EntryText.shape(entry.kind())));
        name.getStyleClass().add("title");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(name);
        if (entry.urgency() != Urgency.CALM) {
            var sign = new Label(calendar.text().urgency(entry), new FontIcon(entry.urgency().icon()));
            sign.getStyleClass().add("status-badge");
            sign.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(sign);
        }
        head.getStyleClass().add("field-line");
        return head;
    }

    private static Label line(String sentences) {
        var line = new WrappedLabel(sentences);
        line.setVisible(!sentences.isEmpty());
        line.setManaged(!sentences.isEmpty());
        return line;
    }

    private HBox buttons() {
        var buttons = new HBox();
        if (entry.isMovable()) {
            buttons.getChildren()
                    .add(button("entrySchedule", "control.calendar.schedule", calendar.onScheduleProperty().get()));
        }
        buttons.getChildren().add(show);
        buttons.getStyleClass().add("dialog-buttons");
        return buttons;
    }

    private Button button(String id, String text, Consumer<CleanupEntry> action) {
        var button = new Button(calendar.texts().get(text));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            popOver.hide();
            action.accept(entry);
        });
        return button;
    }
}
