package dev.longshore.ui.migrations;

import dev.longshore.model.advice.RiskRank.Level;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.ToolBarKeys;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedTooltip;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.migrations.MigrationsViewModel.RiskSummary;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The line above the table that says what is at stake. Each part is a button: a count shows only those it counts, the
 * next loss selects its row.
 */
final class RiskStrip extends HBox {

    private final UiContext context;
    private final SnapshotFeed feed;
    private final MigrationsViewModel model;
    private final ToggleButton atRisk = part(new ToggleButton(), "stripAtRisk", ColorRole.DANGER,
            "mdi2a-alert-octagon-outline");
    private final Button nextLoss = part(new Button(), "stripNextLoss", ColorRole.DANGER, "mdi2t-timer-sand");
    private final ToggleButton decisions = part(new ToggleButton(), "stripDecisions", ColorRole.RISK,
            "mdi2a-alert-outline");
    private final ToggleButton notAnswering = part(new ToggleButton(), "stripNotAnswering", ColorRole.NEUTRAL,
            "mdi2c-cloud-off-outline");
    private final Button elsewhere = part(new Button(), "stripElsewhere", ColorRole.DANGER, "mdi2a-arrow-right");
    private final Label calm = new Label();

    RiskStrip(UiContext context, SnapshotFeed feed, MigrationsViewModel model) {
        this.context = context;
        this.feed = feed;
        this.model = model;
        setId("riskStrip");
        getStyleClass().add("risk-strip");
        setAccessibleText(context.texts().get("migrations.strip"));
        calm.setId("stripCalm");
        calm.setText(context.texts().get("migrations.strip.calm"));
        calm.setGraphic(new FontIcon("mdi2c-check-circle-outline"));
        ColorRole.GOOD.applyTo(calm);
        getChildren().addAll(atRisk, nextLoss, decisions, notAnswering, elsewhere, calm);
        new ToolBarKeys(this).add(atRisk).add(nextLoss).add(decisions).add(notAnswering).add(elsewhere);
        wire(atRisk, Level.AT_RISK);
        wire(decisions, Level.NEEDS_DECISION);
        wire(notAnswering, Level.NOT_ANSWERING);
        nextLoss.setOnAction(_ -> model.riskProperty().get().nextLoss().ifPresent(next -> model.open(next.key())));
        elsewhere.setOnAction(_ -> feed.connectionProperty().set(Optional.empty()));
        model.levelProperty().subscribe(_ -> show());
        model.riskProperty().subscribe(_ -> show());
        feed.shownProperty().map(shown -> shown.migrations().isEmpty()).subscribe(_ -> showCalm());
        feed.nowProperty().subscribe(_ -> showNextLoss(model.riskProperty().get()));
    }

    private static <B extends ButtonBase> B part(B button, String id, ColorRole colorRole, String icon) {
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("strip-part");
        button.setMinWidth(Region.USE_PREF_SIZE);
        colorRole.applyTo(button);
        return button;
    }

    /** Pressed once more it shows all again. */
    private void wire(ToggleButton button, Level level) {
        button.setOnAction(_ -> model.levelProperty().set(Optional.of(level).filter(_ -> button.isSelected())));
        button.focusedProperty().subscribe(() -> show());
    }

    private void show() {
        var summary = model.riskProperty().get();
        show(atRisk, Level.AT_RISK, "migrations.strip.atRisk", summary.atRisk());
        show(decisions, Level.NEEDS_DECISION, "migrations.strip.decisions", summary.needDecision());
        show(notAnswering, Level.NOT_ANSWERING, "migrations.strip.notAnswering", summary.notAnswering());
        Visibility.set(elsewhere, summary.elsewhere() > 0);
        elsewhere.setText(context.texts().get("migrations.strip.elsewhere", summary.elsewhere()));
        showCalm();
        showNextLoss(summary);
    }

    /** Where nothing is watched, nobody knows that all is clear. */
    private void showCalm() {
        var summary = model.riskProperty().get();
        Visibility.set(calm, summary.needingAttention() + summary.notAnswering() == 0
                && !feed.shownProperty().get().migrations().isEmpty());
    }

    /** One that filters or has the focus stays, so that the filter can be taken back and the focus goes nowhere else. */
    private void show(ToggleButton button, Level level, String key, int count) {
        var isChosen = model.levelProperty().get().filter(level::equals).isPresent();
        button.setText(context.texts().get(key, count));
        button.setSelected(isChosen);
        explain(button, context.texts().get("migrations.strip.why." + level) + " "
                + context.texts().get(isChosen ? "migrations.strip.showAll" : "migrations.strip.only"));
        Visibility.set(button, count > 0 || isChosen || button.isFocused());
    }

    private static void explain(ButtonBase button, String sentence) {
        if (!sentence.equals(button.getAccessibleHelp())) {
            button.setAccessibleHelp(sentence);
            if (button.getTooltip() == null) {
                button.setTooltip(new WrappedTooltip());
            }
            button.getTooltip().setText(sentence);
        }
    }

    private void showNextLoss(RiskSummary summary) {
        Visibility.set(nextLoss, summary.nextLoss().isPresent());
        summary.nextLoss().ifPresent(next -> {
            var left = context.times().distance(next.at());
            explain(nextLoss, context.texts().get("migrations.strip.nextLoss.why", context.times().at(next.at())));
            var isOver = !next.at().isAfter(feed.serviceTime(next.key()));
            nextLoss.setText(isOver ? context.texts().get("migrations.strip.overdue", next.name())
                    : context.texts().get("migrations.strip.nextLoss", next.name(), left));
        });
    }
}
