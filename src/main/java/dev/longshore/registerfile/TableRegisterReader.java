package dev.longshore.registerfile;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.tabletext.TableFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries out of rows below one that names the columns: lines of CSV (RFC 4180), columns apart by tabs or semicolons, or a
 * table of Markdown.
 */
final class TableRegisterReader {
    private final RegisterFileBuilder builder = new RegisterFileBuilder();
    private final String text;

    TableRegisterReader(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    RegisterFile read() {
        var header = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("").strip();
        if (header.startsWith("|") && isHeader(markdownCells(header))) {
            readMarkdown();
        } else {
            separator(header).ifPresent(this::readSeparated);
        }
        return builder.toFile();
    }

    private static Optional<Character> separator(String header) {
        return List.of(',', '\t', ';').stream()
                .filter(each -> new CsvParser(header, each).read().stream().anyMatch(TableRegisterReader::isHeader))
                .findFirst();
    }

    private static boolean isHeader(List<String> columns) {
        return columns.containsAll(List.of(RegisterFileBuilder.DATABASE, RegisterFileBuilder.MIGRATION));
    }

    private void readMarkdown() {
        var rows = text.lines().map(String::strip).filter(each -> each.startsWith("|"))
                .map(TableRegisterReader::markdownCells)
                .filter(cells -> !cells.stream().allMatch(each -> each.matches(":?-+:?")))
                .toList();
        addRows(rows, rows.size());
    }

    private static List<String> markdownCells(String line) {
        var cells = new ArrayList<String>();
        var begin = 1;
        for (int i = 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '|') {
                cells.add(TableFormat.MARKDOWN.value(line.substring(begin, i).strip()));
                begin = i + 1;
            }
        }
        return cells;
    }

    private void readSeparated(char separator) {
        var table = new CsvParser(text, separator);
        var rows = table.read();
        var whole = table.isCutOff(rows.getFirst().size()) ? rows.size() - 1 : rows.size();
        addRows(rows, whole);
        if (whole < rows.size()) {
            builder.addProblem(FileFact.ENDS_IN_ROW, Integer.toString(whole));
        }
    }

    private void addRows(List<List<String>> rows, int end) {
        for (int i = 1; i < end; i++) {
            builder.add(Fact.of(FileFact.ROW, Integer.toString(i)), fields(rows.getFirst(), rows.get(i)));
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
