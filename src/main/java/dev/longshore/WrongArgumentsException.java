package dev.longshore;

/** Arguments that cannot be followed; does not leave {@link Arguments#parse}. */
final class WrongArgumentsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    WrongArgumentsException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** One sentence for the person, on one line. */
    String sentence() {
        return sentence;
    }
}
