package dev.longshore.registerfile;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Entries out of lines of CSV (RFC 4180), or of columns apart by tabs or semicolons, below a line that names them. */
final class CsvRegisterReader {
    private final RegisterFileBuilder builder = new RegisterFileBuilder();
    private final String text;

    CsvRegisterReader(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    RegisterFile read() {
        Stream.of(',', '\t', ';').filter(this::isHeaded).findFirst().ifPresent(this::read);
        return builder.toFile();
    }

    private boolean isHeaded(char separator) {
        var header = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        var columns = new CsvParser(header, separator).read();
        return !columns.isEmpty()
                && columns.getFirst().containsAll(List.of(RegisterFileBuilder.DATABASE, RegisterFileBuilder.MIGRATION));
    }

    private void read(char separator) {
        var table = new CsvParser(text, separator);
        var rows = table.read();
        var columns = rows.getFirst();
        var whole = table.isCutOff(columns.size()) ? rows.size() - 1 : rows.size();
        for (int i = 1; i < whole; i++) {
            builder.add(Fact.of(FileFact.ROW, Integer.toString(i)), fields(columns, rows.get(i)));
        }
        if (whole < rows.size()) {
            builder.addProblem(FileFact.ENDS_IN_ROW, Integer.toString(whole));
        }
    }

    private static Map<String, String> fields(List<String> columns, List<String> cells) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            fields.putIfAbsent(columns.get(i), plain(cells.get(i)));
        }
        return fields;
    }

    /** An apostrophe keeps a spreadsheet from taking a cell for a formula; it is not part of the name. */
    private static String plain(String cell) {
        return cell.matches("(?s)'[=+@\\t\\r-].*") ? cell.substring(1) : cell;
    }
}
