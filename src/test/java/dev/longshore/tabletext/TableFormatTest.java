package dev.longshore.tabletext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatTest {
    private static final List<String> NAMES = List.of("name", "tags");

    @Test
    void csvHasQuotesWhereTheyAreNeeded() {
        assertThat(TableFormat.CSV.header(NAMES) + TableFormat.CSV.row(List.of("a \"b\", c", "eu\r\nnight")))
                .isEqualTo("name,tags\r\n\"a \"\"b\"\", c\",\"eu\r\nnight\"\r\n");
        assertThat(TableFormat.CSV.row(Arrays.asList("plain text", null))).isEqualTo("plain text,\r\n");
    }

    @Test
    void tabsAndLineEndsAreBlanksWhereColumnsAreApartByTabs() {
        assertThat(TableFormat.TAB_SEPARATED.header(NAMES)
                + TableFormat.TAB_SEPARATED.row(List.of("a\tb", "eu\r\nnight\u2028x")))
                .isEqualTo("name\ttags\na b\teu night x\n");
    }

    @Test
    void markdownIsATableWithoutMarkupOfItsOwn() {
        assertThat(TableFormat.MARKDOWN.header(NAMES)
                + TableFormat.MARKDOWN.row(List.of("a|b\rc\n| d", "<script>`x` [y](z) *w*")))
                .isEqualTo("""
                        | name | tags |
                        | --- | --- |
                        | a\\|b c \\| d | \\<script>\\`x\\` \\[y](z) \\*w\\* |
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', value = {
        "=1+1 ~ '=1+1", "+1 ~ '+1", "-1 ~ '-1", "@SUM(A1) ~ '@SUM(A1)", "\uff1d1+1 ~ '\uff1d1+1", "\uff0b1 ~ '\uff0b1",
        "\uff0d1 ~ '\uff0d1", "\uff20x ~ '\uff20x", ";=1+1 ~ ;'=1+1", "a;=1;b ~ a;'=1;b", "a; =1 ~ a; '=1",
        "'=1 ~ ''=1", "\ufe661 ~ '\ufe661", "\ufe631 ~ '\ufe631", "a|=1 ~ a|'=1", "a,=1 ~ a,'=1", "a, @x ~ a, '@x",
        "a=1 ~ a=1", "a-b;c ~ a-b;c", "'tis ~ 'tis", "2026-11-21 ~ 2026-11-21"
    })
    void whatASpreadsheetWouldCalculateHasAnApostropheBeforeIt(String value, String safe) {
        assertThat(TableFormat.TAB_SEPARATED.cell(value)).isEqualTo(safe);
        assertThat(TableFormat.CSV.cell(value).replaceAll("^\"|\"$", "")).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u200b=1", "a\n=1", "a\t=1", "a\r\n\t =1"})
    void blanksAndLineEndsHideNoFormula(String value) {
        assertThat(TableFormat.CSV.cell(value)).contains("'=1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "&lt;b&gt; ~ \\&lt;b\\&gt;", "&#60;b ~ \\&#60;b", "a & b ~ a & b", "![x](y) ~ !\\[x](y)", "a\\ ~ a\\\\"})
    void nothingIsMarkupInMarkdown(String value, String safe) {
        assertThat(TableFormat.MARKDOWN.cell(value)).isEqualTo(safe);
    }

    @ParameterizedTest
    @EnumSource
    void aRowIsOneLineForWhoKnowsTheForm(TableFormat format) {
        var row = format.row(List.of("a\rb\nc\u2028d", "e"));

        assertThat(format == TableFormat.CSV ? row.replaceAll("\"[^\"]*\"", "") : row)
                .matches("[^\\r\\n\\u2028]*\\r?\\n");
    }

    @Property
    void aCellGivesItsValueBack(@ForAll("values") String value) {
        var onOneLine = value.replaceAll("[\\t\\r\\n]+", " ");

        assertThat(TableFormat.CSV.value(unquoted(TableFormat.CSV.cell(value)))).isEqualTo(value);
        assertThat(TableFormat.TAB_SEPARATED.value(unquoted(TableFormat.TAB_SEPARATED.cell(value))))
                .isEqualTo(onOneLine);
        assertThat(TableFormat.MARKDOWN.value(TableFormat.MARKDOWN.cell(value))).isEqualTo(onOneLine);
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    @Property
    void noCellOfASpreadsheetBeginsAFormula(@ForAll("values") String value) {
        var cell = TableFormat.CSV.cell(value).replaceAll("^\"|\"$", "");

        assertThat(cell.split("[;\\t\\r\\n]")).noneMatch(each -> each.strip().matches("(?s)[=+@\uff1d\uff20-].*"));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars("=+-@\uff1d\uff20';\t\r\n,\"|<\\`*[~& abq#;").ofMaxLength(12);
    }
}
