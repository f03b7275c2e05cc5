package dev.longshore.devops.http;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Takes the JSON out of an answer, or says what came instead, without repeating it. */
final class JsonBody {
    private static final Pattern MARKUP = Pattern.compile("(?is)<(!doctype|html|head|body|a|h1|p|center)\\b.*");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]{0,200}>([^<]{1,2000})</title");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SafeQuote safeQuote;
    private final int maxAnswerBytes;

    JsonBody(SafeQuote safeQuote, int maxAnswerBytes) {
        this.safeQuote = safeQuote;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    JsonNode object(Body body) throws UnreadableAnswerException {
        var value = json(body);
        if (!value.isObject()) {
            throw otherType(value, ServiceFact.JSON_OBJECT);
        }
        return value;
    }

    JsonNode list(Body body) throws UnreadableAnswerException {
        var value = json(body);
        if (!value.isArray()) {
            throw otherType(value, ServiceFact.JSON_LIST);
        }
        return value;
    }

    /** An object, or a list of them. */
    JsonNode objectOrList(Body body) throws UnreadableAnswerException {
        var value = json(body);
        if (!value.isContainer()) {
            throw otherType(value, ServiceFact.JSON_OBJECT);
        }
        return value;
    }

    private JsonNode json(Body body) throws UnreadableAnswerException {
        return switch (body.flaw()) {
            case TOO_LARGE -> throw new UnreadableAnswerException(ServiceFact.REPLY_TOO_LARGE, maxAnswerBytes >> 10);
            case BROKEN_OFF -> throw new UnreadableAnswerException(ServiceFact.REPLY_CUT_OFF, body.bytes().length);
            case NONE -> json(body.bytes());
        };
    }

    private JsonNode json(byte[] bytes) throws UnreadableAnswerException {
        return switch (Json.of(bytes)) {
            case Json.ValidJson validJson -> validJson.value();
            case Json.UnreadableJson.TRUNCATED -> throw new UnreadableAnswerException(ServiceFact.REPLY_TRUNCATED);
            case Json.UnreadableJson.BROKEN -> throw new UnreadableAnswerException(described(bytes));
        };
    }

    /** What a body is that cannot be used. */
    private Fact described(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8).replace(BYTE_ORDER_MARK, "").strip();
        if (text.isEmpty()) {
            return Fact.of(ServiceFact.REPLY_EMPTY);
        }
        if (text.startsWith("<?xml")) {
            return Fact.of(ServiceFact.REPLY_XML);
        }
        if (MARKUP.matcher(text).matches()) {
            return markup(text);
        }
        return Fact.of(text.startsWith("{") || text.startsWith("[")
                ? ServiceFact.REPLY_BROKEN_JSON
                : ServiceFact.REPLY_NOT_JSON);
    }

    private Fact markup(String text) {
        var title = TITLE.matcher(text);
        return title.find()
                ? Fact.of(ServiceFact.REPLY_HTML_TITLED, safeQuote.of(title.group(1), 80))
                : Fact.of(ServiceFact.REPLY_HTML);
    }

    private static UnreadableAnswerException otherType(JsonNode value, ServiceFact expected) {
        return new UnreadableAnswerException(
                ServiceFact.REPLY_OF_OTHER_TYPE, Fact.of(JsonFields.type(value)), Fact.of(expected));
    }
}
