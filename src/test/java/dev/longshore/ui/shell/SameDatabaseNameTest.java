package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Connection;
import dev.longshore.model.Environment;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.look.Theme;
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
    private static final Connection HARBOUR = TestOrganisation.connection("harbour", Environment.TEST, false);
    private static final Connection LAGOON = TestOrganisation.connection("lagoon", Environment.PRODUCTION, false);

    static Stream<WindowPages.WindowPage> pages() {
        var both = both();
        return Stream.of(
                new WindowPages.WindowPage("table", both, _ -> {},
                        new WindowPages.PageSubject("#migrationTable", "harbour")),
                new WindowPages.WindowPage("groups", both, scene -> WindowPages.press(scene, "modeByDatabase"),
                        new WindowPages.PageSubject("#migrationTable", "harbour")),
                new WindowPages.WindowPage("calendar", both, scene -> WindowPages.press(scene, "navCalendar"),
                        new WindowPages.PageSubject("#cleanupCalendar", "orders")),
                new WindowPages.WindowPage("queue", both, scene -> WindowPages.press(scene, "navQueue"),
                        new WindowPages.PageSubject("#screens", "orders")),
                new WindowPages.WindowPage("settings", both, scene -> WindowPages.press(scene, "navSettings"),
                        new WindowPages.PageSubject("#connections", "harbour")));
    }

    private static Snapshot both() {
        var one = TestOrganisation.dozen(HARBOUR);
        var other = TestOrganisation.dozen(LAGOON);
        return new Snapshot(
                2, TestOrganisation.NOW, List.of(TestOrganisation.watched(HARBOUR), TestOrganisation.watched(LAGOON)),
                Stream.of(0, 1, 2, 3).flatMap(i -> Stream.of(one.migrations().get(i), other.migrations().get(i)))
                        .toList(),
                List.of(), List.of());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyScreenSaysWhoseItIs(WindowPages.WindowPage page, FxRobot robot) {
        assertThat(texts(page, robot)).anyMatch(text -> text.contains("harbour"))
                .anyMatch(text -> text.contains("lagoon"));
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void everyDialogSaysWhoseItIs(WindowPages.WindowPage page, FxRobot robot) {
        assertThat(texts(page, robot)).anyMatch(text -> text.contains("lagoon"));
    }

    static Stream<WindowPages.WindowPage> dialogs() {
        var alone = TestOrganisation.dozen(LAGOON);
        var quiet = TestOrganisation.with(alone,
                alone.migrations().stream().map(TestOrganisation::withoutCommand).toList());
        return Stream.of(
                dialog(Action.ABORT, "orders", quiet), dialog(Action.CLEAN_UP, "customers", quiet),
                dialog(Action.LAUNCH, "customers", WindowPages.launchable(quiet)),
                dialog(Action.SCHEDULE_CLEANUP, "orders", quiet));
    }

    private static WindowPages.WindowPage dialog(Action action, String migration, Snapshot snapshot) {
        return new WindowPages.WindowPage(action.name(), snapshot, scene -> {
            WindowPages.select(scene, migration);
            WindowPages.press(scene, WindowPages.button(action));
        }, WindowPages.confirmation(action, migration));
    }

    private static Set<String> texts(WindowPages.WindowPage page, FxRobot robot) {
        var found = new TreeSet<String>();
        robot.interact(() -> {
            var window = new TestWindow(page.snapshot());
            var theme = new Theme();
            var shell = new WindowAssembly(window.context(new SameThreadUi()), window.appearance(theme),
                    window.hostEnvironment());
            var scene = new Scene(shell.root(), 1600, 1000);
            theme.applyTo(scene);
            WindowPages.show(page, scene);
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
