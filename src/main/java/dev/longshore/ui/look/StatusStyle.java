package dev.longshore.ui.look;

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
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/**
 * The icon and the colour of a status, the same wherever it is shown; its word is in {@link
 * dev.longshore.text.StatusText}.
 *
 * @param icon a shape no other status has
 * @param colorRole what its colour says
 */
public record StatusStyle(Ikon icon, ColorRole colorRole) {

    /** The style of {@code status}, or of none observed yet. */
    public static StatusStyle of(@Nullable Status status) {
        return switch (status) {
            case null ->
                new StatusStyle(MaterialDesignE.EYE_OFF_OUTLINE, ColorRole.NEUTRAL);
            case Status.UnknownStatus _ -> new StatusStyle(MaterialDesignH.HELP_RHOMBUS_OUTLINE, ColorRole.NEUTRAL);
            case Status.KnownStatus(var phase, _) -> new StatusStyle(icon(phase), colorRole(phase));
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
