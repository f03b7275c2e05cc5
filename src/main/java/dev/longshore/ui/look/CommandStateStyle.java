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
        return switch (state) {
            case CommandState.Requested _ -> new CommandStateStyle(MaterialDesignC.CIRCLE_OUTLINE, ColorRole.NEUTRAL);
            case CommandState.Accepted _ -> new CommandStateStyle(MaterialDesignC.CIRCLE_HALF_FULL, ColorRole.RUNNING);
            case CommandState.Observed _ -> new CommandStateStyle(MaterialDesignC.CHECK_CIRCLE, ColorRole.GOOD);
            case CommandState.Unanswered _ ->
                new CommandStateStyle(MaterialDesignH.HELP_CIRCLE_OUTLINE, ColorRole.RISK);
            case CommandState.Refused refused -> new CommandStateStyle(
                    refused.wasAnswered() ? MaterialDesignC.CLOSE_CIRCLE : MaterialDesignC.CANCEL, ColorRole.DANGER);
            case CommandState.NoEffect _ ->
                new CommandStateStyle(MaterialDesignM.MINUS_CIRCLE_OUTLINE, ColorRole.DANGER);
        };
    }
}
