package dev.longshore.devops.http;

import dev.longshore.model.fact.ServiceFact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The words of an answer whose status code is none of success. Only the documented form, a list of errors of which each
 * has an ID or a message, is the service's own ({@code isEnvelope}); any other text is quoted all the same.
 *
 * @param isEnvelope true when the service itself speaks
 * @param text what it says in one line, made fit to be quoted; may be empty
 * @param ids the IDs of the errors, as support asks for them; may be empty
 * @param tokenFault what one of the documented IDs says about the token
 */
record ErrorBody(boolean isEnvelope, String text, String ids, Optional<ServiceFact> tokenFault) {
    private static final int LONGEST = 300;
    private static final int MOST = 5;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final List<String> ID_FIELDS = List.of("ID", "id", "Id");
    private static final List<String> TEXT_FIELDS = List.of(
            "message", "Message", "error_description", "description", "detail", "error", "title", "reason");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]{0,200}>([^<]{1,2000})</title");
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,1000}>");

    static ErrorBody of(byte[] body, SafeQuote safeQuote) {
        if (!(Json.of(body) instanceof Json.ValidJson validJson)) {
            return foreign(plain(new String(body, StandardCharsets.UTF_8)), safeQuote);
        }
        var errors = errors(validJson.value());
        return errors.isEmpty() ? foreign(text(validJson.value()), safeQuote) : ofService(errors, safeQuote);
    }

    private static ErrorBody foreign(String text, SafeQuote safeQuote) {
        return new ErrorBody(false, safeQuote.of(text, LONGEST), "", Optional.empty());
    }

    private static ErrorBody ofService(List<JsonNode> errors, SafeQuote safeQuote) {
        var ids = errors.stream().map(ErrorBody::id).filter(Objects::nonNull).distinct().toList();
        var messages = errors.stream().map(ErrorBody::text).filter(each -> !each.isBlank())
                .collect(Collectors.joining("; "));
        return new ErrorBody(true, safeQuote.of(messages, LONGEST), String.join(", ", ids),
                ids.stream().flatMap(each -> tokenFault(each).stream()).findFirst());
    }

    /** The entries of the documented form; none where the body has another one. */
    private static List<JsonNode> errors(JsonNode body) {
        var list = body.isObject() ? body.get("errors") : null;
        return list == null || !list.isArray()
                ? List.of()
                : list.valueStream().limit(MOST)
                        .filter(each -> each.isObject() && (id(each) != null || isMessageAlone(body, each)))
                        .toList();
    }

    /** Others have a list of that name, too (GraphQL, JSON:API, content networks), and say more in it or beside it. */
    private static boolean isMessageAlone(JsonNode body, JsonNode error) {
        return body.size() == 1 && error.path("message").isString()
                && error.propertyStream()
                        .allMatch(each -> each.getKey().equals("message") || each.getValue().isNull());
    }

    private static @Nullable String id(JsonNode error) {
        return ID_FIELDS.stream().map(error::get).filter(Objects::nonNull)
                .filter(each -> each.isNumber() || each.isString())
                .map(JsonNode::asString).map(each -> each.strip().replaceFirst("\\.0+$", ""))
                .filter(each -> NUMBER.matcher(each).matches())
                .findFirst().orElse(null);
    }

    /** Whatever text there is: a JSON text itself, a message by one of its usual names, or a list of them. */
    private static String text(JsonNode value) {
        return texts(value, 0).filter(each -> !each.isBlank()).limit(MOST).collect(Collectors.joining("; "));
    }

    private static Stream<String> texts(JsonNode value, int depth) {
        if (value.isString()) {
            return Stream.of(value.stringValue());
        }
        if (depth > 2) {
            return Stream.empty();
        }
        if (value.isArray()) {
            return value.valueStream().limit(MOST).flatMap(each -> texts(each, depth + 1));
        }
        var errors = Stream.concat(TEXT_FIELDS.stream(), Stream.of("errors"));
        return errors.map(value::get).filter(Objects::nonNull).limit(1).flatMap(each -> texts(each, depth + 1));
    }

    /** Text without markup; of a page its title. */
    private static String plain(String text) {
        var title = TITLE.matcher(text);
        return title.find() ? title.group(1) : MARKUP.matcher(text).replaceAll(" ");
    }

    /** The IDs that the documentation of the service, or its answers, tell about. */
    private static Optional<ServiceFact> tokenFault(String id) {
        return Optional.ofNullable(switch (id) {
            case "340002" -> ServiceFact.TOKEN_NOT_RECEIVED;
            case "340012" -> ServiceFact.TOKEN_OF_OTHER_FORM;
            case "340016", "340017" -> ServiceFact.TOKEN_DAMAGED;
            case "340018" -> ServiceFact.TOKEN_UNKNOWN;
            default -> null;
        });
    }
}
