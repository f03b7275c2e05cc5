package dev.longshore.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All databases and migrations of the simulated organisation. Whoever calls a method holds {@link #lock()}; nothing in
 * here waits or writes to anybody.
 */
final class World {

    private final Object lock = new Object();
    private final Map<UUID, SimulatedDatabase> databases = new LinkedHashMap<>();
    private final Map<UUID, SimulatedMigration> migrations = new LinkedHashMap<>();
    private final Ids ids;
    private final WorldRules rules;

    World(WorldRules rules, long seed) {
        this.rules = rules;
        this.ids = new Ids(seed);
    }

    /** How this world works: its timings, how long an import takes, and how much longer credentials last than usual. */
    record WorldRules(Timings timings, Duration importLength, double credentialStretch) {

        Duration credentialLife(Cloud cloud) {
            return Duration.ofMillis((long) (cloud.credentialLife().toMillis() * credentialStretch));
        }
    }

    Object lock() {
        return lock;
    }

    WorldRules rules() {
        return rules;
    }

    UUID organisation() {
        return ids.organisation();
    }

    SimulatedDatabase addDatabase(String name, Cloud cloud, String region, SimulatedDatabase.State state) {
        SimulatedDatabase database = new SimulatedDatabase(ids.next(), name, cloud, region, state);
        databases.put(database.id(), database);
        return database;
    }

    List<SimulatedDatabase> databases() {
        return List.copyOf(databases.values());
    }

    List<SimulatedMigration> migrations() {
        return List.copyOf(migrations.values());
    }

    SimulatedDatabase database(UUID id) {
        SimulatedDatabase database = databases.get(id);
        if (database == null) {
            throw Refusal.notFound("Database " + id + " was not found");
        }
        return database;
    }

    SimulatedMigration migration(UUID databaseId, UUID migrationId, Instant now) {
        SimulatedMigration migration = migrations.get(migrationId);
        if (migration == null || !migration.database().equals(database(databaseId))) {
            throw Refusal.notFound("Migration " + migrationId + " was not found in database " + databaseId);
        }
        migration.catchUp(now);
        return migration;
    }

    SimulatedMigration migration(UUID migrationId, Instant now) {
        SimulatedMigration migration = migrations.get(migrationId);
        if (migration == null) {
            throw Refusal.notFound("Migration " + migrationId + " was not found");
        }
        migration.catchUp(now);
        return migration;
    }

    SimulatedMigration initialize(SimulatedDatabase database, MigrationSettings settings, Instant now) {
        var identity = new SimulatedMigration.Identity(
                ids.next(), database, settings, rules.credentialLife(database.cloud()));
        var plan = ImportPlan.lasting(rules.importLength());
        var migration = new SimulatedMigration(identity, rules.timings(), plan, now);
        migrations.put(identity.id(), migration);
        return migration;
    }

    /** One import at a time per database: each must finish before the next is launched. */
    void launch(SimulatedMigration migration, Instant now) {
        for (SimulatedMigration other : migrations.values()) {
            if (other != migration && other.database().equals(migration.database())) {
                other.catchUp(now);
                refuseWhileImporting(other);
            }
        }
        migration.launch(now);
    }

    private static void refuseWhileImporting(SimulatedMigration other) {
        if (other.phase().holdsTheImport()) {
            throw Refusal.conflict("The database is not in a valid state: the import of migration " + other.id()
                    + " has not finished");
        }
    }
}
