package dev.longshore.journal;

import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observed;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code last_known}: of each migration the last good value of each field, and when it was last seen. */
final class LastKnownTable {
    static final String OF_REGISTER = """
            SELECT m.connection_id, m.database_id, m.migration_id, k.*
            FROM register_entry e JOIN migration m ON m.id = e.migration JOIN last_known k ON k.migration = m.id
            ORDER BY e.position
            """;

    private final Sql sql;

    LastKnownTable(Sql sql) {
        this.sql = sql;
    }

    /** Of the migrations on the list, in its order. */
    Map<MigrationKey, LastKnown> ofRegister() throws SQLException {
        var all = new LinkedHashMap<MigrationKey, LastKnown>();
        sql.each(OF_REGISTER, row -> all.put(MigrationTable.read(row), read(row)));
        return all;
    }

    void keep(long migration, ObservationTable.RowKey newest, LastKnown known) throws SQLException {
        sql.run("""
                INSERT OR REPLACE INTO last_known (migration, observation_at, observation_number, observed_at, status, since,
                  otherwise, recognised, recognised_at, progress, progress_at, expected_cleanup_time, expected_cleanup_time_at,
                  upload_bucket_dir, upload_bucket_dir_at, credential_expiration, credential_expiration_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                migration, newest.at(), newest.number(), known.observedAt(), known.status().raw(), known.since(),
                known.otherwise(),
                value(known.recognised(), Status::raw), at(known.recognised()),
                value(known.progress(), Progress::text), at(known.progress()),
                value(known.expectedCleanupTime(), time -> time), at(known.expectedCleanupTime()),
                value(known.uploadBucketDir(), text -> text), at(known.uploadBucketDir()),
                value(known.credentialExpiration(), time -> time), at(known.credentialExpiration()));
    }

    private static <T> @Nullable Object value(@Nullable Observed<T> figure, Function<T, Object> stored) {
        return figure == null ? null : stored.apply(figure.value());
    }

    private static @Nullable Instant at(@Nullable Observed<?> figure) {
        return figure == null ? null : figure.at();
    }

    private static LastKnown read(Row row) throws SQLException {
        return new LastKnown(
                row.instant("observed_at"),
                Status.of(row.text("status")),
                row.instant("since"),
                row.maybe("otherwise", Times::read),
                figure(row, "recognised", Status::of),
                figure(row, "progress", Progress::of),
                figure(row, "expected_cleanup_time", Times::read),
                figure(row, "upload_bucket_dir", text -> text),
                figure(row, "credential_expiration", Times::read));
    }

    private static <T> @Nullable Observed<T> figure(Row row, String column, Function<String, T> read)
            throws SQLException {
        var value = row.maybe(column, read);
        return value == null ? null : new Observed<>(value, row.instant(column + "_at"));
    }
}
