package dev.longshore.ui;

import dev.longshore.ui.fx.Presence;
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
        show(Progress.none());
    }

    /** Says that, instead of what it said before. */
    public void show(Progress progress) {
        Presence.set(this, !progress.sentence().isEmpty());
        sentence.setText(progress.sentence());
        progress.token().colour(this);
    }

    /** What it says. */
    public String sentence() {
        return sentence.getText();
    }
}
