package dev.longshore.devops.http;

import java.io.Serial;

/** An answer came that is none; the message is a sentence about what came, for the person, without any secret. */
final class UnreadableAnswerException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
