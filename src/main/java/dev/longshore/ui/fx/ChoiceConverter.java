package dev.longshore.ui.fx;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Writes the choices of a box in words; nothing is ever read back from them. */
public final class ChoiceConverter<T> extends StringConverter<T> {
    private final Function<T, String> words;
    private final Supplier<@Nullable T> chosen;

    /**
     * Words for choices.
     *
     * @param chosen what is chosen now
     */
    public ChoiceConverter(Function<T, String> words, Supplier<@Nullable T> chosen) {
        this.words = words;
        this.chosen = chosen;
    }

    @Override
    public @Nullable String toString(@Nullable T choice) {
        return choice == null ? null : words.apply(choice);
    }

    @Override
    public @Nullable T fromString(@Nullable String text) {
        return chosen.get();
    }
}
