package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.support.ExpectedFault;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What cannot be written now is written later, in its order. */
@ExpectedFault("The journal could not be written")
class JournalWriterTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<String> written = new ArrayList<>();
    private boolean isDiskFull;
    /** What another thread does while that is being written. */
    private final Map<String, Runnable> meanwhile = new HashMap<>();
    private final WatchState state = new WatchState();
    private final JournalWriter journalWriter = new JournalWriter(journal(), state);

    private Journal journal() {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[]{Journal.class}, (_, method, values) -> {
                    if (method.getName().equals("notice")) {
                        return Optional.empty();
                    }
                    if (isDiskFull) {
                        throw new JournalException(Fact.of(JournalFact.DISK_FULL, "journal.db"));
                    }
                    var word = word(values);
                    Optional.ofNullable(meanwhile.remove(word)).ifPresent(Runnable::run);
                    written.add(word);
                    return null;
                });
    }

    private static String word(Object @Nullable [] values) {
        var first = values == null ? "" : values[0];
        return first instanceof Observation observation
                ? observation.status().raw() + " " + Duration.between(NOON, observation.at()).toMinutes()
                : first.toString();
    }

    private void observe(String word, int minute) {
        var observation = new Observation(WatchFixture.key(WatchFixture.ORDERS), NOON.plus(Duration.ofMinutes(minute)),
                Status.of(word), null, null, null, null, null);
        journalWriter.writeNowOrLater(observation, LastKnown.first(observation));
    }

    @Test
    void whatWasSeenWhileTheDiskWasFullIsWrittenInItsOrderBeforeWhatIsSeenLater() {
        isDiskFull = true;
        observe("Paused", 1);
        observe("ImportInProgress", 2);
        isDiskFull = false;

        observe("MigrationDone", 3);

        assertThat(written).containsExactly("Paused 1", "ImportInProgress 2", "MigrationDone 3");
        assertThat(state.troubles()).isEmpty();
    }

    @Test
    void whatWasSeenAgainAndAgainMeanwhileIsWrittenAsItWasSeenFirstAndLast() {
        isDiskFull = true;
        for (int minute = 1; minute < 1_000; minute++) {
            observe("Paused", minute);
        }
        isDiskFull = false;

        journalWriter.catchUp();

        assertThat(written).containsExactly("Paused 1", "Paused 999");
    }

    @Test
    void whatIsSeenAgainWhileTheSameIsBeingWrittenIsWrittenAfterIt() {
        isDiskFull = true;
        observe("Paused", 1);
        observe("Paused", 2);
        isDiskFull = false;
        meanwhile.put("Paused 2", () -> observe("Paused", 3));

        journalWriter.catchUp();

        assertThat(written).containsExactly("Paused 1", "Paused 2", "Paused 3");
        assertThat(journalWriter.hasUnwritten()).isFalse();
    }

    @Test
    void troubleIsToldUntilEverythingIsWritten() {
        isDiskFull = true;
        observe("Paused", 1);

        assertThat(state.troubles()).hasSize(1);
        assertThat(journalWriter.isDue(NOON)).isTrue();
        assertThat(journalWriter.isDue(NOON.plusSeconds(29))).isFalse();
        assertThat(journalWriter.isDue(NOON.plusSeconds(30))).isTrue();
    }

    @Test
    void whatIsToBeOnDiskBeforeACallIsNeverWrittenLater() {
        isDiskFull = true;
        assertThat(journalWriter.write(journal -> journal.remove(WatchFixture.key(WatchFixture.ORDERS)))).isPresent();
        isDiskFull = false;

        journalWriter.catchUp();

        assertThat(written).isEmpty();
    }
}
