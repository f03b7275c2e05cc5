package dev.longshore.devops.http;

import dev.longshore.devops.ApiResult;
import dev.longshore.model.ApiError;
import dev.longshore.model.Operation;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import tools.jackson.databind.JsonNode;

/** Makes a result of an outcome; whatever comes, it makes one. */
final class AnswerReader {
    private final JsonBody jsonBody;
    private final ErrorReader errors;
    private final NetworkErrorReader faults;
    private final SafeQuote safeQuote;

    AnswerReader(JsonBody jsonBody, ErrorReader errors, NetworkErrorReader faults, SafeQuote safeQuote) {
        this.jsonBody = jsonBody;
        this.errors = errors;
        this.faults = faults;
        this.safeQuote = safeQuote;
    }

    /** Reads one form of answer. */
    @FunctionalInterface
    interface AnswerParser<T> {
        T read(Body body) throws UnreadableAnswerException;
    }

    JsonNode object(Body body) throws UnreadableAnswerException {
        return jsonBody.object(body);
    }

    JsonNode list(Body body) throws UnreadableAnswerException {
        return jsonBody.list(body);
    }

    JsonNode objectOrList(Body body) throws UnreadableAnswerException {
        return jsonBody.objectOrList(body);
    }

    <T> ApiResult<T> read(Operation operation, HttpOutcome httpOutcome, AnswerParser<T> answerParser) {
        return switch (httpOutcome) {
            case HttpOutcome.NoHttpAnswer none -> new ApiResult.Failure<>(faults.of(operation, none), none.receipt());
            case HttpOutcome.HttpAnswer httpAnswer when httpAnswer.isGood() ->
                read(operation, httpAnswer, answerParser);
            case HttpOutcome.HttpAnswer httpAnswer ->
                new ApiResult.Failure<>(errors.of(operation, httpAnswer), httpAnswer.receipt());
        };
    }

    private <T> ApiResult<T> read(Operation operation, HttpOutcome.HttpAnswer httpAnswer,
            AnswerParser<T> answerParser) {
        try {
            return new ApiResult.Success<>(answerParser.read(httpAnswer.body()), httpAnswer.receipt());
        } catch (UnreadableAnswerException unreadableAnswerException) {
            return malformed(operation, httpAnswer, unreadableAnswerException.fact());
        } catch (RuntimeException unforeseen) {
            // No answer, however strange, may end the thread that asked.
            var kind = unforeseen.getClass().getSimpleName();
            return malformed(operation, httpAnswer, Fact.of(ServiceFact.REPLY_UNREADABLE, kind));
        } finally {
            httpAnswer.body().wipe();
        }
    }

    private <T> ApiResult<T> malformed(Operation operation, HttpOutcome.HttpAnswer httpAnswer, Fact happened) {
        return new ApiResult.Failure<>(
                new ApiError.Malformed(
                        Fact.sentences(
                                quoted(happened), OperationFacts.uncertain(operation),
                                OperationFacts.afterNonsense(operation))),
                httpAnswer.receipt());
    }

    /** The same, fit to be shown whatever the service put into it. */
    private Fact quoted(Fact fact) {
        return new Fact(fact.kind(), fact.figures().stream()
                .map(each -> switch (each) {
                    case String text -> safeQuote.of(text, 200);
                    case Fact part -> quoted(part);
                    default -> each;
                })
                .toList());
    }
}
