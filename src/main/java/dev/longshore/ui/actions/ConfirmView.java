package dev.longshore.ui.actions;

import dev.longshore.devops.CurlCommand.CurlShell;
import dev.longshore.model.Action;
import dev.longshore.text.ActionText;
import dev.longshore.text.ConnectionText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.Texts;
import dev.longshore.ui.actions.ChecklistItem.ChecklistState;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.ScrollingPart;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedTooltip;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.preflight.PreflightPanel;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
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
    private final Map<ChecklistItem, ChecklistLine> lines = new LinkedHashMap<>();
    private final Label verdict = findingLabel("launchVerdict");
    private final Label onlyYou = new Label();
    @FXML private DialogFrame confirmDialog;
    @FXML private Label confirmConnection;
    @FXML private Label confirmDatabase;
    @FXML private Label confirmName;
    @FXML private Label confirmAge;
    @FXML private Label confirmText;
    @FXML private VBox scheduleBox;
    @FXML private VBox findingsBox;
    @FXML private VBox checklistBox;
    @FXML private ScrollingPart launchPart;
    @FXML private VBox verdictBox;
    @FXML private VBox preflightBox;
    @FXML private TextField ledgerReason;
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

    /** A line of the checklist in both forms. */
    private record ChecklistLine(CheckBox tick, Label finding) {}

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
        // Nothing is sent by this dialog.
        Visibility.set(confirmCurl, !model.isForLater());
        confirmProceed.getStyleClass().add(isDestructive(action) ? "danger" : "accent");
        confirmDialog.setColorRole(isDestructive(action) ? ColorRole.DANGER : ColorRole.RISK);
        var connection = model.migration().connection();
        confirmConnection.setText(new ConnectionText(context.texts()).named(connection));
        confirmConnection.getStyleClass().add(ColorRole.of(connection.environment()).styleClass());
    }

    /** What it is about; a colleague or another window may have renamed it since the dialog was opened. */
    private void showNames() {
        var migration = model.migration();
        confirmDialog.setTitle(title(migration));
        confirmDatabase.setText(context.texts().get("actions.confirm.database",
                new MigrationText(context.texts(), context.times()).database(migration)));
        confirmName.setText(context.texts().get("actions.confirm.migration", migration.name()));
        nameLabel.setText(context.texts().get("actions.confirm.typeName", migration.name()));
    }

    private String title(WatchedMigration migration) {
        if (model.isForLater()) {
            return context.texts().get("actions.approve.question", migration.name());
        }
        return model.schedule().isPresent() && ConsequenceText.isScheduled(migration)
                ? context.texts().get("actions.schedule.question.move", migration.name())
                : words.question(model.action(), migration.name());
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
        Visibility.set(launchPart, model.launchChecklist().isPresent());
        Visibility.set(verdictBox, model.launchChecklist().isPresent());
        Visibility.set(checklistBox, model.launchChecklist().isPresent());
        verdict.getStyleClass().add("launch-verdict");
        onlyYou.setText(context.texts().get("actions.launch.onlyYou"));
        onlyYou.getStyleClass().add("preflight-heading");
        model.checklist().forEach(each -> lines.put(each, new ChecklistLine(tick(each), finding(each))));
        model.checklist().forEach(each -> each.stateProperty().subscribe(_ -> showChecklist()));
        model.launchChecklist().ifPresent(each -> {
            confirmDialog.getStyleClass().add("wide");
            preflightBox.getChildren().add(new PreflightPanel(context, each.preflight()));
            ledgerReason.textProperty().bindBidirectional(each.ledgerReasonProperty());
            verdictBox.getChildren().add(verdict);
            each.verdictProperty().subscribe(state -> show(verdict, state));
        });
        ledgerReason.setAccessibleText(context.texts().get("actions.launch.ledgerReason"));
    }

    /** What is known, and what the user has to tick; a line that says nothing is not there. */
    private void showChecklist() {
        var known = new ArrayList<Node>();
        var asked = new ArrayList<Node>(List.of(onlyYou));
        lines.forEach((item, line) -> {
            var state = item.stateProperty().get();
            if (state.isAsked()) {
                asked.add(line.tick());
            } else if (!state.sentence().isEmpty()) {
                known.add(line.finding());
            }
        });
        show(findingsBox, known);
        show(checklistBox, asked);
    }

    private static void show(VBox box, List<Node> nodes) {
        if (!box.getChildren().equals(nodes)) {
            box.getChildren().setAll(nodes);
        }
    }

    /** Seen while the user has to tick it. */
    private static CheckBox tick(ChecklistItem item) {
        var box = new CheckBox();
        box.setId("tick" + item.kind().name());
        describe(box);
        box.selectedProperty().bindBidirectional(item.tickedProperty());
        item.stateProperty().subscribe(state -> show(box, state));
        return box;
    }

    /** Seen while it is known. */
    private static Label finding(ChecklistItem item) {
        var label = findingLabel("check" + item.kind().name());
        item.stateProperty().subscribe(state -> show(label, state));
        return label;
    }

    private static Label findingLabel(String id) {
        var label = new Label("", new FontIcon());
        label.setId(id);
        describe(label);
        label.getStyleClass().add("checklist-finding");
        return label;
    }

    private static void describe(Labeled line) {
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
    }

    private static void show(Labeled line, ChecklistState state) {
        line.setText(state.sentence());
        state.role().applyTo(line);
        if (line.getGraphic() instanceof FontIcon icon) {
            icon.setIconLiteral(icon(state.role()));
        }
        if (state.explanation().isEmpty()) {
            line.setTooltip(null);
        } else {
            var tooltip = new WrappedTooltip(state.explanation());
            line.setTooltip(tooltip);
        }
        line.setAccessibleHelp(state.explanation());
    }

    static String icon(ColorRole role) {
        return switch (role) {
            case GOOD -> "mdi2c-check-circle-outline";
            case DANGER -> "mdi2c-close-octagon-outline";
            case RISK -> "mdi2a-alert-outline";
            case WAITING -> "mdi2t-timer-sand";
            case NEUTRAL, RUNNING, UPLOADING -> "mdi2i-information-outline";
        };
    }

    private void show(ConfirmState state) {
        var running = state.countdown().isPresent();
        showNames();
        confirmText.setText(state.consequence());
        Visibility.set(confirmSafeTime, model.saferTime().isPresent());
        Visibility.set(ledgerReason, state.needsLedgerReason() && !running);
        Visibility.set(freezeBox, state.freeze().isPresent() && !running);
        freezeText.setText(state.freeze().orElse(""));
        Visibility.set(nameBox, state.needsName() && !running);
        confirmAge.setText(state.observed());
        // Among the lines of a launch there is one for it; here it would move them when it gets longer.
        Visibility.set(confirmAge, model.launchChecklist().isEmpty());
        showHint(state);
        Visibility.set(confirmProceed, !running);
        confirmProceed.setText(state.verb());
        confirmProceed.setDisable(!state.canProceed());
        confirmCurl.setDisable(state.request().isEmpty());
        confirmCancel.setText(context.texts().get(running ? "actions.confirm.callBack" : "actions.confirm.cancel"));
    }

    private void showHint(ConfirmState state) {
        var counting = state.countdown().map(left -> context.texts().get("actions.confirm.countdown", left));
        var said = counting.or(state::blocked).or(() -> state.needsName() ? Optional.empty() : state.missing())
                // That stands above the ticks, and this above the field.
                .filter(each -> !each.equals(onlyYou.getText()) && !Optional.of(each).equals(state.freeze()));
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
