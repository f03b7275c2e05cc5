package dev.longshore.ui.look;

import dev.longshore.model.Alert;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/**
 * The icon and the colour of an alert, the same in the list of alerts and in the activity log.
 *
 * @param icon a shape no other severity has
 * @param colorRole what its colour says
 */
public record SeverityStyle(Ikon icon, ColorRole colorRole) {
    /** The style of {@code severity}. */
    public static SeverityStyle of(Alert.Severity severity) {
        return switch (severity) {
            case ACT_NOW -> new SeverityStyle(MaterialDesignA.ALERT_OCTAGON_OUTLINE, ColorRole.DANGER);
            case SOON -> new SeverityStyle(MaterialDesignA.ALERT_OUTLINE, ColorRole.RISK);
            case GOOD -> new SeverityStyle(MaterialDesignC.CHECK_CIRCLE_OUTLINE, ColorRole.GOOD);
            case LOG -> new SeverityStyle(MaterialDesignE.EYE_OFF_OUTLINE, ColorRole.NEUTRAL);
        };
    }
}
