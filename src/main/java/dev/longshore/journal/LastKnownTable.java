package dev.longshore.journal;

import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.StatusChange;
import dev.longshore.model.Timed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code last_known}: of each migration the last good value of each field, and when it was last seen. */
final class LastKnownTable {
    static final String OF_REGISTER = """
            SELECT m.connection_id, m.database_id, m.migration_id, k.*
            FROM register_entry e JOIN migration m ON m.id = e.migration JOIN last_known k ON k.migration = m.id
            ORDER BY e.position
            """;

    static final String OF_OTHER_DESKS = """
            SELECT m.connection_id, m.database_id, m.migration_id, k.*
            FROM last_known k JOIN migration m ON m.id = k.migration
            WHERE k.sequence > ? AND (k.desk <> current_setting('longshore.desk')
              OR k.corrected_by NOT IN ('', current_setting('longshore.desk')))
            """;
    static final String FAILED_LOOKS = """
            SELECT m.connection_id, m.database_id, m.migration_id, k.*
            FROM last_known k JOIN migration m ON m.id = k.migration
            WHERE k.failed_sequence > ? AND k.failed_by <> current_setting('longshore.desk') AND k.failed_at > k.observed_at
            """;
    /** The newest row that says another status than the present one. */
    private static final String OTHERWISE = """
            SELECT o.at, o.number FROM observation o JOIN last_known k ON k.migration = o.migration
            WHERE o.migration = ? AND o.status <> k.status ORDER BY o.at DESC, o.number DESC LIMIT 1
            """;
    /** The first row after that one: since when the present status holds, and when another one was last seen. */
    private static final String SINCE = """
            SELECT at, previous_seen_at FROM observation
            WHERE migration = ?1 AND (at > ?2 OR (at = ?2 AND number > ?3)) ORDER BY at, number LIMIT 1
            """;
    private static final ObservationTable.RowKey BEFORE_ALL = new ObservationTable.RowKey(Instant.EPOCH, 0);

    private final Sql sql;

    LastKnownTable(Sql sql) {
        this.sql = sql;
    }

    /** Of the migrations on the list, in its order. */
    Map<MigrationKey, LastKnown> ofRegister() throws SQLException {
        var all = new LinkedHashMap<MigrationKey, LastKnown>();
        sql.each(OF_REGISTER, resultRow -> all.put(MigrationTable.read(resultRow), read(resultRow)));
        return all;
    }

    /** What other desks have seen since; only in the database of a team. */
    Map<MigrationKey, ColleagueLastKnown> ofOtherDesks(long after) throws SQLException {
        var all = new LinkedHashMap<MigrationKey, ColleagueLastKnown>();
        sql.each(OF_OTHER_DESKS, resultRow -> all.put(
                MigrationTable.read(resultRow), new ColleagueLastKnown(read(resultRow), resultRow.text("desk"))),
                after);
        return all;
    }

    /** The looks of other desks since then that brought no good answer; only in the database of a team. */
    List<FailedLook> failedLooks(long after) throws SQLException {
        return sql.list(
                FAILED_LOOKS, resultRow -> new FailedLook(
                        MigrationTable.read(resultRow), resultRow.text("failed_by"), resultRow.instant("failed_at"),
                        (int) resultRow.number("failures"), resultRow.instant("asked_again_at"),
                        resultRow.maybe("failing_since", StoredTimes::read),
                        resultRow.maybe("held_until", StoredTimes::read), (int) resultRow.number("rejections")),
                after);
    }

    /** Of a migration of which nothing good is known yet, nothing is kept; only in the database of a team. */
    void saveFailedLook(FailedLook failedLook) throws SQLException {
        var key = failedLook.key();
        sql.run("""
                UPDATE last_known SET failed_sequence = nextval('news_sequence'),
                  failed_by = current_setting('longshore.desk'), failed_at = ?, failures = ?, asked_again_at = ?,
                  failing_since = ?, held_until = ?, rejections = ?
                WHERE migration = (
                  SELECT id FROM migration WHERE connection_id = ? AND database_id = ? AND migration_id = ?)
                """,
                failedLook.at(), failedLook.failures(), failedLook.askedAgainAt(), failedLook.failingSince(),
                failedLook.heldUntil(), failedLook.rejections(), key.connection(), key.ref().database(),
                key.ref().migration());
    }

    /**
     * Corrects since when the status holds, after observations from before the newest were added; only in the database of a
     * team. Where no other status is kept, it may have begun before what is kept, so it began no later. The observation
     * stays that of the desk that made it.
     */
    void correctSince(long migration) throws SQLException {
        var other = sql.one(
                OTHERWISE, row -> new ObservationTable.RowKey(row.instant("at"), row.number("number")), migration);
        var after = other.orElse(BEFORE_ALL);
        var began = sql.one(
                SINCE, row -> new StatusChange(row.maybe("previous_seen_at", StoredTimes::read), row.instant("at")),
                migration, after.at(), after.number());
        if (began.isPresent()) {
            var otherwise = Optional.ofNullable(began.get().earliest())
                    .or(() -> other.map(ObservationTable.RowKey::at)).orElse(null);
            sql.run("""
                    UPDATE last_known SET since = ?1, otherwise = ?2, corrected_by = current_setting('longshore.desk')
                    WHERE migration = ?3 AND (since > ?1 OR (?4 = 1 AND since < ?1 AND observed_at >= ?1))
                    """, began.get().latest(), otherwise, migration, other.isPresent());
        }
    }

    /** What another desk has seen, and which. */
    record ColleagueLastKnown(LastKnown lastKnown, String desk) {}

    void save(long migration, ObservationTable.RowKey newest, LastKnown known) throws SQLException {
        sql.run("""
                INSERT INTO last_known (migration, observation_at, observation_number, observed_at, status, since,
                  otherwise, recognised, recognised_at, progress, progress_at, expected_cleanup_time, expected_cleanup_time_at,
                  upload_bucket_dir, upload_bucket_dir_at, credential_expiration, credential_expiration_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (migration) DO UPDATE SET observation_at = excluded.observation_at,
                  observation_number = excluded.observation_number, observed_at = excluded.observed_at,
                  status = excluded.status,
                  since = CASE WHEN last_known.status = excluded.status AND last_known.since > excluded.since
                    THEN last_known.since ELSE excluded.since END,
                  otherwise = CASE WHEN last_known.status = excluded.status AND last_known.since > excluded.since
                    THEN last_known.otherwise ELSE excluded.otherwise END,
                  recognised = excluded.recognised, recognised_at = excluded.recognised_at,
                  progress = excluded.progress, progress_at = excluded.progress_at,
                  expected_cleanup_time = excluded.expected_cleanup_time,
                  expected_cleanup_time_at = excluded.expected_cleanup_time_at,
                  upload_bucket_dir = excluded.upload_bucket_dir,
                  upload_bucket_dir_at = excluded.upload_bucket_dir_at,
                  credential_expiration = excluded.credential_expiration,
                  credential_expiration_at = excluded.credential_expiration_at
                """,
                migration, newest.at(), newest.number(), known.observedAt(), known.status().raw(), known.since(),
                known.lastInOtherStatus(),
                value(known.lastKnownStatus(), Status::raw), at(known.lastKnownStatus()),
                value(known.progress(), Progress::text), at(known.progress()),
                value(known.expectedCleanupTime(), time -> time), at(known.expectedCleanupTime()),
                value(known.uploadBucketDir(), text -> text), at(known.uploadBucketDir()),
                value(known.credentialExpiration(), time -> time), at(known.credentialExpiration()));
    }

    private static <T> @Nullable Object value(@Nullable Timed<T> figure, Function<T, Object> stored) {
        return figure == null ? null : stored.apply(figure.value());
    }

    private static @Nullable Instant at(@Nullable Timed<?> figure) {
        return figure == null ? null : figure.at();
    }

    private static LastKnown read(ResultRow resultRow) throws SQLException {
        return new LastKnown(
                resultRow.instant("observed_at"),
                Status.of(resultRow.text("status")),
                resultRow.instant("since"),
                resultRow.maybe("otherwise", StoredTimes::read),
                figure(resultRow, "recognised", Status::of),
                figure(resultRow, "progress", Progress::of),
                figure(resultRow, "expected_cleanup_time", StoredTimes::read),
                directory(resultRow),
                figure(resultRow, "credential_expiration", StoredTimes::read));
    }

    private static @Nullable Timed<String> directory(ResultRow resultRow) throws SQLException {
        var directory = resultRow.directory("upload_bucket_dir");
        return directory == null ? null : new Timed<>(directory, resultRow.instant("upload_bucket_dir_at"));
    }

    private static <T> @Nullable Timed<T> figure(ResultRow resultRow, String column, Function<String, T> read)
            throws SQLException {
        var value = resultRow.maybe(column, read);
        return value == null ? null : new Timed<>(value, resultRow.instant(column + "_at"));
    }
}
