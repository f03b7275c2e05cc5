package dev.longshore.ui.settings;

import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.watch.Interval;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/** The part of the settings that says how often the service is asked, and lets a user change it. */
final class IntervalsSection extends SettingsSection {
    private static final int COLUMNS = 10;

    private final IntervalsViewModel model;
    private final FieldMark mark = new FieldMark();

    IntervalsSection(UiContext context, IntervalsViewModel model) {
        super(context.texts(), "settings.polling.");
        this.model = model;
        getChildren().addAll(fields(), complaint(), usual());
    }

    private GridPane fields() {
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        for (var each : Interval.values()) {
            var label = new Label(text(each.name()));
            label.setMinWidth(USE_PREF_SIZE);
            var field = field(each);
            label.setLabelFor(field);
            grid.addRow(grid.getRowCount(), label, field);
        }
        return grid;
    }

    /** What is typed is taken by Enter, and when the focus leaves. */
    private TextField field(Interval interval) {
        var field = new TextField();
        field.setId("interval" + interval.name());
        field.setPrefColumnCount(COLUMNS);
        field.setMaxWidth(USE_PREF_SIZE);
        field.setAccessibleText(text(interval.name()));
        field.textProperty().bindBidirectional(model.typedProperty(interval));
        field.setOnAction(_ -> apply(interval, field));
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                apply(interval, field);
            }
        });
        return field;
    }

    private void apply(Interval interval, TextField field) {
        mark.hide();
        if (!model.apply(interval)) {
            mark.show(field, model.complaintProperty().get());
        }
    }

    private Label complaint() {
        var label = new WrappedLabel("", "note", "role-risk");
        label.setId("intervalComplaint");
        label.textProperty().bind(model.complaintProperty());
        Visibility.bind(label, model.complaintProperty().isNotEmpty());
        return label;
    }

    private Button usual() {
        return button("intervalsUsual", "usual", () -> {
            mark.hide();
            model.reset();
        });
    }
}
