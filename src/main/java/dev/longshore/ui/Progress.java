package dev.longshore.ui;

import dev.longshore.ui.theme.Token;

/**
 * How far something has come that a person waits for.
 *
 * @param sentence for the person; empty while there is nothing to say
 * @param token the colour of the sentence
 * @param underWay true while it is being done
 */
public record Progress(String sentence, Token token, boolean underWay) {
    /** It has not begun. */
    public static Progress none() {
        return new Progress("", Token.NEUTRAL, false);
    }

    /** It is being done. */
    public static Progress underWay(String sentence) {
        return new Progress(sentence, Token.RUNNING, true);
    }

    /** It is done. */
    public static Progress done(String sentence) {
        return new Progress(sentence, Token.GOOD, false);
    }

    /** It could not be done. */
    public static Progress failed(String sentence) {
        return new Progress(sentence, Token.DANGER, false);
    }
}
