package dev.longshore.journal;

import dev.longshore.model.Observation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two journals have observed of one migration, as one history. For one thread. */
final class MergedObservations {
    /** By which two rows say the same. */
    private static final List<String> CONTENT = List.of(
            "status", "progress", "expected_cleanup_time", "upload_bucket_dir", "credential_expiration",
            "credential_fingerprint");

    private final List<Map<String, @Nullable Object>> merged = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> newRows = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> noNewsAnyMore = new ArrayList<>();
    private @Nullable Object cleanupBefore;

    private MergedObservations() {}

    /** The rows of a migration, oldest first. */
    static List<Map<String, @Nullable Object>> rows(Sql sql, long migration) throws SQLException {
        return sql.list("SELECT * FROM observation WHERE migration = ? ORDER BY at, number", ResultRow::values,
                migration);
    }

    /** What is known now of a migration, as its row. */
    static Optional<Map<String, @Nullable Object>> lastKnown(Sql sql, long migration) throws SQLException {
        return sql.one("SELECT * FROM last_known WHERE migration = ?", ResultRow::values, migration);
    }

    /**
     * Puts them together by time.
     *
     * @param there the rows that stay as they are
     * @param here those that are added where they say something new
     */
    static MergedObservations of(
            List<Map<String, @Nullable Object>> there, List<Map<String, @Nullable Object>> here) {
        var all = new MergedObservations();
        var known = there.stream().map(MergedObservations::identity).collect(Collectors.toSet());
        var rows = new ArrayList<ObservationRow>();
        for (Map<String, @Nullable Object> each : there) {
            rows.add(new ObservationRow(each, false));
        }
        for (Map<String, @Nullable Object> each : here) {
            if (!known.contains(identity(each))) {
                rows.add(new ObservationRow(each, true));
            }
        }
        rows.sort(Comparator.comparing((ObservationRow each) -> text(each.row(), "at"))
                .thenComparing(ObservationRow::isNew)
                .thenComparingLong(each -> ((Number) Objects.requireNonNull(each.row().get("number"))).longValue()));
        rows.forEach(all::add);
        return all;
    }

    private record ObservationRow(Map<String, @Nullable Object> row, boolean isNew) {}

    private static List<String> identity(Map<String, @Nullable Object> row) {
        return Stream.concat(Stream.of("at"), CONTENT.stream()).map(each -> text(row, each)).toList();
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return Objects.requireNonNullElse(row.get(column), "").toString();
    }

    private void add(ObservationRow next) {
        var row = next.row();
        var before = merged.isEmpty() ? null : merged.getLast();
        if (next.isNew() && before != null && saysTheSame(before, row)) {
            return;
        }
        var isNews = isNews(row, before);
        if (next.isNew()) {
            var isSameMoment = before != null && text(before, "at").equals(text(row, "at"));
            row.put("number", isSameMoment ? number(before) + 1 : number(row));
            row.put("news", isNews ? 1 : 0);
            newRows.add(row);
        } else if (!isNews && !text(row, "news").equals("0")) {
            noNewsAnyMore.add(row);
        }
        merged.add(row);
        cleanupBefore = Objects.requireNonNullElse(row.get("expected_cleanup_time"), cleanupBefore);
    }

    private static long number(@Nullable Map<String, @Nullable Object> row) {
        return row == null ? 0 : ((Number) Objects.requireNonNull(row.get("number"))).longValue();
    }

    private static boolean saysTheSame(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        return CONTENT.stream().allMatch(each -> text(one, each).equals(text(other, each)));
    }

    private boolean isNews(Map<String, @Nullable Object> row, @Nullable Map<String, @Nullable Object> before) {
        var cleanup = text(row, "expected_cleanup_time");
        return before == null || !text(before, "status").equals(text(row, "status"))
                || (cleanupBefore != null && !cleanup.isEmpty() && Observation.isMoved(
                        StoredTimes.read(cleanupBefore.toString()), StoredTimes.read(cleanup)));
    }

    /** Those that are to be added, oldest first. */
    List<Map<String, @Nullable Object>> newRows() {
        return newRows;
    }

    /**
     * Has the rest say what these rows say, once they are there.
     *
     * @param here what the other journal knows now
     */
    void finish(Sql sql, long migration, Optional<Map<String, @Nullable Object>> here) throws SQLException {
        for (var each : noNewsAnyMore) {
            sql.run("UPDATE observation SET news = 0 WHERE migration = ? AND at = ? AND number = ?",
                    migration, text(each, "at"), number(each));
        }
        var there = lastKnown(sql, migration);
        if (here.isPresent() && there.filter(each -> !isLater(here.get(), each)).isEmpty()) {
            save(sql, migration, here.get());
        }
        new LastKnownTable(sql).correctSince(migration);
    }

    private static boolean isLater(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        return text(one, "observed_at").compareTo(text(other, "observed_at")) > 0;
    }

    private void save(Sql sql, long migration, Map<String, @Nullable Object> known) throws SQLException {
        var row = new LinkedHashMap<>(known);
        row.put("migration", migration);
        row.put("observation_at", text(merged.getLast(), "at"));
        row.put("observation_number", number(merged.getLast()));
        var columns = List.copyOf(row.keySet());
        sql.run("DELETE FROM last_known WHERE migration = ?", migration);
        sql.run(
                "INSERT INTO last_known (" + String.join(", ", columns) + ") VALUES ("
                        + String.join(", ", columns.stream().map(_ -> "?").toList()) + ")",
                row.values().toArray());
    }
}
