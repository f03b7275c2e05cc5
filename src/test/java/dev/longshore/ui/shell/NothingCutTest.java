package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.DerivedOrganisation;
import dev.longshore.support.FxExtension;
import dev.longshore.support.PseudoLocale;
import dev.longshore.support.SameThreadUi;
import dev.longshore.text.Texts;
import dev.longshore.ui.fx.CutTextTooltips;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.shell.WindowPages.WindowPage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/**
 * Walks every screen and dialog in the smallest window, in English and in the pseudo-locale, whose texts are two fifths
 * longer: a text that is cut has a tooltip that has it whole, and sentences that a user decides by are never cut. On a
 * screen with 200 % a window of that size has the same room, only drawn with more pixels.
 */
@ExtendWith(FxExtension.class)
class NothingCutTest {
    /** Sentences that a user decides by. */
    private static final Set<String> NEVER_CUT = Set.of("nextStep", "nextStepReason", "confirmText", "confirmChosen",
            "bulkHint", "noticeText", "stripNextLoss", "stripAtRisk", "stripDecisions", "failureMeaning",
            "failureDisappears", "connectResult");

    private record CutText(String id, String text, boolean isExplained) {}

    @ParameterizedTest
    @MethodSource("dev.longshore.ui.shell.WindowPages#all")
    void whatIsCutInEnglishIsWholeInItsTooltip(WindowPage page, FxRobot robot) {
        assertThat(wrong(page, new Texts(Locale.ENGLISH), robot)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.longshore.ui.shell.WindowPages#all")
    void whatIsCutInALongerLanguageIsWholeInItsTooltip(WindowPage page, FxRobot robot) {
        assertThat(wrong(page, PseudoLocale.texts(), robot)).isEmpty();
    }

    @Test
    void aWideWindowThatGetsSmallHasRoomForAll(FxRobot robot) {
        var page = WindowPages.all().findFirst().orElseThrow();
        var leastWidths = new ArrayList<Double>();
        robot.interact(() -> {
            var window = page.window();
            var theme = new Theme();
            try (var assembly = new WindowAssembly(
                    window.context(new SameThreadUi()), window.appearance(theme), window.hostEnvironment())) {
                var scene = new Scene(assembly.root(), 1600, 1000);
                theme.applyTo(scene);
                WindowPages.open(page, scene);
                assembly.root().resize(960, 640);
                WindowPages.settle(scene);
                leastWidths.add(assembly.root().minWidth(-1));
            }
        });
        assertThat(leastWidths).singleElement().satisfies(each -> assertThat(each).isLessThanOrEqualTo(960));
    }

    private static Set<String> wrong(WindowPage page, Texts texts, FxRobot robot) {
        var found = new TreeSet<String>();
        robot.interact(() -> {
            var window = page.window();
            window.watch.answerHistory(key -> DerivedOrganisation.history(page.snapshot(), key));
            var theme = new Theme();
            try (var assembly = new WindowAssembly(
                    window.context(new SameThreadUi(), texts, ZoneId.of("Europe/Berlin")), window.appearance(theme),
                    window.hostEnvironment())) {
                var scene = new Scene(assembly.root(), 960, 640);
                theme.applyTo(scene);
                WindowPages.open(page, scene);
                cut(scene).filter(each -> !each.isExplained() || NEVER_CUT.contains(each.id()))
                        .forEach(each -> found.add(each.id() + ": " + each.text()));
            }
        });
        return found;
    }

    private static Stream<CutText> cut(Scene scene) {
        return ShownTexts.labels(scene.getRoot()).filter(NothingCutTest::isInSight).flatMap(each -> cut(each).stream());
    }

    private static boolean isInSight(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getWidth() > 0 && bounds.getHeight() > 0
                && bounds.intersects(0, 0, node.getScene().getWidth(), node.getScene().getHeight());
    }

    private static Optional<CutText> cut(Labeled label) {
        if (!CutTextTooltips.isCut(label)) {
            return Optional.empty();
        }
        Event.fireEvent(label, new MouseEvent(MouseEvent.MOUSE_ENTERED_TARGET, 0, 0, 0, 0, MouseButton.NONE, 0, false,
                false, false, false, false, false, false, false, false, true, null));
        return Optional.of(new CutText(id(label), label.getText(), isExplained(label, label.getText())));
    }

    private static String id(Labeled label) {
        return label.getId() == null ? String.join(".", label.getStyleClass()) : label.getId();
    }

    private static boolean isExplained(Node node, String whole) {
        // The sentence of a mark of the timeline says more than its label.
        return node.getStyleClass().contains("margin") || Stream.iterate(node, Objects::nonNull, Node::getParent)
                .flatMap(each -> tooltips(each).stream()).anyMatch(each -> each.contains(words(whole)));
    }

    /** Without the brackets and the length that the pseudo-locale puts around every text, a part of a sentence too. */
    private static String words(String whole) {
        return whole.replaceAll("^\u27E6|~*\u27E7$", "");
    }

    private static List<String> tooltips(Node node) {
        var ofControl = node instanceof Control control ? text(control.getTooltip()) : Stream.<String>empty();
        var installed = node.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tooltip
                ? text(tooltip) : Stream.<String>empty();
        return Stream.concat(ofControl, installed).toList();
    }

    private static Stream<String> text(@Nullable Tooltip tooltip) {
        return Optional.ofNullable(tooltip).map(Tooltip::getText).stream();
    }
}
