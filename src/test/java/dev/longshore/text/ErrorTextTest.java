package dev.longshore.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.JournalFact;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
    private final ErrorText text = new ErrorText(new Texts(Locale.ENGLISH), FactText.english(() -> Instant.EPOCH));

    @Test
    void saysWhatAFutureEndedWithAndNotWhatIsWrappedAroundIt() {
        assertThat(text.of(new CompletionException(new IllegalStateException("The disk is full."))))
                .isEqualTo("The disk is full.");
    }

    @Test
    void leavesTheCauseOfAnythingElseAlone() {
        assertThat(text.of(new IllegalStateException("The disk is full.", new RuntimeException("cause"))))
                .isEqualTo("The disk is full.");
    }

    @Test
    void namesAFaultWithoutAMessage() {
        assertThat(text.of(new CompletionException(new UnsupportedOperationException())))
                .isEqualTo("java.lang.UnsupportedOperationException");
    }

    @Test
    void wordsTheFactOfAnException() {
        assertThat(text.of(new CompletionException(new FactException(Fact.of(JournalFact.GONE, "/a/b")))))
                .isEqualTo("The journal /a/b was missing.");
    }

    @Test
    void saysNothingWhereNothingWentWrong() {
        assertThat(text.of(null)).isEmpty();
    }

    @Test
    void saysWhatTheDiskRefusedAndNotOnlyThePath() {
        assertThat(text.of(new NoSuchFileException("/a/b"))).isEqualTo("No such file or folder.");
        assertThat(text.of(new AccessDeniedException("/a/b"))).isEqualTo("Permission denied.");
        assertThat(text.of(new FileSystemException("/a/b", null, "No space left on device")))
                .isEqualTo("No space left on device");
    }
}
