package dev.longshore.ui.control.timeline;

import dev.longshore.model.Deadline;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.IconStyle;
import dev.longshore.ui.look.Urgency;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The shape and the colour of each mark of a timeline. */
final class MarkStyle {
    /** Credentials are renewed, staged data is not: where words are scarce, those about the data come first. */
    static final Comparator<TimelineMark> MOST_IMPORTANT_FIRST = Comparator.comparing(
            each -> each instanceof TimelineMark.DeadlineMark deadlineMark
                    && deadlineMark.deadline().cause() == Deadline.Cause.CREDENTIALS);

    private MarkStyle() {}

    static Ikon icon(TimelineMark mark) {
        return switch (mark) {
            case TimelineMark.PhaseMark phaseMark -> IconStyle.of(phaseMark.span().status()).icon();
            case TimelineMark.TransitionMark _,TimelineMark.WatchGapMark _,TimelineMark.SilenceMark _ ->
                MaterialDesignE.EYE_OFF_OUTLINE;
            case TimelineMark.SealedMark _ -> MaterialDesignL.LOCK_OUTLINE;
            case TimelineMark.NoAbortMark _ -> MaterialDesignC.CANCEL;
            case TimelineMark.NowMark _ -> MaterialDesignC.CLOCK_OUTLINE;
            case TimelineMark.CommandMark commandMark -> IconStyle.of(commandMark.states().getLast()).icon();
            case TimelineMark.ExternalChangeMark _,TimelineMark.CleanupMovedMark _ ->
                MaterialDesignA.ACCOUNT_ALERT_OUTLINE;
            case TimelineMark.DeadlineMark deadlineMark -> icon(deadlineMark);
            case TimelineMark.ForecastMark _ -> MaterialDesignF.FLAG_CHECKERED;
            case TimelineMark.DrawnDateMark(var date) -> icon(date.origin());
            case TimelineMark.MarginMark marginMark -> marginMark.urgency().icon();
            case TimelineMark.MarkGroup(var marks) -> isDeadline(mark)
                    ? icon(foremost(marks))
                    : MaterialDesignD.DOTS_HORIZONTAL_CIRCLE_OUTLINE;
        };
    }

    static ColorRole colorRole(TimelineMark mark) {
        return switch (mark) {
            case TimelineMark.PhaseMark phaseMark -> IconStyle.of(phaseMark.span().status()).colorRole();
            case TimelineMark.TransitionMark _,TimelineMark.WatchGapMark _ -> ColorRole.NEUTRAL;
            case TimelineMark.SilenceMark _ -> ColorRole.RISK;
            case TimelineMark.MarkGroup(var marks) ->
                isDeadline(mark) ? colorRole(foremost(marks)) : ColorRole.NEUTRAL;
            case TimelineMark.SealedMark _,TimelineMark.NoAbortMark _ -> ColorRole.WAITING;
            case TimelineMark.NowMark _,TimelineMark.ForecastMark _ -> ColorRole.RUNNING;
            case TimelineMark.CommandMark commandMark ->
                IconStyle.of(commandMark.states().getLast()).colorRole();
            case TimelineMark.ExternalChangeMark _,TimelineMark.CleanupMovedMark _ -> ColorRole.RISK;
            case TimelineMark.DeadlineMark deadlineMark -> colorRole(deadlineMark);
            case TimelineMark.DrawnDateMark drawnDateMark -> drawnDateMark.date().urgency().colorRole();
            case TimelineMark.MarginMark(_, _, _, var urgency) ->
                urgency == Urgency.CALM ? ColorRole.GOOD : urgency.colorRole();
        };
    }

    /** That one of gathered deadlines which stands for all. */
    static TimelineMark foremost(List<TimelineMark> marks) {
        return Collections.min(marks, MOST_IMPORTANT_FIRST);
    }

    /** True for deadlines, alone or gathered. */
    static boolean isDeadline(TimelineMark mark) {
        return mark instanceof TimelineMark.DeadlineMark
                || (mark instanceof TimelineMark.MarkGroup(var marks)
                        && marks.stream().allMatch(TimelineMark.DeadlineMark.class::isInstance));
    }

    private static Ikon icon(DrawnDate.DateOrigin origin) {
        return switch (origin) {
            case PLAN -> MaterialDesignG.GHOST_OUTLINE;
            case DEADLINE -> MaterialDesignB.BULLSEYE;
            case FREEZE -> MaterialDesignS.SNOWFLAKE;
            case POLICY -> MaterialDesignC.CALENDAR_ARROW_RIGHT;
        };
    }

    private static Ikon icon(TimelineMark.DeadlineMark mark) {
        if (mark.deadline().cause() == Deadline.Cause.CREDENTIALS) {
            return MaterialDesignK.KEY_OUTLINE;
        }
        return mark.urgency() == Urgency.CALM ? MaterialDesignT.TRIANGLE : mark.urgency().icon();
    }

    private static ColorRole colorRole(TimelineMark.DeadlineMark mark) {
        return mark.deadline().cause() == Deadline.Cause.CREDENTIALS ? ColorRole.WAITING : mark.urgency().colorRole();
    }
}
