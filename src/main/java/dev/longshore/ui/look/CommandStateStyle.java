package dev.longshore.ui.look;

import dev.longshore.model.CommandState;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/**
 * The icon and the colour of a command's state, the same in timeline and activity list.
 *
 * @param icon a shape no other state has
 * @param colorRole what its colour says
 */
public record CommandStateStyle(Ikon icon, ColorRole colorRole) {
    /** The style of {@code state}. */
    public static CommandStateStyle of(CommandState state) {
        return switch (state.kind()) {
            case REQUESTED -> new CommandStateStyle(MaterialDesignC.CIRCLE_OUTLINE, ColorRole.NEUTRAL);
            case ACCEPTED -> new CommandStateStyle(MaterialDesignC.CIRCLE_HALF_FULL, ColorRole.RUNNING);
            case OBSERVED -> new CommandStateStyle(MaterialDesignC.CHECK_CIRCLE, ColorRole.GOOD);
            case UNANSWERED -> new CommandStateStyle(MaterialDesignH.HELP_CIRCLE_OUTLINE, ColorRole.RISK);
            case REFUSED -> new CommandStateStyle(MaterialDesignC.CLOSE_CIRCLE, ColorRole.DANGER);
            case NOT_SENT -> new CommandStateStyle(MaterialDesignC.CANCEL, ColorRole.DANGER);
            case NO_EFFECT -> new CommandStateStyle(MaterialDesignM.MINUS_CIRCLE_OUTLINE, ColorRole.DANGER);
        };
    }
}
