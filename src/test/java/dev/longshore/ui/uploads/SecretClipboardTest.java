package dev.longshore.ui.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.ui.fx.SystemClipboard;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class SecretClipboardTest {
    private final FxRobot robot = new FxRobot();
    private final SecretClipboard clipboard = new SecretClipboard();

    @BeforeEach
    @AfterEach
    void clear() {
        robot.interact(SystemClipboard::clear);
    }

    @Test
    void keepsASecretForAMinute() {
        copy("secret");
        pass(59);

        assertThat(content()).isEqualTo("secret");
        assertThat(clipboard.leftProperty().get()).isEqualTo(1);
    }

    @Test
    void clearsASecretAfterAMinute() {
        copy("secret");
        pass(60);

        assertThat(content()).isNull();
        assertThat(clipboard.leftProperty().get()).isZero();
    }

    @Test
    void marksASecretForProgramsThatKeepAHistory() {
        copy("secret");

        robot.interact(() -> assertThat(Clipboard.getSystemClipboard()
                .getContent(DataFormat.lookupMimeType("x-kde-passwordManagerHint"))).isEqualTo("secret"));
    }

    @Test
    void leavesWhatTheUserCopiedMeanwhile() {
        copy("secret");
        robot.interact(() -> SystemClipboard.copy("something else"));
        pass(60);

        assertThat(content()).isEqualTo("something else");
    }

    @Test
    void beginsTheMinuteAnewWithEachSecret() {
        copy("one");
        pass(40);
        copy("two");
        pass(40);

        assertThat(content()).isEqualTo("two");
    }

    @Test
    void clearsASecretWhenTheWindowIsClosed() {
        copy("secret");

        robot.interact(clipboard::close);

        assertThat(content()).isNull();
    }

    @Test
    void doesNotTouchTheClipboardWhereNothingWasCopied() {
        robot.interact(() -> SystemClipboard.copy("the user's"));

        pass(100);
        robot.interact(clipboard::close);

        assertThat(content()).isEqualTo("the user's");
    }

    @Test
    void clearsOnlyOnce() {
        copy("secret");
        pass(60);
        robot.interact(() -> SystemClipboard.copy("secret"));
        pass(60);

        assertThat(content()).isEqualTo("secret");
    }

    private void copy(String secret) {
        robot.interact(() -> clipboard.copy(secret));
    }

    private @Nullable String content() {
        var content = new AtomicReference<@Nullable String>();
        robot.interact(() -> content.set(SystemClipboard.text()));
        return content.get();
    }

    private void pass(int seconds) {
        robot.interact(() -> {
            for (int second = 0; second < seconds; second++) {
                clipboard.tick();
            }
        });
    }
}
