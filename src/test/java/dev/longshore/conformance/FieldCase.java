package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Database;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Status;
import dev.longshore.simulator.faults.SimulatedFault;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An answer with one odd field.
 *
 * @param aboutDatabases whether it is a field of a database, else it is one of a migration's status
 * @param expectation what has to come of it for each operation
 */
record FieldCase(String name, SimulatedFault fault, boolean aboutDatabases,
        Function<TestedOperation, FieldOutcome> expectation) {
    Stream<TestedOperation> calls() {
        return Stream.of(TestedOperation.values()).filter(each -> each.isAboutDatabases() == aboutDatabases);
    }

    void verify(FaultObservation observed) {
        expectation.apply(observed.operation()).verify(observed);
        switch (fault) {
            case SimulatedFault.WrongClock(var error) ->
                assertThat(observed.result().receipt().serviceDate()).isEqualTo(observed.now().plus(error));
            case SimulatedFault.StatusWord(var word) ->
                assertThat(word(SimulatorFixture.value(observed.result()))).isEqualTo(word);
            default -> assertThat(observed.result().receipt().serviceDate()).isEqualTo(observed.now());
        }
    }

    /** The word as it came; for a migration nobody knows it, so it must not be taken for a near one. */
    private static String word(Object answer) {
        return switch (answer) {
            case MigrationStatus status when status.status() instanceof Status.UnknownStatus unknownStatus ->
                unknownStatus.raw();
            case Database database -> database.status();
            case List<?> list -> word(list.getFirst());
            default -> throw new AssertionError(answer.toString());
        };
    }
}
