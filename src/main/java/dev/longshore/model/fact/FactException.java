package dev.longshore.model.fact;

import org.jspecify.annotations.Nullable;

/** Something that could not be done, with the fact the user is told. Its message is for the log. */
public class FactException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Fact fact;

    /** Without another exception behind it. */
    public FactException(Fact fact) {
        this(fact, null);
    }

    /** With what caused it. */
    public FactException(Fact fact, @Nullable Throwable cause) {
        super(fact.kind() == CommonFact.RECORDED ? fact.figures().getFirst().toString() : fact.toString(), cause);
        this.fact = fact;
    }

    /** What the user is told. */
    public Fact fact() {
        return fact;
    }
}
