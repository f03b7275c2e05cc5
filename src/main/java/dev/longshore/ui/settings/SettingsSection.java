package dev.longshore.ui.settings;

import dev.longshore.text.Texts;
import dev.longshore.ui.fx.WrappedLabel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A part of the settings, whose texts begin with the same key. FX thread only. */
abstract class SettingsSection extends VBox {
    private final Texts texts;
    private final String prefix;

    /** A part whose texts have keys that begin with {@code prefix}, which ends in a dot. */
    SettingsSection(Texts texts, String prefix) {
        this.texts = texts;
        this.prefix = prefix;
        getStyleClass().add("settings-section");
    }

    final String text(String key, Object... arguments) {
        return texts.get(prefix + key, arguments);
    }

    final Label title(String text) {
        var title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }

    final Label note(String text) {
        return new WrappedLabel(text, "note");
    }

    final Button button(String id, String key, Runnable action) {
        var button = new Button(text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
