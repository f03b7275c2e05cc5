package dev.longshore.devops.http;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.io.Serial;

/** An answer came that is none; the fact says what came, and quotes it as it is. */
final class UnreadableAnswerException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Fact fact;

    UnreadableAnswerException(Fact fact) {
        super(fact.kind().key());
        this.fact = fact;
    }

    UnreadableAnswerException(ServiceFact kind, Object... figures) {
        this(Fact.of(kind, figures));
    }

    Fact fact() {
        return fact;
    }
}
