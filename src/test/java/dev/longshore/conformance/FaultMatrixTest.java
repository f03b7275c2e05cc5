package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.longshore.conformance.FaultRow.Work;
import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.ApiError;
import dev.longshore.devops.http.UnhurriedConnector;
import dev.longshore.simulator.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every operation under every fault: what comes of it, to the word, and how often it was asked. */
class FaultMatrixTest {
    private static final ApiConnector HASTY = new UnhurriedConnector(Duration.ofSeconds(1));

    @AutoClose private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @TestFactory
    Stream<DynamicContainer> everyOperationTellsOfAFault() {
        return FaultTable.rows().stream().map(row -> underway(
                row.name(), row.fault(), connector(row), Stream.of(Call.values()), seen -> verify(row, seen)));
    }

    @TestFactory
    Stream<DynamicContainer> everyOperationLivesWithAnOddField() {
        return FieldTable.rows().stream().map(row -> underway(
                row.name(), row.fault(), Harbour.CONNECTOR, row.calls(), row::verify));
    }

    /** All operations at once, each with a service of its own, so that a fault of a second costs one second. */
    private DynamicContainer underway(
            String name, Fault fault, ApiConnector connector, Stream<Call> calls, Consumer<Observed> check) {
        var tests = calls.map(call -> {
            var seen = threads.submit(() -> Observed.of(call, fault, connector));
            return (DynamicNode) dynamicTest(call.name(), () -> check.accept(reached(seen)));
        }).toList();
        return dynamicContainer(name, tests);
    }

    private static Observed reached(Future<Observed> seen) throws Exception {
        return seen.get();
    }

    private static ApiConnector connector(FaultRow row) {
        return row.expected().callTimeout().equals(Duration.ofSeconds(1)) ? HASTY : Harbour.CONNECTOR;
    }

    private static void verify(FaultRow row, Observed seen) {
        var expected = row.expected();
        var error = Harbour.error(seen.result());
        var message = error.message().replaceAll("after \\d+ bytes", "after N bytes");
        var requests = seen.call().changes() ? 1 : expected.reads();

        assertThat(message).isEqualTo(filled(expected.message(), seen));
        assertThat(error).isExactlyInstanceOf(expected.type());
        assertThat(seen.requests()).isEqualTo(requests);
        assertThat(seen.done()).isEqualTo(seen.call().changes() && row.work() == Work.DONE);
        assertThat(error.mayHaveHappened() || !seen.done()).isTrue();
        assertThat(waiting(error)).isEqualTo(waiting(expected.message()));
    }

    private static String filled(String template, Observed seen) {
        var message = template.replace("{origin}", seen.origin().toString())
                .replace("{folder}", seen.call().folder(seen.migration()));
        for (var word : Words.of(seen.call()).entrySet()) {
            message = message.replace("{" + word.getKey() + "}", word.getValue());
        }
        return message;
    }

    private static Optional<Duration> waiting(ApiError error) {
        return error instanceof ApiError.RateLimited limited ? limited.retryAfter() : Optional.empty();
    }

    private static Optional<Duration> waiting(String message) {
        return message.contains("wait 90 s") ? Optional.of(Duration.ofSeconds(90)) : Optional.empty();
    }
}
