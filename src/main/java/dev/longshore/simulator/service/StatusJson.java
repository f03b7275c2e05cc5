package dev.longshore.simulator.service;

import dev.longshore.simulator.http.SimulatorJson;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A migration as MigrationStatus tells it: what is reported, which is not always what is. */
public final class StatusJson {

    private final StatusVocabulary vocabulary;

    public StatusJson(StatusVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    ObjectNode of(SimulatedMigration migration, Instant now) {
        SimulatedPhase reported = migration.reported(now, vocabulary);
        String directory = reported == SimulatedPhase.INITIALIZING ? "" : directory(migration);
        ObjectNode status = SimulatorJson.object()
                .put("migrationID", migration.id().toString())
                .put("dbID", migration.database().id().toString())
                .put("status", vocabulary.word(reported))
                .put("progressInfo", migration.progressInfo(now, reported))
                .put("uploadBucketDir", directory);
        status.set("uploadCredentials", credentials(migration, reported, directory));
        status.put("expectedCleanupTime", SimulatorJson.time(migration.expectedCleanup()));
        addSettings(status, migration.settings());
        return status;
    }

    private static ObjectNode credentials(SimulatedMigration migration, SimulatedPhase reported, String directory) {
        Instant expiry = migration.uploadAccess().expiry();
        if (expiry == null || reported == SimulatedPhase.INITIALIZING) {
            return CredentialsJson.none();
        }
        return CredentialsJson.of(migration, expiry, directory);
    }

    private static void addSettings(ObjectNode status, MigrationSettings settings) {
        if (settings.concurrency() != null) {
            status.put("concurrency", settings.concurrency());
        }
        if (settings.targetSubsetSizeGb() != null) {
            status.put("targetSubsetSizeGB", settings.targetSubsetSizeGb());
        }
    }

    /** Where the files of {@code migration} are uploaded to. */
    public static String directory(SimulatedMigration migration) {
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
