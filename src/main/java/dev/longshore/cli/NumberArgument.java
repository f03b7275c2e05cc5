package dev.longshore.cli;

import dev.longshore.model.fact.StartFact;

/** Numbers among the arguments. */
final class NumberArgument {

    private static final int HIGHEST_PORT = 65_535;

    private NumberArgument() {}

    static int port(String text) throws InvalidArgumentsException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of range.
        }
        throw new InvalidArgumentsException(StartFact.PORT_MALFORMED, text);
    }

    static double speed(String text) throws InvalidArgumentsException {
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0 && Double.isFinite(speed)) {
                return speed;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of range.
        }
        throw new InvalidArgumentsException(StartFact.SPEED_MALFORMED, text);
    }
}
