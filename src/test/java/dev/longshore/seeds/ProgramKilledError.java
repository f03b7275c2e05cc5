package dev.longshore.seeds;

import java.io.Serial;

/** Ends whatever the program was doing when it was killed. */
final class ProgramKilledError extends Error {
    @Serial private static final long serialVersionUID = 1L;

    ProgramKilledError() {
        super("The program was killed here.", null, false, false);
    }
}
