package dev.longshore.ui.cleanup;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.fx.WrappedLabel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The dialog for a policy that keeps cleanups behind imports. FX thread only. */
final class PolicyDialog {
    private static final double SHORT = 70;

    private final PolicyViewModel model;
    private final Dialogs dialogs;
    private final DialogForm form;

    PolicyDialog(UiContext context, PolicyViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        form = new DialogForm(context, "policy", this::save);
    }

    /** @param connections those that it can be for */
    void open(List<Connection> connections) {
        model.begin();
        var frame = form.frame(form.text("dialog"), "mdi2c-calendar-arrow-right", dialogs);
        var days = number("policyDays", "days", model.daysProperty());
        frame.getBody().addAll(form.line("days", Region.USE_PREF_SIZE, days),
                form.line("moves", Region.USE_PREF_SIZE, number("policyMoves", "moves", model.movesProperty())),
                form.line("connection", Region.USE_PREF_SIZE, choice(connections)), tagLine(), note(), form.progress());
        dialogs.show(frame, dialogs::close);
        days.requestFocus();
        days.selectAll();
    }

    private TextField number(String id, String key, StringProperty value) {
        var field = form.field(id, key, value);
        field.setMinWidth(SHORT);
        field.setMaxWidth(SHORT);
        return field;
    }

    private HBox tagLine() {
        return form.line("tag", Region.USE_PREF_SIZE, form.field("policyTag", "tag", model.tagProperty()));
    }

    private Label note() {
        var note = new WrappedLabel(form.text("note"));
        note.getStyleClass().add("note");
        return note;
    }

    private ComboBox<Optional<ConnectionId>> choice(List<Connection> connections) {
        var choice = form.choice("policyConnection", "connection", model.connectionProperty(),
                each -> each.isEmpty() ? form.text("connection.all") : FreezeViewModel.name(each, connections));
        choice.getItems().setAll(Stream.concat(Stream.of(Optional.<ConnectionId>empty()),
                connections.stream().map(each -> Optional.of(each.id()))).toList());
        return choice;
    }

    private void save() {
        model.mistake().ifPresentOrElse(each -> form.mark(each.field(), each.sentence()),
                () -> form.save(model.add(), dialogs));
    }
}
