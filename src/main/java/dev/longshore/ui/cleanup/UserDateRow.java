package dev.longshore.ui.cleanup;

import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A deadline, a freeze or a policy in its list: what it says, and buttons for it. FX thread only. */
final class UserDateRow extends HBox {
    private final WrappedLabel sentence;

    /** A row without buttons that says nothing yet. */
    UserDateRow(String icon, String... styleClasses) {
        sentence = new WrappedLabel("", styleClasses);
        sentence.setGraphic(new FontIcon(icon));
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        setHgrow(sentence, Priority.ALWAYS);
        getStyleClass().add("field-line");
        getChildren().add(sentence);
    }

    UserDateRow saying(String text) {
        sentence.setText(text);
        return this;
    }

    /** In that colour. */
    void say(String text, ColorRole colorRole) {
        sentence.setText(text);
        colorRole.applyTo(sentence);
    }

    /**
     * Adds a button.
     *
     * @param spoken what it does, and to which of them, for assistive technology
     */
    UserDateRow with(String styleClass, String words, String spoken, Runnable action) {
        var button = new Button(words);
        button.getStyleClass().add(styleClass);
        button.setAccessibleText(spoken);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        getChildren().add(button);
        return this;
    }
}
