package dev.longshore.simulator.service;

import dev.longshore.simulator.http.ApiRejection;
import dev.longshore.simulator.service.PhaseHistory.PhaseChange;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One migration: a state machine over simulated time. Nothing happens in the background; whoever looks first calls
 * {@link #advanceTo}. Not safe for several threads: the world's lock guards it.
 */
public final class SimulatedMigration {

    private final UUID id;
    private final SimulatedDatabase database;
    private final MigrationSettings settings;
    private final ServiceTimings timings;
    private final PhaseHistory phaseHistory;
    private final SimulatedCleanupClock cleanupClock;
    private final UploadAccess uploadAccess;
    private ImportPlan plan;
    private ImportRun importRun;
    private @Nullable Instant pauseAt;

    SimulatedMigration(MigrationIdentity identity, ServiceTimings timings, ImportPlan plan, Instant now) {
        this.id = identity.id();
        this.database = identity.database();
        this.settings = identity.settings();
        this.timings = timings;
        this.phaseHistory = new PhaseHistory(timings.lag(), now);
        this.cleanupClock = new SimulatedCleanupClock(now);
        this.uploadAccess = new UploadAccess(identity.id(), identity.credentialLifetime());
        this.plan = plan;
        this.importRun = new ImportRun(plan);
    }

    /** What never changes about a migration. */
    record MigrationIdentity(UUID id, SimulatedDatabase database, MigrationSettings settings,
            Duration credentialLifetime) {}

    public void advanceTo(Instant now) {
        for (PhaseChange next = nextChange(); next != null && !next.at().isAfter(now); next = nextChange()) {
            apply(next);
        }
    }

    void launch(Instant now) {
        if (phase() != SimulatedPhase.RECEIVING_FILES && phase() != SimulatedPhase.FAILED) {
            throw ApiRejection.conflict("Migration " + id + " can't be launched: it is " + statusText());
        }
        plan = phase() == SimulatedPhase.FAILED ? plan.relaunched() : plan;
        importRun = new ImportRun(plan);
        apply(new PhaseChange(now, SimulatedPhase.STARTING));
    }

    public void pause(Instant now) {
        if (!phase().importUnfinished()) {
            throw ApiRejection.conflict("Migration " + id + " can't be paused: it is " + statusText());
        }
        if (phase() != SimulatedPhase.PAUSED && pauseAt == null) {
            pauseAt = now.plus(timings.drain());
        }
    }

    /** Continues a paused import; has no effect on any other migration (DevOps API, resume a migration). */
    void resume(Instant now) {
        if (phase() == SimulatedPhase.PAUSED) {
            apply(new PhaseChange(now, SimulatedPhase.IMPORTING));
        }
    }

    public void abort(Instant now) {
        if (phase() == SimulatedPhase.IMPORTING && importRun.metadataBegun(now)) {
            throw ApiRejection.conflict("Migration " + id + " can't be aborted: SSTable metadata is being imported");
        }
        if (!abortable()) {
            throw ApiRejection.conflict("Migration " + id + " can't be aborted: it is " + statusText());
        }
        apply(new PhaseChange(now, SimulatedPhase.ABORTED));
    }

    void cleanUp(Instant now) {
        if (phase().importRunning()) {
            throw ApiRejection.conflict("Migration " + id + " can't be cleaned up: it is in status ImportInProgress");
        }
        rejectWhenClosed();
        if (phase() != SimulatedPhase.CLEANING_UP) {
            cleanupClock.schedule(now);
            apply(new PhaseChange(now, SimulatedPhase.CLEANING_UP));
        }
    }

    public void scheduleCleanup(Instant time, Instant now) {
        if (!time.isAfter(now)) {
            cleanUp(now);
            return;
        }
        if (phase() == SimulatedPhase.CLEANING_UP) {
            throw ApiRejection.conflict("Migration " + id + " is being cleaned up already");
        }
        rejectWhenClosed();
        cleanupClock.schedule(time);
    }

    /** Says how the next import goes; one that was launched already goes on as it was planned. */
    public void plan(ImportPlan next) {
        plan = next;
    }

    public SimulatedPhase phase() {
        return phaseHistory.phase();
    }

    public SimulatedPhase reported(Instant now, StatusVocabulary vocabulary) {
        return phaseHistory.reported(now, vocabulary::knows);
    }

    public String progressInfo(Instant now, SimulatedPhase reported) {
        return switch (reported) {
            case INITIALIZING, RECEIVING_FILES, STARTING, CLOSED -> "";
            case IMPORTING -> importRun.progressInfo(now);
            case PAUSED -> "Paused. " + importRun.progressInfo(now);
            case DONE -> "All SSTable subsets are imported";
            case FAILED -> importRun.failureReason();
            case ABORTED -> "Aborted on request, all progress is removed";
            case CLEANING_UP -> "Deleting snapshots";
        };
    }

    public Instant expectedCleanup() {
        return cleanupClock.due();
    }

    public UploadAccess uploadAccess() {
        return uploadAccess;
    }

    public UUID id() {
        return id;
    }

    public SimulatedDatabase database() {
        return database;
    }

    MigrationSettings settings() {
        return settings;
    }

    private @Nullable PhaseChange nextChange() {
        Instant since = phaseHistory.since();
        return switch (phase()) {
            case INITIALIZING -> new PhaseChange(since.plus(timings.initialize()), SimulatedPhase.RECEIVING_FILES);
            case STARTING -> new PhaseChange(since.plus(timings.start()), SimulatedPhase.IMPORTING);
            case IMPORTING -> endOfImport();
            case RECEIVING_FILES, PAUSED, DONE, FAILED, ABORTED ->
                new PhaseChange(later(since, cleanupClock.due()), SimulatedPhase.CLEANING_UP);
            case CLEANING_UP -> new PhaseChange(since.plus(timings.cleanUp()), SimulatedPhase.CLOSED);
            case CLOSED -> null;
        };
    }

    private PhaseChange endOfImport() {
        Instant end = importRun.end();
        Instant pause = pauseAt;
        if (pause != null && pause.isBefore(end)) {
            return new PhaseChange(later(phaseHistory.since(), pause), SimulatedPhase.PAUSED);
        }
        return new PhaseChange(end, importRun.outcome());
    }

    private void apply(PhaseChange change) {
        if (phase() == SimulatedPhase.IMPORTING) {
            importRun.stop(change.at());
            cleanupClock.restart(change.at());
            pauseAt = null;
        }
        phaseHistory.add(change);
        switch (change.phase()) {
            case RECEIVING_FILES -> uploadAccess.grant(change.at());
            case STARTING -> launched(change.at());
            case IMPORTING -> importRun.start(change.at());
            case ABORTED, CLEANING_UP -> uploadAccess.revoke();
            case INITIALIZING, PAUSED, DONE, FAILED, CLOSED -> {
            }
        }
    }

    private void launched(Instant at) {
        uploadAccess.revoke();
        cleanupClock.restart(at);
    }

    private boolean abortable() {
        return phase() == SimulatedPhase.INITIALIZING || phase() == SimulatedPhase.RECEIVING_FILES
                || phase().importUnfinished();
    }

    private void rejectWhenClosed() {
        if (phase() == SimulatedPhase.CLOSED) {
            throw ApiRejection.conflict("Migration " + id + " is closed");
        }
    }

    private String statusText() {
        return "in status " + StatusVocabulary.DOCUMENTATION.word(phase());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
