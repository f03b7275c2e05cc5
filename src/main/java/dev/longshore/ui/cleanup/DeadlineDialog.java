package dev.longshore.ui.cleanup;

import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.ui.cleanup.DeadlineViewModel.DeadlineKind;
import dev.longshore.ui.cleanup.DeadlineViewModel.OffsetUnit;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** The dialog for a deadline of the user's own. It never touches the service. FX thread only. */
final class DeadlineDialog {
    private static final double LABEL = 110;

    private final UiContext context;
    private final DeadlineViewModel model;
    private final Dialogs dialogs;
    private final DialogForm form;
    private final TextField name;
    private final TextField date;
    private final TextField offset;

    DeadlineDialog(UiContext context, DeadlineViewModel model, Dialogs dialogs) {
        this.context = context;
        this.model = model;
        this.dialogs = dialogs;
        form = new DialogForm(context, "deadline", this::save);
        name = form.field("deadlineName", "name", model.nameProperty());
        date = form.field("deadlineDate", "date", model.dateProperty());
        offset = form.field("deadlineOffset", "offset", model.offsetProperty());
        date.setPromptText(context.texts().get("cleanup.whatIf.prompt"));
    }

    /** @param routes the names of the routes of notifications */
    void open(List<String> routes) {
        var frame = form.frame(form.text("dialog", model.migration().name()), "mdi2b-bullseye", dialogs);
        frame.getBody().addAll(line("name", name), line("kind", kinds()), dateLine(), offsetLine(),
                line("route", routes(routes)), preview(), form.progress());
        dialogs.show(frame, dialogs::close);
        name.requestFocus();
    }

    private HBox line(String key, Node... nodes) {
        return form.line(key, LABEL, nodes);
    }

    private HBox dateLine() {
        var line = line("date", date);
        Visibility.bind(line, model.kindProperty().map(DeadlineKind.DATE::equals));
        return line;
    }

    private HBox offsetLine() {
        var unit = form.choice("deadlineUnit", "offset", model.unitProperty(),
                each -> form.text("unit." + each.name()));
        unit.getItems().setAll(OffsetUnit.values());
        var line = line("offset", offset, unit);
        Visibility.bind(line, model.kindProperty().map(each -> each != DeadlineKind.DATE));
        return line;
    }

    private ComboBox<DeadlineKind> kinds() {
        var kinds = form.choice("deadlineKind", "kind", model.kindProperty(), each -> form.text("kind." + each.name()));
        kinds.getItems().setAll(DeadlineKind.values());
        return kinds;
    }

    private ComboBox<String> routes(List<String> names) {
        var routes = form.choice("deadlineRoute", "route", model.routeProperty(),
                each -> each.isEmpty() ? form.text("route.all") : each);
        var own = Optional.of(model.routeProperty().get()).stream();
        routes.getItems()
                .setAll(Stream.of(Stream.of(""), names.stream(), own).flatMap(each -> each).distinct().toList());
        return routes;
    }

    private Label preview() {
        var preview = new WrappedLabel();
        preview.setId("deadlinePreview");
        model.previewProperty().subscribe(now -> preview.setText(now.isEmpty() ? form.text("preview.none") : now));
        return preview;
    }

    private void save() {
        var mistake = model.mistake();
        if (mistake.isPresent()) {
            form.mark(mistake.get().field(), mistake.get().sentence());
        } else {
            model.entered().ifPresent(this::save);
        }
    }

    private void save(OwnDeadline deadline) {
        form.save(context.watch().save(deadline), dialogs);
    }
}
