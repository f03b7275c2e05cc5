package dev.longshore.ui.dialog;

import dev.longshore.ui.look.ColorRole;

/**
 * How far something has come that a user waits for.
 *
 * @param sentence for the user; empty while there is nothing to say
 * @param colorRole the colour of the sentence
 * @param underWay true while it is being done
 */
public record TaskProgress(String sentence, ColorRole colorRole, boolean underWay) {
    /** It has not begun. */
    public static TaskProgress none() {
        return new TaskProgress("", ColorRole.NEUTRAL, false);
    }

    /** It is being done. */
    public static TaskProgress underWay(String sentence) {
        return new TaskProgress(sentence, ColorRole.RUNNING, true);
    }

    /** It is done. */
    public static TaskProgress done(String sentence) {
        return new TaskProgress(sentence, ColorRole.GOOD, false);
    }

    /** It could not be done. */
    public static TaskProgress failed(String sentence) {
        return new TaskProgress(sentence, ColorRole.DANGER, false);
    }

    /** It has ended: with nothing to say, or with {@code trouble} where that is not empty. */
    public static TaskProgress ended(String trouble) {
        return trouble.isEmpty() ? none() : failed(trouble);
    }
}
