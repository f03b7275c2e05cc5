package dev.longshore.simulator.sample;

import java.util.UUID;

/**
 * A migration of the sample organisation. The service has no call that lists migrations, so this is how one learns of
 * them.
 *
 * @param databaseId the database's id
 * @param migrationId the migration's id
 * @param name a name a DBA might give it
 */
public record SampleMigration(UUID databaseId, UUID migrationId, String name) {}
