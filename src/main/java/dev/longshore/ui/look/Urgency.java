package dev.longshore.ui.look;

import dev.longshore.model.cleanup.Collision;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** How urgently a deadline needs a user. */
public enum Urgency {
    /** Nothing is at stake, or there is plenty of time. */
    CALM,
    /** Soon: worth a look. */
    SOON,
    /** Data will be lost unless a user acts now. */
    ACUTE;

    /**
     * How urgently a cleanup needs the user: by the time that is left, and by the expected end of upload or import.
     *
     * @param collision what the collision guard says of it; empty where no cleanup is due or nothing was observed
     */
    public static Urgency of(Optional<Collision> collision) {
        return collision.map(Urgency::of).orElse(CALM);
    }

    /** How urgently a cleanup needs the user, by what the collision guard says of it. */
    public static Urgency of(Collision collision) {
        return switch (collision.risk()) {
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

    /** A shape for each degree, so that nothing is said by colour alone. */
    public Ikon icon() {
        return switch (this) {
            case CALM -> MaterialDesignC.CHECK;
            case SOON -> MaterialDesignA.ALERT_OUTLINE;
            case ACUTE -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
        };
    }
}
