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
import dev.longshore.support.TwoThreads;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Public, and its tests without parameters, for Fray. */
@ExpectedFault("The journal could not be written")
public class JournalWriterInterleavingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<Instant> written = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean isDiskFull = true;
    private final JournalWriter journalWriter = new JournalWriter(journal(), new WatchState());

    private Journal journal() {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[]{Journal.class}, (_, method, values) -> {
                    if (method.getName().equals("notice")) {
                        return Optional.empty();
                    }
                    if (isDiskFull) {
                        throw new JournalException(Fact.of(JournalFact.DISK_FULL, "journal.db"));
                    }
                    written.add(((Observation) values[0]).at());
                    return null;
                });
    }

    private void observe(int second) {
        var observation = new Observation(WatchFixture.key(WatchFixture.ORDERS), NOON.plusSeconds(second),
                Status.of("Paused"), null, null, null, null, null);
        journalWriter.writeNowOrLater(observation, LastKnown.first(observation));
    }

    @Test
    public void whatIsSeenWhileOlderThingsAreWrittenLateIsWrittenLast() {
        observe(1);
        observe(2);
        isDiskFull = false;

        TwoThreads.run(journalWriter::catchUp, () -> observe(3));

        journalWriter.catchUp();
        assertThat(written).isSorted().endsWith(NOON.plusSeconds(3));
        assertThat(journalWriter.hasUnwritten()).isFalse();
    }
}
