package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.Screenshots;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Pictures of what opens above the window, which is a window of its own and has to follow light and dark, too. */
@ExtendWith(FxExtension.class)
class PopupPicturesTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    /**
     * What opens.
     *
     * @param steps open it
     * @param selector finds what is in it
     */
    record OpenedPopup(String name, Consumer<FxRobot> steps, String selector) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<OpenedPopup> popups() {
        return Stream.of(
                new OpenedPopup("calendar-entry",
                        robot -> robot.clickOn("#navCalendar").clickOn("#day-2026-11-22 .entry-chip"), "#entryDetails"),
                new OpenedPopup("calendar-databases",
                        robot -> robot.clickOn("#navCalendar").clickOn("#calendarDatabase").write("prod"),
                        ".list-cell"),
                new OpenedPopup("cause", robot -> robot.clickOn("scheduled"), "#explanation"),
                new OpenedPopup("status-filter", robot -> robot.clickOn("#statusFilter"), ".check-box-list-cell"));
    }

    @ParameterizedTest
    @MethodSource("popups")
    void popupsFollowLightAndDark(OpenedPopup popup, FxRobot robot, Stage stage) {
        assertThat(brightness(picture(popup, "light", robot, stage))).isGreaterThan(0.7);

        robot.clickOn("#navMigrations").clickOn("#themeToggle");

        assertThat(brightness(picture(popup, "dark", robot, stage))).isLessThan(0.3);
    }

    private static Image picture(OpenedPopup popup, String look, FxRobot robot, Stage stage) {
        var unknown = CssParser.errorsProperty();
        unknown.clear();
        var pictures = new ArrayList<Image>();
        popup.steps().accept(robot);

        robot.interact(() -> pictures.add(Screenshots.takeWithPopup(
                stage, opened(popup.selector()), "960-popup-" + popup + "-" + look)));

        robot.type(KeyCode.ESCAPE);
        assertThat(unknown).as("colours nobody defines").isEmpty();
        return pictures.getFirst();
    }

    private static PopupWindow opened(String selector) {
        return Window.getWindows().stream()
                .filter(each -> each.isShowing() && each.getScene().getRoot().lookup(selector) != null)
                .filter(PopupWindow.class::isInstance).map(PopupWindow.class::cast)
                .findFirst().orElseThrow();
    }

    /** From 0 to 1, on average over what is not transparent. */
    private static double brightness(Image image) {
        var pixels = image.getPixelReader();
        return IntStream.range(0, (int) image.getWidth()).boxed()
                .flatMap(x -> IntStream.range(0, (int) image.getHeight()).mapToObj(y -> pixels.getColor(x, y)))
                .filter(Color::isOpaque)
                .mapToDouble(Color::getBrightness)
                .average().orElseThrow();
    }
}
