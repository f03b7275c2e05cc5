package dev.longshore.cli;

/** Arguments that cannot be followed; does not leave {@link Arguments#parse}. */
final class InvalidArgumentsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    InvalidArgumentsException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** One sentence for the person, on one line. */
    String sentence() {
        return sentence;
    }
}
