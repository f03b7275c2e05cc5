package dev.longshore.journal;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What the journal does for itself once a day, on a thread of its own: it looks for damage and makes a backup. */
final class DailyMaintenance implements AutoCloseable {
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofHours(1);
    private static final long SECONDS_TO_STOP = 5;

    private final ExecutorService thread = new ThreadPoolExecutor(
            0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("journal-upkeep").factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final JournalFile file;
    private final Backups backups;
    private final JournalHealth journalHealth;
    private final InstantSource clock;
    private final AtomicReference<Instant> due;
    private volatile boolean stopped;

    /** @param due when to do it first; a time in the past means as soon as {@link #runIfDue} is called */
    DailyMaintenance(JournalFile file, Backups backups, JournalHealth journalHealth, InstantSource clock, Instant due) {
        this.file = file;
        this.backups = backups;
        this.journalHealth = journalHealth;
        this.clock = clock;
        this.due = new AtomicReference<>(due);
    }

    /** Does it in the background when it is time; returns at once. */
    void runIfDue() {
        var planned = due.get();
        var now = clock.instant();
        if (!planned.isAfter(now) && due.compareAndSet(planned, now.plus(Backups.EVERY))) {
            thread.execute(this::runOnce);
        }
    }

    private void runOnce() {
        try (var sql = file.openForReading()) {
            switch (IntegrityCheck.of(sql, () -> stopped)) {
                case SOUND -> backUp(sql);
                case DAMAGED -> journalHealth.markDamaged();
                case UNDECIDED -> {
                    // Stopped; the next start does it.
                }
            }
        } catch (IOException | SQLException | JournalException fault) {
            failed(fault);
        }
    }

    private void backUp(Sql sql) throws IOException, SQLException {
        var now = clock.instant();
        if (!backups.due(now).isAfter(now)) {
            backups.make(sql, now);
        }
        journalHealth.backupMade();
    }

    private void failed(Exception fault) {
        if (!stopped) {
            journalHealth.backupFailed(fault);
            due.set(clock.instant().plus(BEFORE_ANOTHER_TRY));
        }
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        stopped = true;
        thread.shutdown();
        try {
            thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
