package dev.longshore.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import org.testfx.api.FxRobot;

/** Where the window shows that a field has to be changed. */
final class FieldMarks {
    private FieldMarks() {}

    /** The ID of the field that is marked. */
    static Optional<String> marked(FxRobot robot) {
        return robot.lookup("#fieldMark").match(Node::isVisible).tryQuery().map(each -> each.getParent().getId());
    }
}
