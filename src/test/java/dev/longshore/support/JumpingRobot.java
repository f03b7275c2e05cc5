package dev.longshore.support;

import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

/** A robot whose mouse jumps to what it clicks on, instead of walking there pixel by pixel. Its drags still walk. */
final class JumpingRobot extends FxRobot {

    @Override
    public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        jumpTo(point);
        return super.clickOn(point, motion, buttons);
    }

    @Override
    public FxRobot doubleClickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        jumpTo(point);
        return super.doubleClickOn(point, motion, buttons);
    }

    private void jumpTo(PointQuery point) {
        robotContext().getMouseRobot().moveNoWait(point.query());
    }
}
