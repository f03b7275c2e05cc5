package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import java.io.Serial;

/** The journal could not be read or written (disk full, read-only, locked); {@link #fact()} is for the user. */
public final class JournalException extends FactException {
    @Serial private static final long serialVersionUID = 1L;

    /** With what caused it. */
    public JournalException(Fact fact, Throwable cause) {
        super(fact, cause);
    }

    /** Without another exception behind it. */
    public JournalException(Fact fact) {
        super(fact);
    }
}
