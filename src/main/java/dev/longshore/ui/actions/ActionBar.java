package dev.longshore.ui.actions;

import dev.longshore.devops.CurlCommand.CurlShell;
import dev.longshore.model.Action;
import dev.longshore.text.ActionText;
import dev.longshore.ui.context.KeyBindings;
import dev.longshore.ui.context.KeyCommand;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.ToolBarKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.HBox;

/** The actions on what is selected, as buttons that stay visible and say why they cannot be pressed. */
public final class ActionBar {
    private static final double ROOM_FOR_WORDS = 980;

    private final UiContext context;
    private final KeyBindings keys;
    private final ActionsViewModel model;
    @FXML private HBox bar;
    @FXML private Button pauseAction;
    @FXML private Button resumeAction;
    @FXML private Button launchAction;
    @FXML private Button scheduleCleanupAction;
    @FXML private Button cleanUpAction;
    @FXML private Button abortAction;
    @FXML private Button removeFromList;
    @FXML private ActionSlot removeSlot;
    @FXML private SplitMenuButton copyAsCurl;

    /** The buttons for {@code model}, with their {@code keys} in the tooltips. */
    public ActionBar(UiContext context, KeyBindings keys, ActionsViewModel model) {
        this.context = context;
        this.keys = keys;
        this.model = model;
    }

    /** What asks for {@code action} by keyboard: what destroys has no keys, nobody is to press them by mistake. */
    public static Optional<KeyCommand> command(Action action) {
        return switch (action) {
            case PAUSE -> Optional.of(KeyCommand.PAUSE);
            case RESUME -> Optional.of(KeyCommand.RESUME);
            case LAUNCH -> Optional.of(KeyCommand.LAUNCH);
            case SCHEDULE_CLEANUP -> Optional.of(KeyCommand.SCHEDULE_CLEANUP);
            case CLEAN_UP, ABORT -> Optional.empty();
        };
    }

    @FXML
    void initialize() {
        wire(pauseAction, Action.PAUSE);
        wire(resumeAction, Action.RESUME);
        wire(launchAction, Action.LAUNCH);
        wire(scheduleCleanupAction, Action.SCHEDULE_CLEANUP);
        wire(cleanUpAction, Action.CLEAN_UP);
        wire(abortAction, Action.ABORT);
        scheduleCleanupAction.textProperty().bind(model.scheduleLabelProperty());
        model.removalProperty().subscribe(removeSlot::show);
        copyAsCurl.disableProperty().bind(model.removalProperty().map(availability -> !availability.enabled()));
        fillCurlMenu();
        wireKeys();
        // Narrower than its words, so that a window that gets narrower finds it so.
        bar.setMinWidth(0);
        bar.widthProperty().map(width -> width.doubleValue() < ROOM_FOR_WORDS).subscribe(this::shorten);
    }

    private void wire(Button button, Action action) {
        var slot = (ActionSlot) button.getParent();
        command(action).ifPresent(each -> keys.keysProperty().subscribe(_ -> slot.setKeys(keys.text(each))));
        model.availabilityProperty(action).subscribe(slot::show);
        button.setOnAction(_ -> model.request(action));
    }

    private void wireKeys() {
        var arrows = new ToolBarKeys(bar);
        List.of(pauseAction, resumeAction, launchAction, scheduleCleanupAction, cleanUpAction, abortAction)
                .forEach(each -> arrows.add(each, each.getParent()));
        arrows.add(copyAsCurl).add(removeFromList, removeSlot);
    }

    /** In a narrow window the two that do nothing to the service are icons; their words stay in tooltip and menu. */
    private void shorten(boolean narrow) {
        var display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        copyAsCurl.setContentDisplay(display);
        removeFromList.setContentDisplay(display);
    }

    private void fillCurlMenu() {
        for (var shell : CurlShell.values()) {
            copyAsCurl.getItems().add(curlMenu(shell));
        }
    }

    private Menu curlMenu(CurlShell shell) {
        var words = new ActionText(context.texts());
        var menu = new Menu(context.texts().get("actions.shell." + shell.name()));
        menu.getItems().add(curlItem(context.texts().get("actions.curl.status"), () -> model.statusCurl(shell)));
        for (var action : Action.values()) {
            menu.getItems().add(curlItem(words.noun(action), () -> model.curl(action, shell)));
        }
        return menu;
    }

    private static MenuItem curlItem(String text, Supplier<String> command) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> SystemClipboard.copy(command.get()));
        return item;
    }

    @FXML
    void copyStatusAsCurl() {
        SystemClipboard.copy(model.statusCurl(CurlShell.POSIX));
    }

    @FXML
    void remove() {
        model.removeFromList();
    }
}
