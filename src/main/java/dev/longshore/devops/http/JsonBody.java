package dev.longshore.devops.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Takes the JSON out of an answer, or says in words what came instead, without repeating it. */
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
            throw new UnreadableAnswerException("The answer is JSON, but " + kind(value) + " and no object.");
        }
        return value;
    }

    JsonNode list(Body body) throws UnreadableAnswerException {
        var value = json(body);
        if (!value.isArray()) {
            throw new UnreadableAnswerException("The answer is JSON, but " + kind(value) + " and no list.");
        }
        return value;
    }

    private JsonNode json(Body body) throws UnreadableAnswerException {
        return switch (body.flaw()) {
            case TOO_LARGE -> throw new UnreadableAnswerException(
                    "The answer is larger than " + size(maxAnswerBytes) + " and was refused.");
            case BROKEN_OFF -> throw new UnreadableAnswerException(
                    "The answer broke off after " + body.bytes().length + " bytes.");
            case NONE -> json(body.bytes());
        };
    }

    private JsonNode json(byte[] bytes) throws UnreadableAnswerException {
        return switch (Json.of(bytes)) {
            case Json.ValidJson validJson -> validJson.value();
            case Json.TruncatedJson _ -> throw new UnreadableAnswerException("The answer is JSON that ends too early.");
            case Json.BrokenJson _ -> throw new UnreadableAnswerException("The answer is " + described(bytes) + ".");
        };
    }

    /** What a body is that cannot be used: stands after "is". */
    private String described(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8).replace(BYTE_ORDER_MARK, "").strip();
        if (text.isEmpty()) {
            return "empty";
        }
        if (text.startsWith("<?xml")) {
            return "an XML document";
        }
        if (MARKUP.matcher(text).matches()) {
            return markup(text);
        }
        return text.startsWith("{") || text.startsWith("[") ? "broken JSON" : "not JSON but other text";
    }

    private String markup(String text) {
        var title = TITLE.matcher(text);
        return title.find() ? "an HTML page titled \"" + safeQuote.of(title.group(1), 80) + "\"" : "an HTML page";
    }

    private static String size(int bytes) {
        return bytes < 1 << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }
}
