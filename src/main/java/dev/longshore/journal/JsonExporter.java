package dev.longshore.journal;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The whole journal as one JSON object: an array per table, and what has states with an array of those. */
final class JsonExporter {
    private final JsonGenerator json;
    private final CellFormat cellFormat;
    /** The ID of what is being written with its states. */
    private @Nullable String begun;

    JsonExporter(JsonGenerator json, CellFormat cellFormat) {
        this.json = json;
        this.cellFormat = cellFormat;
    }

    void write(Sql sql) throws SQLException {
        json.writeStartObject();
        for (var table : ExportedTable.values()) {
            json.writeArrayPropertyStart(table.title());
            sql.each(table.query(), resultRow -> row(resultRow, table));
            end();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void row(ResultRow resultRow, ExportedTable table) throws SQLException {
        if (table.stateColumns().isEmpty()) {
            object(resultRow, table.commonColumns());
        } else {
            state(resultRow, table);
        }
    }

    private void state(ResultRow resultRow, ExportedTable table) throws SQLException {
        var id = resultRow.text(table.commonColumns().getFirst());
        if (!id.equals(begun)) {
            end();
            json.writeStartObject();
            properties(resultRow, table.commonColumns());
            json.writeArrayPropertyStart("states");
            begun = id;
        }
        object(resultRow, table.stateColumns());
    }

    private void end() {
        if (begun != null) {
            json.writeEndArray();
            json.writeEndObject();
            begun = null;
        }
    }

    private void object(ResultRow resultRow, List<String> columns) throws SQLException {
        json.writeStartObject();
        properties(resultRow, columns);
        json.writeEndObject();
    }

    private void properties(ResultRow resultRow, List<String> columns) throws SQLException {
        for (var column : columns) {
            json.writeStringProperty(column, cellFormat.format(resultRow, column));
        }
    }
}
