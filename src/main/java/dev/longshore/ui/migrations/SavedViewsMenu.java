package dev.longshore.ui.migrations;

import dev.longshore.model.FreeText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.migrations.SavedViews.SavedView;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;

/** The menu of saved views: chooses, saves, renames and deletes them. FX thread only. */
final class SavedViewsMenu {
    private final UiContext context;
    private final Dialogs dialogs;
    private final MigrationsViewModel model;
    private final SavedViews views;
    private final TableLayoutStore layout;

    SavedViewsMenu(UiContext context, Dialogs dialogs, MigrationsViewModel model, TableLayoutStore layout) {
        this.context = context;
        this.dialogs = dialogs;
        this.model = model;
        this.layout = layout;
        views = model.savedViews();
    }

    /** Puts the views before what {@code menu} holds already, and follows them. */
    void fill(MenuButton menu) {
        var rest = List.copyOf(menu.getItems());
        views.viewsProperty().subscribe(_ -> write(menu, rest));
        views.chosenProperty().subscribe(chosen -> {
            chosen.ifPresent(this::apply);
            menu.setText(chosen.map(SavedView::name).orElse(""));
            menu.setContentDisplay(chosen.isPresent() ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
            write(menu, rest);
        });
    }

    private void apply(SavedView view) {
        model.apply(view.rows());
        layout.arrange(view.columns(), view.sort());
    }

    private void write(MenuButton menu, List<MenuItem> rest) {
        var group = new ToggleGroup();
        menu.getItems().setAll(views.viewsProperty().get().stream().map(each -> choice(each, group)).toList());
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(item("saveView", context.texts().get("migrations.views.save"), this::askForName));
        views.chosenProperty().get().ifPresent(chosen -> menu.getItems().addAll(
                item("updateView", context.texts().get("migrations.views.update", chosen.name()),
                        () -> views.save(current(chosen.name()))),
                item("renameView", context.texts().get("migrations.views.rename", chosen.name()),
                        () -> ask("migrations.views.rename.title", chosen.name(),
                                name -> views.rename(chosen, name))),
                item("deleteView", context.texts().get("migrations.views.delete", chosen.name()),
                        () -> delete(chosen))));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(rest);
    }

    private RadioMenuItem choice(SavedView view, ToggleGroup group) {
        var item = new RadioMenuItem(view.name());
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(views.chosenProperty().get().filter(each -> each.name().equals(view.name())).isPresent());
        item.setOnAction(_ -> views.choose(view));
        return item;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private SavedView current(String name) {
        return new SavedView(name, model.choiceOfRows(), layout.columns(), layout.sort());
    }

    private void askForName() {
        ask("migrations.views.save.title", "", name -> views.save(current(name)));
    }

    private void delete(SavedView view) {
        views.delete(view);
        model.actions().say(context.texts().get("migrations.views.deleted", view.name()), () -> views.save(view));
    }

    private void ask(String title, String before, Consumer<String> then) {
        var name = new TextField(before);
        name.setId("viewName");
        name.setPromptText(context.texts().get("migrations.views.prompt"));
        name.setAccessibleText(context.texts().get("migrations.views.name"));
        var cancel = new Button(context.texts().get("actions.confirm.cancel"));
        cancel.setOnAction(_ -> dialogs.close());
        var save = new Button(context.texts().get("migrations.describe.proceed"));
        save.setId("viewProceed");
        save.setDefaultButton(true);
        save.getStyleClass().add("accent");
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        var mark = new FieldMark();
        name.textProperty().subscribe(mark::hide);
        save.setOnAction(_ -> FreeText.refusal(name.getText()).ifPresentOrElse(
                why -> mark.showAndFocus(name, context.sentence(why)), () -> {
                    dialogs.close();
                    then.accept(name.getText().strip());
                }));
        var frame = new DialogFrame();
        frame.setId("viewDialog");
        frame.setTitle(context.texts().get(title, before));
        frame.getBody().add(name);
        frame.getButtons().addAll(cancel, save);
        dialogs.show(frame, dialogs::close);
        name.requestFocus();
    }
}
