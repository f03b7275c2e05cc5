package dev.longshore.ui.cleanup;

import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.ui.cleanup.DeadlineViewModel.DeadlineKind;
import dev.longshore.ui.cleanup.DeadlineViewModel.OffsetUnit;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.Visibility;
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
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The dialog for a deadline of the user's own. It never touches the service. FX thread only. */
final class DeadlineDialog {
    private static final double WIDTH = 560;
    private static final double LABEL = 110;

    private final UiContext context;
    private final DeadlineViewModel model;
    private final Dialogs dialogs;
    private final FieldMark mark = new FieldMark();
    private final ProgressLine progress = new ProgressLine();
    private final TextField name;
    private final TextField date;
    private final TextField offset;

    DeadlineDialog(UiContext context, DeadlineViewModel model, Dialogs dialogs) {
        this.context = context;
        this.model = model;
        this.dialogs = dialogs;
        name = field("deadlineName", "name", model.nameProperty());
        date = field("deadlineDate", "date", model.dateProperty());
        offset = field("deadlineOffset", "offset", model.offsetProperty());
        date.setPromptText(context.texts().get("cleanup.whatIf.prompt"));
    }

    /** @param routes the names of the routes of notifications */
    void open(List<String> routes) {
        var frame = new DialogFrame();
        frame.setId("deadlineDialog");
        frame.setTitle(text("dialog", model.migration().name()));
        frame.setIcon("mdi2b-bullseye");
        frame.setPrefWidth(WIDTH);
        frame.setMaxWidth(WIDTH);
        progress.setId("deadlineProgress");
        frame.getBody().addAll(line("name", name), line("kind", kinds()), dateLine(), offsetLine(),
                line("route", routes(routes)), preview(), progress);
        frame.getButtons().addAll(button("deadlineCancel", "actions.confirm.cancel", dialogs::close), saveButton());
        dialogs.show(frame, dialogs::close);
        name.requestFocus();
    }

    private String text(String key, Object... arguments) {
        return context.texts().get("cleanup.deadline." + key, arguments);
    }

    private TextField field(String id, String key, StringProperty value) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(text(key));
        field.textProperty().bindBidirectional(value);
        field.textProperty().subscribe(mark::hide);
        field.setOnAction(_ -> save());
        return field;
    }

    private HBox line(String key, Node... fields) {
        var label = new Label(text(key));
        label.setMinWidth(LABEL);
        label.setLabelFor(fields[0]);
        HBox.setHgrow(fields[0], Priority.ALWAYS);
        var line = new HBox(label);
        line.getChildren().addAll(fields);
        line.getStyleClass().add("field-line");
        return line;
    }

    private HBox dateLine() {
        var line = line("date", date);
        Visibility.bind(line, model.kindProperty().map(DeadlineKind.DATE::equals));
        return line;
    }

    private HBox offsetLine() {
        var unit = choice("deadlineUnit", "offset", model.unitProperty(), each -> text("unit." + each.name()));
        unit.getItems().setAll(OffsetUnit.values());
        var line = line("offset", offset, unit);
        Visibility.bind(line, model.kindProperty().map(each -> each != DeadlineKind.DATE));
        return line;
    }

    private ComboBox<DeadlineKind> kinds() {
        var kinds = choice("deadlineKind", "kind", model.kindProperty(), each -> text("kind." + each.name()));
        kinds.getItems().setAll(DeadlineKind.values());
        return kinds;
    }

    private ComboBox<String> routes(List<String> names) {
        var routes = choice("deadlineRoute", "route", model.routeProperty(),
                each -> each.isEmpty() ? text("route.all") : each);
        var own = Optional.of(model.routeProperty().get()).stream();
        routes.getItems()
                .setAll(Stream.of(Stream.of(""), names.stream(), own).flatMap(each -> each).distinct().toList());
        return routes;
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

    private Label preview() {
        var preview = new Label();
        preview.setId("deadlinePreview");
        preview.setWrapText(true);
        preview.setMinHeight(Region.USE_PREF_SIZE);
        model.previewProperty().subscribe(now -> preview.setText(now.isEmpty() ? text("preview.none") : now));
        return preview;
    }

    private Button saveButton() {
        var save = button("deadlineProceed", "cleanup.deadline.save", this::save);
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
            mark.showAndFocus(field(mistake.get().field()), mistake.get().sentence());
        } else {
            model.entered().ifPresent(this::save);
        }
    }

    private Control field(String key) {
        return Map.<String, Control>of("name", name, "date", date, "offset", offset).getOrDefault(key, name);
    }

    private void save(OwnDeadline deadline) {
        progress.show(TaskProgress.underWay(text("saving")));
        var _ = context.watch().save(deadline).<String>handle((trouble, failure) -> failure == null
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
