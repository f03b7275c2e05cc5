package dev.longshore.ui.control;

import dev.longshore.ui.theme.Token;

/** How urgently a deadline needs a person. */
public enum Risk {
    /** Nothing is at stake, or there is plenty of time. */
    CALM,
    /** Soon: worth a look. */
    SOON,
    /** Data will be lost unless a person acts now. */
    ACUTE;

    /** The token it is shown with. */
    public Token token() {
        return switch (this) {
            case CALM -> Token.NEUTRAL;
            case SOON -> Token.RISK;
            case ACUTE -> Token.DANGER;
        };
    }
}
