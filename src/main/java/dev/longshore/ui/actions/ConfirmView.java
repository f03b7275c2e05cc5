package dev.longshore.ui.actions;

import dev.longshore.model.Action;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.control.StatusLook;
import dev.longshore.ui.fx.Presence;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.text.ActionText;
import dev.longshore.ui.text.ConnectionText;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.ui.theme.Token;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dialog before an action above one click. */
final class ConfirmView {
    private final Ui ui;
    private final Feed feed;
    private final ConfirmViewModel model;
    private final ActionText words;
    @FXML private VBox confirmDialog;
    @FXML private FontIcon confirmIcon;
    @FXML private Label confirmTitle;
    @FXML private Label confirmConnection;
    @FXML private Label confirmDatabase;
    @FXML private Label confirmName;
    @FXML private Label confirmAge;
    @FXML private Label confirmText;
    @FXML private VBox scheduleBox;
    @FXML private VBox checklistBox;
    @FXML private Button confirmSafeTime;
    @FXML private VBox nameBox;
    @FXML private Label nameLabel;
    @FXML private TextField confirmTypedName;
    @FXML private HBox hintLine;
    @FXML private FontIcon hintIcon;
    @FXML private Label confirmHint;
    @FXML private Button askAgain;
    @FXML private Button confirmCancel;
    @FXML private Button confirmProceed;

    ConfirmView(Ui ui, Feed feed, ConfirmViewModel model) {
        this.ui = ui;
        this.feed = feed;
        this.model = model;
        words = new ActionText(ui.texts());
    }

    @FXML
    void initialize() {
        wireHeader();
        wireSchedule();
        wireChecklist();
        nameLabel.setLabelFor(confirmTypedName);
        confirmTypedName.textProperty().bindBidirectional(model.typedNameProperty());
        model.stateProperty().subscribe(this::show);
        feed.nowProperty().subscribe(_ -> showAge());
    }

    private void wireHeader() {
        var action = model.action();
        var migration = model.migration();
        confirmTitle.setText(words.question(action, migration.name()));
        confirmProceed.setText(words.verb(action));
        confirmProceed.getStyleClass().add(isDestructive(action) ? "danger" : "accent");
        confirmIcon.getStyleClass().add((isDestructive(action) ? Token.DANGER : Token.RISK).styleClass());
        confirmDialog.setAccessibleText(confirmTitle.getText());
        var connection = migration.connection();
        confirmConnection.setText(new ConnectionText(ui.texts()).named(connection));
        confirmConnection.getStyleClass().add(ConnectionText.token(connection.environment()).styleClass());
        confirmDatabase.setText(ui.texts().get("actions.confirm.database",
                new MigrationText(ui.texts(), ui.times()).database(migration)));
        confirmName.setText(ui.texts().get("actions.confirm.migration", migration.name()));
        nameLabel.setText(ui.texts().get("actions.confirm.typeName", migration.name()));
    }

    private static boolean isDestructive(Action action) {
        return switch (action) {
            case CLEAN_UP, ABORT -> true;
            case LAUNCH, PAUSE, RESUME, SCHEDULE_CLEANUP -> false;
        };
    }

    private void showAge() {
        var migration = model.migration();
        var known = migration.lastKnown();
        var look = StatusLook.of(known == null ? null : known.status(), ui.texts());
        var age = new MigrationText(ui.texts(), ui.times()).observed(migration, feed.nowProperty().get());
        confirmAge.setText(ui.texts().get("actions.confirm.age", look.word(), age));
    }

    private void wireSchedule() {
        Presence.set(scheduleBox, model.schedule().isPresent());
        model.schedule().ifPresent(schedule -> scheduleBox.getChildren()
                .add(new Views(ui.texts()).load(new ScheduleView(ui, model, schedule))));
    }

    private void wireChecklist() {
        Presence.set(checklistBox, !model.checklist().isEmpty());
        for (var item : model.checklist()) {
            var box = new CheckBox(item.sentence());
            box.setWrapText(true);
            box.selectedProperty().bindBidirectional(item.tickedProperty());
            checklistBox.getChildren().add(box);
        }
    }

    private void show(ConfirmState state) {
        var running = state.countdown().isPresent();
        confirmText.setText(state.consequence());
        Presence.set(confirmSafeTime, model.saferTime().isPresent());
        Presence.set(nameBox, state.needsName() && !running);
        showAge();
        showHint(state);
        Presence.set(confirmProceed, !running);
        confirmProceed.setDisable(!state.canProceed());
        confirmCancel.setText(ui.texts().get(running ? "actions.confirm.callBack" : "actions.confirm.cancel"));
    }

    private void showHint(ConfirmState state) {
        var counting = state.countdown().map(left -> ui.texts().get("actions.confirm.countdown", left));
        var said = counting.or(state::blocked).or(() -> state.needsName() ? Optional.empty() : state.missing());
        var grave = counting.isPresent() || state.blocked().isPresent();
        Presence.set(hintLine, said.isPresent());
        confirmHint.setText(said.orElse(""));
        (grave ? Token.RISK : Token.NEUTRAL).colour(hintLine);
        hintIcon.setIconLiteral(counting.isPresent() ? "mdi2t-timer-sand" : "mdi2i-information-outline");
        Presence.set(askAgain, state.canAskAgain());
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
        var call = ui.curl().action(model.key(), model.action(), model.cleanupTime());
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, call));
    }
}
