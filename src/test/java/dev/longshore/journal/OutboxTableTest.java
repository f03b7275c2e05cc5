package dev.longshore.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.OutgoingMessage.SendResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(JournalDatabase.class)
class OutboxTableTest {
    private final JournalDatabase database;

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir private Path folder;
    private Journal journal;

    OutboxTableTest(JournalDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        journal = database.open(folder, NOW);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static OutgoingMessage message(String id, String alert, String event) {
        return new OutgoingMessage(id, "ops", alert, event, NOW, "{}", Optional.empty());
    }

    private List<String> needed() {
        return journal.messages().stream().map(OutgoingMessage::id).toList();
    }

    @Test
    void whatIsWaitingIsThereAfterARestartInItsOrder() {
        journal.saveMessages(List.of(message("2", "a", "raised"), message("1", "b", "raised")));
        close();
        open();

        assertThat(journal.messages()).containsExactly(message("2", "a", "raised"), message("1", "b", "raised"));
    }

    @Test
    void ofWhatWasSentTheNewestIsKeptInMindUntilItsAlertIsOver() {
        var first = message("1", "a", "raised");
        var second = message("2", "a", "changed");
        journal.saveMessages(List.of(first, second));
        journal.saveMessages(List.of(first.ended(NOW, SendResult.SENT, ""), second.ended(NOW, SendResult.SENT, "")));
        assertThat(needed()).containsExactly("2");
        assertThat(journal.messages().getFirst().ending().orElseThrow().result()).isEqualTo(SendResult.SENT);

        var over = message("3", "a", OutgoingMessage.RESOLVED);
        journal.saveMessages(List.of(over));
        assertThat(needed()).containsExactly("3");
        journal.saveMessages(List.of(over.ended(NOW, SendResult.SENT, "")));

        assertThat(needed()).isEmpty();
    }

    @Test
    void whatIsSavedTwiceIsThereOnce() {
        var sent = message("1", "a", "raised").ended(NOW, SendResult.SENT, "");
        journal.saveMessages(List.of(sent));
        journal.saveMessages(List.of(sent, message("1", "a", "raised")));

        assertThat(journal.messages()).containsExactly(sent);
    }

    @Test
    void whatEndedLongAgoIsThrownAwayButForWhatIsStillNeeded() {
        var later = NOW.plus(Duration.ofDays(31));
        journal.saveMessages(List.of(
                message("1", "a", "raised").ended(NOW, SendResult.SENT, ""),
                message("2", "a", "changed").ended(NOW, SendResult.SENT, ""),
                message("3", "b", "raised").ended(NOW, SendResult.SENT, ""),
                message("4", "b", OutgoingMessage.RESOLVED).ended(NOW, SendResult.SENT, ""),
                message("5", "c", "raised")));

        journal.purgeMessages(NOW);
        assertThat(journal.figures().toString()).contains("outbox");
        journal.purgeMessages(later);

        assertThat(needed()).containsExactly("2", "5");
        journal.saveMessages(List.of(message("4", "b", OutgoingMessage.RESOLVED)));
        assertThat(needed()).containsExactly("2", "5", "4");
    }
}
