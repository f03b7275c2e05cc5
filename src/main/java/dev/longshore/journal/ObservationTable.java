package dev.longshore.journal;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code observation}: a row for each answer that said something new. */
final class ObservationTable {
    static final String NEWEST = """
            SELECT o.*, k.observed_at FROM last_known k
            JOIN observation o ON o.migration = k.migration AND o.at = k.observation_at
              AND o.number = k.observation_number
            WHERE k.migration = ?
            """;
    private static final String APPEND = """
            INSERT INTO observation (migration, at, number, previous_seen_at, status, progress, expected_cleanup_time,
              upload_bucket_dir, credential_expiration, credential_fingerprint)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    static final String SINCE = """
            SELECT * FROM observation
            WHERE migration = ?1 AND at >= coalesce(
              (SELECT max(at) FROM observation WHERE migration = ?1 AND at <= ?2), ?2)
            ORDER BY at, number
            """;

    private final Sql sql;

    ObservationTable(Sql sql) {
        this.sql = sql;
    }

    /** A row, as other rows refer to it. */
    record RowKey(Instant at, long number) {}

    /**
     * The observation that was appended last.
     *
     * @param row which row it is
     * @param said what it said
     * @param seenAt when the same was last seen
     */
    record Newest(RowKey row, Observation said, Instant seenAt) {}

    /**
     * What is kept of a migration.
     *
     * @param said oldest first
     * @param seenUntil by the time of one at which the status changed, when the one before was last seen
     */
    record Since(List<Observation> said, Map<Instant, Instant> seenUntil) {
        private void add(Observation next, @Nullable Instant previousSeenAt) {
            if (previousSeenAt != null && !said.isEmpty() && !said.getLast().status().equals(next.status())) {
                seenUntil.put(next.at(), previousSeenAt);
            }
            said.add(next);
        }
    }

    Optional<Newest> newest(long migration, MigrationKey key) throws SQLException {
        return sql.one(NEWEST, row -> newest(row, key), migration);
    }

    RowKey append(long migration, Observation observation, @Nullable Newest before) throws SQLException {
        var key = new RowKey(observation.at(), before == null ? 1 : before.row().number() + 1);
        sql.run(
                APPEND,
                migration, key.at(), key.number(), before == null ? null : before.seenAt(),
                observation.status().raw(), text(observation.progress()), observation.expectedCleanupTime(),
                observation.uploadBucketDir(), observation.credentialExpiration(),
                observation.credentialFingerprint());
        return key;
    }

    /** Those from the one on that held at {@code from}. */
    Since since(long migration, MigrationKey key, Instant from) throws SQLException {
        var since = new Since(new ArrayList<>(), new HashMap<>());
        sql.each(SINCE, row -> since.add(read(row, key), row.maybe("previous_seen_at", Times::read)), migration, from);
        return since;
    }

    static @Nullable String text(@Nullable Progress progress) {
        return progress == null ? null : progress.text();
    }

    private static Newest newest(Row row, MigrationKey key) throws SQLException {
        return new Newest(
                new RowKey(row.instant("at"), row.number("number")), read(row, key), row.instant("observed_at"));
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
