package dev.longshore.devops.http;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the error of an answer whose status code is none of success. */
final class ErrorReader {
    private final Quote quote;
    private final String origin;

    ErrorReader(Endpoint endpoint, Quote quote) {
        this.origin = endpoint.origin();
        this.quote = quote;
    }

    ApiError of(Operation operation, Outcome.Answer answer) {
        var said = said(answer);
        var no = "The service refused to " + Wording.task(operation) + " (" + answer.code() + said.orElse("") + "). "
                + Wording.untouched(operation) + " ";
        return switch (answer.code()) {
            case 400 -> new ApiError.BadRequest(no + Wording.misunderstood(operation));
            case 401 -> new ApiError.Unauthorized("The service rejects this connection's token (401" + said.orElse("")
                    + "). " + Wording.untouched(operation) + " Give the connection a token that is valid.");
            case 403 -> new ApiError.Forbidden(no + Wording.permission(operation));
            case 404 -> new ApiError.NotFound(no + absent(operation, said.isPresent()));
            case 409 -> new ApiError.Conflict(no + Wording.conflict(operation));
            case 429 -> rateLimited(operation, answer, said.orElse(""));
            case 300, 301, 302, 303, 304, 305, 306, 307, 308 -> redirected(operation, answer);
            default -> server(operation, answer, said.orElse(""));
        };
    }

    private static String absent(Operation operation, boolean documented) {
        var check = Wording.absent(operation);
        return documented
                ? check
                : "Its answer is not in the documented form, so the address itself may be wrong. " + check
                        + " Check the path of the connection's endpoint.";
    }

    private static ApiError rateLimited(Operation operation, Outcome.Answer answer, String said) {
        var wait = retryAfter(answer);
        return new ApiError.RateLimited(
                "The service takes no more calls of this organisation for now (429" + said + "). "
                        + Wording.untouched(operation) + " " + waiting(wait),
                wait);
    }

    private static ApiError server(Operation operation, Outcome.Answer answer, String said) {
        var wait = answer.code() / 100 == 5 ? retryAfter(answer) : Optional.<Duration>empty();
        var happened = answer.code() / 100 == 5
                ? "The service failed to " + Wording.task(operation)
                : "The service answered in a way it does not document when asked to " + Wording.task(operation);
        return new ApiError.Server(
                happened + " (" + answer.code() + said + "). " + Wording.uncertain(operation) + " "
                        + Wording.later(operation)
                        + (wait.isPresent() ? " " + waiting(wait) : ""),
                answer.code(),
                wait);
    }

    /** The reference's known case first: an empty part of the path is answered so. */
    private ApiError redirected(Operation operation, Outcome.Answer answer) {
        var location = answer.location();
        var where = location == null ? null : quote.of(location, 300);
        return new ApiError.Redirected(
                "The service says that this address has moved (" + answer.code()
                        + (where == null ? "" : " to \"" + where + "\"") + "), which is also how it answers an address"
                        + " with an empty part. " + Wording.untouched(operation)
                        + " The token is sent to " + origin + " only"
                        + (operation.changes() ? " and no change is sent twice" : "")
                        + ": check the connection's endpoint.",
                where);
    }

    private static Optional<Duration> retryAfter(Outcome.Answer answer) {
        var receipt = answer.receipt();
        return RetryAfter.in(
                answer.headers(), Objects.requireNonNullElse(receipt.serviceDate(), receipt.receivedAt()));
    }

    private static String waiting(Optional<Duration> wait) {
        return wait.map(time -> "It asks to wait " + time.toSeconds() + " s before the next call.")
                .orElse("Wait a little before the next call.");
    }

    /** The messages of the documented envelope, quoted: stands after the status code. Nothing else is quoted. */
    private Optional<String> said(Outcome.Answer answer) {
        if (!(Json.of(answer.body().bytes()) instanceof Json.Read read)) {
            return Optional.empty();
        }
        var messages = Fields.of(read.value()).objects("errors").stream()
                .map(each -> each.word("message"))
                .filter(Objects::nonNull)
                .limit(5)
                .collect(Collectors.joining("; "));
        return messages.isBlank() ? Optional.empty() : Optional.of(": \"" + quote.of(messages, 300) + "\"");
    }
}
