package dev.longshore.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A believable organisation: a dozen migrations over four databases in three clouds, one in every phase. Each one's past
 * is lived through by the same rules as its future, so of one database the older import comes first.
 */
final class Estate {

    private static final SimulatedDatabase.State ACTIVE = new SimulatedDatabase.State("ACTIVE",
            Instant.parse("2025-02-03T09:12:44Z"));

    private final World world;
    private final Instant start;
    private final List<EstateMigration> migrations = new ArrayList<>();

    private Estate(World world, Instant start) {
        this.world = world;
        this.start = start;
    }

    static List<EstateMigration> build(World world, Instant start) {
        Estate estate = new Estate(world, start);
        estate.orders(world.addDatabase("orders-prod", Cloud.AWS, "eu-west-1", ACTIVE));
        estate.billing(world.addDatabase("billing-prod", Cloud.GCP, "europe-west1", ACTIVE));
        estate.telemetry(world.addDatabase("telemetry", Cloud.AZURE, "westeurope", ACTIVE));
        estate.customers(world.addDatabase("customer-360", Cloud.AWS, "us-east-1", ACTIVE));
        return List.copyOf(estate.migrations);
    }

    private void orders(SimulatedDatabase database) {
        // Nine days of import, well past the middle, its cleanup scheduled for later than its end.
        begin(database, "orders", days(7))
                .planned(lasting(9, 4_816, ProgressWording.COUNT_AND_PERCENT))
                .launched(days(5.6))
                .scheduled(days(12));
        begin(database, "order archive", credentialsNearlyExpired());
        begin(database, "order events", Duration.ofMinutes(1));
    }

    private void billing(SimulatedDatabase database) {
        begin(database, "invoices", days(5))
                .planned(lasting(6, 980, ProgressWording.COUNT_AND_PERCENT)
                        .failing(
                                0.11,
                                "Schema mismatch in billing.invoices: column 'vat_rate' is decimal in the snapshot, double in"
                                        + " the target table",
                                false))
                .launchedAndEnded(days(4.6), days(3.8));
        begin(database, "billing ledger", days(6))
                .planned(lasting(8, 2_310, ProgressWording.FRACTION))
                .launched(days(3.5))
                .paused(days(1))
                .scheduled(Duration.ofHours(40));
        begin(database, "payments history", days(4.5));
    }

    private void telemetry(SimulatedDatabase database) {
        begin(database, "device registry", days(9))
                .planned(lasting(2, 164, ProgressWording.COUNT_AND_PERCENT))
                .launchedAndEnded(days(7), days(4.9));
        // Eight days are left, and the cleanup is scheduled in three: it waits for the end and takes the files then.
        begin(database, "sensor readings", days(4))
                .planned(lasting(10, 12_644, ProgressWording.PERCENT))
                .launched(days(1.8))
                .scheduled(days(3));
        begin(database, "sensor archive", cleanupJustBegun());
    }

    private void customers(SimulatedDatabase database) {
        begin(database, "loyalty points", days(6)).launched(days(5)).aborted(days(4.9));
        begin(database, "clickstream 2024", days(30))
                .planned(lasting(3, 1_502, ProgressWording.COUNT_AND_PERCENT))
                .launchedAndEnded(days(28), days(24));
        // Three weeks of import in all; files that a later step can't read will make it fail on the fourth day.
        begin(database, "customer profiles", days(2))
                .planned(lasting(21, 31_077, ProgressWording.WORDS)
                        .failing(0.2, "Corrupt SSTable in node2/customer_360/profiles: checksum mismatch in Data.db",
                                true))
                .launched(days(0.8))
                .scheduled(days(30));
    }

    private static ImportPlan lasting(int days, int subsets, ProgressWording wording) {
        return new ImportPlan(Duration.ofDays(days), subsets, wording, null);
    }

    private Life begin(SimulatedDatabase database, String name, Duration ago) {
        SimulatedMigration migration = world.initialize(database, MigrationSettings.NONE, start.minus(ago));
        migrations.add(new EstateMigration(database.id(), migration.id(), name));
        return new Life(migration);
    }

    private static Duration days(double days) {
        return Duration.ofMinutes(Math.round(days * 24 * 60));
    }

    /** So long ago that an eighth of the time is left to upload with the first credentials. */
    private Duration credentialsNearlyExpired() {
        World.WorldRules rules = world.rules();
        return rules.credentialLife(Cloud.AWS).multipliedBy(7).dividedBy(8).plus(rules.timings().initialize());
    }

    /** So long ago that the idle week ended and the service has just begun to tell of the cleanup. */
    private Duration cleanupJustBegun() {
        Timings timings = world.rules().timings();
        return Timings.IDLE_TIMEOUT.plus(timings.lag()).plus(timings.cleanUp().dividedBy(4));
    }

    /** What was done to a migration before the simulation begins, oldest first. */
    private final class Life {

        private final SimulatedMigration migration;

        Life(SimulatedMigration migration) {
            this.migration = migration;
        }

        Life planned(ImportPlan plan) {
            migration.plan(plan);
            return this;
        }

        Life launched(Duration ago) {
            world.launch(migration, until(ago));
            return this;
        }

        /** Launched, and lived on until the import was over, so that the database is free for the next one. */
        Life launchedAndEnded(Duration ago, Duration endedAgo) {
            launched(ago);
            until(endedAgo);
            return this;
        }

        Life paused(Duration ago) {
            migration.pause(until(ago));
            return this;
        }

        Life aborted(Duration ago) {
            migration.abort(until(ago));
            return this;
        }

        Life scheduled(Duration ahead) {
            migration.scheduleCleanup(start.plus(ahead), until(Duration.ZERO));
            return this;
        }

        private Instant until(Duration ago) {
            Instant then = start.minus(ago);
            migration.catchUp(then);
            return then;
        }
    }
}
