package dev.longshore.ui.actions;

import dev.longshore.devops.CurlCommand.CurlShell;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Deadline;
import dev.longshore.text.ConnectionText;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.actions.BulkScheduleState.BulkLine;
import dev.longshore.ui.actions.BulkScheduleState.BulkStage;
import dev.longshore.ui.actions.BulkScheduleViewModel.NewTimeRule;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.SegmentedChoice;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dialog that moves the cleanups of several migrations: old and new time of each, and what becomes of it. */
final class BulkScheduleView {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final BulkScheduleViewModel model;
    @FXML private DialogFrame bulkDialog;
    @FXML private FlowPane bulkConnections;
    @FXML private SegmentedButton bulkRule;
    @FXML private HBox bulkTimeLine;
    @FXML private TextField bulkDate;
    @FXML private TextField bulkTime;
    @FXML private Label bulkZone;
    @FXML private TextField bulkReason;
    @FXML private TableView<BulkLine> bulkTable;
    @FXML private TableColumn<BulkLine, BulkLine> bulkName;
    @FXML private TableColumn<BulkLine, BulkLine> bulkOld;
    @FXML private TableColumn<BulkLine, BulkLine> bulkNew;
    @FXML private TableColumn<BulkLine, BulkLine> bulkMargin;
    @FXML private TableColumn<BulkLine, BulkLine> bulkOutcome;
    @FXML private VBox bulkNumberBox;
    @FXML private Label bulkNumberLabel;
    @FXML private TextField bulkNumber;
    @FXML private HBox bulkHintLine;
    @FXML private Label bulkHint;
    @FXML private Button bulkAskAgain;
    @FXML private SplitMenuButton bulkCurl;
    @FXML private Button bulkCancel;
    @FXML private Button bulkProceed;

    /**
     * What a cell says.
     *
     * @param more the tooltip; empty for none
     * @param colorRole its colour and icon, or null for none
     */
    private record BulkCellContent(String text, String more, @Nullable ColorRole colorRole) {}

    BulkScheduleView(UiContext context, SnapshotFeed feed, BulkScheduleViewModel model) {
        this.context = context;
        this.feed = feed;
        this.model = model;
    }

    @FXML
    void initialize() {
        bulkDialog.setColorRole(ColorRole.RISK);
        bulkDialog.setTitle(context.texts().get("actions.bulk.title", model.migrations().size()));
        model.migrations().stream().map(WatchedMigration::connection).distinct().forEach(each -> {
            var label = new Label(new ConnectionText(context.texts()).named(each));
            label.getStyleClass().addAll("who-connection", ColorRole.of(each.environment()).styleClass());
            bulkConnections.getChildren().add(label);
        });
        SegmentedChoice.bind(bulkRule, model.ruleProperty(), List.of(NewTimeRule.values()));
        ConfirmView.fillCurlMenu(bulkCurl, context.texts(), this::copyCurl);
        wireFields();
        wireTable();
        model.stateProperty().subscribe(this::show);
        // Distances and margins depend on the time, too. A dialog that is closed is in no scene and costs nothing.
        feed.secondsProperty().when(bulkTable.sceneProperty().isNotNull()).subscribe(_ -> bulkTable.refresh());
    }

    private void wireFields() {
        bulkDate.textProperty().bindBidirectional(model.schedule().dateProperty());
        bulkDate.setAccessibleText(context.texts().get("actions.schedule.date"));
        bulkTime.textProperty().bindBidirectional(model.schedule().timeProperty());
        bulkTime.setAccessibleText(context.texts().get("actions.schedule.time"));
        bulkReason.textProperty().bindBidirectional(model.schedule().reasonProperty());
        bulkReason.setAccessibleText(context.texts().get("actions.schedule.reason"));
        bulkNumber.textProperty().bindBidirectional(model.typedNumberProperty());
        bulkNumberLabel.setLabelFor(bulkNumber);
        model.ruleProperty().subscribe(rule -> Visibility.set(bulkTimeLine, rule == NewTimeRule.SAME_TIME));
    }

    private void wireTable() {
        bulkTable.setAccessibleText(context.texts().get("actions.bulk.table"));
        wire(bulkName, this::name);
        wire(bulkOld, line -> new BulkCellContent(line.migration().cleanup().map(Deadline::at).map(context.times()::at)
                .orElseGet(() -> context.texts().get("actions.bulk.unknown")), "", null));
        wire(bulkNew, this::newTime);
        wire(bulkMargin, this::margin);
        wire(bulkOutcome, this::outcome);
    }

    private static void wire(TableColumn<BulkLine, BulkLine> column, Function<BulkLine, BulkCellContent> text) {
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(_ -> new LineCell(text));
    }

    private static final class LineCell extends TableCell<BulkLine, BulkLine> {
        private final Function<BulkLine, BulkCellContent> contents;

        LineCell(Function<BulkLine, BulkCellContent> contents) {
            this.contents = contents;
        }

        @Override
        protected void updateItem(@Nullable BulkLine line, boolean empty) {
            super.updateItem(line, empty);
            var content = line == null || empty ? new BulkCellContent("", "", null) : contents.apply(line);
            setText(content.text());
            setTooltip(content.text().isEmpty() ? null
                    : new Tooltip(content.more().isEmpty() ? content.text() : content.text() + "\n" + content.more()));
            ColorRole.removeFrom(this);
            setGraphic(null);
            if (content.colorRole() != null) {
                content.colorRole().applyTo(this);
                setGraphic(new FontIcon(icon(content.colorRole())));
            }
        }

        private static String icon(ColorRole colorRole) {
            return switch (colorRole) {
                case DANGER -> "mdi2a-alert-octagon-outline";
                case RISK -> "mdi2a-alert-outline";
                case GOOD -> "mdi2c-check-circle-outline";
                case NEUTRAL, RUNNING, UPLOADING, WAITING -> "mdi2m-minus-circle-outline";
            };
        }
    }

    private BulkCellContent name(BulkLine line) {
        var database = new MigrationText(context.texts(), context.times()).database(line.migration());
        return new BulkCellContent(line.migration().name(),
                line.migration().name() + "\n" + database + "\n" + line.migration().connection().name(), null);
    }

    private BulkCellContent newTime(BulkLine line) {
        return line.request().map(CommandRequest::cleanupTime).filter(_ -> line.isSent()).map(CleanupTime::at)
                .map(at -> new BulkCellContent(context.times().at(at), context.texts().get("actions.schedule.chosen",
                        context.times().both(at), context.times().distance(at)),
                        line.isGrave() ? ColorRole.DANGER : null))
                .orElseGet(() -> new BulkCellContent(context.texts().get(
                        line.isWaiting() ? "actions.bulk.checking" : "actions.bulk.leftOut"), "", ColorRole.NEUTRAL));
    }

    /** How far the new time lies from the expected end. */
    private BulkCellContent margin(BulkLine line) {
        return line.request().map(CommandRequest::cleanupTime).filter(_ -> line.isSent()).map(CleanupTime::at)
                .map(at -> margin(line.migration(), at)).orElseGet(() -> new BulkCellContent("", "", null));
    }

    private BulkCellContent margin(WatchedMigration migration, Instant at) {
        var margin = CleanupMargin.of(context, feed, migration, at);
        return new BulkCellContent(margin.inShort(), margin.explanation(), margin.role());
    }

    private BulkCellContent outcome(BulkLine line) {
        var outcome = line.outcome();
        if (outcome != null) {
            return new BulkCellContent(outcome.sentence(), "", outcome.isGood() ? null : ColorRole.DANGER);
        }
        return new BulkCellContent(line.leftOut().orElse(""), "", line.isSent() ? null : ColorRole.RISK);
    }

    private void show(BulkScheduleState state) {
        if (!bulkTable.getItems().equals(state.lines())) {
            var selected = bulkTable.getSelectionModel().getSelectedIndex();
            bulkTable.getItems().setAll(state.lines());
            bulkTable.getSelectionModel().select(selected);
        }
        var count = state.requests().size();
        var isChoosing = state.stage() == BulkStage.CHOOSING;
        bulkZone.setText(model.schedule().zoneName());
        bulkRule.setDisable(!isChoosing);
        bulkTimeLine.setDisable(!isChoosing);
        bulkReason.setDisable(!isChoosing);
        Visibility.set(bulkNumberBox, isChoosing && state.needsNumber());
        bulkNumberLabel.setText(context.texts().get("actions.bulk.typeNumber", count));
        showHint(state);
        Visibility.set(bulkProceed, isChoosing);
        bulkProceed.setText(context.texts().get("actions.bulk.proceed", count));
        bulkProceed.setDisable(!state.canProceed());
        bulkCurl.setDisable(count == 0);
        bulkCancel.setText(context.texts().get(switch (state.stage()) {
            case CHOOSING -> "actions.confirm.cancel";
            case SENDING -> "actions.bulk.stop";
            case DONE -> "actions.bulk.close";
        }));
        bulkCancel.setDisable(state.stage() == BulkStage.SENDING && state.isStopped());
    }

    private void showHint(BulkScheduleState state) {
        var left = state.lines().size() - state.requests().size();
        var said = switch (state.stage()) {
            case CHOOSING -> state.blocked().or(() -> state.isWaiting()
                    ? Optional.of(context.texts().get("actions.confirm.asking"))
                    : Optional.of(left).filter(each -> each > 0)
                            .map(each -> context.texts().get("actions.bulk.left", each)))
                    .orElse("");
            case SENDING -> context.texts().get(state.isStopped() ? "actions.bulk.stopping" : "actions.bulk.oneByOne");
            case DONE -> context.texts().get("actions.bulk.done");
        };
        Visibility.set(bulkHintLine, !said.isEmpty());
        bulkHint.setText(said);
        Visibility.set(bulkAskAgain, state.stage() == BulkStage.CHOOSING && model.canAskAgain());
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
    void askAgain() {
        model.askAgain();
    }

    @FXML
    void copyCurl() {
        copyCurl(CurlShell.POSIX);
    }

    private void copyCurl(CurlShell shell) {
        SystemClipboard.copy(model.stateProperty().get().requests().stream()
                .map(each -> context.curl().action(each.migration(), each.action(), each.cleanupTime(), shell))
                .collect(Collectors.joining("\n")));
    }
}
