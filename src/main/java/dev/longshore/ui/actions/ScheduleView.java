package dev.longshore.ui.actions;

import dev.longshore.text.TypedTime;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.fx.SegmentedChoice;
import dev.longshore.ui.fx.Visibility;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The part of the dialog in which the time of a cleanup is chosen. */
final class ScheduleView {
    private final UiContext context;
    private final ConfirmViewModel dialog;
    private final ScheduleViewModel model;
    private final FieldMark mark = new FieldMark();
    @FXML private DatePicker confirmDate;
    @FXML private TextField confirmTime;
    @FXML private Label confirmZone;
    @FXML private FlowPane picks;
    @FXML private HBox twiceLine;
    @FXML private Label confirmTwice;
    @FXML private SegmentedButton twice;
    @FXML private ToggleButton confirmFirst;
    @FXML private ToggleButton confirmSecond;
    @FXML private Label confirmChosen;
    @FXML private Label confirmMargin;
    @FXML private FontIcon marginIcon;
    @FXML private TextField confirmReason;

    ScheduleView(UiContext context, ConfirmViewModel dialog, ScheduleViewModel model) {
        this.context = context;
        this.dialog = dialog;
        this.model = model;
    }

    @FXML
    void initialize() {
        confirmDate.setAccessibleText(context.texts().get("actions.schedule.date"));
        confirmTime.setAccessibleText(context.texts().get("actions.schedule.time"));
        wireDate();
        confirmTime.textProperty().bindBidirectional(model.timeProperty());
        confirmReason.textProperty().bindBidirectional(model.reasonProperty());
        confirmReason.setAccessibleText(context.texts().get("actions.schedule.reason"));
        model.suggestedTimes(dialog.migration()).forEach(this::addSuggestion);
        SegmentedChoice.bind(twice, model.secondProperty(), List.of(false, true));
        dialog.stateProperty().subscribe(this::show);
        // What is marked, and what is said of a time that comes twice, follow fields that the state does not hold.
        model.onChange(() -> show(dialog.stateProperty().get()));
    }

    /**
     * What is typed counts, with every key. The value of the date picker is only where its calendar opens and what is
     * picked in it; left to itself, a date picker puts the date before back in place of a text that is none.
     */
    private void wireDate() {
        confirmDate.setConverter(new TypedDateConverter());
        confirmDate.setChronology(IsoChronology.INSTANCE);
        model.day().ifPresent(confirmDate::setValue);
        confirmDate.getEditor().textProperty().bindBidirectional(model.dateProperty());
        confirmDate.valueProperty().subscribe(this::take);
        confirmDate.setOnShowing(_ -> openCalendar());
    }

    private void take(@Nullable LocalDate picked) {
        if (picked != null && !model.day().equals(Optional.of(picked))) {
            model.dateProperty().set(TypedTime.write(picked));
        }
    }

    /** Where no date is typed, any day can be picked, also the one before; without a pick the text comes back. */
    private void openCalendar() {
        var before = confirmDate.getValue();
        var typed = model.dateProperty().get();
        confirmDate.setValue(model.day().orElse(null));
        confirmDate.setOnHidden(_ -> {
            if (confirmDate.getValue() == null) {
                confirmDate.setValue(before);
                model.dateProperty().set(typed);
            }
        });
    }

    private final class TypedDateConverter extends StringConverter<@Nullable LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day != null && model.day().equals(Optional.of(day)) ? TypedTime.write(day)
                    : model.dateProperty().get();
        }

        @Override
        public @Nullable LocalDate fromString(String text) {
            return model.day().orElseGet(confirmDate::getValue);
        }
    }

    private void addSuggestion(ScheduleViewModel.SuggestedTime suggestedTime) {
        var button = new Button(suggestedTime.label());
        button.getStyleClass().add("small");
        button.setOnAction(_ -> model.set(suggestedTime.at()));
        picks.getChildren().add(button);
    }

    private void showMark() {
        var atFault = model.day().isEmpty() ? confirmDate : confirmTime;
        model.refusal(dialog.migration()).ifPresentOrElse(why -> mark.show(atFault, why), mark::hide);
    }

    private void show(ConfirmState state) {
        showMark();
        confirmChosen.setText(state.chosen());
        state.margin().ifPresent(this::showMargin);
        Visibility.set(confirmMargin, state.margin().isPresent());
        confirmZone.setText(model.zoneName());
        showTwice(model.ambiguousTime());
    }

    private void showMargin(CleanupMargin margin) {
        confirmMargin.setText(margin.sentence());
        margin.role().applyTo(confirmMargin);
        marginIcon.setIconLiteral(ConfirmView.icon(margin.role()));
    }

    private void showTwice(Optional<WallClockTime.AmbiguousTime> twice) {
        Visibility.set(twiceLine, twice.isPresent());
        confirmTwice.setText(context.texts().get("actions.schedule.twice", model.timeProperty().get().strip()));
        twice.ifPresent(two -> {
            confirmFirst.setText(context.texts().get("actions.schedule.first", model.clock(two.first())));
            confirmSecond.setText(context.texts().get("actions.schedule.second", model.clock(two.second())));
        });
    }
}
