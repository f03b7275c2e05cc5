package dev.longshore.ui.detail;

import dev.longshore.ui.fx.SystemClipboard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Names and values, one below the other. */
final class FactGrid extends GridPane {
    /** A name and its value; a fact without a value is left out. */
    record LabeledValue(String name, String value) {}

    /** The name of a button that copies a value. */
    private record CopyButton(String id, String label) {}

    private final Map<String, CopyButton> copyButtons = new HashMap<>();
    private List<LabeledValue> shown = List.of();

    FactGrid() {
        getStyleClass().add("fact-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(120);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
    }

    /** The value of the fact with that name is as a computer reads it, and has a button that copies it. */
    void offerCopy(String name, String buttonId, String label) {
        copyButtons.put(name, new CopyButton(buttonId, label));
    }

    /** What is shown already stays as it is: a button in it may be pressed just now. */
    void show(List<LabeledValue> facts) {
        if (facts.equals(shown)) {
            return;
        }
        shown = List.copyOf(facts);
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
        var copy = copyButtons.get(row.name());
        addRow(getRowCount(), name, copy == null ? value : copied(value, copy));
    }

    private static HBox copied(Label value, CopyButton copy) {
        value.getStyleClass().add("code");
        var button = new Button(null, new FontIcon("mdi2c-content-copy"));
        button.setId(copy.id());
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(copy.label());
        button.setTooltip(new Tooltip(copy.label()));
        button.setOnAction(_ -> SystemClipboard.copy(value.getText()));
        return new HBox(value, button);
    }
}
