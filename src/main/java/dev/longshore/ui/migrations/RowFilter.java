package dev.longshore.ui.migrations;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps the rows that every typed word holds for, and which have one of the chosen statuses and one of the chosen tags.
 *
 * @param words what is typed
 * @param phases those that are chosen, empty for a status that is not known or not documented; none for all
 * @param tags those that are chosen; none for all
 * @param serviceTime the service's time for a row, in UTC
 */
record RowFilter(FilterWords words, Set<Optional<Phase>> phases, Set<String> tags,
        Function<MigrationRow, Instant> serviceTime) implements Predicate<MigrationRow> {

    boolean keepsAll() {
        return words.tests().isEmpty() && phases.isEmpty() && tags.isEmpty();
    }

    @Override
    public boolean test(MigrationRow row) {
        return words.test(row, serviceTime.apply(row))
                && (phases.isEmpty() || phases.contains(phase(row)))
                && (tags.isEmpty() || row.migration().tags().stream().anyMatch(tags::contains));
    }

    private static Optional<Phase> phase(MigrationRow row) {
        return Optional.ofNullable(row.migration().lastKnown()).map(LastKnown::status).flatMap(Status::phase);
    }
}
