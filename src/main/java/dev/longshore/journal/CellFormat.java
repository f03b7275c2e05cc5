package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of a row as they are exported: words as they are, facts as sentences, times with the offset of a zone. */
final class CellFormat {
    private static final Set<String> TIMES = Set.of(
            "at", "previous_seen_at", "expected_cleanup_time", "credential_expiration", "cleanup_time", "started_at",
            "ended_at", "service_cleanup_time", "asked_for", "due_before", "answered_at", "dismissed_at", "about",
            "changed_at");

    private final ZoneId zone;
    private final Function<Fact, String> words;

    CellFormat(ZoneId zone, Function<Fact, String> words) {
        this.zone = zone;
        this.words = words;
    }

    @Nullable
    String format(ResultRow resultRow, String column) throws SQLException {
        if (TIMES.contains(column)) {
            return resultRow.maybe(column, this::withOffset);
        }
        return ExportedTable.FACTS.contains(column) && resultRow.maybe(column, word -> word) != null
                ? words.apply(FactColumn.read(resultRow, column))
                : resultRow.maybe(column, word -> word);
    }

    private String withOffset(String time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(StoredTimes.read(time).atZone(zone));
    }
}
