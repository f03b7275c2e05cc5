package dev.longshore.simulator;

import dev.longshore.simulator.PhaseTrail.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One migration: a state machine over simulated time. Nothing happens in the background; whoever looks first calls
 * {@link #catchUp}. Not safe for several threads: the world's lock guards it.
 */
final class SimulatedMigration {

    private final UUID id;
    private final SimulatedDatabase database;
    private final MigrationSettings settings;
    private final Timings timings;
    private final PhaseTrail trail;
    private final CleanupClock cleanup;
    private final UploadAccess access;
    private ImportPlan plan;
    private ImportRun run;
    private @Nullable Instant pauseAt;

    SimulatedMigration(Identity identity, Timings timings, ImportPlan plan, Instant now) {
        this.id = identity.id();
        this.database = identity.database();
        this.settings = identity.settings();
        this.timings = timings;
        this.trail = new PhaseTrail(timings.lag(), now);
        this.cleanup = new CleanupClock(now);
        this.access = new UploadAccess(identity.id(), identity.credentialLife());
        this.plan = plan;
        this.run = new ImportRun(plan);
    }

    /** What never changes about a migration. */
    record Identity(UUID id, SimulatedDatabase database, MigrationSettings settings, Duration credentialLife) {}

    void catchUp(Instant now) {
        for (Turn next = nextTurn(); next != null && !next.at().isAfter(now); next = nextTurn()) {
            take(next);
        }
    }

    void launch(Instant now) {
        if (phase() != Phase.RECEIVING_FILES && phase() != Phase.FAILED) {
            throw Refusal.conflict("Migration " + id + " can't be launched: it is " + told());
        }
        plan = phase() == Phase.FAILED ? plan.relaunched() : plan;
        run = new ImportRun(plan);
        take(new Turn(now, Phase.STARTING));
    }

    void pause(Instant now) {
        if (!phase().holdsTheImport()) {
            throw Refusal.conflict("Migration " + id + " can't be paused: it is " + told());
        }
        if (phase() != Phase.PAUSED && pauseAt == null) {
            pauseAt = now.plus(timings.drain());
        }
    }

    /** Continues a paused import; has no effect on any other migration (DevOps API, resume a migration). */
    void resume(Instant now) {
        if (phase() == Phase.PAUSED) {
            take(new Turn(now, Phase.IMPORTING));
        }
    }

    void abort(Instant now) {
        if (phase() == Phase.IMPORTING && run.metadataBegun(now)) {
            throw Refusal.conflict("Migration " + id + " can't be aborted: SSTable metadata is being imported");
        }
        if (!abortable()) {
            throw Refusal.conflict("Migration " + id + " can't be aborted: it is " + told());
        }
        take(new Turn(now, Phase.ABORTED));
    }

    void cleanUp(Instant now) {
        if (phase().importRuns()) {
            throw Refusal.conflict("Migration " + id + " can't be cleaned up: it is in status ImportInProgress");
        }
        refuseWhenClosed();
        if (phase() != Phase.CLEANING_UP) {
            cleanup.schedule(now);
            take(new Turn(now, Phase.CLEANING_UP));
        }
    }

    void scheduleCleanup(Instant time, Instant now) {
        if (!time.isAfter(now)) {
            cleanUp(now);
            return;
        }
        if (phase() == Phase.CLEANING_UP) {
            throw Refusal.conflict("Migration " + id + " is being cleaned up already");
        }
        refuseWhenClosed();
        cleanup.schedule(time);
    }

    /** Says how the next import goes; one that was launched already goes on as it was planned. */
    void plan(ImportPlan next) {
        plan = next;
    }

    Phase phase() {
        return trail.phase();
    }

    Phase reported(Instant now, Vocabulary vocabulary) {
        return trail.reported(now, vocabulary::knows);
    }

    String progressInfo(Instant now, Phase reported) {
        return switch (reported) {
            case INITIALIZING, RECEIVING_FILES, STARTING, CLOSED -> "";
            case IMPORTING -> run.progressInfo(now);
            case PAUSED -> "Paused. " + run.progressInfo(now);
            case DONE -> "All SSTable subsets are imported";
            case FAILED -> run.failureReason();
            case ABORTED -> "Aborted on request, all progress is removed";
            case CLEANING_UP -> "Deleting snapshots";
        };
    }

    Instant expectedCleanup() {
        return cleanup.due();
    }

    UploadAccess access() {
        return access;
    }

    UUID id() {
        return id;
    }

    SimulatedDatabase database() {
        return database;
    }

    MigrationSettings settings() {
        return settings;
    }

    private @Nullable Turn nextTurn() {
        Instant since = trail.since();
        return switch (phase()) {
            case INITIALIZING -> new Turn(since.plus(timings.initialize()), Phase.RECEIVING_FILES);
            case STARTING -> new Turn(since.plus(timings.start()), Phase.IMPORTING);
            case IMPORTING -> endOfImport();
            case RECEIVING_FILES, PAUSED, DONE, FAILED, ABORTED ->
                new Turn(later(since, cleanup.due()), Phase.CLEANING_UP);
            case CLEANING_UP -> new Turn(since.plus(timings.cleanUp()), Phase.CLOSED);
            case CLOSED -> null;
        };
    }

    private Turn endOfImport() {
        Instant end = run.end();
        Instant pause = pauseAt;
        if (pause != null && pause.isBefore(end)) {
            return new Turn(later(trail.since(), pause), Phase.PAUSED);
        }
        return new Turn(end, run.outcome());
    }

    private void take(Turn turn) {
        if (phase() == Phase.IMPORTING) {
            run.stop(turn.at());
            cleanup.restart(turn.at());
            pauseAt = null;
        }
        trail.add(turn);
        switch (turn.phase()) {
            case RECEIVING_FILES -> access.grant(turn.at());
            case STARTING -> launched(turn.at());
            case IMPORTING -> run.start(turn.at());
            case ABORTED, CLEANING_UP -> access.revoke();
            case INITIALIZING, PAUSED, DONE, FAILED, CLOSED -> {
            }
        }
    }

    private void launched(Instant at) {
        access.revoke();
        cleanup.restart(at);
    }

    private boolean abortable() {
        return phase() == Phase.INITIALIZING || phase() == Phase.RECEIVING_FILES || phase().holdsTheImport();
    }

    private void refuseWhenClosed() {
        if (phase() == Phase.CLOSED) {
            throw Refusal.conflict("Migration " + id + " is closed");
        }
    }

    private String told() {
        return "in status " + Vocabulary.DOCUMENTATION.word(phase());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
