package dev.longshore.ui.migrations;

import dev.longshore.text.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;

/**
 * A box with whose check marks the user says which values a row may have; without any, all are shown. FX thread only.
 */
final class CheckFilter<T> {
    private static final Set<KeyCode> OPENING = Set.of(KeyCode.SPACE, KeyCode.ENTER, KeyCode.DOWN, KeyCode.F4);

    private final CheckComboBox<T> box;
    private final Property<Set<T>> chosen;
    private final Texts texts;
    private final String name;
    private boolean changing;

    /**
     * Has {@code box} show and change {@code chosen}.
     *
     * @param name what the values are, in words
     */
    CheckFilter(CheckComboBox<T> box, Property<Set<T>> chosen, Texts texts, String name) {
        this.box = box;
        this.chosen = chosen;
        this.texts = texts;
        this.name = name;
        box.setAccessibleRole(AccessibleRole.COMBO_BOX);
        box.getCheckModel().getCheckedItems().addListener((ListChangeListener<T>) _ -> take());
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (OPENING.contains(event.getCode())) {
                box.show();
                event.consume();
            }
        });
        chosen.subscribe(this::show);
    }

    /** Calls the values by {@code words}. */
    CheckFilter<T> named(Function<T, String> words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(@Nullable String text) {
                return null;
            }
        });
        return this;
    }

    /** Offers these values; those that are no longer there are not chosen any more. */
    void offer(List<T> values) {
        var before = chosen.getValue();
        changing = true;
        box.getCheckModel().clearChecks();
        box.getItems().setAll(values);
        before.forEach(box.getCheckModel()::check);
        changing = false;
        take();
    }

    private void take() {
        if (!changing) {
            chosen.setValue(Set.copyOf(box.getCheckModel().getCheckedItems()));
        }
    }

    private void show(Set<T> now) {
        changing = true;
        if (!now.equals(Set.copyOf(box.getCheckModel().getCheckedItems()))) {
            box.getCheckModel().clearChecks();
            now.forEach(box.getCheckModel()::check);
        }
        changing = false;
        box.setTitle(now.isEmpty() ? name : texts.get("migrations.filter.chosen", name, now.size()));
        box.setAccessibleText(box.getTitle());
    }
}
