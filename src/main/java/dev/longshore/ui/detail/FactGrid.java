package dev.longshore.ui.detail;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names and values, one below the other. */
final class FactGrid extends GridPane {
    /** A name and its value; a fact without a value is left out. */
    record LabeledValue(String name, String value) {}

    FactGrid() {
        getStyleClass().add("fact-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(120);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
    }

    void show(List<LabeledValue> facts) {
        getChildren().clear();
        facts.stream().filter(row -> !row.value().isBlank()).forEach(this::add);
    }

    private void add(LabeledValue row) {
        var name = new Label(row.name());
        name.getStyleClass().add("fact-name");
        var value = new Label(row.value());
        value.setWrapText(true);
        value.getStyleClass().add("fact-value");
        name.setLabelFor(value);
        addRow(getRowCount(), name, value);
    }
}
