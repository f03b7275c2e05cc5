package dev.longshore.model.fact;

/**
 * What a {@link Fact} is. Implemented by enums, one for each room that has something to say; each constant says in its
 * documentation which figures belong to it, in which order. Its sentence stands in the bundle under {@link #key()}.
 */
public interface FactKind {
    /** The name of the constant. */
    String name();

    /** The key of the sentence, the same in every version: journals keep it. */
    default String key() {
        return getClass().getSimpleName() + "." + name();
    }
}
