package dev.longshore.ui.shell;

import dev.longshore.text.Texts;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line above everything, dialogs too, that says that something of the program failed. FX thread only. */
final class FaultNotice extends HBox {
    FaultNotice(Texts texts) {
        setId("faultNotice");
        getStyleClass().addAll("hint-line", "banner", ColorRole.DANGER.styleClass());
        setMaxHeight(USE_PREF_SIZE);
        var sentence = new WrappedLabel(texts.get("shell.fault"));
        sentence.setId("faultSentence");
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var close = new Button("", new FontIcon("mdi2c-close"));
        close.setId("faultClose");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setAccessibleText(texts.get("shell.fault.close"));
        close.setOnAction(_ -> Visibility.set(this, false));
        getChildren().addAll(new FontIcon("mdi2a-alert-outline"), sentence, close);
        Visibility.set(this, false);
    }

    void show() {
        Visibility.set(this, true);
    }
}
