package dev.longshore.ui.cleanup;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.plan.PlanStep.StepKind;
import dev.longshore.ui.cleanup.CalendarViewModel.MigrationChoice;
import dev.longshore.ui.cleanup.WhatIfViewModel.PlanOffer;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.DatabaseChoiceBox;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.usertext.DurationText;
import dev.longshore.usertext.NumberText;
import dev.longshore.watch.WatchedMigration;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Plan mode beside the calendar: when what is done, and what comes of it. FX thread only. */
final class WhatIfPanel extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
    private static final double WIDTH = 252;
    private static final double GAP = 6;
    private static final double SCROLL_BAR = 14;
    private static final double OUTCOME_HEIGHT = 190;
    private static final double MOST_DAYS = 365;

    private final DatabaseChoiceBox<MigrationChoice> migrations = new DatabaseChoiceBox<>();
    private final TextField length = new TextField();
    private final Label outcome = new WrappedLabel();
    private final FontIcon sign = new FontIcon();
    private final Label verdict = new Label(null, sign);
    private final Button safe = new Button();
    private final Button act = new Button();
    private final Label actHint = new Label();
    private final Tooltip actTip = new Tooltip();
    private final UiContext context;
    private final WhatIfViewModel model;
    private boolean filling;

    WhatIfPanel(UiContext context, WhatIfViewModel model) {
        this.context = context;
        this.model = model;
        setId("whatIfPanel");
        getStyleClass().add("what-if");
        var fields = scrolling();
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setSpacing(GAP);
        var launch = time("whatIfLaunch", StepKind.LAUNCH);
        var content = new VBox(GAP);
        content.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        content.getChildren().addAll(
                choice(), time("whatIfExtend", StepKind.SCHEDULE), launch, nextBox(launch), lengthField(),
                time("whatIfPause", StepKind.PAUSE), time("whatIfResume", StepKind.RESUME),
                time("whatIfFail", StepKind.FAIL));
        content.getChildren().addAll(buttons(), actHint);
        act.setTooltip(actTip);
        actHint.setWrapText(true);
        actHint.getStyleClass().add("note");
        fields.setContent(content);
        // The fields give way where there is little room; where there is more than they need, the outcome has it.
        var outcomes = outcomes();
        VBox.setVgrow(outcomes, Priority.ALWAYS);
        getChildren().addAll(fields, outcomes);
        model.planProperty().subscribe(this::show);
        model.migrationProperty().subscribe(this::showChoice);
    }

    private VBox choice() {
        migrations.setId("whatIfMigration");
        migrations.setSearchPrompt(text("control.search"));
        migrations.setAccessibleText(text("cleanup.whatIf.migration"));
        migrations.setMaxWidth(Double.MAX_VALUE);
        migrations.valueProperty().subscribe(this::choose);
        return new VBox(new Label(text("cleanup.whatIf.migration")), migrations);
    }

    private void choose(@Nullable MigrationChoice chosen) {
        if (!filling && chosen != null) {
            model.migrationProperty().set(Optional.of(chosen.key()));
        }
    }

    private void showChoice(Optional<MigrationKey> chosen) {
        chosen.flatMap(key -> find(migrations.getItems(), key)).ifPresent(migrations::setValue);
    }

    private PlanTimeField time(String id, StepKind kind) {
        return new PlanTimeField(
                id, text("cleanup.whatIf." + kind.name()), context.times(), model.timeProperty(kind));
    }

    /** A launch that waits for other imports has no time of its own. */
    private CheckBox nextBox(PlanTimeField launch) {
        var box = new CheckBox(text("cleanup.whatIf.next"));
        box.setId("whatIfNext");
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.setTooltip(new Tooltip(text("cleanup.whatIf.next.tip")));
        box.selectedProperty().bindBidirectional(model.nextProperty());
        launch.disableProperty().bind(model.nextProperty());
        return box;
    }

    private VBox lengthField() {
        length.setId("whatIfLength");
        length.setAccessibleText(text("cleanup.whatIf.length"));
        length.setPromptText(text("cleanup.whatIf.length.prompt"));
        length.textProperty().addListener((_, _, typed) -> read(typed));
        model.daysProperty().addListener((_, _, now) -> {
            if (!now.equals(days(length.getText()))) {
                length.setText(now.isEmpty() ? ""
                        : new NumberText(context.times().region()).write(BigDecimal.valueOf(now.getAsDouble())
                                .stripTrailingZeros()));
            }
        });
        return new VBox(new Label(text("cleanup.whatIf.length")), length);
    }

    /** A text that is no number of days is marked, and no part of the plan. */
    private void read(String typed) {
        var days = days(typed);
        length.pseudoClassStateChanged(INVALID, days.isEmpty() && !typed.isBlank());
        model.daysProperty().set(days);
    }

    private OptionalDouble days(String typed) {
        return DurationText.read(typed, Duration.ofDays(1), context.times().region()).stream()
                .mapToDouble(length -> (double) length.toSeconds() / Duration.ofDays(1).toSeconds())
                .filter(days -> days > 0 && days <= MOST_DAYS).findFirst();
    }

    private static ScrollPane scrolling() {
        var scroll = new ScrollPane();
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** What comes of the plan stays in sight, whichever field is edited. */
    private ScrollPane outcomes() {
        var scroll = scrolling();
        verdict.setId("whatIfVerdict");
        verdict.setWrapText(true);
        verdict.getStyleClass().add("hint-line");
        safe.setId("whatIfSafe");
        safe.setText(text("cleanup.whatIf.makeSafe"));
        safe.setMinWidth(USE_PREF_SIZE);
        safe.setOnAction(_ -> model.makeSafe());
        scroll.setContent(new VBox(GAP, verdict, safe, outcomeLine()));
        scroll.setMinHeight(OUTCOME_HEIGHT);
        scroll.setPrefHeight(OUTCOME_HEIGHT);
        scroll.setAccessibleText(text("cleanup.whatIf.outcome"));
        return scroll;
    }

    private Label outcomeLine() {
        outcome.setId("whatIfOutcome");
        outcome.setMaxWidth(Double.MAX_VALUE);
        return outcome;
    }

    private HBox buttons() {
        act.setId("whatIfDo");
        act.setText(text("cleanup.whatIf.do"));
        act.setMinWidth(USE_PREF_SIZE);
        act.setOnAction(_ -> model.act());
        var reset = new Button(text("cleanup.whatIf.reset"));
        reset.setId("whatIfReset");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(_ -> reset());
        var line = new HBox(GAP, act, reset);
        line.getStyleClass().add("field-line");
        return line;
    }

    private void reset() {
        length.clear();
        model.reset();
    }

    private void show(WhatIfViewModel.PlanView plan) {
        outcome.setText(plan.outcome());
        verdict.setText(plan.verdict());
        Visibility.set(verdict, !plan.verdict().isEmpty());
        sign.setIconCode(plan.urgency().icon());
        plan.urgency().colorRole().applyTo(verdict);
        Visibility.set(safe, plan.saferCleanup().isPresent());
        act.setText(text(plan.offer() == PlanOffer.REMIND ? "cleanup.whatIf.remind" : "cleanup.whatIf.do"));
        act.setDisable(plan.offer() == PlanOffer.NOTHING || plan.offer() == PlanOffer.QUEUE);
        actHint.setText(text("cleanup.whatIf.do." + plan.offer()));
        actTip.setText(actHint.getText());
    }

    /**
     * Offers {@code choices} for the plan; keeps what is chosen, or else chooses the one whose cleanup needs the user first.
     *
     * @param shown the migrations that are offered or soon will be; asked where the chosen one is not among the choices
     */
    void offer(List<MigrationChoice> choices, Supplier<List<WatchedMigration>> shown) {
        if (!migrations.getItems().equals(choices)) {
            filling = true;
            migrations.offer(choices);
            filling = false;
        }
        var chosen = model.migrationProperty().get();
        chosen.flatMap(key -> find(choices, key)).ifPresentOrElse(migrations::setValue,
                () -> choose(choices, chosen, shown.get()));
    }

    private void choose(List<MigrationChoice> choices, Optional<MigrationKey> chosen, List<WatchedMigration> shown) {
        chosen.filter(key -> shown.stream().anyMatch(each -> each.key().equals(key))).or(() -> model.mostUrgent(shown))
                .ifPresentOrElse(key -> find(choices, key).ifPresent(migrations::setValue),
                        () -> migrations.setValue(choices.stream().findFirst().orElse(null)));
    }

    private static Optional<MigrationChoice> find(List<MigrationChoice> choices, MigrationKey key) {
        return choices.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    private String text(String key) {
        return context.texts().get(key);
    }
}
