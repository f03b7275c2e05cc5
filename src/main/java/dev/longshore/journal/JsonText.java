package dev.longshore.journal;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The whole journal as one JSON object: an array per table, and a command's states in an array of its own. */
final class JsonText {
    private static final List<String> OF_A_STATE = List.of("at", "state", "why");
    private static final List<String> OF_A_COMMAND = ExportedTable.COMMANDS.columns().stream()
            .filter(column -> !OF_A_STATE.contains(column))
            .toList();

    private final JsonGenerator json;
    private final Cells cells;
    private @Nullable String command;

    JsonText(JsonGenerator json, Cells cells) {
        this.json = json;
        this.cells = cells;
    }

    void write(Sql sql) throws SQLException {
        json.writeStartObject();
        table("observations", sql, ExportedTable.OBSERVATIONS);
        commands(sql);
        table("blind_spans", sql, ExportedTable.BLIND_SPANS);
        json.writeEndObject();
    }

    private void table(String name, Sql sql, ExportedTable table) throws SQLException {
        var columns = table.columns();
        json.writeArrayPropertyStart(name);
        sql.each(table.query(), row -> {
            json.writeStartObject();
            properties(row, columns);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void commands(Sql sql) throws SQLException {
        json.writeArrayPropertyStart("commands");
        sql.each(ExportedTable.COMMANDS.query(), this::state);
        endCommand();
        json.writeEndArray();
    }

    private void state(Row row) throws SQLException {
        var id = row.text("command_id");
        if (!id.equals(command)) {
            endCommand();
            beginCommand(row);
            command = id;
        }
        json.writeStartObject();
        properties(row, OF_A_STATE);
        json.writeEndObject();
    }

    private void beginCommand(Row row) throws SQLException {
        json.writeStartObject();
        properties(row, OF_A_COMMAND);
        json.writeArrayPropertyStart("states");
    }

    private void endCommand() {
        if (command != null) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void properties(Row row, List<String> columns) throws SQLException {
        for (var column : columns) {
            json.writeStringProperty(column, cells.of(row, column));
        }
    }
}
