package dev.longshore.devops.http;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code MigrationStatus}. Only its status word must be there; everything else may be missing. */
final class StatusReader {
    private static final String DIRECTORY = "uploadBucketDir";
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_PROGRESS = 2_000;

    private StatusReader() {}

    /**
     * The status of the migration that was asked for.
     *
     * @throws UnreadableAnswerException when there is no status word, or it is another migration's
     */
    static MigrationStatus answer(MigrationRef asked, JsonNode value) throws UnreadableAnswerException {
        var jsonFields = JsonFields.of(value);
        requireSame(ServiceFact.OTHER_MIGRATION, asked.migration().value(), jsonFields.word("migrationID"));
        requireSame(ServiceFact.OTHER_DATABASE, asked.database().value(), jsonFields.word("dbID"));
        return read(asked, jsonFields);
    }

    /**
     * The status of the migration that was just made.
     *
     * @throws UnreadableAnswerException when there is no usable ID or no status word, or it is another database's
     */
    static MigrationStatus made(DatabaseId database, JsonNode value) throws UnreadableAnswerException {
        var jsonFields = JsonFields.of(value);
        var id = migrationId(jsonFields.word("migrationID"));
        try {
            requireSame(ServiceFact.OTHER_DATABASE, database.value(), jsonFields.word("dbID"));
            return read(new MigrationRef(database, id), jsonFields);
        } catch (UnreadableAnswerException unreadableAnswerException) {
            // Whoever loses the ID loses the migration.
            throw new UnreadableAnswerException(
                    Fact.sentences(unreadableAnswerException.fact(), Fact.of(ServiceFact.NEW_ID, id.value())));
        }
    }

    private static MigrationId migrationId(@Nullable String id) throws UnreadableAnswerException {
        if (id == null) {
            throw new UnreadableAnswerException(ServiceFact.NO_NEW_ID);
        }
        try {
            return new MigrationId(id);
        } catch (IllegalArgumentException _) {
            throw new UnreadableAnswerException(ServiceFact.INVALID_NEW_ID, id);
        }
    }

    private static void requireSame(ServiceFact other, String asked, @Nullable String answered)
            throws UnreadableAnswerException {
        if (answered != null && !answered.equalsIgnoreCase(asked)) {
            throw new UnreadableAnswerException(other, answered);
        }
    }

    private static MigrationStatus read(MigrationRef ref, JsonFields jsonFields) throws UnreadableAnswerException {
        var credentials = CredentialsReader.read(jsonFields);
        var word = jsonFields.line("status", LONGEST_WORD);
        if (word == null || word.isBlank()) {
            throw new UnreadableAnswerException(ServiceFact.NO_STATUS);
        }
        var progress = jsonFields.lines("progressInfo", LONGEST_PROGRESS);
        return new MigrationStatus(
                ref,
                Status.of(word),
                progress == null ? null : Progress.of(progress),
                directory(jsonFields),
                credentials,
                jsonFields.time("expectedCleanupTime"),
                jsonFields.wholeNumber("concurrency"),
                jsonFields.number("targetSubsetSizeGB"),
                jsonFields.oddities());
    }

    /**
     * A directory of one of the three clouds, else null. Without a query: where the directory is an https address, that is
     * where a signature would be.
     */
    private static @Nullable String directory(JsonFields jsonFields) {
        var whole = jsonFields.exact(DIRECTORY, MigrationStatus.LONGEST_DIRECTORY);
        if (whole == null) {
            return jsonFields.isBlankText(DIRECTORY) ? "" : null;
        }
        var end = whole.indexOf('?');
        var directory = end < 0 ? whole : whole.substring(0, end);
        if (!MigrationStatus.isUploadDirectory(directory)) {
            jsonFields.addOddity(ServiceFact.FIELD_NO_BUCKET, DIRECTORY);
            return null;
        }
        if (end >= 0) {
            jsonFields.addOddity(ServiceFact.FIELD_CUT_AT_QUERY, DIRECTORY);
        }
        return directory;
    }
}
