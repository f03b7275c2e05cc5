package dev.longshore.ui.look;

import dev.longshore.model.Alert;
import dev.longshore.model.CommandState;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/**
 * The icon and the colour of something, the same wherever it is shown; its word is in {@code text}.
 *
 * @param icon a shape that nothing else of its kind has
 * @param colorRole what its colour says
 */
public record IconStyle(Ikon icon, ColorRole colorRole) {
    /** The style of {@code status}, or of none observed yet. */
    public static IconStyle of(@Nullable Status status) {
        return switch (status) {
            case null ->
                new IconStyle(MaterialDesignE.EYE_OFF_OUTLINE, ColorRole.NEUTRAL);
            case Status.UnknownStatus _ -> new IconStyle(MaterialDesignH.HELP_RHOMBUS_OUTLINE, ColorRole.NEUTRAL);
            case Status.KnownStatus(var phase, _) -> new IconStyle(icon(phase), colorRole(phase));
        };
    }

    /** The style of a command in {@code state}. */
    public static IconStyle of(CommandState state) {
        return switch (state.kind()) {
            case REQUESTED -> new IconStyle(MaterialDesignC.CIRCLE_OUTLINE, ColorRole.NEUTRAL);
            case ACCEPTED -> new IconStyle(MaterialDesignC.CIRCLE_HALF_FULL, ColorRole.RUNNING);
            case OBSERVED -> new IconStyle(MaterialDesignC.CHECK_CIRCLE, ColorRole.GOOD);
            case UNANSWERED -> new IconStyle(MaterialDesignH.HELP_CIRCLE_OUTLINE, ColorRole.RISK);
            case REFUSED -> new IconStyle(MaterialDesignC.CLOSE_CIRCLE, ColorRole.DANGER);
            case NOT_SENT -> new IconStyle(MaterialDesignC.CANCEL, ColorRole.DANGER);
            case NO_EFFECT -> new IconStyle(MaterialDesignM.MINUS_CIRCLE_OUTLINE, ColorRole.DANGER);
        };
    }

    /** The style of an alert of {@code severity}. */
    public static IconStyle of(Alert.Severity severity) {
        return switch (severity) {
            case ACT_NOW -> new IconStyle(MaterialDesignA.ALERT_OCTAGON_OUTLINE, ColorRole.DANGER);
            case SOON -> new IconStyle(MaterialDesignA.ALERT_OUTLINE, ColorRole.RISK);
            case GOOD -> new IconStyle(MaterialDesignC.CHECK_CIRCLE_OUTLINE, ColorRole.GOOD);
            case LOG -> new IconStyle(MaterialDesignE.EYE_OFF_OUTLINE, ColorRole.NEUTRAL);
        };
    }

    private static Ikon icon(Phase phase) {
        return switch (phase) {
            case INITIALIZING -> MaterialDesignP.PROGRESS_WRENCH;
            case RECEIVING_FILES -> MaterialDesignT.TRAY_ARROW_DOWN;
            case STARTING -> MaterialDesignR.ROCKET_LAUNCH_OUTLINE;
            case IMPORT_IN_PROGRESS -> MaterialDesignD.DATABASE_IMPORT_OUTLINE;
            case PAUSED -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
            case MIGRATION_DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case FAILED -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
            case ABORTED -> MaterialDesignC.CANCEL;
            case CLEANING_UP_FILES -> MaterialDesignB.BROOM;
            case CLOSED -> MaterialDesignA.ARCHIVE_OUTLINE;
        };
    }

    private static ColorRole colorRole(Phase phase) {
        return switch (phase) {
            case INITIALIZING, STARTING, IMPORT_IN_PROGRESS -> ColorRole.RUNNING;
            case RECEIVING_FILES -> ColorRole.UPLOADING;
            case PAUSED -> ColorRole.WAITING;
            case MIGRATION_DONE -> ColorRole.GOOD;
            case FAILED -> ColorRole.DANGER;
            case ABORTED -> ColorRole.RISK;
            case CLEANING_UP_FILES, CLOSED -> ColorRole.NEUTRAL;
        };
    }
}
