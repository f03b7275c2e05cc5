package dev.longshore.ui.context;

import dev.longshore.model.fact.Fact;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.Property;

/** What the user arranged in the window and finds again at the next start; never a secret. FX thread only. */
public interface Preferences {
    /** What was saved under {@code key}. */
    Optional<String> find(String key);

    /** Saves {@code value} under {@code key}; writing may happen later, on another thread. */
    void save(String key, String value);

    /**
     * Saves {@code value} under {@code key}: a program that is killed after that knows it again. What cannot be written
     * holds until the end of the program.
     *
     * @return completes when it is on disk, on any thread, with why it is not, if so
     */
    default CompletableFuture<Optional<Fact>> saveAtOnce(String key, String value) {
        save(key, value);
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /**
     * Saves as {@link #saveAtOnce}, for what decides what is deleted, sent or watched: what cannot be written is as before,
     * in this run as in the next.
     *
     * @return completes when it is on disk, or as before, on any thread, with why, if so
     */
    default CompletableFuture<Optional<Fact>> saveOrRevert(String key, String value) {
        return saveAtOnce(key, value);
    }

    /** What the user should know now of the reading and the writing of what was saved, or nothing. */
    default Optional<Fact> notice() {
        return Optional.empty();
    }

    /** Sets {@code property} to what was saved under {@code key}, and saves it there whenever it changes. */
    default <E extends Enum<E>> void bind(String key, Property<E> property, E[] values) {
        find(key)
                .flatMap(name -> Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst())
                .ifPresent(property::setValue);
        property.subscribe(value -> save(key, value.name()));
    }
}
