package dev.longshore.journal;

import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a row as they are exported: words as they are, times with the offset of a zone. */
final class Cells {
    private static final Set<String> TIMES = Set.of(
            "at", "previous_seen_at", "expected_cleanup_time", "credential_expiration", "cleanup_time", "started_at",
            "ended_at", "service_cleanup_time", "asked_for", "answered_at", "about");

    private final ZoneId zone;

    Cells(ZoneId zone) {
        this.zone = zone;
    }

    @Nullable
    String of(Row row, String column) throws SQLException {
        return TIMES.contains(column) ? row.maybe(column, this::withOffset) : row.maybe(column, word -> word);
    }

    private String withOffset(String time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Times.read(time).atZone(zone));
    }
}
