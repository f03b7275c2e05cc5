package dev.longshore.ui.actions;

import dev.longshore.devops.CurlCommand.CurlShell;
import dev.longshore.model.Action;
import dev.longshore.text.ActionText;
import dev.longshore.text.ConnectionText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.EnvironmentStyle;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dialog before an action above one click. */
final class ConfirmView {
    private final UiContext context;
    private final ConfirmViewModel model;
    private final ActionText words;
    @FXML private DialogFrame confirmDialog;
    @FXML private Label confirmConnection;
    @FXML private Label confirmDatabase;
    @FXML private Label confirmName;
    @FXML private Label confirmAge;
    @FXML private Label confirmText;
    @FXML private VBox scheduleBox;
    @FXML private VBox checklistBox;
    @FXML private Button confirmSafeTime;
    @FXML private VBox freezeBox;
    @FXML private Label freezeText;
    @FXML private TextField freezeReason;
    @FXML private VBox nameBox;
    @FXML private Label nameLabel;
    @FXML private TextField confirmTypedName;
    @FXML private HBox hintLine;
    @FXML private FontIcon hintIcon;
    @FXML private Label confirmHint;
    @FXML private Button askAgain;
    @FXML private SplitMenuButton confirmCurl;
    @FXML private Button confirmCancel;
    @FXML private Button confirmProceed;

    ConfirmView(UiContext context, ConfirmViewModel model) {
        this.context = context;
        this.model = model;
        words = new ActionText(context.texts());
    }

    @FXML
    void initialize() {
        wireHeader();
        fillCurlMenu(confirmCurl, context.texts(), this::copyCurl);
        wireSchedule();
        wireChecklist();
        nameLabel.setLabelFor(confirmTypedName);
        confirmTypedName.textProperty().bindBidirectional(model.typedNameProperty());
        freezeReason.textProperty().bindBidirectional(model.freezeReasonProperty());
        freezeReason.setAccessibleText(context.texts().get("actions.freeze.reason"));
        Visibility.set(freezeReason, model.schedule().isEmpty());
        model.stateProperty().subscribe(this::show);
    }

    private void wireHeader() {
        var action = model.action();
        confirmProceed.setText(words.verb(action));
        confirmProceed.getStyleClass().add(isDestructive(action) ? "danger" : "accent");
        confirmDialog.setColorRole(isDestructive(action) ? ColorRole.DANGER : ColorRole.RISK);
        var connection = model.migration().connection();
        confirmConnection.setText(new ConnectionText(context.texts()).named(connection));
        confirmConnection.getStyleClass().add(EnvironmentStyle.colorRole(connection.environment()).styleClass());
    }

    /** What it is about; a colleague or another window may have renamed it since the dialog was opened. */
    private void showNames() {
        var migration = model.migration();
        confirmDialog.setTitle(words.question(model.action(), migration.name()));
        confirmDatabase.setText(context.texts().get("actions.confirm.database",
                new MigrationText(context.texts(), context.times()).database(migration)));
        confirmName.setText(context.texts().get("actions.confirm.migration", migration.name()));
        nameLabel.setText(context.texts().get("actions.confirm.typeName", migration.name()));
    }

    private static boolean isDestructive(Action action) {
        return switch (action) {
            case CLEAN_UP, ABORT -> true;
            case LAUNCH, PAUSE, RESUME, SCHEDULE_CLEANUP -> false;
        };
    }

    private void wireSchedule() {
        Visibility.set(scheduleBox, model.schedule().isPresent());
        model.schedule().ifPresent(schedule -> scheduleBox.getChildren()
                .add(new Views(context.texts()).load(new ScheduleView(context, model, schedule))));
    }

    private void wireChecklist() {
        Visibility.set(checklistBox, !model.checklist().isEmpty());
        for (var item : model.checklist()) {
            var box = new CheckBox(item.sentence());
            box.setWrapText(true);
            box.setMinHeight(Region.USE_PREF_SIZE);
            box.setWrapText(true);
            box.selectedProperty().bindBidirectional(item.tickedProperty());
            checklistBox.getChildren().add(box);
        }
    }

    private void show(ConfirmState state) {
        var running = state.countdown().isPresent();
        showNames();
        confirmText.setText(state.consequence());
        Visibility.set(confirmSafeTime, model.saferTime().isPresent());
        Visibility.set(freezeBox, state.freeze().isPresent() && !running);
        freezeText.setText(state.freeze().orElse(""));
        Visibility.set(nameBox, state.needsName() && !running);
        confirmAge.setText(state.observed());
        showHint(state);
        Visibility.set(confirmProceed, !running);
        confirmProceed.setDisable(!state.canProceed());
        confirmCurl.setDisable(state.request().isEmpty());
        confirmCancel.setText(context.texts().get(running ? "actions.confirm.callBack" : "actions.confirm.cancel"));
    }

    private void showHint(ConfirmState state) {
        var counting = state.countdown().map(left -> context.texts().get("actions.confirm.countdown", left));
        var said = counting.or(state::blocked).or(() -> state.needsName() ? Optional.empty() : state.missing())
                .filter(each -> !Optional.of(each).equals(state.freeze()));
        var grave = counting.isPresent() || state.blocked().isPresent();
        Visibility.set(hintLine, said.isPresent());
        confirmHint.setText(said.orElse(""));
        (grave ? ColorRole.RISK : ColorRole.NEUTRAL).applyTo(hintLine);
        hintIcon.setIconLiteral(counting.isPresent() ? "mdi2t-timer-sand" : "mdi2i-information-outline");
        Visibility.set(askAgain, state.canAskAgain());
    }

    @FXML
    void proceed() {
        model.proceed();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void scheduleInstead() {
        model.scheduleInstead();
    }

    @FXML
    void askAgain() {
        model.askAgain();
    }

    @FXML
    void copyCurl() {
        copyCurl(CurlShell.POSIX);
    }

    /** Offers to copy for each shell. */
    static void fillCurlMenu(SplitMenuButton button, Texts texts, Consumer<CurlShell> copy) {
        for (var shell : CurlShell.values()) {
            var item = new MenuItem(texts.get("actions.shell." + shell.name()));
            item.setOnAction(_ -> copy.accept(shell));
            button.getItems().add(item);
        }
    }

    private void copyCurl(CurlShell shell) {
        var request = model.request();
        SystemClipboard.copy(
                context.curl().action(request.migration(), request.action(), request.cleanupTime(), shell));
    }
}
