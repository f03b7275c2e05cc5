package dev.longshore.ui.dialog;

import dev.longshore.ui.fx.Visibility;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of a dialog that says how far something has come; not there while there is nothing to say. FX thread only. */
public final class ProgressLine extends HBox {
    private final Label sentence = new Label();

    /** A line that says nothing yet. */
    public ProgressLine() {
        getStyleClass().add("hint-line");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(new FontIcon("mdi2i-information-outline"), sentence);
        show(TaskProgress.none());
    }

    /** Says that, instead of what it said before. */
    public void show(TaskProgress taskProgress) {
        Visibility.set(this, !taskProgress.sentence().isEmpty());
        sentence.setText(taskProgress.sentence());
        taskProgress.colorRole().applyTo(this);
    }

    /** What it says. */
    public String sentence() {
        return sentence.getText();
    }
}
