package dev.longshore.journal;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The whole journal as one JSON object: an array per table, and what has states with an array of those. */
final class JsonText {
    private final JsonGenerator json;
    private final Cells cells;
    /** The ID of what is being written with its states. */
    private @Nullable String begun;

    JsonText(JsonGenerator json, Cells cells) {
        this.json = json;
        this.cells = cells;
    }

    void write(Sql sql) throws SQLException {
        json.writeStartObject();
        for (var table : ExportedTable.values()) {
            json.writeArrayPropertyStart(table.title());
            sql.each(table.query(), row -> row(row, table));
            end();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void row(Row row, ExportedTable table) throws SQLException {
        if (table.ofAState().isEmpty()) {
            object(row, table.ofTheWhole());
        } else {
            state(row, table);
        }
    }

    private void state(Row row, ExportedTable table) throws SQLException {
        var id = row.text(table.ofTheWhole().getFirst());
        if (!id.equals(begun)) {
            end();
            json.writeStartObject();
            properties(row, table.ofTheWhole());
            json.writeArrayPropertyStart("states");
            begun = id;
        }
        object(row, table.ofAState());
    }

    private void end() {
        if (begun != null) {
            json.writeEndArray();
            json.writeEndObject();
            begun = null;
        }
    }

    private void object(Row row, List<String> columns) throws SQLException {
        json.writeStartObject();
        properties(row, columns);
        json.writeEndObject();
    }

    private void properties(Row row, List<String> columns) throws SQLException {
        for (var column : columns) {
            json.writeStringProperty(column, cells.of(row, column));
        }
    }
}
