package dev.longshore.seeds;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.WatchGap;
import dev.longshore.seeds.RunningProgram.ProgramSurroundings;
import dev.longshore.watch.WatchedMigration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Random;
import java.util.zip.CRC32;

/** One desk: the program that runs there now, and what is remembered of it and of those before it. */
final class SeedProgram {
    private final ProgramSurroundings around;
    private final ProgramJournal journal;
    private final AcknowledgedRows acknowledged = new AcknowledgedRows();
    private final SaidHistory said = new SaidHistory();
    private StatementChecks checks;
    private long tracedVersion;
    private RunningProgram program;

    SeedProgram(ProgramSurroundings around, ProgramJournal journal) {
        this.around = around;
        this.journal = journal;
        this.checks = new StatementChecks(around.computer());
        this.program = new RunningProgram(around, journal, acknowledged, false);
    }

    RunningProgram program() {
        return program;
    }

    /** The next program starts. */
    void startNext(boolean continues) {
        program = new RunningProgram(around, journal, acknowledged, continues);
        checks = new StatementChecks(around.computer());
        said.programStarted(program.journal());
        requireNothingLost();
        program.start();
    }

    /** Runs what its program can run now. */
    void runTasks(Random lot, CRC32 trace) {
        program.tasks().runUntilIdle(around.computer().trueTime(), lot);
        program.requireNoViolation();
        program.tasks().failures().forEach(each -> {
            throw each instanceof ViolationError violation ? violation
                    : new ViolationError("A task ended with " + each);
        });
        var snapshot = program.watch().snapshot();
        if (snapshot.version() != tracedVersion) {
            tracedVersion = snapshot.version();
            trace.update(snapshot.migrations().stream().map(WatchedMigration::lastKnown).toList()
                    .toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Fails where its program says what is not so. */
    void checkWhatIsSaid() {
        if (!program.isKilled()) {
            checks.check(program.watch().snapshot());
            said.add(program.watch().snapshot());
        }
    }

    /** Fails where anything is not on disk that was acknowledged, shown, or owed to somebody. */
    void requireNothingLost() {
        var stored = program.journal();
        if (journal.isOfTeam()) {
            acknowledged.requireInTeam(stored);
        } else {
            acknowledged.requireIn(stored);
            said.requireIn(stored, around.computer().clockWasSet(), checks);
        }
        around.receivers().ifPresent(each -> acknowledged.requireMessages(
                stored, each, around.computer().clockWasSet()));
        StatementChecks.checkAlerts(stored.alerts(Instant.EPOCH));
        around.sent().requireJudgedRightly(stored.recentCommands(Integer.MAX_VALUE));
    }

    /** How often the journal says that nobody watched because no program was running. */
    long closedGaps(Collection<MigrationKey> keys) {
        return keys.stream().flatMap(each -> program.journal().history(each, Instant.EPOCH).watchGaps().stream())
                .filter(each -> each.reason() == WatchGap.Reason.CLOSED).count();
    }
}
