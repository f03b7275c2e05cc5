package dev.longshore.ui.migrations;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The quick filter: keeps the rows in whose columns every typed word occurs somewhere. Pure. */
record RowFilter(List<String> words) implements Predicate<MigrationRow> {

    static RowFilter of(String typed) {
        return new RowFilter(
                Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isBlank()).toList());
    }

    @Override
    public boolean test(MigrationRow row) {
        return words.stream().allMatch(row.searchText()::contains);
    }
}
