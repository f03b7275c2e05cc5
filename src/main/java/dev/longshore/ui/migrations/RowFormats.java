package dev.longshore.ui.migrations;

import dev.longshore.model.Deadline;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Timed;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of the table as text in the forms people paste; times are ISO 8601 with an offset. Pure. */
final class RowFormats {
    private static final List<String> FIELDS = List.of(
            "name", "databaseId", "migrationId", "database", "place", "status", "since", "progress", "expectedCleanup",
            "observed", "connection", "tags", "problem");

    private final UiContext context;
    private final MigrationText text;

    RowFormats(UiContext context) {
        this.context = context;
        text = new MigrationText(context.texts(), context.times());
    }

    /** Columns apart by tabs, as a spreadsheet takes them. */
    String asText(List<WatchedMigration> migrations) {
        return lines(migrations, "\t", value -> value.replaceAll("[\\t\\r\\n]+", " "));
    }

    String asCsv(List<WatchedMigration> migrations) {
        return lines(migrations, ",", RowFormats::csv);
    }

    String asMarkdown(List<WatchedMigration> migrations) {
        Function<List<String>, String> row = cells -> cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("[\\r\\n]+", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        return row.apply(FIELDS) + row.apply(FIELDS.stream().map(_ -> "---").toList())
                + migrations.stream().map(this::values).map(row).collect(Collectors.joining());
    }

    String asJson(List<WatchedMigration> migrations) {
        return migrations.stream().map(this::json).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private String json(WatchedMigration migration) {
        var values = values(migration);
        return IntStream.range(0, FIELDS.size())
                .filter(i -> !values.get(i).isEmpty())
                .mapToObj(i -> quoted(FIELDS.get(i)) + ": " + quoted(values.get(i)))
                .collect(Collectors.joining(", ", "  {", "}"));
    }

    private String lines(List<WatchedMigration> migrations, String separator, Function<String, String> cell) {
        Function<List<String>, String> line = cells -> cells.stream().map(cell)
                .collect(Collectors.joining(separator, "", "\n"));
        return line.apply(FIELDS) + migrations.stream().map(this::values).map(line).collect(Collectors.joining());
    }

    private List<String> values(WatchedMigration migration) {
        var known = Optional.ofNullable(migration.lastKnown());
        return List.of(
                migration.name(),
                migration.key().ref().database().value(),
                migration.key().ref().migration().value(),
                text.database(migration),
                text.location(migration),
                known.map(each -> each.status().raw()).orElse(""),
                iso(known.map(LastKnown::since)),
                text.progressText(migration),
                iso(known.map(LastKnown::expectedCleanupTime).map(Timed::value)
                        .or(() -> migration.cleanup().map(Deadline::at))),
                iso(known.map(LastKnown::observedAt)),
                migration.connection().name(),
                String.join(", ", migration.tags()),
                text.problem(migration));
    }

    private String iso(Optional<Instant> instant) {
        return instant.map(context.times()::iso).orElse("");
    }

    /** A cell that begins like a formula would be one in a spreadsheet; the service's text is not to be run there. */
    private static String csv(String value) {
        var safe = value.matches("(?s)^[=+@\\t\\r-].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static String quoted(String value) {
        var escaped = new StringBuilder("\"");
        value.chars().forEach(each -> escaped.append(switch (each) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> each < 0x20 ? "\\u%04x".formatted(each) : Character.toString(each);
        }));
        return escaped.append('"').toString();
    }
}
