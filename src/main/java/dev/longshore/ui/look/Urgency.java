package dev.longshore.ui.look;

import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.cleanup.Risk;
import java.util.Optional;

/** How urgently a deadline needs a person. */
public enum Urgency {
    /** Nothing is at stake, or there is plenty of time. */
    CALM,
    /** Soon: worth a look. */
    SOON,
    /** Data will be lost unless a person acts now. */
    ACUTE;

    /**
     * How urgently a cleanup needs the user: by the time that is left, and by the expected end of upload or import.
     *
     * @param collision what the collision guard says of it; empty where no cleanup is due or nothing was observed
     */
    public static Urgency of(Optional<Collision> collision) {
        return collision.map(Collision::risk).map(Urgency::of).orElse(CALM);
    }

    private static Urgency of(Risk risk) {
        return switch (risk) {
            case NONE, UNKNOWN -> CALM;
            case AMBER -> SOON;
            case RED -> ACUTE;
        };
    }

    /** The colour it is shown in. */
    public ColorRole colorRole() {
        return switch (this) {
            case CALM -> ColorRole.NEUTRAL;
            case SOON -> ColorRole.RISK;
            case ACUTE -> ColorRole.DANGER;
        };
    }
}
