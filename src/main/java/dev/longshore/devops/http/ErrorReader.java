package dev.longshore.devops.http;

import dev.longshore.model.ApiError;
import dev.longshore.model.Operation;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
        var words = ErrorBody.of(httpAnswer.body().bytes(), safeQuote);
        var code = code(httpAnswer, words);
        return switch (httpAnswer.code()) {
            case 400, 401, 403, 404, 409 -> words.isEnvelope()
                    ? said(operation, httpAnswer.code(), code, words.tokenFault())
                    : gateway(operation, httpAnswer, code);
            case 429 -> rateLimited(operation, code, retryAfter(httpAnswer));
            case 300, 301, 302, 303, 304, 305, 306, 307, 308 -> redirected(operation, httpAnswer);
            default -> server(operation, httpAnswer, code);
        };
    }

    /** What the service itself refuses. */
    private static ApiError said(Operation operation, int status, Object code, Optional<ServiceFact> tokenFault) {
        return switch (status) {
            case 400 -> new ApiError.BadRequest(refused(operation, code, OperationFacts.misunderstood(operation)));
            case 404 -> new ApiError.NotFound(refused(operation, code, OperationFacts.absent(operation)));
            case 409 -> new ApiError.Conflict(refused(operation, code, OperationFacts.conflict(operation)));
            case 403 -> tokenFault.isPresent()
                    ? rejected(operation, code, tokenFault)
                    : new ApiError.Forbidden(refused(operation, code, OperationFacts.permission(operation)));
            default -> rejected(operation, code, tokenFault);
        };
    }

    private static ApiError rejected(Operation operation, Object code, Optional<ServiceFact> tokenFault) {
        return new ApiError.Unauthorized(notDone(
                tokenFault.orElse(ServiceFact.TOKEN_REJECTED), code, operation, tokenAdvice(tokenFault)));
    }

    private static Fact tokenAdvice(Optional<ServiceFact> tokenFault) {
        return Fact.of(tokenFault.equals(Optional.of(ServiceFact.TOKEN_NOT_RECEIVED))
                ? ServiceFact.CHECK_TOKEN_REMOVED
                : ServiceFact.PASTE_TOKEN);
    }

    /** A refusal that is not in the service's own form comes from what stands before the service, and passes. */
    private ApiError gateway(Operation operation, HttpOutcome.HttpAnswer httpAnswer, Object code) {
        var wait = retryAfter(httpAnswer);
        var advice = switch (httpAnswer.code()) {
            case 404 -> Fact.of(ServiceFact.CHECK_PATH);
            case 401 -> Fact.of(ServiceFact.MAYBE_ROLE);
            default -> null;
        };
        return new ApiError.Server(
                Fact.sentences(
                        Fact.of(ServiceFact.GATEWAY_REFUSED, operation, code),
                        operation.changes() ? OperationFacts.uncertain(operation) : null,
                        OperationFacts.later(operation),
                        advice,
                        wait.map(ErrorReader::waiting).orElse(null)),
                httpAnswer.code(),
                wait);
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
                notDone(ServiceFact.MOVED, moved(httpAnswer, where), operation,
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

    private static Object moved(HttpOutcome.HttpAnswer httpAnswer, @Nullable String where) {
        var code = Integer.toString(httpAnswer.code());
        return where == null ? code : Fact.of(ServiceFact.CODE_AND_WORDS, code, where);
    }

    /** The status code, with the words and the error IDs that came with it; codes are no numbers to be counted with. */
    private static Object code(HttpOutcome.HttpAnswer httpAnswer, ErrorBody words) {
        var code = Integer.toString(httpAnswer.code());
        var withWords = words.text().isEmpty() ? code : Fact.of(ServiceFact.CODE_AND_WORDS, code, words.text());
        return words.ids().isEmpty() ? withWords : Fact.of(ServiceFact.CODE_AND_ERROR_ID, withWords, words.ids());
    }
}
