package dev.longshore.ui.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecretClipboardTest {
    private static final class FakeClipboard implements SecretClipboard.ClipboardAccess {
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

    private final FakeClipboard fakeClipboard = new FakeClipboard();
    private final SecretClipboard clipboard = new SecretClipboard(fakeClipboard);

    @Test
    void keepsASecretForAMinute() {
        clipboard.copy("secret");
        pass(59);

        assertThat(fakeClipboard.content).isEqualTo("secret");
        assertThat(clipboard.leftProperty().get()).isEqualTo(1);
    }

    @Test
    void clearsASecretAfterAMinute() {
        clipboard.copy("secret");
        pass(60);

        assertThat(fakeClipboard.content).isNull();
        assertThat(clipboard.leftProperty().get()).isZero();
    }

    @Test
    void leavesWhatThePersonCopiedMeanwhile() {
        clipboard.copy("secret");
        fakeClipboard.content = "something else";
        pass(60);

        assertThat(fakeClipboard.content).isEqualTo("something else");
    }

    @Test
    void beginsTheMinuteAnewWithEachSecret() {
        clipboard.copy("one");
        pass(40);
        clipboard.copy("two");
        pass(40);

        assertThat(fakeClipboard.content).isEqualTo("two");
    }

    @Test
    void clearsASecretWhenTheWindowIsClosed() {
        clipboard.copy("secret");

        clipboard.close();

        assertThat(fakeClipboard.content).isNull();
    }

    @Test
    void doesNotTouchTheClipboardWhereNothingWasCopied() {
        fakeClipboard.content = "the person's";

        pass(100);
        clipboard.close();

        assertThat(fakeClipboard.content).isEqualTo("the person's");
    }

    @Test
    void clearsOnlyOnce() {
        clipboard.copy("secret");
        pass(60);
        fakeClipboard.content = "secret";
        pass(60);

        assertThat(fakeClipboard.content).isEqualTo("secret");
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clipboard.tick();
        }
    }
}
