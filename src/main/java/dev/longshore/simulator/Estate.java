package dev.longshore.simulator;

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
final class Estate {

    private static final SimulatedDatabase.State ACTIVE = new SimulatedDatabase.State("ACTIVE",
            Instant.parse("2025-02-03T09:12:44Z"));

    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(50);
    private static final Duration SCHEDULED_AGO = Duration.ofHours(8);

    private final World world;
    private final Instant start;
    private final StatusView view;
    private final List<EstateMigration> migrations = new ArrayList<>();
    private final List<Life> lives = new ArrayList<>();
    private final List<EstatePast.Look> looks = new ArrayList<>();
    private final List<EstatePast.Deed> deeds = new ArrayList<>();

    Estate(World world, Instant start, StatusView view) {
        this.world = world;
        this.start = start;
        this.view = view;
    }

    /** Lives through all that was before {@code start}. */
    void liveThrough() {
        orders(world.addDatabase("orders-prod", Cloud.AWS, "eu-west-1", ACTIVE));
        billing(world.addDatabase("billing-prod", Cloud.GCP, "europe-west1", ACTIVE));
        telemetry(world.addDatabase("telemetry", Cloud.AZURE, "westeurope", ACTIVE));
        customers(world.addDatabase("customer-360", Cloud.AWS, "us-east-1", ACTIVE));
        lives.getLast().arrive();
    }

    List<EstateMigration> migrations() {
        return List.copyOf(migrations);
    }

    EstatePast past() {
        return new EstatePast(looks, deeds);
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
        if (!lives.isEmpty()) {
            // What another one does must not carry it further than it was looked at.
            lives.getLast().arrive();
        }
        Life life = new Life(migration, start.minus(ago));
        lives.add(life);
        return life;
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

    /** What was done to a migration, and seen of it, before the simulation begins; oldest first. */
    private final class Life {

        private final SimulatedMigration migration;
        private final List<EstatePast.Look> seen = new ArrayList<>();
        private Instant nextLook;

        Life(SimulatedMigration migration, Instant begin) {
            this.migration = migration;
            nextLook = begin.plus(FIRST_LOOK);
        }

        Life planned(ImportPlan plan) {
            migration.plan(plan);
            return this;
        }

        Life launched(Duration ago) {
            Instant then = done(Operation.LAUNCH, ago, null);
            world.launch(migration, then);
            return this;
        }

        /** Launched, and lived on until the import was over, so that the database is free for the next one. */
        Life launchedAndEnded(Duration ago, Duration endedAgo) {
            launched(ago);
            until(endedAgo);
            return this;
        }

        Life paused(Duration ago) {
            migration.pause(done(Operation.PAUSE, ago, null));
            return this;
        }

        Life aborted(Duration ago) {
            migration.abort(done(Operation.ABORT, ago, null));
            return this;
        }

        Life scheduled(Duration ahead) {
            Instant time = start.plus(ahead).truncatedTo(ChronoUnit.SECONDS);
            migration.scheduleCleanup(time, done(Operation.SCHEDULE_CLEANUP, SCHEDULED_AGO, time));
            return this;
        }

        private Instant done(Operation operation, Duration ago, @Nullable Instant cleanupTime) {
            Instant then = until(ago);
            deeds.add(new EstatePast.Deed(migration.id(), then, operation, cleanupTime));
            return then;
        }

        private Instant until(Duration ago) {
            Instant then = start.minus(ago);
            for (; !nextLook.isAfter(then); nextLook = nextLook.plus(BETWEEN_LOOKS)) {
                look(nextLook);
            }
            migration.catchUp(then);
            return then;
        }

        private void arrive() {
            look(until(Duration.ZERO));
            looks.addAll(seen);
        }

        /** Of looks that say the same one after the other, the first and the last tell all there is to tell. */
        private void look(Instant at) {
            migration.catchUp(at);
            migration.access().renewWhenExpired(at);
            EstatePast.Look now = view.look(migration, at);
            if (seen.size() > 1 && seen.getLast().saysTheSameAs(now)
                    && seen.get(seen.size() - 2).saysTheSameAs(now)) {
                seen.removeLast();
            }
            seen.add(now);
        }
    }
}
