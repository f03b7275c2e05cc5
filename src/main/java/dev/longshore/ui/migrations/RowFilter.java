package dev.longshore.ui.migrations;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps the rows in whose columns every typed word occurs somewhere, and which have one of the chosen statuses and one
 * of the chosen tags. Pure.
 *
 * @param words in lower case; none for all
 * @param phases those that are chosen, empty for a status that is not known or not documented; none for all
 * @param tags those that are chosen; none for all
 */
record RowFilter(List<String> words, Set<Optional<Phase>> phases, Set<String> tags) implements Predicate<MigrationRow> {

    static RowFilter of(String typed, Set<Optional<Phase>> phases, Set<String> tags) {
        var words = Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isBlank()).toList();
        return new RowFilter(words, phases, tags);
    }

    boolean keepsAll() {
        return words.isEmpty() && phases.isEmpty() && tags.isEmpty();
    }

    @Override
    public boolean test(MigrationRow row) {
        return words.stream().allMatch(row.searchText()::contains)
                && (phases.isEmpty() || phases.contains(phase(row)))
                && (tags.isEmpty() || row.migration().tags().stream().anyMatch(tags::contains));
    }

    private static Optional<Phase> phase(MigrationRow row) {
        return Optional.ofNullable(row.migration().lastKnown()).map(LastKnown::status).flatMap(Status::phase);
    }
}
