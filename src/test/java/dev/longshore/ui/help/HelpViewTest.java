package dev.longshore.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.Screenshots;
import dev.longshore.support.TestWait;
import dev.longshore.text.Texts;
import dev.longshore.ui.look.Theme;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** On no stage; {@link HelpJourneyTest} opens the window. */
@ExtendWith(FxExtension.class)
class HelpViewTest {
    private final Theme theme = WaitForAsyncUtils.waitForAsyncFx(TestWait.LIMIT.toMillis(), Theme::new);
    private final HelpView view = WaitForAsyncUtils.waitForAsyncFx(
            TestWait.LIMIT.toMillis(), () -> new HelpView(new Guide(), new Texts(Locale.ENGLISH)));
    private final Scene scene = WaitForAsyncUtils.waitForAsyncFx(TestWait.LIMIT.toMillis(),
            () -> new Scene(view, 560, 720));

    @BeforeEach
    void dress(FxRobot robot) {
        robot.interact(() -> theme.applyTo(scene));
    }

    @Test
    void beginsWithTheTableOfContents() {
        assertThat(view.shown()).isEqualTo(HelpTopic.CONTENTS);
    }

    @Test
    void followsALinkToAHeading(FxRobot robot) {
        robot.interact(() -> {
            view.go(HelpTopic.of("cleanup.md", "index"));
            link("the cleanup clock", "calendar.md").fire();
        });

        assertThat(view.shown()).isEqualTo(new HelpTopic("cleanup", ""));
    }

    @Test
    void bringsTheHeadingOfItsPlaceIntoView(FxRobot robot) {
        robot.interact(() -> view.go(HelpTopic.of("watch.md#by-keyboard", "index")));

        var pane = (ScrollPane) scene.lookup(".scroll-pane");
        assertThat(pane.getVvalue()).isGreaterThan(0.5);
        var heading = scene.lookup("#by-keyboard");
        assertThat(heading.localToScene(heading.getBoundsInLocal()).getMinY()).isBetween(0.0, 720.0);
    }

    @Test
    void goesBackToWhatWasShownBefore(FxRobot robot) {
        robot.interact(() -> {
            view.go(HelpTopic.of("watch.md", "index"));
            ((Button) scene.lookup("#helpBack")).fire();
        });

        assertThat(view.shown()).isEqualTo(HelpTopic.CONTENTS);
        assertThat(scene.lookup("#helpBack").isDisabled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "watch", "cleanup", "messages"})
    void leavesAPictureOfAPage(String page, FxRobot robot) {
        robot.interact(() -> {
            view.go(new HelpTopic(page, ""));
            Screenshots.take(scene, theme, "help-" + page);
        });

        assertThat(Path.of("target/screenshots/help-" + page + "-light.png")).exists();
    }

    private Hyperlink link(String words, String page) {
        view.go(HelpTopic.of(page, "index"));
        return scene.getRoot().lookupAll(".hyperlink").stream()
                .map((Node each) -> (Hyperlink) each)
                .filter(each -> each.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
