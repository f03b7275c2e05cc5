package dev.longshore.registerfile;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.registerfile.CsvParser.CsvRow;
import dev.longshore.tabletext.TableFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Entries out of rows below one that names the columns: lines of CSV (RFC 4180), columns apart by tabs or semicolons, or a
 * table of Markdown. What stands above that row is left: a title, or the {@code sep=} line of a spreadsheet.
 */
final class TableRegisterReader {
    private static final char BAR = '|';
    private static final List<Character> SEPARATORS = List.of(BAR, ',', '\t', ';');
    /** The names of the columns stand in one of the first lines. */
    private static final int LINES_ABOVE = 50;
    private static final int LONGEST_HEADER = 10_000;

    private final RegisterFileBuilder builder = new RegisterFileBuilder();
    private final List<String> lines;
    private final String lastEnd;

    TableRegisterReader(String text) {
        this.lastEnd = text.endsWith("\n") || text.endsWith("\r") ? "\n" : "";
        this.lines = text.lines().toList();
    }

    RegisterFile read() {
        header().ifPresent(at -> {
            var separator = separator(lines.get(at).strip()).orElseThrow();
            if (separator == BAR) {
                readMarkdown(at);
            } else {
                readSeparated(at, separator);
            }
        });
        return builder.toFile();
    }

    private Optional<Integer> header() {
        return IntStream.range(0, Math.min(LINES_ABOVE, lines.size())).boxed()
                .filter(at -> separator(lines.get(at).strip()).isPresent()).findFirst();
    }

    private static Optional<Character> separator(String header) {
        return header.length() > LONGEST_HEADER
                ? Optional.empty()
                : SEPARATORS.stream().filter(each -> isHeader(
                        each == BAR ? markdownCells(header) : cells(header, each))).findFirst();
    }

    private static List<String> cells(String line, char separator) {
        var rows = new CsvParser(line, separator, 1).read();
        return rows.isEmpty() ? List.of() : rows.getFirst().cells();
    }

    private static boolean isHeader(List<String> columns) {
        return names(columns).containsAll(List.of(RegisterFileBuilder.DATABASE, RegisterFileBuilder.MIGRATION));
    }

    private static List<String> names(List<String> columns) {
        return columns.stream().map(each -> RegisterField.named(each).map(RegisterField::title).orElse("")).toList();
    }

    private void readMarkdown(int header) {
        var rows = new ArrayList<CsvRow>();
        for (int i = header; i < lines.size() && lines.get(i).contains("|"); i++) {
            var cells = markdownCells(lines.get(i).strip());
            if (!cells.stream().allMatch(each -> each.matches(":?-+:?"))) {
                rows.add(new CsvRow(i + 1, cells));
            }
        }
        addRows(rows, rows.size());
    }

    /** The bars at both ends of a line may be missing. */
    private static List<String> markdownCells(String line) {
        var row = line.startsWith("|") ? line.substring(1) : line;
        var cells = new ArrayList<String>();
        var begin = 0;
        for (int i = 0; i < row.length(); i++) {
            if (row.charAt(i) == '\\') {
                i++;
            } else if (row.charAt(i) == '|') {
                cells.add(TableFormat.MARKDOWN.value(row.substring(begin, i).strip()));
                begin = i + 1;
            }
        }
        if (begin < row.length()) {
            cells.add(TableFormat.MARKDOWN.value(row.substring(begin).strip()));
        }
        return cells;
    }

    private void readSeparated(int header, char separator) {
        var table = new CsvParser(String.join("\n", lines.subList(header, lines.size())) + lastEnd, separator,
                header + 1);
        var rows = table.read();
        var whole = table.isCutOff(rows.getFirst().cells().size()) ? rows.size() - 1 : rows.size();
        addRows(rows, whole);
        if (whole < rows.size()) {
            builder.addProblem(FileFact.ENDS_IN_ROW, Integer.toString(whole));
        }
    }

    private void addRows(List<CsvRow> rows, int end) {
        for (int i = 1; i < end; i++) {
            var row = rows.get(i);
            builder.add(Fact.of(FileFact.ROW, Integer.toString(i), Integer.toString(row.line()),
                    RegisterFileBuilder.quoted(lines.get(row.line() - 1).strip())),
                    fields(names(rows.getFirst().cells()), row.cells()));
        }
    }

    private static Map<String, String> fields(List<String> columns, List<String> values) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            fields.putIfAbsent(columns.get(i), values.get(i));
        }
        return fields;
    }
}
