package dev.longshore.ui.migrations;

import dev.longshore.model.Action;
import dev.longshore.text.ActionText;
import dev.longshore.text.Texts;
import dev.longshore.ui.actions.ActionBar;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.KeyBindings;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The menu of what is selected. It holds what can be done now; why something cannot be done, the buttons below the table say. */
final class RowMenu {
    private final ContextMenu menu = new ContextMenu();
    private final TableView<?> table;
    private final KeyBindings keys;
    private final ActionsViewModel actions;
    private final Texts texts;
    private final ActionText words;

    RowMenu(TableView<?> table, KeyBindings keys, ActionsViewModel actions, Texts texts) {
        this.table = table;
        this.keys = keys;
        this.actions = actions;
        this.texts = texts;
        words = new ActionText(texts);
        Stream.of(Action.values()).map(this::item).forEach(menu.getItems()::add);
        menu.getItems().add(new SeparatorMenuItem());
    }

    private MenuItem item(Action action) {
        var item = new MenuItem(words.verb(action));
        item.setId("menu" + action);
        item.setOnAction(_ -> actions.request(action));
        ActionBar.command(action).ifPresent(command -> keys.keysProperty()
                .subscribe(_ -> item.setAccelerator(keys.combination(command).orElse(null))));
        actions.availabilityProperty(action).subscribe(availability -> item.setVisible(availability.enabled()));
        return item;
    }

    /** Adds what is done with a single migration. */
    RowMenu one(String id, String label, Runnable action) {
        var item = other(label, action);
        item.setId(id);
        item.disableProperty().bind(Bindings.size(table.getSelectionModel().getSelectedItems()).isNotEqualTo(1));
        return this;
    }

    /** Adds what is done with one or many. */
    RowMenu any(String label, Runnable action) {
        other(label, action);
        return this;
    }

    private MenuItem other(String label, Runnable action) {
        var item = new MenuItem(texts.get(label));
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
        return item;
    }

    /** Opens it by the other button of the mouse or by keyboard: some systems report every click as one for a menu. */
    void wire() {
        table.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getButton() == MouseButton.SECONDARY) {
                menu.show(table, event.getScreenX(), event.getScreenY());
            } else {
                menu.hide();
            }
        });
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                menu.show(table, event.getScreenX(), event.getScreenY());
            }
        });
    }
}
