package dev.longshore.tabletext;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which a table is written as text, and the one rule for what may stand in a cell. Much of it is not our own
 * words (names, tags, texts of the service), so no cell may become a row, a formula or HTML where it is pasted. Pure.
 */
public enum TableFormat {
    /** RFC 4180. */
    CSV(",", "", "\r\n") {
        @Override
        public String cell(String value) {
            var safe = defused(value);
            return NEEDS_QUOTES.matcher(safe).find() ? quoted(safe) : safe;
        }

        @Override
        public String value(String cell) {
            return armed(cell);
        }
    },
    /** Columns apart by tabs, as a spreadsheet takes them from the clipboard. */
    TAB_SEPARATED("\t", "", "\n") {
        @Override
        public String cell(String value) {
            var safe = defused(CONTROL.matcher(value).replaceAll(" "));
            // Anywhere else a quotation mark stands for itself.
            return safe.startsWith("\"") ? quoted(safe) : safe;
        }

        @Override
        public String value(String cell) {
            return armed(cell);
        }
    },
    /** A table of GitHub's Markdown. */
    MARKDOWN(" | ", "| ", " |\n") {
        @Override
        public String cell(String value) {
            return MARKUP.matcher(CONTROL.matcher(value).replaceAll(" ")).replaceAll("\\\\$0");
        }

        @Override
        public String value(String cell) {
            return ESCAPED.matcher(cell).replaceAll("$1");
        }
    };

    // Another separator and the end of a line begin a cell of their own in a spreadsheet that is told so.
    private static final String BEGINS_A_CELL = "(?<begin>(?:^|[,;|\\t\\r\\n\\u000b\\f\\u0085\\u2028\\u2029])[\\s\\p{Z}\\p{Cf}]*+)";
    private static final String FORMULA = "(?='*+[=+@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b-])";
    private static final Pattern RUNS = Pattern.compile(BEGINS_A_CELL + FORMULA);
    private static final Pattern DEFUSED = Pattern.compile(BEGINS_A_CELL + "'" + FORMULA);
    private static final Pattern BEGINS_WITH_CONTROL = Pattern.compile("'*[\\t\\r\\n]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\r\\n]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final Pattern MARKUP = Pattern.compile("[\\\\|<\\[`*~]|&(?=#?\\w+;)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\|<\\[`*~&])");

    private final String separator;
    private final String prefix;
    private final String suffix;

    TableFormat(String separator, String prefix, String suffix) {
        this.separator = separator;
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** A value as it may stand in a cell. */
    public abstract String cell(String value);

    /** The value that {@link #cell} wrote, but for line ends where the form has none; of a quoted cell what is within. */
    public abstract String value(String cell);

    /** The row of names, with the line that Markdown wants below it. */
    public String header(List<String> names) {
        return row(names) + (this == MARKDOWN ? joined(names.stream().map(_ -> "---").toList()) : "");
    }

    /** A row with its line end. */
    public String row(List<? extends @Nullable String> values) {
        return joined(values.stream().map(each -> cell(Objects.requireNonNullElse(each, ""))).toList());
    }

    private String joined(List<String> cells) {
        return cells.stream().collect(Collectors.joining(separator, prefix, suffix));
    }

    /** An apostrophe before what a spreadsheet would calculate, and before what might make it look further. */
    private static String defused(String value) {
        var safe = RUNS.matcher(value).replaceAll("${begin}'");
        return BEGINS_WITH_CONTROL.matcher(safe).lookingAt() ? "'" + safe : safe;
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    private static String armed(String cell) {
        var bare = cell.startsWith("'") && BEGINS_WITH_CONTROL.matcher(cell).lookingAt() ? cell.substring(1) : cell;
        return DEFUSED.matcher(bare).replaceAll("${begin}");
    }
}
