package dev.longshore.ui.preflight;

import dev.longshore.model.launch.LaunchCheck;
import dev.longshore.model.launch.LaunchCheck.CheckResult;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.preflight.PreflightViewModel.PreflightState;
import java.util.HashSet;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The results of the checks, one below the other; not to be seen before there are any. */
public final class PreflightPanel extends VBox {
    private static final double GAP = 4;

    private final Label heading = new Label();
    private final Button again = new Button();
    private final VBox results = new VBox(GAP);
    private final UiContext context;

    /** The panel of {@code model}. */
    public PreflightPanel(UiContext context, PreflightViewModel model) {
        super(GAP);
        this.context = context;
        setId("preflight");
        getStyleClass().add("preflight");
        heading.getStyleClass().add("preflight-heading");
        again.setId("preflightAgain");
        again.getStyleClass().add("small");
        again.setText(context.texts().get("preflight.again"));
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(_ -> model.checkAgain());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(GAP, heading, space, again);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, results);
        model.stateProperty().subscribe(this::show);
    }

    private void show(PreflightState state) {
        Visibility.set(this, state.isUnderWay() || !state.checks().isEmpty());
        heading.setText(context.texts().get(state.isUnderWay() ? "preflight.underWay" : "preflight.title"));
        again.setDisable(state.isUnderWay());
        var said = new HashSet<String>();
        results.getChildren().setAll(state.checks().stream().map(check -> {
            var sentence = sentence(check.result());
            var isRepeated = check.result() instanceof CheckResult.CheckNotKnown && !said.add(sentence);
            return line(check, isRepeated ? context.texts().get("preflight.sameReason") : sentence);
        }).toList());
    }

    private HBox line(LaunchCheck check, String sentence) {
        var text = new WrappedLabel(sentence);
        HBox.setHgrow(text, Priority.ALWAYS);
        var icon = new FontIcon(icon(check.result()));
        var line = new HBox(GAP, icon, text);
        line.setId("preflight" + check.subject().name());
        line.getStyleClass().add("preflight-line");
        role(check.result()).applyTo(icon);
        line.setAccessibleText(context.texts().get(key(check.result()), text.getText()));
        text.setAccessibleText(line.getAccessibleText());
        return line;
    }

    private String sentence(CheckResult result) {
        return switch (result) {
            case CheckResult.CheckPassed(var found) -> context.sentence(found);
            case CheckResult.CheckFailed(var found, var remedy) ->
                context.sentence(found) + " " + context.sentence(remedy);
            case CheckResult.CheckNotKnown(var why) ->
                context.texts().get("preflight.notKnown", context.sentence(why));
        };
    }

    private static String icon(CheckResult result) {
        return switch (result) {
            case CheckResult.CheckPassed _ -> "mdi2c-check-circle-outline";
            case CheckResult.CheckFailed _ -> "mdi2c-close-octagon-outline";
            case CheckResult.CheckNotKnown _ -> "mdi2h-help-circle-outline";
        };
    }

    private static ColorRole role(CheckResult result) {
        return switch (result) {
            case CheckResult.CheckPassed _ -> ColorRole.GOOD;
            case CheckResult.CheckFailed _ -> ColorRole.DANGER;
            case CheckResult.CheckNotKnown _ -> ColorRole.NEUTRAL;
        };
    }

    private static String key(CheckResult result) {
        return switch (result) {
            case CheckResult.CheckPassed _ -> "preflight.passed.spoken";
            case CheckResult.CheckFailed _ -> "preflight.failed.spoken";
            case CheckResult.CheckNotKnown _ -> "preflight.notKnown.spoken";
        };
    }
}
