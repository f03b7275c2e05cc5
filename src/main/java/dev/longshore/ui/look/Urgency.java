package dev.longshore.ui.look;

/** How urgently a deadline needs a person. */
public enum Urgency {
    /** Nothing is at stake, or there is plenty of time. */
    CALM,
    /** Soon: worth a look. */
    SOON,
    /** Data will be lost unless a person acts now. */
    ACUTE;

    /** The token it is shown with. */
    public ColorRole colorRole() {
        return switch (this) {
            case CALM -> ColorRole.NEUTRAL;
            case SOON -> ColorRole.RISK;
            case ACUTE -> ColorRole.DANGER;
        };
    }
}
