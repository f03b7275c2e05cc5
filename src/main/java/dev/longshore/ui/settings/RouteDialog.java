package dev.longshore.ui.settings;

import dev.longshore.model.Alert.Severity;
import dev.longshore.notify.RouteKind;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.fx.ChoiceConverter;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.settings.RouteViewModel.RouteField;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The dialog in which a route of notifications is entered or changed. FX thread only. */
final class RouteDialog {
    private static final double WIDTH = 640;
    private static final double SHORT_FIELD = 90;
    private static final double CHOICE = 190;
    private static final double SHORT_CHOICE = 130;
    private static final double LONG_CHOICE = 260;

    private final UiContext context;
    private final RouteViewModel model;
    private final Dialogs dialogs;
    private final FieldMark mark = new FieldMark();
    private final Map<RouteField, Control> controls = new EnumMap<>(RouteField.class);
    private final GridPane form = new GridPane();
    /** Rows that are not there now are no rows of the pane's own count. */
    private int rows;

    RouteDialog(UiContext context, RouteViewModel model, Dialogs dialogs) {
        this.context = context;
        this.model = model;
        this.dialogs = dialogs;
    }

    /** Shows it. */
    void show() {
        var frame = new DialogFrame();
        frame.setId("routeDialog");
        frame.setTitle(text(model.isNew() ? "title.new" : "title.edit"));
        frame.setIcon("mdi2b-bell-ring-outline");
        frame.setMaxWidth(WIDTH);
        frame.setPrefWidth(WIDTH);
        fillForm();
        var progress = new ProgressLine();
        progress.setId("routeProgress");
        model.progressProperty().subscribe(progress::show);
        model.mistakeProperty().subscribe(mistake -> {
            mark.hide();
            mistake.flatMap(each -> each.field()).map(controls::get)
                    .ifPresent(field -> mark.showAndFocus(field, mistake.orElseThrow().sentence()));
        });
        frame.getBody().addAll(form, progress);
        frame.getButtons().addAll(buttons());
        dialogs.show(frame, dialogs::close);
    }

    private String text(String key) {
        return context.texts().get("settings.route." + key);
    }

    private void fillForm() {
        form.getStyleClass().add("form");
        var labels = new ColumnConstraints();
        labels.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().addAll(labels, fields);
        row("kind", kindChoice());
        row(RouteField.NAME);
        row(RouteField.URL);
        row(RouteField.TOKEN);
        row(RouteField.ROUTING_KEY);
        serverRow();
        rowOf(RouteField.USER, line(field(RouteField.USER), label(RouteField.PASSWORD), field(RouteField.PASSWORD)));
        rowOf(RouteField.FROM, line(field(RouteField.FROM), label(RouteField.TO), field(RouteField.TO)));
        row(RouteField.COMMAND);
        row("classes", classes());
        row("connections", connections());
        rowOf(RouteField.QUIET_HOURS, line(field(RouteField.QUIET_HOURS), box("actNowCrosses", "routeQuietCross",
                model.actNowCrossesProperty())));
        row("repeat", repeatChoice());
    }

    private void serverRow() {
        var port = field(RouteField.PORT);
        port.setPrefWidth(SHORT_FIELD);
        port.setMinWidth(SHORT_FIELD);
        HBox.setHgrow(port, Priority.NEVER);
        rowOf(RouteField.HOST, line(field(RouteField.HOST), label(RouteField.PORT), port, encryptionChoice()));
    }

    private void row(String key, Node content) {
        var label = new Label(text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(content);
        form.addRow(rows++, label, content);
    }

    private void row(RouteField field) {
        rowOf(field, field(field));
    }

    private void rowOf(RouteField field, Node content) {
        var label = label(field);
        form.addRow(rows++, label, content);
        for (var each : List.of(label, content)) {
            Visibility.bind(each, model.kindProperty().map(field::isOf));
        }
    }

    private Label label(RouteField field) {
        var label = new Label(text(field.name()));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("field-line");
        return line;
    }

    private TextInputControl field(RouteField field) {
        var control = field == RouteField.COMMAND ? new TextArea() : new TextField();
        if (control instanceof TextArea area) {
            area.setPrefRowCount(3);
        } else if (control instanceof TextField one) {
            one.setOnAction(_ -> save());
        }
        control.setId("route" + camelCase(field));
        control.setAccessibleText(text(field.name()));
        control.setPromptText(text(field.name() + ".prompt"));
        control.textProperty().bindBidirectional(model.text(field));
        HBox.setHgrow(control, Priority.ALWAYS);
        controls.put(field, control);
        return control;
    }

    private static String camelCase(RouteField field) {
        var id = new StringBuilder();
        for (var part : field.name().split("_", -1)) {
            id.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return id.toString();
    }

    private ComboBox<RouteKind> kindChoice() {
        var choice = choice("routeKind", "kind", model.kindProperty(),
                (RouteKind kind) -> context.texts().get("settings.routes.kind." + kind.name()));
        choice.getItems().setAll(RouteKind.values());
        return choice;
    }

    private ComboBox<String> encryptionChoice() {
        var choice = choice("routeEncryption", "ENCRYPTION", model.text(RouteField.ENCRYPTION),
                (String word) -> text("encryption." + word));
        choice.getItems().setAll("starttls", "tls", "none");
        choice.setPrefWidth(SHORT_CHOICE);
        controls.put(RouteField.ENCRYPTION, choice);
        return choice;
    }

    private ComboBox<Duration> repeatChoice() {
        var choice = choice("routeRepeat", "repeat", model.repeatProperty(), (Duration length) -> length.isZero()
                ? text("repeat.never")
                : context.texts().get("settings.route.repeat.every", context.times().duration(length)));
        var lengths = new TreeSet<>(RouteViewModel.REPEATS);
        lengths.add(model.repeatProperty().get());
        choice.setPrefWidth(LONG_CHOICE);
        choice.getItems().setAll(lengths);
        return choice;
    }

    private <T> ComboBox<T> choice(String id, String key, Property<T> chosen, Function<T, String> words) {
        var choice = new ComboBox<T>();
        choice.setId(id);
        choice.setAccessibleText(text(key));
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setPrefWidth(CHOICE);
        choice.setConverter(new ChoiceConverter<>(words, choice::getValue));
        choice.valueProperty().bindBidirectional(chosen);
        return choice;
    }

    private FlowPane classes() {
        var boxes = new FlowPane();
        boxes.getStyleClass().add("picks");
        for (var each : Severity.values()) {
            var box = new CheckBox(context.texts().get("notify.class." + each.name()));
            box.setId("routeClass" + each.name());
            box.selectedProperty().bindBidirectional(model.classProperty(each));
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private FlowPane connections() {
        var boxes = new FlowPane();
        boxes.getStyleClass().add("picks");
        model.connections().forEach((name, chosen) -> {
            var box = new CheckBox(name);
            box.setMnemonicParsing(false);
            box.selectedProperty().bindBidirectional(chosen);
            boxes.getChildren().add(box);
        });
        var note = new Label(text("connections.all"));
        note.getStyleClass().add("note");
        boxes.getChildren().add(note);
        return boxes;
    }

    private CheckBox box(String key, String id, Property<Boolean> value) {
        var box = new CheckBox(text(key));
        box.setId(id);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private List<Node> buttons() {
        var test = button("routeTry", "test", model::test);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var cancel = button("routeCancel", "cancel", dialogs::close);
        var proceed = button("routeProceed", "save", this::save);
        proceed.getStyleClass().add("accent");
        model.progressProperty().subscribe(progress -> {
            test.setDisable(progress.underWay());
            proceed.setDisable(progress.underWay());
        });
        return List.of(test, space, cancel, proceed);
    }

    private Button button(String id, String key, Runnable action) {
        var button = new Button(text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void save() {
        model.save(dialogs::close);
    }
}
