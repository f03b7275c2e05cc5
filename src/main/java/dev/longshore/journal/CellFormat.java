package dev.longshore.journal;

import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a row as they are exported: words as they are, times with the offset of a zone. */
final class CellFormat {
    private static final Set<String> TIMES = Set.of(
            "at", "previous_seen_at", "expected_cleanup_time", "credential_expiration", "cleanup_time", "started_at",
            "ended_at", "service_cleanup_time", "asked_for", "answered_at", "about");

    private final ZoneId zone;

    CellFormat(ZoneId zone) {
        this.zone = zone;
    }

    @Nullable
    String format(ResultRow resultRow, String column) throws SQLException {
        return TIMES.contains(column) ? resultRow.maybe(column, this::withOffset)
                : resultRow.maybe(column, word -> word);
    }

    private String withOffset(String time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(StoredTimes.read(time).atZone(zone));
    }
}
