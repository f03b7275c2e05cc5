package dev.longshore.ui.cleanup;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.plan.PlanStep.StepKind;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.DatabaseChoiceBox;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.usertext.NumberText;
import dev.longshore.watch.WatchedMigration;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
    private final Label outcome = new Label();
    private final FontIcon sign = new FontIcon();
    private final Label verdict = new Label(null, sign);
    private final Button safe = new Button();
    private final Button act = new Button();
    private final Label actHint = new Label();
    private final UiContext context;
    private final WhatIfViewModel model;
    private boolean filling;

    /** A migration to choose. */
    private record MigrationChoice(MigrationKey key, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    WhatIfPanel(UiContext context, WhatIfViewModel model) {
        this.context = context;
        this.model = model;
        setId("whatIfPanel");
        getStyleClass().add("what-if");
        var fields = scrolling();
        VBox.setVgrow(fields, Priority.ALWAYS);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setSpacing(GAP);
        var content = new VBox(GAP);
        content.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        content.getChildren().addAll(
                choice(), time("whatIfExtend", StepKind.SCHEDULE), time("whatIfLaunch", StepKind.LAUNCH), lengthField(),
                time("whatIfPause", StepKind.PAUSE), time("whatIfResume", StepKind.RESUME),
                time("whatIfFail", StepKind.FAIL));
        content.getChildren().addAll(buttons(), actHint);
        actHint.setWrapText(true);
        actHint.getStyleClass().add("note");
        fields.setContent(content);
        getChildren().addAll(fields, outcomes());
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
        migrations.getItems().stream().filter(each -> chosen.filter(each.key()::equals).isPresent()).findFirst()
                .ifPresent(migrations::setValue);
    }

    private PlanTimeField time(String id, StepKind kind) {
        return new PlanTimeField(
                id, text("cleanup.whatIf." + kind.name()), context.times(), model.timeProperty(kind));
    }

    private VBox lengthField() {
        length.setId("whatIfLength");
        length.setAccessibleText(text("cleanup.whatIf.length"));
        length.setPromptText(text("cleanup.whatIf.length.prompt"));
        length.textProperty().addListener((_, _, typed) -> read(typed));
        model.daysProperty().addListener((_, _, now) -> {
            if (now.isEmpty() && days(length.getText()).isPresent()) {
                length.clear();
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
        return new NumberText(context.times().region()).read(typed).stream().mapToDouble(BigDecimal::doubleValue)
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
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
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
        verdict.getStyleClass().setAll("label", "hint-line", plan.urgency().colorRole().styleClass());
        Visibility.set(safe, plan.saferCleanup().isPresent());
        act.setDisable(plan.action().isEmpty());
        var hint = plan.action().map(WhatIfPanel::hint).orElse("cleanup.whatIf.do.none");
        actHint.setText(text(hint));
        act.setTooltip(new Tooltip(actHint.getText()));
    }

    private static String hint(Action action) {
        return action == Action.LAUNCH ? "cleanup.whatIf.do.launch" : "cleanup.whatIf.do.schedule";
    }

    /** Offers {@code shown} for the plan; keeps what is chosen, or else chooses the first. */
    void offer(List<WatchedMigration> shown) {
        var choices = shown.stream().map(each -> new MigrationChoice(each.key(), each.name())).toList();
        if (!migrations.getItems().equals(choices)) {
            filling = true;
            migrations.getItems().setAll(choices);
            filling = false;
        }
        var chosen = model.migrationProperty().get();
        migrations.setValue(choices.stream().filter(each -> chosen.filter(each.key()::equals).isPresent()).findFirst()
                .or(() -> mostUrgent(shown, choices)).or(() -> choices.stream().findFirst()).orElse(null));
    }

    /** The one whose cleanup needs the user first. */
    private Optional<MigrationChoice> mostUrgent(List<WatchedMigration> shown, List<MigrationChoice> choices) {
        return model.mostUrgent(shown)
                .flatMap(key -> choices.stream().filter(each -> each.key().equals(key)).findFirst());
    }

    private String text(String key) {
        return context.texts().get(key);
    }
}
