package dev.longshore.ui.settings;

import dev.longshore.ui.context.CostPreferences.CostKind;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.fx.Visibility;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The part of the settings in which the user gives the prices by which costs are reckoned. */
final class CostSection extends VBox {
    private static final int COLUMNS = 10;

    private final UiContext context;
    private final CostViewModel model;
    private final GridPane grid = new GridPane();
    /** What is not shown does not count as a row of the grid. */
    private int rows;

    CostSection(UiContext context, CostViewModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().add("settings-section");
        grid.getStyleClass().add("form");
        for (var each : CostKind.values()) {
            addPrice(each);
        }
        addCurrency();
        getChildren().addAll(title(), lead(), grid);
    }

    private Label title() {
        var title = new Label(context.texts().get("settings.costs"));
        title.getStyleClass().add("section-title");
        return title;
    }

    private Label lead() {
        var lead = new Label(context.texts().get("settings.costs.lead"));
        lead.getStyleClass().add("note");
        lead.setWrapText(true);
        lead.setMinHeight(USE_PREF_SIZE);
        return lead;
    }

    /** What is wrong with a price stands below it. */
    private void addPrice(CostKind kind) {
        var field = field("cost" + kind.name(), "settings.costs." + kind.name(), () -> model.apply(kind));
        field.textProperty().bindBidirectional(model.typedProperty(kind));
        var complaint = new Label();
        complaint.setId("costComplaint" + kind.name());
        complaint.getStyleClass().addAll("note", "role-risk");
        complaint.setWrapText(true);
        complaint.setMinHeight(USE_PREF_SIZE);
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
        field("costCurrency", "settings.costs.currency", model::applyCurrency)
                .textProperty().bindBidirectional(model.currencyProperty());
    }

    /** What is typed is taken by Enter, and when the focus leaves. */
    private TextField field(String id, String key, Runnable apply) {
        var label = new Label(context.texts().get(key));
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
