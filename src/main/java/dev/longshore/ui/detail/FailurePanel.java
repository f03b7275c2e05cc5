package dev.longshore.ui.detail;

import dev.longshore.model.Action;
import dev.longshore.model.advice.FailureCause;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.actions.ActionSlot;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A failed or aborted import: what the service said, what that most likely means, and the two ways to go on that the
 * documentation has, beside how long the staged data is still there.
 */
final class FailurePanel extends VBox {
    private static final double GAP = 8;
    private static final int MOST_ROWS = 6;
    private static final int LETTERS_IN_A_ROW = 90;

    private final UiContext context;
    private final ActionsViewModel actions;
    private final Label headline = words("failureHeadline");
    private final TextArea message = new TextArea();
    private final HBox messageBox = new HBox(GAP, message);
    private final Label silence = words("failureSilence");
    private final Label disappears = words("failureDisappears");
    private final Label meaning = words("failureMeaning");
    private final Label relaunchRule = words("failureRelaunchRule");
    private final Label restartRule = words("failureRestartRule");
    private final Label partial = words("failurePartial");
    private final Label warning = words("failureWarning");
    private final HBox guard = new HBox(GAP, new FontIcon("mdi2s-shield-alert-outline"), warning);
    private final Button relaunch;
    private final Button restart;
    private final Button safeTime;
    private final ActionSlot relaunchSlot;
    private final ActionSlot restartSlot;
    private final HBox choice = new HBox(GAP);

    FailurePanel(UiContext context, ActionsViewModel actions) {
        super(GAP);
        this.context = context;
        this.actions = actions;
        relaunch = button("failureRelaunch", "detail.failure.relaunch");
        restart = button("failureRestart", "detail.failure.restart");
        safeTime = button("failureSafeCleanup", "detail.cleanup.safe");
        relaunchSlot = slot(relaunch);
        restartSlot = slot(restart);
        buildMessage();
        partial.setText(context.texts().get("detail.failure.partial"));
        getChildren().addAll(headline, messageBox, silence, meaning, choice(), relaunchRule, restartRule, partial,
                guard);
        guard.setAlignment(Pos.CENTER_LEFT);
        guard.getChildren().add(safeTime);
        HBox.setHgrow(warning, Priority.ALWAYS);
        warning.setMaxWidth(Double.MAX_VALUE);
    }

    private void buildMessage() {
        message.setId("failureMessage");
        message.setAccessibleText(context.texts().get("detail.failure.message"));
        message.setEditable(false);
        message.setWrapText(true);
        message.getStyleClass().add("monospaced");
        message.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(message, Priority.ALWAYS);
        var copy = button("failureCopy", "detail.failure.copy");
        copy.setOnAction(_ -> SystemClipboard.copy(message.getText()));
        messageBox.getChildren().add(copy);
    }

    private HBox choice() {
        relaunch.setOnAction(_ -> actions.request(Action.LAUNCH));
        actions.availabilityProperty(Action.LAUNCH).subscribe(availability -> {
            relaunchSlot.show(availability);
            describe(relaunchRule, "detail.failure.relaunch.rule", availability);
        });
        disappears.getStyleClass().add("chosen-time");
        choice.getChildren().setAll(relaunchSlot, restartSlot, new FontIcon("mdi2t-timer-sand"), disappears);
        choice.setAlignment(Pos.CENTER_LEFT);
        return choice;
    }

    /** The rule of a way to go on, and why it cannot be gone now. */
    private void describe(Label label, String rule, ActionAvailability availability) {
        label.setText(context.texts().get(rule)
                + (availability.enabled() ? ""
                        : " " + context.texts().get("detail.failure.notNow", availability.sentence())));
    }

    /** Shows {@code failure} of {@code migration}; {@code begin} is called where a new one is to take its place. */
    void show(WatchedMigration migration, FailureExplanation failureExplanation, Consumer<WatchedMigration> begin) {
        headline.setText(failureExplanation.headline());
        showMessage(failureExplanation.message());
        silence.setText(failureExplanation.silence());
        Visibility.set(silence, !failureExplanation.silence().isEmpty());
        disappears.setText(failureExplanation.disappears());
        order(failureExplanation.cause());
        meaning.setText(failureExplanation.meaning());
        describe(restartRule, "detail.failure.restart.rule", failureExplanation.restart());
        restartSlot.show(failureExplanation.restart());
        restart.setOnAction(_ -> begin.accept(migration));
        warning.setText(context.sentence(failureExplanation.warning().explanation()));
        guard.getStyleClass().setAll("hint-line", Urgency.of(failureExplanation.warning()).colorRole().styleClass());
        Visibility.set(safeTime,
                failureExplanation.warning().saferTime().isPresent() && failureExplanation.restart().enabled());
        safeTime.setOnAction(_ -> actions.requestSafeCleanup(migration.key()));
    }

    /** The way that helps against the cause comes first and stands out; where nobody knows it, neither does. */
    private void order(FailureCause cause) {
        var known = cause != FailureCause.UNKNOWN;
        var slots = cause.isInTheFiles() ? List.of(restartSlot, relaunchSlot) : List.of(relaunchSlot, restartSlot);
        if (!choice.getChildren().subList(0, slots.size()).equals(slots)) {
            var rest = choice.getChildren().subList(slots.size(), choice.getChildren().size());
            choice.getChildren().setAll(Stream.concat(slots.stream(), rest.stream()).toList());
        }
        relaunch.setText(context.texts().get(
                cause.isInTheFiles() ? "detail.failure.relaunch.anyway" : "detail.failure.relaunch"));
        standOut(relaunch, known && !cause.isInTheFiles());
        standOut(restart, cause.isInTheFiles());
    }

    private static void standOut(Button button, boolean does) {
        button.getStyleClass().remove("accent");
        if (does) {
            button.getStyleClass().add("accent");
        }
    }

    /** Not written anew while it is the same: a user may have marked some of it. */
    private void showMessage(String text) {
        Visibility.set(messageBox, !text.isEmpty());
        if (!text.equals(message.getText())) {
            message.setText(text);
            var rows = text.lines().mapToLong(each -> 1 + each.length() / LETTERS_IN_A_ROW).sum();
            message.setPrefRowCount(Math.clamp(rows, 1, MOST_ROWS));
        }
    }

    private Button button(String id, String key) {
        var button = new Button(context.texts().get(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("small");
        return button;
    }

    private static ActionSlot slot(Button button) {
        var slot = new ActionSlot();
        slot.getChildren().setAll(button);
        slot.setMinWidth(USE_PREF_SIZE);
        return slot;
    }

    private static Label words(String id) {
        var label = new WrappedLabel();
        label.setId(id);
        return label;
    }
}
