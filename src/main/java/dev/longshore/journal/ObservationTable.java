package dev.longshore.journal;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code observation}: a row for each answer that said something new. */
final class ObservationTable {
    private final Sql sql;

    ObservationTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * The observation that was appended last.
     *
     * @param id its row
     * @param said what it said
     * @param seenAt when the same was last seen
     */
    record Newest(long id, Observation said, Instant seenAt) {}

    Optional<Newest> newest(long migration, MigrationKey key) throws SQLException {
        return sql.one(
                """
                        SELECT o.*, k.observed_at FROM last_known k JOIN observation o ON o.id = k.observation
                        WHERE k.migration = ?
                        """,
                row -> new Newest(row.number("id"), read(row, key), row.instant("observed_at")),
                migration);
    }

    long append(long migration, Observation observation, @Nullable Instant previousSeenAt) throws SQLException {
        return sql.insert("""
                INSERT INTO observation (migration, at, previous_seen_at, status, progress, expected_cleanup_time,
                  upload_bucket_dir, credential_expiration, credential_fingerprint)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                migration, observation.at(), previousSeenAt, observation.status().raw(), text(observation.progress()),
                observation.expectedCleanupTime(), observation.uploadBucketDir(), observation.credentialExpiration(),
                observation.credentialFingerprint());
    }

    /** Oldest first, beginning with the one that held at {@code from}. */
    List<Observation> since(long migration, MigrationKey key, Instant from) throws SQLException {
        return sql.list(
                """
                        SELECT * FROM observation
                        WHERE migration = ?1 AND at >= coalesce(
                          (SELECT max(at) FROM observation WHERE migration = ?1 AND at <= ?2), ?2)
                        ORDER BY at, id
                        """,
                row -> read(row, key),
                migration, from);
    }

    static @Nullable String text(@Nullable Progress progress) {
        return progress == null ? null : progress.text();
    }

    private static Observation read(Row row, MigrationKey key) throws SQLException {
        return new Observation(
                key,
                row.instant("at"),
                Status.of(row.text("status")),
                row.maybe("progress", Progress::of),
                row.maybe("expected_cleanup_time", Times::read),
                row.maybe("upload_bucket_dir", text -> text),
                row.maybe("credential_expiration", Times::read),
                row.maybe("credential_fingerprint", text -> text));
    }
}
