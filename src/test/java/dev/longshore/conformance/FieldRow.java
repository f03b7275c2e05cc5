package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Database;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Status;
import dev.longshore.simulator.Fault;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An answer with one odd field.
 *
 * @param aboutDatabases whether it is a field of a database, else it is one of a migration's status
 * @param expectation what has to come of it for each operation
 */
record FieldRow(String name, Fault fault, boolean aboutDatabases, Function<Call, FieldOutcome> expectation) {
    Stream<Call> calls() {
        return Stream.of(Call.values()).filter(each -> each.isAboutDatabases() == aboutDatabases);
    }

    void verify(Observed seen) {
        expectation.apply(seen.call()).verify(seen);
        switch (fault) {
            case Fault.WrongClock(var error) ->
                assertThat(seen.result().receipt().serviceDate()).isEqualTo(seen.now().plus(error));
            case Fault.StatusWord(var word) -> assertThat(word(Harbour.value(seen.result()))).isEqualTo(word);
            default -> assertThat(seen.result().receipt().serviceDate()).isEqualTo(seen.now());
        }
    }

    /** The word as it came; for a migration nobody knows it, so it must not be taken for a near one. */
    private static String word(Object answer) {
        return switch (answer) {
            case MigrationStatus status when status.status() instanceof Status.Unknown unknown -> unknown.raw();
            case Database database -> database.status();
            case List<?> list -> word(list.getFirst());
            default -> throw new AssertionError(answer.toString());
        };
    }
}
