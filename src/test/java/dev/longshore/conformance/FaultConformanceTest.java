package dev.longshore.conformance;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.longshore.conformance.FaultCase.WorkOutcome;
import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.http.ConnectorWithoutPauses;
import dev.longshore.model.ApiError;
import dev.longshore.support.TestWait;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every operation under every fault: what comes of it, to the word, and how often it was asked. */
class FaultConformanceTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    @AutoClose private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @TestFactory
    Stream<DynamicContainer> everyOperationReportsAFault() {
        return FaultCases.all().stream().map(faultCase -> checkAll(
                faultCase.name(), Stream.of(TestedOperation.values()), operation -> observed(operation, faultCase),
                observed -> verify(faultCase, observed)));
    }

    @TestFactory
    Stream<DynamicContainer> everyOperationToleratesAnOddField() {
        return FieldCases.all().stream().map(fieldCase -> checkAll(
                fieldCase.name(), fieldCase.calls(),
                operation -> FaultObservation.of(operation, fieldCase.fault(), SimulatorFixture.CONNECTOR),
                fieldCase::verify));
    }

    /** All operations at once, each with a service of its own, so that a fault of a second costs one second. */
    private DynamicContainer checkAll(
            String name, Stream<TestedOperation> calls, Function<TestedOperation, FaultObservation> observation,
            Consumer<FaultObservation> check) {
        var tests = calls.map(operation -> {
            var seen = threads.submit(() -> observation.apply(operation));
            return (DynamicNode) dynamicTest(operation.name(), () -> check.accept(resultOf(seen)));
        }).toList();
        return dynamicContainer(name, tests);
    }

    private static FaultObservation resultOf(Future<FaultObservation> seen) throws Exception {
        return seen.get();
    }

    /** Who is to wait in vain waits a short while; longer where a busy machine had not sent the request by then. */
    private static FaultObservation observed(TestedOperation operation, FaultCase faultCase) {
        var time = faultCase.expected().isOverdue() ? SHORT : TestWait.LIMIT;
        var observed = FaultObservation.of(operation, faultCase.fault(), connector(time));
        while (observed.requests() == 0 && time.compareTo(TestWait.LIMIT) < 0) {
            time = time.multipliedBy(4);
            observed = FaultObservation.of(operation, faultCase.fault(), connector(time));
        }
        return observed;
    }

    private static ApiConnector connector(Duration time) {
        return time.equals(TestWait.LIMIT) ? SimulatorFixture.CONNECTOR : new ConnectorWithoutPauses(time);
    }

    private static void verify(FaultCase faultCase, FaultObservation observed) {
        var expected = faultCase.expected();
        var error = SimulatorFixture.error(observed.result());
        var message = say(error.fact()).replaceAll("after [\\d,]+ bytes", "after N bytes")
                .replaceAll("within [0-9.]+ (s|min)", "within TIME");
        var requests = observed.operation().changes() ? 1 : expected.reads();

        assertThat(message).isEqualTo(filled(expected.message(), observed));
        assertThat(error).isExactlyInstanceOf(expected.type());
        assertThat(observed.requests()).isEqualTo(requests);
        assertThat(observed.done()).isEqualTo(observed.operation().changes() && faultCase.work() == WorkOutcome.DONE);
        assertThat(error.mayHaveHappened() || !observed.done()).isTrue();
        assertThat(waiting(error)).isEqualTo(waiting(expected.message()));
    }

    private static String filled(String template, FaultObservation observed) {
        var message = template.replace("{origin}", observed.origin().toString())
                .replace("{folder}", observed.operation().parentPath(observed.migration()));
        var sentences = ExpectedSentences.of(observed.operation());
        message = message.replace("{maybe}", observed.operation().changes() ? sentences.get("uncertain") + " " : "");
        for (var word : sentences.entrySet()) {
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
