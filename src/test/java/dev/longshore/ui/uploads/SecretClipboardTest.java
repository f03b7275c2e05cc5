package dev.longshore.ui.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecretClipboardTest {
    private static final class Board implements SecretClipboard.Board {
        private @Nullable String content;

        @Override
        public @Nullable String text() {
            return content;
        }

        @Override
        public void putSecret(String text) {
            content = text;
        }

        @Override
        public void clear() {
            content = null;
        }
    }

    private final Board board = new Board();
    private final SecretClipboard clipboard = new SecretClipboard(board);

    @Test
    void keepsASecretForAMinute() {
        clipboard.copy("secret");
        pass(59);

        assertThat(board.content).isEqualTo("secret");
        assertThat(clipboard.leftProperty().get()).isEqualTo(1);
    }

    @Test
    void clearsASecretAfterAMinute() {
        clipboard.copy("secret");
        pass(60);

        assertThat(board.content).isNull();
        assertThat(clipboard.leftProperty().get()).isZero();
    }

    @Test
    void leavesWhatThePersonCopiedMeanwhile() {
        clipboard.copy("secret");
        board.content = "something else";
        pass(60);

        assertThat(board.content).isEqualTo("something else");
    }

    @Test
    void beginsTheMinuteAnewWithEachSecret() {
        clipboard.copy("one");
        pass(40);
        clipboard.copy("two");
        pass(40);

        assertThat(board.content).isEqualTo("two");
    }

    @Test
    void clearsASecretWhenTheWindowIsClosed() {
        clipboard.copy("secret");

        clipboard.close();

        assertThat(board.content).isNull();
    }

    @Test
    void doesNotTouchTheClipboardWhereNothingWasCopied() {
        board.content = "the person's";

        pass(100);
        clipboard.close();

        assertThat(board.content).isEqualTo("the person's");
    }

    @Test
    void clearsOnlyOnce() {
        clipboard.copy("secret");
        pass(60);
        board.content = "secret";
        pass(60);

        assertThat(board.content).isEqualTo("secret");
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clipboard.second();
        }
    }
}
