package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.BILLING;
import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.observation;
import static dev.longshore.journal.JournalSamples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(JournalDatabase.class)
class JournalPurgeTest {
    private final JournalDatabase database;

    @TempDir Path folder;

    private Journal journal;

    JournalPurgeTest(JournalDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        journal = database.open(folder, NOON);
        journal.save(registered(ORDERS));
        journal.save(registered(BILLING));
        observe(ORDERS, "ReceivingFiles", "ImportInProgress", "DONE", "Closed");
        observe(BILLING, "ReceivingFiles", "ImportInProgress", "DONE");
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void observe(MigrationKey key, String... words) {
        var at = NOON;
        LastKnown known = null;
        for (var word : words) {
            var seen = observation(key, at, word, "");
            known = known == null ? LastKnown.first(seen) : known.updatedBy(seen);
            journal.recordObservation(seen, known);
            at = at.plusSeconds(60);
        }
    }

    private List<Instant> kept(MigrationKey key) {
        return journal.history(key, Instant.EPOCH).observations().stream().map(each -> each.at()).toList();
    }

    @Test
    void saysHowMuchWouldGoWithoutThrowingAnythingAway() {
        assertThat(journal.purgeable(NOON.plusSeconds(61))).isEqualTo(new PurgeResult(2, 1));
        assertThat(kept(ORDERS)).hasSize(4);
    }

    @Test
    void throwsAwayOnlyOldObservationsOfWhatIsClosed() {
        assertThat(journal.purge(NOON.plusSeconds(60))).isEqualTo(new PurgeResult(1, 1));
        assertThat(kept(ORDERS)).hasSize(3).doesNotContain(NOON);
        assertThat(kept(BILLING)).hasSize(3);
    }

    @Test
    void keepsTheNewestObservationHoweverOldItIs() {
        assertThat(journal.purge(NOON.plusSeconds(9999))).isEqualTo(new PurgeResult(3, 1));
        assertThat(kept(ORDERS)).containsExactly(NOON.plusSeconds(180));
        assertThat(journal.lastKnown()).containsKey(ORDERS);
    }

    @Test
    void leavesCommandsAndTheListAlone() {
        journal.recordIntent(command("c1", ORDERS, NOON));
        journal.purge(NOON.plusSeconds(9999));
        assertThat(journal.recentCommands(9)).hasSize(1);
        assertThat(journal.register()).hasSize(2);
    }

    @Test
    void goesOnObservingAfterwards() {
        journal.purge(NOON.plusSeconds(9999));
        observe(ORDERS, "Closed", "Paused");
        assertThat(kept(ORDERS)).hasSizeGreaterThan(1);
    }
}
