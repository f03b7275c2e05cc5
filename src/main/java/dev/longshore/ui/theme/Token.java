package dev.longshore.ui.theme;

import java.util.Locale;

/** What a colour says. Never told by colour alone: whatever carries a token carries an icon and a word besides. */
public enum Token {
    /** Nothing to say: at rest, over, or not known. */
    NEUTRAL,
    /** Work goes on. */
    RUNNING,
    /** It waits for a person or for its turn. */
    WAITING,
    /** It went well. */
    GOOD,
    /** Something will be lost unless a person acts. */
    RISK,
    /** Something failed, or is being lost. */
    DANGER;

    /** The style class that gives a node this token's colours ({@code longshore.css}). */
    public String styleClass() {
        return "token-" + name().toLowerCase(Locale.ROOT);
    }
}
