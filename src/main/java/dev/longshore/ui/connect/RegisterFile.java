package dev.longshore.ui.connect;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A register file, as the table is copied or saved: a JSON array of objects, or lines of CSV or of columns apart by tabs
 * below a line that names them. {@code databaseId} and {@code migrationId} are needed, {@code name} is taken over, and
 * whatever else is there is left. Pure.
 */
final class RegisterFile {
    private static final String DATABASE = "databaseId";
    private static final String MIGRATION = "migrationId";
    private static final String NAME = "name";
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");
    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\\t\"]*))([,\\t]|$)");

    private RegisterFile() {}

    /** The migrations it lists with the names they have there; empty for any other text. */
    static Map<MigrationRef, String> in(String text) {
        Map<MigrationRef, String> found = new LinkedHashMap<>();
        OBJECT.matcher(text).results().forEach(match -> put(fields(match.group()), found));
        if (found.isEmpty()) {
            lines(text.lines().filter(line -> !line.isBlank()).toList(), found);
        }
        return found;
    }

    private static Map<String, String> fields(String object) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(object).results().forEach(match -> fields.put(match.group(1), plain(match.group(2))));
        return fields;
    }

    private static String plain(String escaped) {
        return ESCAPE.matcher(escaped).replaceAll(match -> Matcher.quoteReplacement(meaning(match.group(1))));
    }

    private static String meaning(String escape) {
        if (escape.length() > 1) {
            return Character.toString(Integer.parseInt(escape.substring(1), 16));
        }
        return "nrt".contains(escape) ? " " : escape;
    }

    private static void lines(List<String> lines, Map<MigrationRef, String> found) {
        var columns = lines.isEmpty() ? List.<String>of() : cells(lines.getFirst());
        if (columns.contains(DATABASE) && columns.contains(MIGRATION)) {
            lines.stream().skip(1).map(RegisterFile::cells).forEach(cells -> {
                Map<String, String> fields = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
                    fields.put(columns.get(i), cells.get(i));
                }
                put(fields, found);
            });
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var match : CELL.matcher(line).results().toList()) {
            cells.add(Optional.ofNullable(match.group(1)).map(quoted -> quoted.replace("\"\"", "\""))
                    .orElse(match.group(2)).strip());
            if (match.group(3).isEmpty()) {
                break;
            }
        }
        return cells;
    }

    private static void put(Map<String, String> fields, Map<MigrationRef, String> found) {
        var database = fields.getOrDefault(DATABASE, "");
        var migration = fields.getOrDefault(MIGRATION, "");
        try {
            found.put(
                    new MigrationRef(new DatabaseId(database), new MigrationId(migration)),
                    fields.getOrDefault(NAME, ""));
        } catch (IllegalArgumentException _) {
            // Not an entry of a register.
        }
    }
}
