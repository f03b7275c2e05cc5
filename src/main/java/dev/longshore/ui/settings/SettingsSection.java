package dev.longshore.ui.settings;

import dev.longshore.model.fact.Fact;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.AccessibleToggleSwitch;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.WrappedLabel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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

    /**
     * A switch that stands as what it decides was saved.
     *
     * @param isOn how that is now
     * @param decide saves what it is to be, and tells why it could not, if so
     * @param trouble says that
     */
    final AccessibleToggleSwitch toggle(UiContext context, String id, BooleanSupplier isOn,
            Function<Boolean, CompletableFuture<Optional<Fact>>> decide, ProgressLine trouble) {
        var toggle = new AccessibleToggleSwitch();
        toggle.setId(id);
        toggle.setText(text("choice"));
        toggle.setSelected(isOn.getAsBoolean());
        toggle.selectedProperty().subscribe((_, now) -> {
            if (now != isOn.getAsBoolean()) {
                context.whenDone(decide.apply(now), why -> {
                    trouble.show(TaskProgress.ended(why));
                    toggle.setSelected(isOn.getAsBoolean());
                });
            }
        });
        return toggle;
    }

    final Button button(String id, String key, Runnable action) {
        var button = new Button(text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
