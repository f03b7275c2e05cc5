package dev.longshore.ui.cleanup;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** The dialog for a freeze window. It never touches the service. FX thread only. */
final class FreezeDialog {
    private static final double LABEL = 90;
    private static final double SHORT = 90;

    private final UiContext context;
    private final FreezeViewModel model;
    private final Dialogs dialogs;
    private final DialogForm form;

    FreezeDialog(UiContext context, FreezeViewModel model, Dialogs dialogs) {
        this.context = context;
        this.model = model;
        this.dialogs = dialogs;
        form = new DialogForm(context, "freeze", this::save);
    }

    /** @param connections those that it can be for */
    void open(List<Connection> connections) {
        var frame = form.frame(form.text("dialog"), "mdi2s-snowflake", dialogs);
        var name = form.field("freezeName", "name", model.nameProperty());
        frame.getBody().addAll(line("name", name), line("connection", connections(connections)),
                line("tag", form.field("freezeTag", "tag", model.tagProperty())), kinds());
        frame.getBody().addAll(once("from", "freezeFrom", model.fromProperty()),
                once("until", "freezeUntil", model.untilProperty()),
                weekly("from", day("freezeFirstDay", model.firstDayProperty()),
                        form.field("freezeFirstTime", "firstTime", model.firstTimeProperty())),
                weekly("until", day("freezeLastDay", model.lastDayProperty()),
                        form.field("freezeLastTime", "lastTime", model.lastTimeProperty())),
                zone(), form.progress());
        dialogs.show(frame, dialogs::close);
        name.requestFocus();
    }

    private HBox line(String key, Node... nodes) {
        return form.line(key, LABEL, nodes);
    }

    private HBox once(String key, String id, StringProperty value) {
        var field = form.field(id, key, value);
        field.setPromptText(context.texts().get("cleanup.whatIf.prompt"));
        var line = line(key, field);
        Visibility.bind(line, model.weeklyProperty().not());
        return line;
    }

    private HBox weekly(String key, ComboBox<DayOfWeek> day, TextField time) {
        time.setMinWidth(SHORT);
        time.setPrefWidth(SHORT);
        var line = line(key, day, time);
        Visibility.bind(line, model.weeklyProperty());
        return line;
    }

    private Label zone() {
        var zone = new WrappedLabel(form.text("zone", model.zone().getId()));
        zone.getStyleClass().add("note");
        Visibility.bind(zone, model.weeklyProperty());
        return zone;
    }

    private HBox kinds() {
        var group = new ToggleGroup();
        var weekly = new RadioButton(form.text("weekly"));
        weekly.setId("freezeWeekly");
        var once = new RadioButton(form.text("once"));
        once.setId("freezeOnce");
        weekly.setToggleGroup(group);
        once.setToggleGroup(group);
        (model.weeklyProperty().get() ? weekly : once).setSelected(true);
        weekly.selectedProperty().subscribe(model.weeklyProperty()::set);
        var line = new HBox(weekly, once);
        line.getStyleClass().add("field-line");
        return line;
    }

    private ComboBox<Optional<ConnectionId>> connections(List<Connection> connections) {
        var choice = form.choice("freezeConnection", "connection", model.connectionProperty(),
                each -> each.isEmpty() ? form.text("connection.all") : FreezeViewModel.name(each, connections));
        choice.getItems().setAll(Stream.of(
                Stream.of(Optional.<ConnectionId>empty()),
                connections.stream().map(each -> Optional.of(each.id())),
                Stream.of(model.connectionProperty().get())).flatMap(each -> each).distinct().toList());
        return choice;
    }

    private ComboBox<DayOfWeek> day(String id, Property<DayOfWeek> value) {
        var choice = form.choice(id, "day", value,
                each -> each.getDisplayName(TextStyle.FULL, context.times().locale()));
        choice.getItems().setAll(DayOfWeek.values());
        return choice;
    }

    private void save() {
        var mistake = model.mistake();
        if (mistake.isPresent()) {
            form.mark(mistake.get().field(), mistake.get().sentence());
        } else {
            model.entered().ifPresent(this::save);
        }
    }

    private void save(FreezeWindow window) {
        form.save(context.watch().save(window), dialogs);
    }
}
