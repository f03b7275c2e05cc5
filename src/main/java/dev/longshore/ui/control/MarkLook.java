package dev.longshore.ui.control;

import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.theme.Token;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The shape and the token of each mark of a timeline, and of a command's states. */
final class MarkLook {
    /** Credentials are renewed, staged data is not: where words are scarce, those about the data come first. */
    static final Comparator<Mark> MOST_IMPORTANT_FIRST = Comparator.comparing(
            each -> each instanceof Mark.Due due && due.deadline().cause() == Deadline.Cause.CREDENTIALS);

    private MarkLook() {}

    static Ikon icon(Mark mark, Texts texts) {
        return switch (mark) {
            case Mark.Phase phase -> StatusLook.of(phase.span().status(), texts).icon();
            case Mark.Between _,Mark.Blind _ -> MaterialDesignE.EYE_OFF_OUTLINE;
            case Mark.Sealed _ -> MaterialDesignL.LOCK_OUTLINE;
            case Mark.NoAbort _ -> MaterialDesignC.CANCEL;
            case Mark.Now _ -> MaterialDesignC.CLOCK_OUTLINE;
            case Mark.Asked asked -> icon(asked.states().getLast());
            case Mark.Changed _,Mark.Moved _ -> MaterialDesignA.ACCOUNT_ALERT_OUTLINE;
            case Mark.Due due -> icon(due.deadline().cause());
            case Mark.Ahead _ -> MaterialDesignF.FLAG_CHECKERED;
            case Mark.Several(var marks) -> isDeadline(mark)
                    ? icon(foremost(marks), texts)
                    : MaterialDesignD.DOTS_HORIZONTAL_CIRCLE_OUTLINE;
        };
    }

    static Token token(Mark mark, Texts texts) {
        return switch (mark) {
            case Mark.Phase phase -> StatusLook.of(phase.span().status(), texts).token();
            case Mark.Between _,Mark.Blind _ -> Token.NEUTRAL;
            case Mark.Several(var marks) -> isDeadline(mark) ? token(foremost(marks), texts) : Token.NEUTRAL;
            case Mark.Sealed _,Mark.NoAbort _ -> Token.WAITING;
            case Mark.Now _,Mark.Ahead _ -> Token.RUNNING;
            case Mark.Asked asked -> token(asked.states().getLast());
            case Mark.Changed _,Mark.Moved _ -> Token.RISK;
            case Mark.Due due -> token(due.deadline().cause());
        };
    }

    /** That one of gathered deadlines which stands for all. */
    static Mark foremost(List<Mark> marks) {
        return Collections.min(marks, MOST_IMPORTANT_FIRST);
    }

    /** True for deadlines, alone or gathered. */
    static boolean isDeadline(Mark mark) {
        return mark instanceof Mark.Due
                || (mark instanceof Mark.Several(var marks) && marks.stream().allMatch(Mark.Due.class::isInstance));
    }

    static Ikon icon(CommandState state) {
        return switch (state) {
            case CommandState.Requested _ -> MaterialDesignC.CIRCLE_OUTLINE;
            case CommandState.Accepted _ -> MaterialDesignC.CIRCLE_HALF_FULL;
            case CommandState.Observed _ -> MaterialDesignC.CHECK_CIRCLE;
            case CommandState.Unanswered _ -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
            case CommandState.Refused _ -> MaterialDesignC.CLOSE_CIRCLE;
            case CommandState.NoEffect _ -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
        };
    }

    static Token token(CommandState state) {
        return switch (state) {
            case CommandState.Requested _ -> Token.NEUTRAL;
            case CommandState.Accepted _ -> Token.RUNNING;
            case CommandState.Observed _ -> Token.GOOD;
            case CommandState.Unanswered _,CommandState.NoEffect _ -> Token.RISK;
            case CommandState.Refused _ -> Token.DANGER;
        };
    }

    private static Ikon icon(Deadline.Cause cause) {
        return cause == Deadline.Cause.CREDENTIALS ? MaterialDesignK.KEY_OUTLINE : MaterialDesignT.TRIANGLE;
    }

    private static Token token(Deadline.Cause cause) {
        return cause == Deadline.Cause.CREDENTIALS ? Token.WAITING : Token.DANGER;
    }
}
