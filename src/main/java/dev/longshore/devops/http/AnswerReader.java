package dev.longshore.devops.http;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.ApiResult;
import dev.longshore.devops.Operation;
import tools.jackson.databind.JsonNode;

/** Makes a result of an outcome; whatever comes, it makes one. */
final class AnswerReader {
    private final Contents contents;
    private final ErrorReader errors;
    private final FaultTexts faults;
    private final Quote quote;

    AnswerReader(Contents contents, ErrorReader errors, FaultTexts faults, Quote quote) {
        this.contents = contents;
        this.errors = errors;
        this.faults = faults;
        this.quote = quote;
    }

    /** Reads one form of answer. */
    @FunctionalInterface
    interface Form<T> {
        T read(Body body) throws Unreadable;
    }

    JsonNode object(Body body) throws Unreadable {
        return contents.object(body);
    }

    JsonNode list(Body body) throws Unreadable {
        return contents.list(body);
    }

    <T> ApiResult<T> read(Operation operation, Outcome outcome, Form<T> form) {
        return switch (outcome) {
            case Outcome.NoAnswer none -> new ApiResult.Failure<>(faults.of(operation, none), none.receipt());
            case Outcome.Answer answer when answer.isGood() -> read(operation, answer, form);
            case Outcome.Answer answer -> new ApiResult.Failure<>(errors.of(operation, answer), answer.receipt());
        };
    }

    private <T> ApiResult<T> read(Operation operation, Outcome.Answer answer, Form<T> form) {
        try {
            return new ApiResult.Success<>(form.read(answer.body()), answer.receipt());
        } catch (Unreadable unreadable) {
            return malformed(operation, answer, unreadable.sentence());
        } catch (RuntimeException unforeseen) {
            // No answer, however strange, may end the thread that asked.
            var kind = unforeseen.getClass().getSimpleName();
            return malformed(operation, answer, "The answer cannot be read (" + kind + ").");
        } finally {
            answer.body().wipe();
        }
    }

    private <T> ApiResult<T> malformed(Operation operation, Outcome.Answer answer, String sentence) {
        return new ApiResult.Failure<>(
                new ApiError.Malformed(quote.of(sentence, 400) + " " + Wording.uncertain(operation) + " "
                        + Wording.afterNonsense(operation)),
                answer.receipt());
    }
}
