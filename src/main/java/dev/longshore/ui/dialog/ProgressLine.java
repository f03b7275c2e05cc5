package dev.longshore.ui.dialog;

import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says how far something has come, with a bar while it is under way; not there while there is nothing to say. FX thread only. */
public final class ProgressLine extends HBox {
    private final FontIcon icon = new FontIcon();
    private final Label sentence = new WrappedLabel();
    private final ProgressBar bar = new ProgressBar();

    /** A line that says nothing yet. */
    public ProgressLine() {
        getStyleClass().add("hint-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(sentence.textProperty());
        var content = new VBox(sentence, bar);
        content.getStyleClass().add("progress-content");
        setHgrow(content, Priority.ALWAYS);
        getChildren().addAll(icon, content);
        show(TaskProgress.none());
    }

    /** Says that, instead of what it said before. */
    public void show(TaskProgress taskProgress) {
        Visibility.set(this, !taskProgress.sentence().isEmpty());
        Visibility.set(bar, taskProgress.underWay());
        sentence.setText(taskProgress.sentence());
        taskProgress.colorRole().applyTo(this);
        icon.setIconLiteral(switch (taskProgress.colorRole()) {
            case GOOD -> "mdi2c-check-circle-outline";
            case RISK, DANGER -> "mdi2a-alert-outline";
            case NEUTRAL, RUNNING, UPLOADING, WAITING -> "mdi2i-information-outline";
        });
    }

    /** What it says. */
    public String sentence() {
        return sentence.getText();
    }
}
