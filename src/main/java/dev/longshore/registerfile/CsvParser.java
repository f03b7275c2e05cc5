package dev.longshore.registerfile;

import dev.longshore.tabletext.TableFormat;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into rows of values; quoted cells may hold separators and ends of lines. Blank rows are left out. */
final class CsvParser {
    private final List<CsvRow> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private final String text;
    private final char separator;
    private List<String> row = new ArrayList<>();
    private boolean quoted;
    private int line;
    private int lineOfRow;

    /**
     * A row of a table.
     *
     * @param line the number of the line in which it begins
     * @param cells its values
     */
    record CsvRow(int line, List<String> cells) {}

    /** @param firstLine the number of the first line of {@code text} */
    CsvParser(String text, char separator, int firstLine) {
        this.text = text;
        this.separator = separator;
        this.line = firstLine;
        this.lineOfRow = firstLine;
    }

    List<CsvRow> read() {
        for (int i = 0; i < text.length(); i++) {
            var each = text.charAt(i);
            if (each == '\n' || (each == '\r' && !text.startsWith("\n", i + 1))) {
                line++;
            }
            if (each == '"' && (quoted || cell.isEmpty())) {
                i += quote(i);
            } else if (quoted) {
                cell.append(each);
            } else if (each == separator) {
                endCell();
            } else if (each == '\n' || each == '\r') {
                endRow();
            } else {
                cell.append(each);
            }
        }
        endRow();
        return rows;
    }

    /** A doubled one within quotes stands for itself, and counts as one character more. */
    private int quote(int at) {
        if (quoted && text.startsWith("\"", at + 1)) {
            cell.append('"');
            return 1;
        }
        quoted = !quoted;
        return 0;
    }

    private void endCell() {
        row.add(TableFormat.CSV.value(cell.toString()).strip());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (row.size() > 1 || !row.getFirst().isEmpty()) {
            rows.add(new CsvRow(lineOfRow, row));
        }
        row = new ArrayList<>();
        lineOfRow = line;
    }

    /** True when the last row is incomplete: it has no end, and too few cells or a quotation mark that is not closed. */
    boolean isCutOff(int columns) {
        var hasNoEnd = !text.endsWith("\n") && !text.endsWith("\r");
        return quoted || (hasNoEnd && rows.getLast().cells().size() < columns);
    }
}
