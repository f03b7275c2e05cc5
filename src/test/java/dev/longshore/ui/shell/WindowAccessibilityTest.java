package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.shell.WindowPages.WindowPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Whatever takes the focus says to assistive technology what it is and what it is called. */
@ExtendWith(FxExtension.class)
class WindowAccessibilityTest {
    @ParameterizedTest
    @MethodSource("dev.longshore.ui.shell.WindowPages#all")
    void everyControlHasARoleAndAName(WindowPage page, FxRobot robot) {
        var nameless = new ArrayList<String>();

        robot.interact(() -> {
            var window = page.window();
            var theme = new Theme();
            var shell = new ShellView(window.context(new SameThreadUi()), window.appearance(theme),
                    window.hostEnvironment());
            var scene = new Scene(shell.root(), 960, 640);
            theme.applyTo(scene);
            WindowPages.show(page, scene);
            reachable(scene.getRoot()).filter(node -> !isNamed(node)).map(Node::toString).forEach(nameless::add);
            shell.close();
        });

        assertThat(nameless).isEmpty();
    }

    private static Stream<Node> reachable(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        var inner = node instanceof Parent parent ? List.copyOf(parent.getChildrenUnmodifiable()) : List.<Node>of();
        var self = node instanceof Control && node.isFocusTraversable() ? Stream.of(node) : Stream.<Node>empty();
        return Stream.concat(self, inner.stream().flatMap(WindowAccessibilityTest::reachable));
    }

    private static boolean isNamed(Node node) {
        var labelled = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label
                && !label.getText().isBlank();
        var text = node.getAccessibleText() == null && node instanceof TextInputControl field
                ? field.getPromptText()
                : (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return node.getAccessibleRole() != AccessibleRole.NODE && (labelled || (text != null && !text.isBlank()));
    }
}
