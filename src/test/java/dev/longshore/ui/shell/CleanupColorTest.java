package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.DerivedOrganisation;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.migrations.MigrationRow;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

/** How urgently a cleanup needs the user is one fact: wherever it is shown, it is shown in the same colour. */
@ExtendWith(FxExtension.class)
class CleanupColorTest {
    private static final int CLEANUP_TAB = 3;
    private static final String TABLE = "table";
    private static final String TIMELINE = "timeline";
    private static final String CLEANUP_PANEL = "cleanup panel";
    private static final String CALENDAR = "calendar";

    @ParameterizedTest
    @CsvSource({"billing, DANGER", "orders, RISK", "customers, NEUTRAL"})
    void aDueCleanupHasTheSameColourEverywhere(String migration, ColorRole role, FxRobot robot) {
        var shown = new TreeMap<String, ColorRole>();

        robot.interact(() -> look(migration, shown));

        assertThat(shown).containsExactlyInAnyOrderEntriesOf(
                Map.of(TABLE, role, TIMELINE, role, CLEANUP_PANEL, role, CALENDAR, role));
    }

    private static void look(String migration, Map<String, ColorRole> shown) {
        var organisation = DerivedOrganisation.through(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        var test = new TestWindow(organisation);
        test.watch.answerHistory(key -> DerivedOrganisation.history(organisation, key));
        var theme = new Theme();
        try (var window = new WindowAssembly(
                test.context(new SameThreadUi()), test.appearance(theme), test.hostEnvironment())) {
            var scene = new Scene(window.root(), 1600, 1000);
            theme.applyTo(scene);
            WindowPages.layOut(scene);
            WindowPages.select(scene, migration);
            WindowPages.layOut(scene);
            shown.put(TABLE, role(deadlineCell(scene, migration)));
            shown.put(TIMELINE, role(first(scene, "#timelinePanel .pin", CleanupColorTest::isCleanup)));
            ((TabPane) scene.lookup("#detailTabs")).getSelectionModel().select(CLEANUP_TAB);
            WindowPages.layOut(scene);
            shown.put(CLEANUP_PANEL, role(scene.lookup("#cleanupPanel .hint-line")));
            WindowPages.press(scene, "navCalendar");
            WindowPages.layOut(scene);
            shown.put(CALENDAR, role(first(scene, ".entry-chip.due",
                    chip -> chip.getAccessibleText().startsWith(migration))));
        }
    }

    /** A pin carries its mark, by which it is told apart whatever it says. */
    private static boolean isCleanup(Node pin) {
        return String.valueOf(pin.getUserData()).contains("cause=CLEANUP");
    }

    private static Node deadlineCell(Scene scene, String migration) {
        return first(scene, ".table-row-cell", row -> row instanceof TableRow<?> each
                && each.getItem() instanceof MigrationRow item && item.migration().name().equals(migration))
                .lookup("#colDeadline .first-line");
    }

    private static Node first(Scene scene, String selector, Predicate<Node> wanted) {
        return scene.getRoot().lookupAll(selector).stream().filter(wanted).findFirst().orElseThrow();
    }

    private static ColorRole role(Node node) {
        return Arrays.stream(ColorRole.values()).filter(each -> node.getStyleClass().contains(each.styleClass()))
                .findFirst().orElse(ColorRole.NEUTRAL);
    }
}
