package dev.longshore.devops.http;

import dev.longshore.model.ApiError;
import dev.longshore.model.Operation;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the error of an answer whose status code is none of success. */
final class ErrorReader {
    private final SafeQuote safeQuote;
    private final String origin;

    ErrorReader(Endpoint endpoint, SafeQuote safeQuote) {
        this.origin = endpoint.origin();
        this.safeQuote = safeQuote;
    }

    ApiError of(Operation operation, HttpOutcome.HttpAnswer httpAnswer) {
        var said = serviceMessage(httpAnswer);
        var code = code(httpAnswer, said.orElse(null));
        return switch (httpAnswer.code()) {
            case 400 -> new ApiError.BadRequest(refused(operation, code, OperationFacts.misunderstood(operation)));
            case 401 -> new ApiError.Unauthorized(
                    notDone(ServiceFact.TOKEN_REJECTED, code, operation, Fact.of(ServiceFact.PASTE_TOKEN)));
            case 403 -> new ApiError.Forbidden(refused(operation, code, OperationFacts.permission(operation)));
            case 404 -> new ApiError.NotFound(refused(operation, code, absent(operation, said.isPresent())));
            case 409 -> new ApiError.Conflict(refused(operation, code, OperationFacts.conflict(operation)));
            case 429 -> rateLimited(operation, code, retryAfter(httpAnswer));
            case 300, 301, 302, 303, 304, 305, 306, 307, 308 -> redirected(operation, httpAnswer);
            default -> server(operation, httpAnswer, code);
        };
    }

    private static Fact refused(Operation operation, Object code, Fact advice) {
        return Fact.sentences(
                Fact.of(ServiceFact.REFUSED, operation, code),
                operation.changes() ? Fact.of(ServiceFact.NOTHING_CHANGED) : null,
                advice);
    }

    private static Fact notDone(ServiceFact happened, Object code, Operation operation, Fact advice) {
        return Fact.sentences(Fact.of(happened, code), OperationFacts.untouched(operation), advice);
    }

    private static Fact absent(Operation operation, boolean documented) {
        var check = OperationFacts.absent(operation);
        return documented
                ? check
                : Fact.sentences(Fact.of(ServiceFact.UNDOCUMENTED_404), check, Fact.of(ServiceFact.CHECK_PATH));
    }

    private static ApiError rateLimited(Operation operation, Object code, Optional<Duration> wait) {
        var advice = wait.map(ErrorReader::waiting).orElse(Fact.of(ServiceFact.WAIT_A_MOMENT));
        return new ApiError.RateLimited(notDone(ServiceFact.RATE_LIMIT, code, operation, advice), wait);
    }

    private static ApiError server(Operation operation, HttpOutcome.HttpAnswer httpAnswer, Object code) {
        var isDocumented = httpAnswer.code() / 100 == 5;
        var wait = isDocumented ? retryAfter(httpAnswer) : Optional.<Duration>empty();
        var happened = isDocumented ? ServiceFact.API_ERROR : ServiceFact.UNDOCUMENTED_CODE;
        return new ApiError.Server(
                Fact.sentences(
                        Fact.of(happened, operation, code),
                        operation.changes() ? OperationFacts.uncertain(operation) : null,
                        OperationFacts.later(operation),
                        wait.map(ErrorReader::waiting).orElse(null)),
                httpAnswer.code(),
                wait);
    }

    /** The reference's known case first: an empty part of the path is answered so. */
    private ApiError redirected(Operation operation, HttpOutcome.HttpAnswer httpAnswer) {
        var location = httpAnswer.location();
        var where = location == null ? null : safeQuote.of(location, 300);
        return new ApiError.Redirected(
                notDone(ServiceFact.MOVED, code(httpAnswer, where), operation,
                        Fact.of(ServiceFact.CHECK_ORIGIN, origin)),
                where);
    }

    private static Optional<Duration> retryAfter(HttpOutcome.HttpAnswer httpAnswer) {
        var receipt = httpAnswer.receipt();
        return RetryAfter.in(
                httpAnswer.headers(), Objects.requireNonNullElse(receipt.serviceDate(), receipt.receivedAt()));
    }

    private static Fact waiting(Duration wait) {
        return Fact.of(ServiceFact.WAIT, wait.toSeconds());
    }

    /** The status code, with what the service said besides; codes are no numbers to be counted with. */
    private static Object code(HttpOutcome.HttpAnswer httpAnswer, @Nullable String said) {
        var code = Integer.toString(httpAnswer.code());
        return said == null ? code : Fact.of(ServiceFact.CODE_AND_WORDS, code, said);
    }

    /** The messages of the documented envelope. Nothing else is quoted. */
    private Optional<String> serviceMessage(HttpOutcome.HttpAnswer httpAnswer) {
        if (!(Json.of(httpAnswer.body().bytes()) instanceof Json.ValidJson validJson)) {
            return Optional.empty();
        }
        var messages = JsonFields.of(validJson.value()).objects("errors").stream()
                .map(each -> each.word("message"))
                .filter(Objects::nonNull)
                .limit(5)
                .collect(Collectors.joining("; "));
        return messages.isBlank() ? Optional.empty() : Optional.of(safeQuote.of(messages, 300));
    }
}
