package dev.longshore.ui.shell;

import dev.longshore.ui.context.Preferences;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.Property;

/** Binds choices of the person to what is kept for the next start. */
final class PreferenceBinder {
    private final Preferences preferences;

    PreferenceBinder(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Sets {@code property} to what was kept under {@code key}, and keeps it there from now on. */
    <E extends Enum<E>> void bind(String key, Property<E> property, E[] values) {
        preferences.find(key).flatMap(kept -> named(kept, values)).ifPresent(property::setValue);
        property.subscribe(value -> preferences.save(key, value.name()));
    }

    private static <E extends Enum<E>> Optional<E> named(String name, E[] values) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
