package dev.longshore.simulator.service;

import dev.longshore.simulator.http.ApiRejection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All databases and migrations of the simulated organisation. Whoever calls a method holds {@link #lock()}; nothing in
 * here waits or writes to anybody.
 */
public final class ServiceState {

    private final Object lock = new Object();
    private final Map<UUID, SimulatedDatabase> databases = new LinkedHashMap<>();
    private final Map<UUID, SimulatedMigration> migrations = new LinkedHashMap<>();
    private final Map<UUID, String> pcuStatuses = new HashMap<>();
    private final IdGenerator idGenerator;
    private final ServiceRules rules;

    public ServiceState(ServiceRules rules, long seed) {
        this.rules = rules;
        this.idGenerator = new IdGenerator(seed);
    }

    /** How this world works: its timings, how long an import takes, and how much longer credentials last than usual. */
    public record ServiceRules(ServiceTimings timings, Duration importLength, double credentialLifetimeFactor) {

        public Duration credentialLifetime(SimulatedCloud cloud) {
            return Duration.ofMillis((long) (cloud.credentialLifetime().toMillis() * credentialLifetimeFactor));
        }
    }

    public Object lock() {
        return lock;
    }

    public ServiceRules rules() {
        return rules;
    }

    UUID organisation() {
        return idGenerator.organisation();
    }

    public SimulatedDatabase addDatabase(String name, SimulatedCloud cloud, String region,
            SimulatedDatabase.DatabaseState state) {
        SimulatedDatabase database = new SimulatedDatabase(idGenerator.next(), name, cloud, region, state);
        databases.put(database.id(), database);
        return database;
    }

    /** The status word of the PCU group that a database is in; empty where it is in none. */
    String pcuStatus(UUID database) {
        return pcuStatuses.getOrDefault(database, "ACTIVE");
    }

    /** Puts a database into a PCU group with that status word, or into none where it is empty. */
    public void setPcuStatus(UUID database, String status) {
        pcuStatuses.put(database, status);
    }

    List<SimulatedDatabase> databases() {
        return List.copyOf(databases.values());
    }

    public List<SimulatedMigration> migrations() {
        return List.copyOf(migrations.values());
    }

    public SimulatedDatabase database(UUID id) {
        SimulatedDatabase database = databases.get(id);
        if (database == null) {
            throw ApiRejection.notFound("Database " + id + " was not found");
        }
        return database;
    }

    SimulatedMigration migration(UUID databaseId, UUID migrationId, Instant now) {
        SimulatedMigration migration = migrations.get(migrationId);
        if (migration == null || !migration.database().equals(database(databaseId))) {
            throw ApiRejection.notFound("Migration " + migrationId + " was not found in database " + databaseId);
        }
        migration.advanceTo(now);
        return migration;
    }

    public SimulatedMigration migration(UUID migrationId, Instant now) {
        SimulatedMigration migration = migrations.get(migrationId);
        if (migration == null) {
            throw ApiRejection.notFound("Migration " + migrationId + " was not found");
        }
        migration.advanceTo(now);
        return migration;
    }

    public SimulatedMigration initialize(SimulatedDatabase database, MigrationSettings settings, Instant now) {
        var identity = new SimulatedMigration.MigrationIdentity(
                idGenerator.next(), database, settings, rules.credentialLifetime(database.cloud()));
        var plan = ImportPlan.lasting(rules.importLength());
        var migration = new SimulatedMigration(identity, rules.timings(), plan, now);
        migrations.put(identity.id(), migration);
        return migration;
    }

    /** One import at a time per database: each must finish before the next is launched. */
    public void launch(SimulatedMigration migration, Instant now) {
        for (SimulatedMigration other : migrations.values()) {
            if (other != migration && other.database().equals(migration.database())) {
                other.advanceTo(now);
                rejectWhileImporting(other);
            }
        }
        migration.launch(now);
    }

    private static void rejectWhileImporting(SimulatedMigration other) {
        if (other.phase().importUnfinished()) {
            throw ApiRejection.conflict("The database is not in a valid state: the import of migration " + other.id()
                    + " has not finished");
        }
    }
}
