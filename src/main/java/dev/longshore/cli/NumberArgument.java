package dev.longshore.cli;

/** Numbers among the arguments. */
final class NumberArgument {

    static final int HIGHEST_PORT = 65_535;

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
        throw new InvalidArgumentsException("--simulator needs a port from 0 to 65535, not \"" + text + "\".");
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
        throw new InvalidArgumentsException("--speed needs a number above 0, not \"" + text + "\".");
    }
}
