package dev.longshore.ui.actions;

import java.util.Optional;

/**
 * What became of what the user did last, where that is worth a word.
 *
 * @param sentence in words
 * @param undo takes it back, where it can be
 */
public record ActionFeedback(String sentence, Optional<Runnable> undo) {
    /** A notice of something that cannot be taken back. */
    static ActionFeedback of(String sentence) {
        return new ActionFeedback(sentence, Optional.empty());
    }
}
