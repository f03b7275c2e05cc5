package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Connection;
import dev.longshore.model.Environment;
import dev.longshore.support.Estate;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.theme.Theme;
import dev.longshore.watch.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Two connections have a database of one name, and migrations of the same names: everything says whose it is. */
@ExtendWith(FxExtension.class)
class SameDatabaseNameTest {
    private static final Connection HARBOUR = Estate.connection("harbour", Environment.TEST, false);
    private static final Connection LAGOON = Estate.connection("lagoon", Environment.PRODUCTION, false);

    static Stream<Pages.Page> pages() {
        var both = both();
        return Stream.of(
                new Pages.Page("table", both, _ -> {}),
                new Pages.Page("groups", both, scene -> Pages.press(scene, "modeByDatabase")),
                new Pages.Page("calendar", both, scene -> Pages.press(scene, "navCalendar")),
                new Pages.Page("queue", both, scene -> Pages.press(scene, "navQueue")),
                new Pages.Page("settings", both, scene -> Pages.press(scene, "navSettings")));
    }

    private static Snapshot both() {
        var one = Estate.dozen(HARBOUR);
        var other = Estate.dozen(LAGOON);
        return new Snapshot(
                2, Estate.NOW, List.of(Estate.watched(HARBOUR), Estate.watched(LAGOON)),
                Stream.of(0, 1, 2, 3).flatMap(i -> Stream.of(one.migrations().get(i), other.migrations().get(i)))
                        .toList(),
                List.of(), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyScreenSaysWhoseItIs(Pages.Page page, FxRobot robot) {
        assertThat(texts(page, robot)).anyMatch(text -> text.contains("harbour"))
                .anyMatch(text -> text.contains("lagoon"));
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void everyDialogSaysWhoseItIs(Pages.Page page, FxRobot robot) {
        assertThat(texts(page, robot)).anyMatch(text -> text.contains("lagoon"));
    }

    static Stream<Pages.Page> dialogs() {
        var alone = Estate.dozen(LAGOON);
        var quiet = Estate.with(alone, alone.migrations().stream().map(Estate::withoutCommand).toList());
        return Stream.of("abortAction", "cleanUpAction", "launchAction", "scheduleCleanupAction")
                .map(button -> new Pages.Page(button, quiet, scene -> {
                    Pages.select(scene,
                            button.startsWith("clean") || button.startsWith("launch") ? "customers" : "orders");
                    Pages.press(scene, button);
                }));
    }

    private static Set<String> texts(Pages.Page page, FxRobot robot) {
        var found = new TreeSet<String>();
        robot.interact(() -> {
            var window = new TestWindow(page.snapshot());
            var theme = new Theme();
            var shell = new Shell(window.ui(new SameThreadUi()), window.look(theme), window.firstStart());
            var scene = new Scene(shell.root(), 1600, 1000);
            theme.applyTo(scene);
            Pages.show(page, scene);
            var dialog = scene.lookup("#confirmDialog");
            // What is below a dialog says it anyhow.
            collect(dialog == null ? scene.lookup("#screens") : dialog, found::add);
            shell.close();
        });
        return found;
    }

    private static void collect(Node node, Consumer<String> keep) {
        Optional.ofNullable(node.getAccessibleText()).ifPresent(keep);
        switch (node) {
            case Labeled labeled when labeled.getText() != null -> keep.accept(labeled.getText());
            case Text text -> keep.accept(text.getText());
            default -> {
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, keep));
        }
    }
}
