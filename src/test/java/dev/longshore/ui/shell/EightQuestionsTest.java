package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.DerivedOrganisation;
import dev.longshore.support.DocumentedPicture;
import dev.longshore.support.FxExtension;
import dev.longshore.support.Screenshots;
import dev.longshore.support.TestOrganisation;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.shell.WindowPages.PageSubject;
import dev.longshore.ui.shell.WindowPages.WindowPage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/**
 * The questions of a night shift, each asked by mouse or keyboard in the window, and a picture of the answer for the
 * guide's first page.
 */
@ExtendWith(FxExtension.class)
class EightQuestionsTest {
    /**
     * A question.
     *
     * @param steps what a user does to have it answered
     * @param answer what then stands in the window
     */
    record Question(String name, Consumer<FxRobot> steps, PageSubject answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Question> questions() {
        return Stream.of(
                new Question("1-what-is-lost-first", _ -> {},
                        new PageSubject("#stripNextLoss", "next loss: inventory in 9 h")),
                new Question("2-is-this-still-true", robot -> robot.clickOn("ledger-2020"),
                        new PageSubject("#nextStep", "No answer for")),
                new Question("3-what-do-i-do", robot -> robot.clickOn("clickstream"),
                        new PageSubject("#nextStep", "Fix the schema")),
                new Question("4-what-happened", robot -> chord(robot, KeyCode.CONTROL, KeyCode.DIGIT4),
                        new PageSubject("#activityLog", "You were away")),
                new Question("5-when-is-it-done", robot -> robot.clickOn("#modeByDatabase"),
                        new PageSubject(".group-head", "Expected end unknown")),
                new Question("5-how-do-they-compare", EightQuestionsTest::selectThree,
                        new PageSubject("#comparison", "inventory")),
                new Question("6-move-them-all", robot -> {
                    selectThree(robot);
                    robot.clickOn("#scheduleCleanupAction");
                },
                        new PageSubject("#bulkDialog", "inventory")),
                new Question("7-tell-my-colleague", robot -> {
                    robot.clickOn("inventory").press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.C)
                            .release(KeyCode.CONTROL, KeyCode.SHIFT);
                    robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                            .contains("inventory", "Cleanup:", "Next step:", "As of:", "longshore://migration/"));
                }, new PageSubject("#noticeText", "Status copied.")),
                new Question("8-why-is-it-like-that", robot -> {
                    robot.clickOn("inventory");
                    chord(robot, KeyCode.ALT, KeyCode.DIGIT4);
                }, new PageSubject("#cleanupPanel", "Idle timeout or scheduled: unknown")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isAnsweredInTheWindow(Question question, FxRobot robot, Stage stage) {
        var organisation = DerivedOrganisation.through(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        var window = new WindowPage("question", organisation, _ -> {}, question.answer()).window();
        try {
            window.open(robot, stage);
            robot.interact(() -> stage.setHeight(900));
            window.settle(robot);
            question.steps().accept(robot);
            window.settle(robot);

            robot.interact(() -> take(question, stage));
        } finally {
            window.close(robot);
        }
        assertThat(Stream.of("light", "dark").map(look -> "1280-question-" + question + "-" + look)
                .flatMap(name -> DocumentedPicture.complaint(name).stream())).isEmpty();
    }

    private static void selectThree(FxRobot robot) {
        robot.clickOn("inventory").press(KeyCode.SHIFT).type(KeyCode.DOWN, 2).release(KeyCode.SHIFT);
    }

    private static void chord(FxRobot robot, KeyCode held, KeyCode typed) {
        robot.press(held).type(typed).release(held);
    }

    /** The screen of the tests is smaller, so what has been done there is drawn once more in a scene of that size. */
    private static void take(Question question, Stage stage) {
        var root = stage.getScene().getRoot();
        stage.getScene().setRoot(new Group());
        var theme = new Theme();
        var scene = new Scene(root, 1280, 800);
        theme.applyTo(scene);
        WindowPages.settle(scene);
        question.answer().assertVisible(question.name(), scene);
        Screenshots.take(scene, theme, "1280-question-" + question);
    }
}
