package dev.longshore.ui.detail;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names and values, one below the other. */
final class FactGrid extends GridPane {
    /** A name and its value; a fact without a value is left out. */
    record Fact(String name, String value) {}

    FactGrid() {
        getStyleClass().add("fact-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(120);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
    }

    void show(List<Fact> facts) {
        getChildren().clear();
        facts.stream().filter(fact -> !fact.value().isBlank()).forEach(this::add);
    }

    private void add(Fact fact) {
        var name = new Label(fact.name());
        name.getStyleClass().add("fact-name");
        var value = new Label(fact.value());
        value.setWrapText(true);
        value.getStyleClass().add("fact-value");
        name.setLabelFor(value);
        addRow(getRowCount(), name, value);
    }
}
