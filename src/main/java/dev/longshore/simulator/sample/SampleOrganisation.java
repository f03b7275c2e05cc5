package dev.longshore.simulator.sample;

import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.MigrationSettings;
import dev.longshore.simulator.service.ProgressWording;
import dev.longshore.simulator.service.ServiceState;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.simulator.service.SimulatedDatabase;
import dev.longshore.simulator.service.SimulatedMigration;
import dev.longshore.simulator.service.SimulatedPhase;
import dev.longshore.simulator.service.StatusJson;
import dev.longshore.simulator.service.StatusVocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A believable organisation: a dozen migrations over four databases in three clouds, one in every phase. Each one's past
 * is lived through by the same rules as its future, so of one database the older import comes first.
 */
public final class SampleOrganisation {

    private static final SimulatedDatabase.DatabaseState ACTIVE = new SimulatedDatabase.DatabaseState("ACTIVE",
            Instant.parse("2025-02-03T09:12:44Z"));

    private static final Duration FIRST_STATUS_AFTER = Duration.ofMinutes(1);
    private static final Duration STATUS_INTERVAL = Duration.ofMinutes(50);
    private static final Duration SCHEDULED_AGO = Duration.ofHours(8);

    private final ServiceState serviceState;
    private final Instant start;
    private final StatusVocabulary vocabulary;
    private final List<SampleMigration> migrations = new ArrayList<>();
    private final List<MigrationScript> scripts = new ArrayList<>();
    private final List<SampleHistory.PastStatus> pastStatuses = new ArrayList<>();
    private final List<SampleHistory.PastCommand> pastCommands = new ArrayList<>();

    public SampleOrganisation(ServiceState serviceState, Instant start, StatusVocabulary vocabulary) {
        this.serviceState = serviceState;
        this.start = start;
        this.vocabulary = vocabulary;
    }

    /** Lives through all that was before {@code start}. */
    public void replayPast() {
        orders(serviceState.addDatabase("orders-prod", SimulatedCloud.AWS, "eu-west-1", ACTIVE));
        billing(serviceState.addDatabase("billing-prod", SimulatedCloud.GCP, "europe-west1", ACTIVE));
        telemetry(serviceState.addDatabase("telemetry", SimulatedCloud.AZURE, "westeurope", ACTIVE));
        customers(serviceState.addDatabase("customer-360", SimulatedCloud.AWS, "us-east-1", ACTIVE));
        scripts.getLast().advanceToStart();
    }

    public List<SampleMigration> migrations() {
        return List.copyOf(migrations);
    }

    public SampleHistory history() {
        return new SampleHistory(pastStatuses, pastCommands);
    }

    private void orders(SimulatedDatabase database) {
        // Nine days of import, well past the middle, its cleanup scheduled for later than its end.
        initialize(database, "orders", days(7))
                .planned(lasting(9, 4_816, ProgressWording.COUNT_AND_PERCENT))
                .launched(days(5.6))
                .scheduled(days(12));
        initialize(database, "order archive", credentialsNearlyExpired());
        initialize(database, "order events", Duration.ofMinutes(1));
    }

    private void billing(SimulatedDatabase database) {
        initialize(database, "invoices", days(5))
                .planned(lasting(6, 980, ProgressWording.COUNT_AND_PERCENT)
                        .failing(
                                0.11,
                                "Schema mismatch in billing.invoices: column 'vat_rate' is decimal in the snapshot, double in"
                                        + " the target table",
                                false))
                .launchedAndEnded(days(4.6), days(3.8));
        initialize(database, "billing ledger", days(6))
                .planned(lasting(8, 2_310, ProgressWording.FRACTION))
                .launched(days(3.5))
                .paused(days(1))
                .scheduled(Duration.ofHours(40));
        initialize(database, "payments history", days(4.5));
    }

    private void telemetry(SimulatedDatabase database) {
        initialize(database, "device registry", days(9))
                .planned(lasting(2, 164, ProgressWording.COUNT_AND_PERCENT))
                .launchedAndEnded(days(7), days(4.9));
        // Eight days are left, and the cleanup is scheduled in three: it waits for the end and takes the files then.
        initialize(database, "sensor readings", days(4))
                .planned(lasting(10, 12_644, ProgressWording.PERCENT))
                .launched(days(1.8))
                .scheduled(days(3));
        initialize(database, "sensor archive", cleanupJustBegun());
    }

    private void customers(SimulatedDatabase database) {
        initialize(database, "loyalty points", days(6)).launched(days(5)).aborted(days(4.9));
        initialize(database, "clickstream 2024", days(30))
                .planned(lasting(3, 1_502, ProgressWording.COUNT_AND_PERCENT))
                .launchedAndEnded(days(28), days(24));
        // Three weeks of import in all; files that a later step can't read will make it fail on the fourth day.
        initialize(database, "customer profiles", days(2))
                .planned(lasting(21, 31_077, ProgressWording.WORDS)
                        .failing(0.2, "Corrupt SSTable in node2/customer_360/profiles: checksum mismatch in Data.db",
                                true))
                .launched(days(0.8))
                .scheduled(days(30));
    }

    private static ImportPlan lasting(int days, int subsets, ProgressWording wording) {
        return new ImportPlan(Duration.ofDays(days), subsets, wording, null);
    }

    private MigrationScript initialize(SimulatedDatabase database, String name, Duration ago) {
        SimulatedMigration migration = serviceState.initialize(database, MigrationSettings.NONE, start.minus(ago));
        migrations.add(new SampleMigration(database.id(), migration.id(), name));
        if (!scripts.isEmpty()) {
            // What another one does must not carry it further than it was looked at.
            scripts.getLast().advanceToStart();
        }
        MigrationScript script = new MigrationScript(migration, start.minus(ago));
        scripts.add(script);
        return script;
    }

    private static Duration days(double days) {
        return Duration.ofMinutes(Math.round(days * 24 * 60));
    }

    /** So long ago that an eighth of the time is left to upload with the first credentials. */
    private Duration credentialsNearlyExpired() {
        ServiceState.ServiceRules rules = serviceState.rules();
        return rules.credentialLifetime(SimulatedCloud.AWS).multipliedBy(7).dividedBy(8)
                .plus(rules.timings().initialize());
    }

    /** So long ago that the idle week ended and the service has just begun to tell of the cleanup. */
    private Duration cleanupJustBegun() {
        ServiceTimings timings = serviceState.rules().timings();
        return ServiceTimings.IDLE_TIMEOUT.plus(timings.lag()).plus(timings.cleanUp().dividedBy(4));
    }

    /** What was done to a migration, and seen of it, before the simulation begins; oldest first. */
    private final class MigrationScript {

        private final SimulatedMigration migration;
        private final List<SampleHistory.PastStatus> recorded = new ArrayList<>();
        private Instant nextStatusAt;

        MigrationScript(SimulatedMigration migration, Instant begin) {
            this.migration = migration;
            nextStatusAt = begin.plus(FIRST_STATUS_AFTER);
        }

        MigrationScript planned(ImportPlan plan) {
            migration.plan(plan);
            return this;
        }

        MigrationScript launched(Duration ago) {
            Instant then = recordCommand(SimulatedOperation.LAUNCH, ago, null);
            serviceState.launch(migration, then);
            return this;
        }

        /** Launched, and lived on until the import was over, so that the database is free for the next one. */
        MigrationScript launchedAndEnded(Duration ago, Duration endedAgo) {
            launched(ago);
            advanceUntil(endedAgo);
            return this;
        }

        MigrationScript paused(Duration ago) {
            migration.pause(recordCommand(SimulatedOperation.PAUSE, ago, null));
            return this;
        }

        MigrationScript aborted(Duration ago) {
            migration.abort(recordCommand(SimulatedOperation.ABORT, ago, null));
            return this;
        }

        MigrationScript scheduled(Duration ahead) {
            Instant time = start.plus(ahead).truncatedTo(ChronoUnit.SECONDS);
            migration.scheduleCleanup(time, recordCommand(SimulatedOperation.SCHEDULE_CLEANUP, SCHEDULED_AGO, time));
            return this;
        }

        private Instant recordCommand(SimulatedOperation operation, Duration ago, @Nullable Instant cleanupTime) {
            Instant then = advanceUntil(ago);
            pastCommands.add(new SampleHistory.PastCommand(migration.id(), then, operation, cleanupTime));
            return then;
        }

        private Instant advanceUntil(Duration ago) {
            Instant then = start.minus(ago);
            for (; !nextStatusAt.isAfter(then); nextStatusAt = nextStatusAt.plus(STATUS_INTERVAL)) {
                recordStatus(nextStatusAt);
            }
            migration.advanceTo(then);
            return then;
        }

        private void advanceToStart() {
            recordStatus(advanceUntil(Duration.ZERO));
            pastStatuses.addAll(recorded);
        }

        /** Of looks that say the same one after the other, the first and the last tell all there is to tell. */
        private void recordStatus(Instant at) {
            migration.advanceTo(at);
            migration.uploadAccess().renewWhenExpired(at);
            SampleHistory.PastStatus status = pastStatus(migration, at);
            if (recorded.size() > 1 && recorded.getLast().equalsExceptTime(status)
                    && recorded.get(recorded.size() - 2).equalsExceptTime(status)) {
                recorded.removeLast();
            }
            recorded.add(status);
        }

        /** What a status call would have been answered at {@code at}, without credentials. */
        private SampleHistory.PastStatus pastStatus(SimulatedMigration migration, Instant at) {
            SimulatedPhase reported = migration.reported(at, vocabulary);
            var begun = reported != SimulatedPhase.INITIALIZING;
            return new SampleHistory.PastStatus(
                    migration.id(), at, vocabulary.word(reported), migration.progressInfo(at, reported),
                    begun ? StatusJson.directory(migration) : "",
                    migration.expectedCleanup().truncatedTo(ChronoUnit.SECONDS),
                    begun ? migration.uploadAccess().expiry() : null);
        }
    }
}
