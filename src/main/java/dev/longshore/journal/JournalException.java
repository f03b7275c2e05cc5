package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import java.io.Serial;

/** The journal could not be read or written; its message is a sentence for the person (disk full, read-only, locked). */
public final class JournalException extends FactException {
    @Serial private static final long serialVersionUID = 1L;

    /** With a sentence for the person and what caused it. */
    public JournalException(String sentence, Throwable cause) {
        super(Fact.recorded(sentence), cause);
    }

    /** With a sentence for the person that says it all. */
    public JournalException(String sentence) {
        super(Fact.recorded(sentence));
    }
}
