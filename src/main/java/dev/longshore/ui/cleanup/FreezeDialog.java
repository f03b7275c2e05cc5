package dev.longshore.ui.cleanup;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.Visibility;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The dialog for a freeze window. It never touches the service. FX thread only. */
final class FreezeDialog {
    private static final double WIDTH = 560;
    private static final double LABEL = 90;
    private static final double SHORT = 90;

    private final UiContext context;
    private final FreezeViewModel model;
    private final Dialogs dialogs;
    private final FieldMark mark = new FieldMark();
    private final ProgressLine progress = new ProgressLine();
    private final Map<String, TextField> fields = new HashMap<>();

    FreezeDialog(UiContext context, FreezeViewModel model, Dialogs dialogs) {
        this.context = context;
        this.model = model;
        this.dialogs = dialogs;
    }

    /** @param connections those that it can be for */
    void open(List<Connection> connections) {
        var frame = new DialogFrame();
        frame.setId("freezeDialog");
        frame.setTitle(text("dialog"));
        frame.setIcon("mdi2s-snowflake");
        frame.setPrefWidth(WIDTH);
        frame.setMaxWidth(WIDTH);
        progress.setId("freezeProgress");
        var name = field("freezeName", "name", model.nameProperty());
        frame.getBody().addAll(line("name", name), line("connection", connections(connections)),
                line("tag", field("freezeTag", "tag", model.tagProperty())), kinds());
        frame.getBody().addAll(once("from", "freezeFrom", model.fromProperty()),
                once("until", "freezeUntil", model.untilProperty()),
                weekly("from", day("freezeFirstDay", model.firstDayProperty()),
                        field("freezeFirstTime", "firstTime", model.firstTimeProperty())),
                weekly("until", day("freezeLastDay", model.lastDayProperty()),
                        field("freezeLastTime", "lastTime", model.lastTimeProperty())),
                zone(), progress);
        frame.getButtons().addAll(button("freezeCancel", "actions.confirm.cancel", dialogs::close), saveButton());
        dialogs.show(frame, dialogs::close);
        name.requestFocus();
    }

    private String text(String key, Object... arguments) {
        return context.texts().get("cleanup.freeze." + key, arguments);
    }

    private TextField field(String id, String key, StringProperty value) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(text(key));
        field.textProperty().bindBidirectional(value);
        field.textProperty().subscribe(mark::hide);
        field.setOnAction(_ -> save());
        fields.put(key, field);
        return field;
    }

    private HBox line(String key, Node... nodes) {
        var label = new Label(text(key));
        label.setMinWidth(LABEL);
        label.setLabelFor(nodes[0]);
        HBox.setHgrow(nodes[0], Priority.ALWAYS);
        var line = new HBox(label);
        line.getChildren().addAll(nodes);
        line.getStyleClass().add("field-line");
        return line;
    }

    private HBox once(String key, String id, StringProperty value) {
        var field = field(id, key, value);
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
        var zone = new Label(text("zone", model.zone().getId()));
        zone.setWrapText(true);
        zone.setMinHeight(Region.USE_PREF_SIZE);
        zone.getStyleClass().add("note");
        Visibility.bind(zone, model.weeklyProperty());
        return zone;
    }

    private HBox kinds() {
        var group = new ToggleGroup();
        var weekly = new RadioButton(text("weekly"));
        weekly.setId("freezeWeekly");
        var once = new RadioButton(text("once"));
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
        var choice = choice("freezeConnection", "connection", model.connectionProperty(),
                each -> each.isEmpty() ? text("connection.all") : FreezeViewModel.name(each, connections));
        choice.getItems().setAll(Stream.of(
                Stream.of(Optional.<ConnectionId>empty()),
                connections.stream().map(each -> Optional.of(each.id())),
                Stream.of(model.connectionProperty().get())).flatMap(each -> each).distinct().toList());
        return choice;
    }

    private ComboBox<DayOfWeek> day(String id, Property<DayOfWeek> value) {
        var choice = choice(id, "day", value,
                each -> each.getDisplayName(TextStyle.FULL, context.times().locale()));
        choice.getItems().setAll(DayOfWeek.values());
        return choice;
    }

    private <T> ComboBox<T> choice(String id, String key, Property<T> value, Function<T, String> words) {
        var choice = new ComboBox<T>();
        choice.setId(id);
        choice.setAccessibleText(text(key));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T each) {
                return each == null ? "" : words.apply(each);
            }

            @Override
            public T fromString(String written) {
                return choice.getValue();
            }
        });
        choice.valueProperty().bindBidirectional(value);
        return choice;
    }

    private Button saveButton() {
        var save = button("freezeProceed", "cleanup.freeze.save", this::save);
        save.setDefaultButton(true);
        save.getStyleClass().add("accent");
        return save;
    }

    private Button button(String id, String key, Runnable action) {
        var button = new Button(context.texts().get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void save() {
        var mistake = model.mistake();
        if (mistake.isPresent()) {
            Optional.ofNullable(fields.get(mistake.get().field()))
                    .ifPresent(field -> mark.showAndFocus(field, mistake.get().sentence()));
        } else {
            model.entered().ifPresent(this::save);
        }
    }

    private void save(FreezeWindow window) {
        progress.show(TaskProgress.underWay(context.texts().get("cleanup.deadline.saving")));
        var _ = context.watch().save(window).<String>handle((trouble, failure) -> failure == null
                ? trouble.map(fact -> context.sentence(fact)).orElse("") : context.sentence(failure))
                .thenAccept(sentence -> context.thread().run(() -> saved(sentence)));
    }

    private void saved(String trouble) {
        if (trouble.isEmpty()) {
            dialogs.close();
        } else {
            progress.show(TaskProgress.failed(trouble));
        }
    }
}
