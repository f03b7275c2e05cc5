package dev.longshore.registerfile;

import dev.longshore.tabletext.TableFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes register files, in the forms that {@link RegisterFile} reads. Pure.
 *
 * @param migrations what is said of each migration; a field that is not there is empty
 */
public record RegisterFileWriter(List<Map<RegisterField, String>> migrations) {
    public RegisterFileWriter {
        migrations = List.copyOf(migrations);
    }

    /** One JSON object for each migration, without the fields that are empty. */
    public String asJson() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter()
                .writeValueAsString(migrations.stream().map(RegisterFileWriter::byTitle).toList()) + "\n";
    }

    private static Map<String, String> byTitle(Map<RegisterField, String> migration) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : RegisterField.values()) {
            var value = migration.getOrDefault(field, "");
            if (!value.isEmpty()) {
                fields.put(field.title(), value);
            }
        }
        return fields;
    }

    /** One row for each migration, below a row that names the fields. */
    public String asTable(TableFormat format) {
        return format.header(Stream.of(RegisterField.values()).map(RegisterField::title).toList())
                + migrations.stream().map(each -> format.row(values(each))).collect(Collectors.joining());
    }

    private static List<String> values(Map<RegisterField, String> migration) {
        return Stream.of(RegisterField.values()).map(field -> migration.getOrDefault(field, "")).toList();
    }
}
