package dev.longshore.registerfile;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.registerfile.CsvParser.CsvRow;
import dev.longshore.tabletext.TableFormat;
import dev.longshore.usertext.CleanText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Entries out of rows below one that names the columns: lines of CSV (RFC 4180), columns apart by tabs or semicolons, a
 * table of Markdown, or one that a terminal shows: with bars (cqlsh, psql, mysql), with drawn lines, or in columns. What
 * stands above that row is left: a title, or the {@code sep=} line of a spreadsheet.
 */
final class TableRegisterReader {
    private static final char BAR = '|';
    /** Two blanks or more, at the same place in every line. */
    private static final char BLANKS = ' ';
    private static final List<Character> SEPARATORS = List.of(BAR, ',', '\t', ';', BLANKS);
    private static final Pattern DRAWN_BAR = Pattern.compile("[\u2502\u2503\u2551\u00a6]");
    /** A line between rows. */
    private static final Pattern RULE = Pattern.compile("(?=.*[-=\u2500-\u257f])[-=+|: >\u2500-\u257f]+");
    private static final Pattern COLUMN = Pattern.compile("\\S+(?: \\S+)*");
    /** The names of the columns stand in one of the first lines. */
    private static final int LINES_ABOVE = 50;
    private static final int LONGEST_HEADER = 10_000;

    private final RegisterFileBuilder builder = new RegisterFileBuilder();
    private final List<String> lines;
    private final String lastEnd;
    /** False where the columns may as well hold names, so that only what has the form of the service's IDs is one. */
    private boolean areIdsNamed = true;

    TableRegisterReader(String text) {
        this.lastEnd = text.endsWith("\n") || text.endsWith("\r") ? "\n" : "";
        var asItIs = text.lines().toList();
        this.lines = header(asItIs).isPresent()
                ? asItIs
                : asItIs.stream().map(each -> DRAWN_BAR.matcher(each).replaceAll("|")).toList();
    }

    RegisterFile read() {
        header(lines).ifPresent(at -> {
            var separator = separator(lines.get(at).strip()).orElseThrow();
            areIdsNamed = areIdsNamed(cells(lines.get(at).strip(), separator));
            switch (separator) {
                case BAR -> readMarkdown(at);
                case BLANKS -> readColumns(at);
                default -> readSeparated(at, separator);
            }
        });
        var file = builder.toFile();
        return file.entries().stream().allMatch(each -> each.ref().hasServiceIds()) || areIdsNamed ? file
                : new RegisterFile(List.of(), List.of());
    }

    private static Optional<Integer> header(List<String> lines) {
        return IntStream.range(0, Math.min(LINES_ABOVE, lines.size())).boxed()
                .filter(at -> separator(lines.get(at).strip()).isPresent()).findFirst();
    }

    private static Optional<Character> separator(String header) {
        return header.length() > LONGEST_HEADER
                ? Optional.empty()
                : SEPARATORS.stream().filter(each -> isHeader(cells(header, each))).findFirst();
    }

    private static List<String> cells(String line, char separator) {
        if (separator == BAR) {
            return markdownCells(line, line.startsWith("|"));
        }
        if (separator == BLANKS) {
            return COLUMN.matcher(line).results().map(MatchResult::group).toList();
        }
        var rows = new CsvParser(line, separator, 1).read();
        return rows.isEmpty() ? List.of() : rows.getFirst().cells();
    }

    private static boolean isHeader(List<String> columns) {
        return names(columns).containsAll(List.of(RegisterFileBuilder.DATABASE, RegisterFileBuilder.MIGRATION));
    }

    /** Where no column is said to hold IDs, those of "Database" and "Migration" may. */
    private static List<String> names(List<String> columns) {
        return columns.stream().map(areIdsNamed(columns) ? TableRegisterReader::name : TableRegisterReader::nameOfIds)
                .toList();
    }

    private static boolean areIdsNamed(List<String> columns) {
        return columns.stream().map(TableRegisterReader::name)
                .anyMatch(each -> each.equals(RegisterFileBuilder.DATABASE)
                        || each.equals(RegisterFileBuilder.MIGRATION));
    }

    private static String name(String column) {
        return RegisterField.named(column).map(RegisterField::title).orElse("");
    }

    private static String nameOfIds(String column) {
        return switch (CleanText.of(column).strip().toLowerCase(Locale.ROOT)) {
            case "database", "db" -> RegisterFileBuilder.DATABASE;
            case "migration", "mig" -> RegisterFileBuilder.MIGRATION;
            default -> name(column);
        };
    }

    private void readMarkdown(int header) {
        var rows = new ArrayList<CsvRow>();
        var hasBarFirst = lines.get(header).strip().startsWith("|");
        for (int i = header; i < lines.size() && isRowOrRule(lines.get(i)); i++) {
            if (!RULE.matcher(lines.get(i)).matches()) {
                rows.add(new CsvRow(i + 1, markdownCells(lines.get(i).stripTrailing(), hasBarFirst)));
            }
        }
        addRows(rows, rows.size());
    }

    private static boolean isRowOrRule(String line) {
        return line.contains("|") || RULE.matcher(line).matches();
    }

    /** Columns of a terminal begin where their names do. */
    private void readColumns(int header) {
        var rows = new ArrayList<CsvRow>();
        var columns = COLUMN.matcher(lines.get(header)).results().toList();
        for (int i = header; i < lines.size() && !lines.get(i).isBlank(); i++) {
            var line = lines.get(i);
            if (!RULE.matcher(line).matches()) {
                rows.add(new CsvRow(i + 1, IntStream.range(0, columns.size())
                        .mapToObj(each -> part(line, columns.get(each).start(),
                                each + 1 < columns.size() ? columns.get(each + 1).start() : line.length()))
                        .toList()));
            }
        }
        addRows(rows, rows.size());
    }

    private static String part(String line, int from, int to) {
        return line.substring(Math.min(from, line.length()), Math.min(Math.max(from, to), line.length())).strip();
    }

    /**
     * The bars at both ends of a line may be missing; names of columns have two each in Jira.
     *
     * @param hasBarFirst false where a first cell may be empty
     */
    private static List<String> markdownCells(String text, boolean hasBarFirst) {
        var line = text.startsWith("||") && hasBarFirst ? text.replace("||", "|") : text;
        var row = hasBarFirst ? line.strip().replaceFirst("^\\|", "") : line;
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
