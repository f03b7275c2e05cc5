package dev.longshore.devops.http;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import dev.longshore.model.fact.ServiceFact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation meets every fault of the service; what it makes of each stands in {@code fault-matrix.txt}. */
class ServiceFaultMatrixTest {
    static Stream<String> rows() throws IOException {
        try (InputStream in = ServiceFaultMatrixTest.class.getResourceAsStream("fault-matrix.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachFaultOfEachOperationBecomesItsErrorAndMessage(String row) throws IOException {
        var names = row.split(" ", 3);

        assertThat(row(ApiCall.valueOf(names[0]), ServiceFault.valueOf(names[1]))).isEqualTo(row);
    }

    @Test
    void theMatrixIsComplete() throws IOException {
        var pairs = Arrays.stream(ApiCall.values())
                .flatMap(apiCall -> Arrays.stream(ServiceFault.values()).map(fault -> apiCall + " " + fault))
                .collect(Collectors.toSet());

        assertThat(rows().map(row -> row.substring(0, row.indexOf(" | ")))).containsExactlyInAnyOrderElementsOf(pairs);
    }

    private static String row(ApiCall apiCall, ServiceFault fault) throws IOException {
        var error = switch (fault) {
            case NO_ANSWER, SLOW ->
                TestClient.overdue(options -> error(apiCall, fault, options), ApiError::mayHaveHappened);
            default -> error(apiCall, fault, TestClient.OPTIONS);
        };
        // What reached the service is never said to be "not sent".
        assertThat(error.mayHaveHappened() || ServiceFact.isAnswered(error.fact())).isEqualTo(true);
        return "%s %s | %s | %s".formatted(apiCall, fault, kind(error), say(error.fact()))
                .replaceAll("http://127\\.0\\.0\\.1:\\d+", "http://SERVICE")
                .replaceAll("within [0-9.]+ s", "within TIME");
    }

    private static ApiError error(ApiCall apiCall, ServiceFault fault, ClientOptions options) throws IOException {
        try (var service = new RawService((servedConnection, _) -> {
            while (servedConnection.readRequest()) {
                fault.answer(servedConnection);
            }
        });
                var api = new TestClient(options).at(service.url())) {
            return TestClient.errorOf(apiCall.send(api));
        }
    }

    private static String kind(ApiError error) {
        var details = switch (error) {
            case ApiError.RateLimited limited -> " " + limited.retryAfter().orElseThrow();
            case ApiError.Redirected redirected -> " " + redirected.location();
            case ApiError.Server server -> " " + server.code() + server.retryAfter().map(each -> " " + each).orElse("");
            case ApiError.BadRequest _,ApiError.Unauthorized _,ApiError.Forbidden _,ApiError.NotFound _ -> "";
            case ApiError.Conflict _,ApiError.Network _,ApiError.Tls _,ApiError.Malformed _ -> "";
        };
        return error.getClass().getSimpleName() + details + (error.mayHaveHappened() ? " maybe" : " no");
    }
}
