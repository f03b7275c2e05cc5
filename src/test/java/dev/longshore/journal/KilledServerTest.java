package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.key;
import static dev.longshore.journal.JournalSamples.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.KillableServer;
import dev.longshore.support.TestWait;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of a team's journal is killed while two desks write, as often as -Dlongshore.kills says. */
@ExpectedFault("Could not stop postmaster")
class KilledServerTest {
    private static final int KILLS = Integer.getInteger("longshore.kills", 3);

    @TempDir Path folder;

    @Test
    void nothingThatWasAcknowledgedIsLostAndBothGoOnByThemselves() throws Exception {
        try (var server = KillableServer.start(folder);
                var anna = open(server, 1);
                var ben = open(server, 2)) {
            var intents = new CopyOnWriteArrayList<String>();
            var seen = new CopyOnWriteArrayList<Observation>();
            var over = new AtomicBoolean();
            var writing = List.of(
                    Thread.ofPlatform().start(() -> recordCommands(anna, intents, over)),
                    Thread.ofPlatform().start(() -> recordObservations(ben, seen, over)));
            for (int kill = 0; kill < KILLS; kill++) {
                var before = List.of(intents.size(), seen.size());
                await().atMost(TestWait.LIMIT).until(
                        () -> intents.size() > before.getFirst() + 3 && seen.size() > before.getLast() + 3);
                server.kill();
                server.startAgain();
            }
            var before = List.of(intents.size(), seen.size());
            await().atMost(TestWait.LIMIT).until(
                    () -> intents.size() > before.getFirst() && seen.size() > before.getLast());
            over.set(true);
            for (var each : writing) {
                each.join();
            }

            var kept = anna.history(ORDERS, NOON);
            assertThat(kept.observations()).containsAll(seen);
            assertThat(anna.history(key("billing"), NOON).commands()).extracting(Command::id).containsAll(intents)
                    .doesNotHaveDuplicates();
            System.out.printf("%d kills of the server: %d commands and %d observations acknowledged, all there%n",
                    KILLS, intents.size(), seen.size());
        }
    }

    @Test
    void whatCannotBeReachedIsSaid() throws Exception {
        try (var server = KillableServer.start(folder); var anna = open(server, 1)) {
            anna.recordIntent(command("before", ORDERS, NOON));
            server.kill();
            assertThat(isRecorded(anna, "while it is away")).isFalse();
            server.startAgain();
            assertThat(isRecorded(anna, "after")).isTrue();
            assertThat(anna.recentCommands(9)).extracting(Command::id).containsExactly("after", "before");
        }
    }

    private static PostgresJournal open(KillableServer server, int desk) {
        return PostgresJournal.open(
                new PostgresServer(new JournalAddress(server.url()), Map.of(), new UUID(0, desk)),
                EnglishText::say, "desk " + desk);
    }

    private static boolean isRecorded(Journal journal, String id) {
        try {
            journal.recordIntent(command(id, key("billing"), NOON));
            return true;
        } catch (JournalException away) {
            return false;
        }
    }

    private static void recordCommands(Journal journal, List<String> acknowledged, AtomicBoolean over) {
        for (int number = 0; !over.get(); number++) {
            var id = "c" + number;
            if (isRecorded(journal, id)) {
                acknowledged.add(id);
                recordUntilItIs(() -> journal.recordState(id, new CommandState.Accepted(NOON.plusSeconds(1))), over);
            }
        }
    }

    private static void recordObservations(Journal journal, List<Observation> acknowledged, AtomicBoolean over) {
        for (int number = 0; !over.get(); number++) {
            var seen = observation(ORDERS, NOON.plusSeconds(number), "ImportInProgress", number + " SSTables");
            recordUntilItIs(() -> journal.recordObservation(seen, LastKnown.first(seen)), over);
            if (!over.get()) {
                acknowledged.add(seen);
            }
        }
    }

    /** As the watch does with what it has seen. */
    private static void recordUntilItIs(Runnable writing, AtomicBoolean over) {
        while (!over.get()) {
            try {
                writing.run();
                return;
            } catch (JournalException away) {
                Thread.onSpinWait();
            }
        }
    }
}
