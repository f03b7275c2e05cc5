package dev.longshore.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A migration as MigrationStatus tells it: what is reported, which is not always what is. */
final class StatusView {

    private final Vocabulary vocabulary;

    StatusView(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    ObjectNode of(SimulatedMigration migration, Instant now) {
        Phase reported = migration.reported(now, vocabulary);
        String directory = reported == Phase.INITIALIZING ? "" : directory(migration);
        ObjectNode status = Json.object()
                .put("migrationID", migration.id().toString())
                .put("dbID", migration.database().id().toString())
                .put("status", vocabulary.word(reported))
                .put("progressInfo", migration.progressInfo(now, reported))
                .put("uploadBucketDir", directory);
        status.set("uploadCredentials", credentials(migration, reported, directory));
        status.put("expectedCleanupTime", Json.time(migration.expectedCleanup()));
        addSettings(status, migration.settings());
        return status;
    }

    /** The same without credentials, as far as a watch keeps it. */
    EstatePast.Look look(SimulatedMigration migration, Instant now) {
        Phase reported = migration.reported(now, vocabulary);
        var begun = reported != Phase.INITIALIZING;
        return new EstatePast.Look(
                migration.id(), now, vocabulary.word(reported), migration.progressInfo(now, reported),
                begun ? directory(migration) : "", migration.expectedCleanup().truncatedTo(ChronoUnit.SECONDS),
                begun ? migration.access().expiry() : null);
    }

    private static ObjectNode credentials(SimulatedMigration migration, Phase reported, String directory) {
        Instant expiry = migration.access().expiry();
        if (expiry == null || reported == Phase.INITIALIZING) {
            return CredentialsView.none();
        }
        return CredentialsView.of(migration, expiry, directory);
    }

    private static void addSettings(ObjectNode status, MigrationSettings settings) {
        if (settings.concurrency() != null) {
            status.put("concurrency", settings.concurrency());
        }
        if (settings.targetSubsetSizeGb() != null) {
            status.put("targetSubsetSizeGB", settings.targetSubsetSizeGb());
        }
    }

    private static String directory(SimulatedMigration migration) {
        UUID database = migration.database().id();
        return switch (migration.database().cloud()) {
            case AWS -> "s3://ds-mig-" + database + "/" + migration.id() + "/sstables/";
            case GCP -> "gs://ds-mig-" + database + "/" + migration.id() + "/sstables/";
            case AZURE ->
                "https://" + account(database) + ".blob.core.windows.net/mig-upload-" + migration.id() + "/sstables/";
        };
    }

    /** One storage account per database, as one bucket per database in the other clouds. */
    private static String account(UUID database) {
        return new RandomText(database.getMostSignificantBits()).lowerCase(24);
    }
}
