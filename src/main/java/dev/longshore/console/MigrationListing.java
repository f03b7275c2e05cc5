package dev.longshore.console;

import dev.longshore.journal.StoredList;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Progress;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Status;
import dev.longshore.model.Timed;
import dev.longshore.tabletext.TableFormat;
import dev.longshore.text.StatusText;
import dev.longshore.text.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The list of migrations as text, each with what is last known of it and how old that is. */
public final class MigrationListing {
    private static final List<String> COLUMNS = List.of(
            "name", "databaseName", "database", "migration", "connection", "tags", "status", "phase", "since",
            "progress", "progressPercent", "expectedCleanup", "credentialsEnd", "observedAt", "ageSeconds");

    private final StoredList list;
    private final TimeText times;

    /** @param times words times and tells what now is */
    public MigrationListing(StoredList list, TimeText times) {
        this.list = list;
        this.times = times;
    }

    /** For people: columns apart by blanks. Empty where there is nothing on the list. */
    public String table() {
        var texts = times.texts();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("name", "database", "status", "progress", "cleanup", "observed", "connection").stream()
                .map(each -> texts.get("console.list." + each)).toList());
        list.migrations().forEach(each -> rows.add(row(each).stream().map(EventLines::oneLine).toList()));
        return rows.size() == 1 ? "" : aligned(rows);
    }

    private List<String> row(RegisteredMigration migration) {
        var known = Optional.ofNullable(list.lastKnown().get(migration.key()));
        var ref = migration.key().ref();
        return List.of(
                migration.name().isBlank() ? ref.migration().value() : migration.name(),
                list.databaseName(migration.key().connection(), ref.database()).orElse(ref.database().value()),
                new StatusText(times.texts()).word(known.map(LastKnown::status).orElse(null)),
                known.map(LastKnown::progress).map(Timed::value).map(Progress::text).orElse(""),
                known.map(LastKnown::expectedCleanupTime).map(Timed::value).map(times::at).orElse(""),
                known.map(LastKnown::observedAt).map(this::ago).orElse(times.texts().get("console.list.never")),
                list.connectionName(migration.key().connection()));
    }

    private String ago(Instant then) {
        return times.texts().get("text.observed.ago", times.duration(age(then)));
    }

    /** What was seen by a clock that is ahead of this one is as old as nothing. */
    private Duration age(Instant then) {
        var age = Duration.between(then, times.now());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static String aligned(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0)).toArray();
        return rows.stream().map(row -> IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - width(row.get(column))))
                .collect(Collectors.joining("  ")).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** An array of objects; times are ISO 8601, and what is not known is null. */
    public String json() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                .writeValueAsString(list.migrations().stream().map(this::fields).toList());
    }

    /** With a line of names; times are ISO 8601, and what is not known is empty. */
    public String csv() {
        var rows = list.migrations().stream()
                .map(this::fields)
                .map(fields -> COLUMNS.stream().map(each -> cell(fields.get(each))).toList())
                .map(TableFormat.CSV::row);
        return TableFormat.CSV.header(COLUMNS) + rows.collect(Collectors.joining());
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private Map<String, @Nullable Object> fields(RegisteredMigration migration) {
        var key = migration.key();
        var known = Optional.ofNullable(list.lastKnown().get(key));
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", migration.name());
        fields.put("databaseName", list.databaseName(key.connection(), key.ref().database()).orElse(null));
        fields.put("database", key.ref().database().value());
        fields.put("migration", key.ref().migration().value());
        fields.put("connection", list.connectionName(key.connection()));
        fields.put("tags", migration.tags());
        fields.put("status", value(known, each -> each.status().raw()));
        fields.put("phase", known.map(LastKnown::status).flatMap(Status::phase).map(Enum::name).orElse(null));
        fields.put("since", time(known, LastKnown::since));
        var progress = known.map(LastKnown::progress).map(Timed::value);
        fields.put("progress", progress.map(Progress::text).orElse(null));
        fields.put("progressPercent", progress.map(Progress::percent).filter(each -> each.isPresent())
                .map(each -> each.getAsDouble()).orElse(null));
        fields.put("expectedCleanup", timed(known, LastKnown::expectedCleanupTime));
        fields.put("credentialsEnd", timed(known, LastKnown::credentialExpiration));
        fields.put("observedAt", time(known, LastKnown::observedAt));
        fields.put("ageSeconds", value(known, each -> age(each.observedAt()).toSeconds()));
        return fields;
    }

    private @Nullable String time(Optional<LastKnown> known, Function<LastKnown, Instant> field) {
        return known.map(field).map(times::iso).orElse(null);
    }

    private @Nullable String timed(Optional<LastKnown> known, Function<LastKnown, @Nullable Timed<Instant>> field) {
        return known.map(field).map(Timed::value).map(times::iso).orElse(null);
    }

    private static @Nullable Object value(Optional<LastKnown> known, Function<LastKnown, Object> field) {
        return known.map(field).orElse(null);
    }
}
