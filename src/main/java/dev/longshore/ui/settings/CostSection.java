package dev.longshore.ui.settings;

import dev.longshore.ui.context.CostPreferences.CostKind;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/** The part of the settings in which the user gives the prices by which costs are reckoned. */
final class CostSection extends SettingsSection {
    private static final int COLUMNS = 10;

    private final CostViewModel model;
    private final GridPane grid = new GridPane();
    /** What is not shown does not count as a row of the grid. */
    private int rows;

    CostSection(UiContext context, CostViewModel model) {
        super(context.texts(), "settings.costs.");
        this.model = model;
        grid.getStyleClass().add("form");
        for (var each : CostKind.values()) {
            addPrice(each);
        }
        addCurrency();
        getChildren().addAll(title(context.texts().get("settings.costs")), note(text("lead")), grid);
    }

    /** What is wrong with a price stands below it. */
    private void addPrice(CostKind kind) {
        var field = field("cost" + kind.name(), kind.name(), () -> model.apply(kind));
        field.textProperty().bindBidirectional(model.typedProperty(kind));
        var complaint = new WrappedLabel("", "note", "role-risk");
        complaint.setId("costComplaint" + kind.name());
        complaint.textProperty().bind(model.complaintProperty(kind));
        Visibility.bind(complaint, model.complaintProperty(kind).isNotEmpty());
        grid.add(complaint, 1, rows++);
        var mark = new FieldMark();
        model.complaintProperty(kind).subscribe(sentence -> {
            if (sentence.isEmpty()) {
                mark.hide();
            } else {
                mark.show(field, sentence);
            }
        });
    }

    private void addCurrency() {
        field("costCurrency", "currency", model::applyCurrency)
                .textProperty().bindBidirectional(model.currencyProperty());
    }

    /** What is typed is taken by Enter, and when the focus leaves. */
    private TextField field(String id, String key, Runnable apply) {
        var label = new Label(text(key));
        label.setMinWidth(USE_PREF_SIZE);
        var field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(COLUMNS);
        field.setMaxWidth(USE_PREF_SIZE);
        field.setAccessibleText(label.getText());
        field.setOnAction(_ -> apply.run());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                apply.run();
            }
        });
        label.setLabelFor(field);
        grid.addRow(rows++, label, field);
        return field;
    }
}
