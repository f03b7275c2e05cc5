package dev.longshore.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Every text that a scene shows or says to assistive technology: on nodes, in tooltips, menus, heads and prompts. */
final class ShownTexts {
    private final List<String> texts = new ArrayList<>();

    private ShownTexts() {}

    static List<String> of(Scene scene) {
        var all = new ShownTexts();
        all.visit(scene.getRoot());
        return all.texts.stream().distinct().toList();
    }

    /** Labels and buttons that are in sight. */
    static Stream<Labeled> labels(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        var inner = node instanceof Parent parent ? List.copyOf(parent.getChildrenUnmodifiable()) : List.<Node>of();
        var self = node instanceof Labeled labeled ? Stream.of(labeled) : Stream.<Labeled>empty();
        return Stream.concat(self, inner.stream().flatMap(ShownTexts::labels));
    }

    private void visit(Node node) {
        if (!node.isVisible()) {
            return;
        }
        add(node.getAccessibleText());
        add(node.getAccessibleHelp());
        if (node.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tooltip) {
            add(tooltip.getText());
        }
        if (node instanceof Control control) {
            ofControl(control);
        }
        if (node instanceof Text text && !(text.getParent() instanceof Labeled) && !isTyped(text)) {
            add(text.getText());
        }
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(this::visit);
        }
    }

    private static boolean isTyped(Node text) {
        for (Node each = text; each != null; each = each.getParent()) {
            if (each instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }

    private void ofControl(Control control) {
        if (control.getTooltip() != null) {
            add(control.getTooltip().getText());
        }
        if (control.getContextMenu() != null) {
            ofItems(control.getContextMenu().getItems());
        }
        switch (control) {
            case MenuButton menu -> {
                add(menu.getText());
                ofItems(menu.getItems());
            }
            case Labeled labeled -> add(labeled.getText());
            case TextInputControl field -> add(field.getPromptText());
            case ComboBox<?> box -> ofBox(box);
            case TableView<?> table -> table.getColumns().forEach(this::ofColumn);
            case TabPane tabs -> tabs.getTabs().forEach(tab -> add(tab.getText()));
            default -> {
            }
        }
    }

    private <T> void ofBox(ComboBox<T> box) {
        add(box.getPromptText());
        if (box.getConverter() != null && !box.getConverter().getClass().getName().startsWith("javafx.")) {
            box.getItems().forEach(each -> add(box.getConverter().toString(each)));
        }
    }

    private void ofColumn(TableColumn<?, ?> column) {
        if (column.isVisible()) {
            add(column.getText());
        }
    }

    private void ofItems(List<MenuItem> items) {
        items.forEach(each -> add(each.getText()));
    }

    private void add(@Nullable String text) {
        if (text != null && !Objects.requireNonNull(text).isBlank()) {
            texts.add(text);
        }
    }
}
