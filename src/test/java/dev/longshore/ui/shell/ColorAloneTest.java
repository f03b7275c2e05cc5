package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.SameThreadUi;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.shell.WindowPages.WindowPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;

/** A state that has a colour has a word or a shape beside it, in every screen and dialog. */
@ExtendWith(FxExtension.class)
class ColorAloneTest {
    private static final Set<String> COLOURS = Stream.of(ColorRole.values()).filter(each -> each != ColorRole.NEUTRAL)
            .map(ColorRole::styleClass).collect(Collectors.toSet());

    /** Drawn as nothing else is: dotted around what nobody knows and around a wait, striped over a range ahead. */
    private static final Set<String> PATTERNS = Set.of("silence", "ahead-wait", "ahead-range", "drawing");

    private static final Set<String> EDGES = Set.of("at-risk", "needs-decision", "little-time");
    private static final double ROOM_FOR_ICON = 32;

    @ParameterizedTest
    @MethodSource("dev.longshore.ui.shell.WindowPages#all")
    void whateverHasAColourHasAWordOrAShape(WindowPage page, FxRobot robot) {
        var mute = new ArrayList<String>();

        robot.interact(() -> show(page, scene -> shown(scene.getRoot()).filter(ColorAloneTest::isColoured)
                .filter(each -> !says(each)).map(Node::toString).forEach(mute::add)));

        assertThat(mute).isEmpty();
    }

    private static void show(WindowPage page, Consumer<Scene> look) {
        var window = page.window();
        var theme = new Theme();
        try (var shell = new WindowAssembly(window.context(new SameThreadUi()), window.appearance(theme),
                window.hostEnvironment())) {
            var scene = new Scene(shell.root(), 1280, 800);
            theme.applyTo(scene);
            WindowPages.show(page, scene);
            look.accept(scene);
        }
    }

    private static boolean isColoured(Node node) {
        return node.getStyleClass().stream().anyMatch(COLOURS::contains);
    }

    @Test
    void theEdgeOfARowIsExplainedInTheRow(FxRobot robot) {
        var page = WindowPages.all().filter(each -> each.name().equals("window-stale")).findFirst().orElseThrow();
        var edged = new ArrayList<Node>();
        var mute = new ArrayList<String>();

        robot.interact(() -> show(page, scene -> {
            scene.getRoot().lookupAll(".table-row-cell").stream().filter(ColorAloneTest::hasEdge).forEach(edged::add);
            edged.stream().filter(each -> !explainsEdge(each)).map(Node::toString).forEach(mute::add);
        }));

        assertThat(edged).hasSizeGreaterThan(2);
        assertThat(mute).isEmpty();
    }

    private static boolean hasEdge(Node row) {
        return row.getPseudoClassStates().stream().map(PseudoClass::getPseudoClassName).anyMatch(EDGES::contains);
    }

    /** Coloured words with an icon, or the sign of a status that nobody knows. */
    private static boolean explainsEdge(Node row) {
        return shown(row).filter(each -> isColoured(each) || each.getStyleClass().contains("status-badge"))
                .anyMatch(each -> shown(each).anyMatch(FontIcon.class::isInstance) && isWordOrShape(each));
    }

    private static boolean says(Node node) {
        return shown(node).anyMatch(ColorAloneTest::isWordOrShape)
                || node.getStyleClass().stream().anyMatch(PATTERNS::contains) || isLineOfPin(node) || isTiny(node);
    }

    /** A line across the rows of a timeline belongs to a sign above or below it. */
    private static boolean isLineOfPin(Node node) {
        return node.getStyleClass().contains("line") && node.getParent().getStyleClass().contains("backdrop");
    }

    /** A bar of a timeline that is narrower than an icon, or of which less is in sight: its tooltip has the words. */
    private static boolean isTiny(Node node) {
        return node.getStyleClass().contains("phase-bar") && inSight(node) < ROOM_FOR_ICON;
    }

    private static double inSight(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        var timeline = Stream.iterate(node, Objects::nonNull, Node::getParent)
                .filter(each -> each.getStyleClass().contains("status-timeline")).findFirst().orElseThrow();
        var window = timeline.localToScene(timeline.getLayoutBounds());
        return Math.min(bounds.getMaxX(), window.getMaxX()) - Math.max(bounds.getMinX(), window.getMinX());
    }

    private static boolean isWordOrShape(Node node) {
        return switch (node) {
            case FontIcon _ -> true;
            case Text text -> !text.getText().isBlank();
            case Labeled labeled -> labeled.getText() != null && !labeled.getText().isBlank();
            case TextInputControl input -> !input.getText().isBlank();
            default -> false;
        };
    }

    private static Stream<Node> shown(Node node) {
        var inner = node instanceof Parent parent ? List.copyOf(parent.getChildrenUnmodifiable()) : List.<Node>of();
        return node.isVisible() ? Stream.concat(Stream.of(node), inner.stream().flatMap(ColorAloneTest::shown))
                : Stream.empty();
    }
}
