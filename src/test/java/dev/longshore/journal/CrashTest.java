package dev.longshore.journal;

import static dev.longshore.journal.Samples.NOON;
import static dev.longshore.journal.Samples.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Command;
import dev.longshore.model.Observation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a program that writes into the journal, at random moments, as often as the property says. */
class CrashTest {
    private static final int KILLS = Integer.getInteger("longshore.journal.kills", 10);
    private static final int MOST_LINES_PER_RUN = 60;

    @TempDir Path folder;

    @TempDir Path unpacked;

    private final Random random = new Random(20261121);
    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsMissingAfterTheProgramWasKilled() throws Exception {
        SqliteJournal.open(folder, InstantSource.fixed(NOON)).close();
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill(kill);
            assertSound();
            try (var journal = SqliteJournal.open(folder, InstantSource.fixed(NOON))) {
                assertThat(journal.notice()).isEmpty();
                assertThat(kept(journal)).containsAll(acknowledged);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    @Test
    void anotherProgramThatRunsOnTheFolderKeepsThisOneOutUntilItIsKilled() throws Exception {
        var other = start(0);
        try (var lines = other.inputReader()) {
            assertThat(lines.lines().filter(line -> line.endsWith(JournalWriter.END)).findFirst()).isPresent();
            assertThatThrownBy(() -> SqliteJournal.open(folder, InstantSource.fixed(NOON)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("Longshore already runs with the data folder");
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (var journal = SqliteJournal.open(folder, InstantSource.fixed(NOON))) {
            assertThat(journal.history(ORDERS, Instant.EPOCH).observations()).isNotEmpty();
        }
    }

    private void runAndKill(int run) throws IOException, InterruptedException {
        var writer = start(run);
        try (var lines = writer.inputReader()) {
            takeAcknowledged(lines, 1 + random.nextInt(MOST_LINES_PER_RUN));
            // By its handle: the process itself would throw away what it had printed.
            writer.toHandle().destroyForcibly();
            takeAcknowledged(lines, Integer.MAX_VALUE);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    /** Whole lines only: the last one may have been cut off by the end of its writer. */
    private void takeAcknowledged(BufferedReader lines, int most) throws IOException {
        for (int taken = 0; taken < most; taken++) {
            var line = lines.readLine();
            if (line == null) {
                return;
            }
            if (line.endsWith(JournalWriter.END)) {
                acknowledged.add(line);
            }
        }
    }

    private Process start(int run) throws IOException {
        return new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                // Where a program that is killed leaves SQLite's library behind.
                "-Dorg.sqlite.tmpdir=" + unpacked,
                "-cp", System.getProperty("java.class.path"),
                JournalWriter.class.getName(), folder.toString(), String.valueOf(run))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Before the journal opens it again, and with its write-ahead log as the kill left it. */
    private void assertSound() throws Exception {
        try (var sql = new JournalFile(folder, Duration.ofSeconds(5)).openForReading()) {
            assertThat(sql.list("PRAGMA integrity_check", row -> row.text("integrity_check"))).containsExactly("ok");
            assertThat(sql.list("PRAGMA foreign_key_check", row -> row.text("table"))).isEmpty();
        }
    }

    private static List<String> kept(Journal journal) {
        var kept = new ArrayList<String>();
        for (Observation each : journal.history(ORDERS, Instant.EPOCH).observations()) {
            kept.add(JournalWriter.line(each));
        }
        for (Command each : journal.recentCommands(Integer.MAX_VALUE)) {
            each.states().forEach(state -> kept.add(JournalWriter.line(each.id(), state)));
        }
        return kept;
    }
}
