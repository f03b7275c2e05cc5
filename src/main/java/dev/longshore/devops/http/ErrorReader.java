package dev.longshore.devops.http;

import dev.longshore.model.ApiError;
import dev.longshore.model.Operation;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

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
        var no = "The service refused to " + OperationText.task(operation) + " (" + httpAnswer.code() + said.orElse("")
                + "). "
                + OperationText.untouched(operation) + " ";
        return switch (httpAnswer.code()) {
            case 400 -> new ApiError.BadRequest(Fact.recorded(no + OperationText.misunderstood(operation)));
            case 401 -> new ApiError.Unauthorized(Fact.recorded("The service rejects this connection's token (401"
                    + said.orElse("")
                    + "). " + OperationText.untouched(operation) + " Give the connection a token that is valid."));
            case 403 -> new ApiError.Forbidden(Fact.recorded(no + OperationText.permission(operation)));
            case 404 -> new ApiError.NotFound(Fact.recorded(no + absent(operation, said.isPresent())));
            case 409 -> new ApiError.Conflict(Fact.recorded(no + OperationText.conflict(operation)));
            case 429 -> rateLimited(operation, httpAnswer, said.orElse(""));
            case 300, 301, 302, 303, 304, 305, 306, 307, 308 -> redirected(operation, httpAnswer);
            default -> server(operation, httpAnswer, said.orElse(""));
        };
    }

    private static String absent(Operation operation, boolean documented) {
        var check = OperationText.absent(operation);
        return documented
                ? check
                : "Its answer is not in the documented form, so the address itself may be wrong. " + check
                        + " Check the path of the connection's endpoint.";
    }

    private static ApiError rateLimited(Operation operation, HttpOutcome.HttpAnswer httpAnswer, String said) {
        var wait = retryAfter(httpAnswer);
        return new ApiError.RateLimited(
                Fact.recorded("The service takes no more calls of this organisation for now (429" + said + "). "
                        + OperationText.untouched(operation) + " " + waiting(wait)),
                wait);
    }

    private static ApiError server(Operation operation, HttpOutcome.HttpAnswer httpAnswer, String said) {
        var wait = httpAnswer.code() / 100 == 5 ? retryAfter(httpAnswer) : Optional.<Duration>empty();
        var happened = httpAnswer.code() / 100 == 5
                ? "The service failed to " + OperationText.task(operation)
                : "The service answered in a way it does not document when asked to " + OperationText.task(operation);
        return new ApiError.Server(
                Fact.recorded(
                        happened + " (" + httpAnswer.code() + said + "). " + OperationText.uncertain(operation) + " "
                                + OperationText.later(operation)
                                + (wait.isPresent() ? " " + waiting(wait) : "")),
                httpAnswer.code(),
                wait);
    }

    /** The reference's known case first: an empty part of the path is answered so. */
    private ApiError redirected(Operation operation, HttpOutcome.HttpAnswer httpAnswer) {
        var location = httpAnswer.location();
        var where = location == null ? null : safeQuote.of(location, 300);
        return new ApiError.Redirected(
                Fact.recorded("The service says that this address has moved (" + httpAnswer.code()
                        + (where == null ? "" : " to \"" + where + "\"") + "), which is also how it answers an address"
                        + " with an empty part. " + OperationText.untouched(operation)
                        + " The token is sent to " + origin + " only"
                        + (operation.changes() ? " and no change is sent twice" : "")
                        + ": check the connection's endpoint."),
                where);
    }

    private static Optional<Duration> retryAfter(HttpOutcome.HttpAnswer httpAnswer) {
        var receipt = httpAnswer.receipt();
        return RetryAfter.in(
                httpAnswer.headers(), Objects.requireNonNullElse(receipt.serviceDate(), receipt.receivedAt()));
    }

    private static String waiting(Optional<Duration> wait) {
        return wait.map(time -> "It asks to wait " + time.toSeconds() + " s before the next call.")
                .orElse("Wait a little before the next call.");
    }

    /** The messages of the documented envelope, quoted: stands after the status code. Nothing else is quoted. */
    private Optional<String> serviceMessage(HttpOutcome.HttpAnswer httpAnswer) {
        if (!(Json.of(httpAnswer.body().bytes()) instanceof Json.ValidJson validJson)) {
            return Optional.empty();
        }
        var messages = JsonFields.of(validJson.value()).objects("errors").stream()
                .map(each -> each.word("message"))
                .filter(Objects::nonNull)
                .limit(5)
                .collect(Collectors.joining("; "));
        return messages.isBlank() ? Optional.empty() : Optional.of(": \"" + safeQuote.of(messages, 300) + "\"");
    }
}
