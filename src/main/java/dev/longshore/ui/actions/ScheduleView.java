package dev.longshore.ui.actions;

import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Presence;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The part of the dialog in which the time of a cleanup is chosen. */
final class ScheduleView {
    private final Ui ui;
    private final ConfirmViewModel dialog;
    private final ScheduleViewModel model;
    @FXML private DatePicker confirmDate;
    @FXML private TextField confirmTime;
    @FXML private Label confirmZone;
    @FXML private FlowPane picks;
    @FXML private HBox twiceLine;
    @FXML private Label confirmTwice;
    @FXML private ToggleButton confirmFirst;
    @FXML private ToggleButton confirmSecond;
    @FXML private Label confirmChosen;
    @FXML private TextField confirmReason;

    ScheduleView(Ui ui, ConfirmViewModel dialog, ScheduleViewModel model) {
        this.ui = ui;
        this.dialog = dialog;
        this.model = model;
    }

    @FXML
    void initialize() {
        confirmDate.setAccessibleText(ui.texts().get("actions.schedule.date"));
        confirmTime.setAccessibleText(ui.texts().get("actions.schedule.time"));
        confirmDate.valueProperty().bindBidirectional(model.dateProperty());
        // Else a focus that is lost before the first layout takes the empty editor for what the person wants.
        confirmDate.getEditor().setText(confirmDate.getConverter().toString(confirmDate.getValue()));
        confirmTime.textProperty().bindBidirectional(model.timeProperty());
        confirmReason.textProperty().bindBidirectional(model.reasonProperty());
        confirmReason.setAccessibleText(ui.texts().get("actions.schedule.reason"));
        model.picks(dialog.migration()).forEach(this::addPick);
        model.secondProperty().subscribe(this::showChoice);
        dialog.stateProperty().subscribe(_ -> show());
    }

    private void addPick(ScheduleViewModel.Pick pick) {
        var button = new Button(pick.label());
        button.getStyleClass().add("small");
        button.setOnAction(_ -> model.set(pick.at()));
        picks.getChildren().add(button);
    }

    private void show() {
        confirmChosen.setText(model.inWords());
        confirmZone.setText(model.zoneName());
        showTwice(model.twice());
    }

    private void showTwice(Optional<WallTime.Twice> twice) {
        Presence.set(twiceLine, twice.isPresent());
        confirmTwice.setText(ui.texts().get("actions.schedule.twice", model.timeProperty().get().strip()));
        twice.ifPresent(two -> {
            confirmFirst.setText(ui.texts().get("actions.schedule.first", model.clock(two.first())));
            confirmSecond.setText(ui.texts().get("actions.schedule.second", model.clock(two.second())));
        });
    }

    private void showChoice(boolean second) {
        confirmFirst.setSelected(!second);
        confirmSecond.setSelected(second);
    }

    @FXML
    void takeFirst() {
        take(false);
    }

    @FXML
    void takeSecond() {
        take(true);
    }

    /** One of the two is always chosen, also when its button is pressed again. */
    private void take(boolean second) {
        model.secondProperty().set(second);
        showChoice(second);
    }
}
