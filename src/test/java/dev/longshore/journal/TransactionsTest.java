package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.support.EnglishText;
import dev.longshore.support.TestWait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionsTest {
    @TempDir Path folder;

    @Test
    void aChangeThatFailsBesideOthersFailsAlone() throws Exception {
        var file = new JournalFile(folder, Duration.ofSeconds(5));
        var sql = file.openForWriting();
        Schema.bringUpToDate(sql, file.database());
        var failures = new CopyOnWriteArrayList<RuntimeException>();
        try (var writing = Transactions.thatWrite(new JournalHealth(file, Optional.empty()), sql, EnglishText::say)) {
            var release = new CountDownLatch(1);
            var threads = new ArrayList<Thread>();
            threads.add(Thread.ofPlatform().start(() -> writing.change(_ -> TestWait.until(release))));
            await().until(() -> threads.getFirst().getState() != Thread.State.RUNNABLE);
            for (var change : List.<Sql.SqlConsumer<JournalTables>>of(
                    tables -> tables.connections.save(connection("b", "Second")),
                    _ -> {
                        throw new IllegalArgumentException("This one cannot be done.");
                    },
                    tables -> tables.connections.save(connection("c", "Third")))) {
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        writing.changeTogether(change);
                    } catch (JournalException failure) {
                        failures.add(failure);
                    }
                }));
            }
            await().until(() -> threads.stream().allMatch(each -> each.getState() != Thread.State.RUNNABLE));
            release.countDown();
            for (var each : threads) {
                each.join();
            }

            assertThat(failures).hasSize(1);
            assertThat(writing.<Integer>query(tables -> tables.connections.all().size())).isEqualTo(2);
        }
    }
}
