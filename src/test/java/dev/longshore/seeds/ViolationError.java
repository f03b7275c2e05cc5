package dev.longshore.seeds;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The program said or did what it must not. */
final class ViolationError extends AssertionError {
    @Serial private static final long serialVersionUID = 1L;

    ViolationError(String what) {
        super(what);
    }

    /** Fails with a formatted sentence unless {@code holds}. */
    @SuppressWarnings("AnnotateFormatMethod")
    static void unless(boolean holds, String what, @Nullable Object... figures) {
        if (!holds) {
            throw new ViolationError(what.formatted(figures));
        }
    }
}
