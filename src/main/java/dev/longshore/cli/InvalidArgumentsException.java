package dev.longshore.cli;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;

/** Arguments that cannot be followed; does not leave {@link Arguments#parse}. */
final class InvalidArgumentsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fact fact;

    InvalidArgumentsException(StartFact kind, Object... figures) {
        super(kind.key());
        fact = Fact.of(kind, figures);
    }

    /** What is wrong, in one sentence on one line. */
    Fact fact() {
        return fact;
    }
}
