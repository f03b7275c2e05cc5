package dev.longshore.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as CSV, as RFC 4180 has it, without a cell that a spreadsheet would run. */
final class CsvExporter {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final String NEEDS_QUOTES = ",\"\r\n";

    private final Writer writer;
    private final CellFormat cellFormat;

    CsvExporter(Writer writer, CellFormat cellFormat) {
        this.writer = writer;
        this.cellFormat = cellFormat;
    }

    void write(Sql sql, ExportedTable table) throws SQLException {
        var columns = table.columns();
        line(columns);
        sql.each(table.query(), resultRow -> line(values(resultRow, columns)));
    }

    private List<@Nullable String> values(ResultRow resultRow, List<String> columns) throws SQLException {
        var values = new ArrayList<@Nullable String>();
        for (var column : columns) {
            values.add(cellFormat.format(resultRow, column));
        }
        return values;
    }

    private void line(List<? extends @Nullable String> values) {
        try {
            writer.write(values.stream().map(CsvExporter::cell).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : quoted(defused(value));
    }

    private static String defused(String value) {
        return !value.isEmpty() && STARTS_A_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static String quoted(String value) {
        return value.chars().anyMatch(each -> NEEDS_QUOTES.indexOf(each) >= 0)
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }
}
