package dev.longshore.devops.http;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code MigrationStatus}. Only its status word must be there; everything else may be missing. */
final class StatusReader {
    private StatusReader() {}

    /**
     * The status of the migration that was asked for.
     *
     * @throws Unreadable when there is no status word, or it is another migration's
     */
    static MigrationStatus answer(MigrationRef asked, JsonNode value) throws Unreadable {
        var fields = Fields.of(value);
        requireSame("migration", asked.migration().value(), fields.word("migrationID"));
        requireSame("database", asked.database().value(), fields.word("dbID"));
        return read(asked, fields);
    }

    /**
     * The status of the migration that was just made.
     *
     * @throws Unreadable when there is no usable ID or no status word, or it is another database's
     */
    static MigrationStatus made(DatabaseId database, JsonNode value) throws Unreadable {
        var fields = Fields.of(value);
        var id = migrationId(fields.word("migrationID"));
        try {
            requireSame("database", database.value(), fields.word("dbID"));
            return read(new MigrationRef(database, id), fields);
        } catch (Unreadable unreadable) {
            // Whoever loses the ID loses the migration.
            throw new Unreadable(unreadable.sentence() + " The new migration's ID is " + id + ".");
        }
    }

    private static MigrationId migrationId(@Nullable String id) throws Unreadable {
        if (id == null) {
            throw new Unreadable("The answer does not tell the new migration's ID.");
        }
        try {
            return new MigrationId(id);
        } catch (IllegalArgumentException _) {
            throw new Unreadable("The answer gives the new migration an ID that cannot be one: " + id + ".");
        }
    }

    private static void requireSame(String what, String asked, @Nullable String answered) throws Unreadable {
        if (answered != null && !answered.equalsIgnoreCase(asked)) {
            throw new Unreadable("The answer is about another " + what + " (" + answered + ").");
        }
    }

    private static MigrationStatus read(MigrationRef ref, Fields fields) throws Unreadable {
        var word = fields.word("status");
        if (word == null) {
            throw new Unreadable("The answer holds no status word.");
        }
        var progress = fields.text("progressInfo");
        return new MigrationStatus(
                ref,
                Status.of(word),
                progress == null ? null : Progress.of(progress),
                directory(fields),
                CredentialsReader.read(fields),
                fields.time("expectedCleanupTime"),
                fields.wholeNumber("concurrency"),
                fields.number("targetSubsetSizeGB"),
                fields.oddities());
    }

    /** Without a query: where the directory is an https address, that is where a signature would be. */
    private static @Nullable String directory(Fields fields) {
        var directory = fields.text("uploadBucketDir");
        var end = directory == null ? -1 : directory.indexOf('?');
        if (directory == null || end < 0) {
            return directory;
        }
        fields.odd("uploadBucketDir", "holds more than a directory after a question mark, which was left out");
        return directory.substring(0, end);
    }
}
