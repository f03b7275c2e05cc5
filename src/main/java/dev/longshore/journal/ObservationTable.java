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
              upload_bucket_dir, credential_expiration, credential_fingerprint, news)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    static final String SINCE = """
            SELECT * FROM observation
            WHERE migration = ?1 AND at >= coalesce(
              (SELECT max(at) FROM observation WHERE migration = ?1 AND at <= ?2), ?2)
            ORDER BY at, number
            """;

    private static final String BEFORE = """
            SELECT o.*, o.at AS observed_at FROM observation o WHERE migration = ? AND at <= ?
            ORDER BY at DESC, number DESC LIMIT 1
            """;
    /** With when the one before it was last seen, as far as that is known. */
    private static final String AFTER = """
            SELECT o.*, coalesce(o.previous_seen_at, o.at) AS observed_at FROM observation o
            WHERE migration = ? AND at > ?
            ORDER BY at, number LIMIT 1
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
     * @param observation what it said
     * @param seenAt when the same was last seen
     */
    record NewestObservation(RowKey row, Observation observation, Instant seenAt) {}

    /**
     * What is kept of a migration.
     *
     * @param observations oldest first
     * @param seenUntil by the time of one at which the status changed, when the one before was last seen
     */
    record ObservationsSince(List<Observation> observations, Map<Instant, Instant> seenUntil) {
        private void add(Observation next, @Nullable Instant previousSeenAt) {
            if (previousSeenAt != null && !observations.isEmpty()
                    && !observations.getLast().status().equals(next.status())) {
                seenUntil.put(next.at(), previousSeenAt);
            }
            observations.add(next);
        }
    }

    Optional<NewestObservation> newest(long migration, MigrationKey key) throws SQLException {
        return sql.one(NEWEST, resultRow -> newest(resultRow, key), migration);
    }

    /** @param cleanupBefore when the cleanup was due until then, or null where that was not known */
    RowKey append(long migration, Observation observation, @Nullable NewestObservation before,
            @Nullable Instant cleanupBefore) throws SQLException {
        var key = new RowKey(observation.at(), before == null ? 1 : before.row().number() + 1);
        sql.run(
                APPEND,
                migration, key.at(), key.number(), before == null ? null : before.seenAt(),
                observation.status().raw(), text(observation.progress()), observation.expectedCleanupTime(),
                observation.uploadBucketDir(), observation.credentialExpiration(),
                observation.credentialFingerprint(), isNews(observation, before, cleanupBefore));
        return key;
    }

    /**
     * Adds one from before the newest, where neither the one before it nor the one after it says the same. Where what the
     * one before it says was seen again later, a row of that time says so: it has come back. What is known now stays with
     * its row, which says the same as the one that came back.
     */
    void insertEarlier(long migration, Observation observation) throws SQLException {
        var key = observation.key();
        var before = sql.one(BEFORE, resultRow -> newest(resultRow, key), migration, observation.at()).orElse(null);
        var after = sql.one(AFTER, resultRow -> newest(resultRow, key), migration, observation.at()).orElse(null);
        if (saysTheSame(before, observation) || saysTheSame(after, observation)) {
            return;
        }
        if (before == null) {
            append(migration, observation, null, null);
        } else {
            var seenUntil = after == null
                    ? newest(migration, key).map(NewestObservation::seenAt).orElse(before.seenAt())
                    : after.seenAt();
            var row = insertAfter(migration, observation, before, seenUntil);
            if (after == null || seenUntil.isBefore(after.observation().at())) {
                insertReturn(
                        migration, before.observation(), new NewestObservation(row, observation, row.at()), seenUntil);
            }
        }
    }

    private static boolean saysTheSame(@Nullable NewestObservation row, Observation observation) {
        return row != null && row.observation().saysTheSameAs(observation);
    }

    private RowKey insertAfter(long migration, Observation observation, NewestObservation before, Instant seenUntil)
            throws SQLException {
        var isSeenBetween = seenUntil.isAfter(before.seenAt()) && !seenUntil.isAfter(observation.at());
        return append(
                migration, observation,
                new NewestObservation(before.row(), before.observation(), isSeenBetween ? seenUntil : before.seenAt()),
                before.observation().expectedCleanupTime());
    }

    private void insertReturn(long migration, Observation returned, NewestObservation between, Instant seenAgain)
            throws SQLException {
        if (seenAgain.isAfter(between.seenAt())) {
            append(migration, returned.at(seenAgain), between, between.observation().expectedCleanupTime());
        }
    }

    /** What the activity log tells: not each step of a progress. */
    private static boolean isNews(Observation now, @Nullable NewestObservation before,
            @Nullable Instant cleanupBefore) {
        return before == null || !before.observation().status().equals(now.status())
                || (cleanupBefore != null && now.expectedCleanupTime() != null
                        && Observation.isMoved(cleanupBefore, now.expectedCleanupTime()));
    }

    /** Those from the one on that held at {@code from}. */
    ObservationsSince since(long migration, MigrationKey key, Instant from) throws SQLException {
        var observationsSince = new ObservationsSince(new ArrayList<>(), new HashMap<>());
        sql.each(SINCE, resultRow -> observationsSince.add(read(resultRow, key),
                resultRow.maybe("previous_seen_at", StoredTimes::read)), migration, from);
        return observationsSince;
    }

    static @Nullable String text(@Nullable Progress progress) {
        return progress == null ? null : progress.text();
    }

    private static NewestObservation newest(ResultRow resultRow, MigrationKey key) throws SQLException {
        return new NewestObservation(
                new RowKey(resultRow.instant("at"), resultRow.number("number")), read(resultRow, key),
                resultRow.instant("observed_at"));
    }

    static Observation read(ResultRow resultRow, MigrationKey key) throws SQLException {
        return new Observation(
                key,
                resultRow.instant("at"),
                Status.of(resultRow.text("status")),
                resultRow.maybe("progress", Progress::of),
                resultRow.maybe("expected_cleanup_time", StoredTimes::read),
                resultRow.directory("upload_bucket_dir"),
                resultRow.maybe("credential_expiration", StoredTimes::read),
                resultRow.maybe("credential_fingerprint", text -> text));
    }
}
