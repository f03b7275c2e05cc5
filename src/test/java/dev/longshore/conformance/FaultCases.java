package dev.longshore.conformance;

import static dev.longshore.conformance.FaultCase.WorkOutcome.DONE;
import static dev.longshore.conformance.FaultCase.WorkOutcome.NOT_DONE;

import dev.longshore.conformance.FaultCase.WorkOutcome;
import dev.longshore.model.ApiError;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.http.ResponseWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every fault that leaves no good answer. */
final class FaultCases {
    private static final String REFUSED = "The service refused to {task} (%s). {unchanged}";
    private static final String FAILED = "Astra API error on the request to {task} (%s). {maybe}{later}";
    private static final String CUT = "The connection to {origin} ended before a reply came. {uncertain} {later}";
    private static final String LIMITED = "Rate limit reached (429: \"Too many requests\", error ID 2000429). {untouched}"
            + " The service asks to wait 90 s before the next call.";
    private static final String MOVED = "The service says that this address has moved (%s). An address with an empty part (//)"
            + " gets the same reply. {untouched} The token is sent to {origin} only: check the connection's endpoint.";
    private static final String DOCUMENTED_MESSAGE = "Not today, sailor";
    private static final Duration LONG = Duration.ofDays(1);
    private static final long SIXTY_FOUR_MIB = 64L << 20;

    private FaultCases() {}

    static List<FaultCase> all() {
        return Stream.of(refusals(), failures(), silences(), nonsense(), redirects()).flatMap(List::stream).toList();
    }

    private static List<FaultCase> refusals() {
        return List.of(
                documentedError(400, ApiError.BadRequest.class, REFUSED + "{misunderstood}"),
                documentedError(401, ApiError.Unauthorized.class,
                        "Token rejected (%s): invalid or expired. {untouched} Paste another one."),
                documentedError(403, ApiError.Forbidden.class, REFUSED + "{permission}"),
                documentedError(404, ApiError.NotFound.class, REFUSED + "{absent}"),
                documentedError(409, ApiError.Conflict.class, REFUSED + "{conflict}"),
                row("a 404 in plain text", SimulatedFault.PlainFault.PAGE_NOT_FOUND, NOT_DONE, ApiError.Server.class,
                        "The request to {task} was refused by something in front of the service, such as a proxy or a"
                                + " gateway (404: \"404 page not found\"): the reply is not in the form of the service."
                                + " {maybe}{later} Check the path of the connection's endpoint."),
                row("a 429 that asks for 90 s", new SimulatedFault.TooManyRequests(Duration.ofSeconds(90), false),
                        NOT_DONE,
                        ApiError.RateLimited.class, LIMITED),
                row("a 429 until a date in 90 s", new SimulatedFault.TooManyRequests(Duration.ofSeconds(90), true),
                        NOT_DONE,
                        ApiError.RateLimited.class, LIMITED));
    }

    private static List<FaultCase> failures() {
        return List.of(
                documentedError(500, ApiError.Server.class, FAILED),
                gateway(500, NOT_DONE),
                gateway(502, NOT_DONE),
                gateway(503, NOT_DONE),
                gateway(502, DONE),
                gateway(503, DONE),
                gateway(504, DONE),
                row("a 503 without JSON while the bucket is made", new SimulatedFault.NotJson(503), DONE,
                        ApiError.Server.class, FAILED.formatted(
                                "503: \"upstream is not ready, the bucket of this migration is being created\"")));
    }

    private static List<FaultCase> silences() {
        return List.of(
                row("an empty reply", SimulatedFault.PlainFault.EMPTY_REPLY, NOT_DONE, ApiError.Network.class, CUT)
                        .reading(3),
                row("a connection reset", SimulatedFault.PlainFault.CONNECTION_RESET, NOT_DONE, ApiError.Network.class,
                        CUT)
                        .reading(3),
                row("an answer lost after the work", SimulatedFault.PlainFault.LOST_ANSWER, DONE,
                        ApiError.Network.class, CUT)
                        .reading(3),
                row("no answer in time", new SimulatedFault.SlowAnswer(LONG), DONE, ApiError.Network.class,
                        "No reply within TIME. {uncertain} {later}").overdue(),
                row("half an answer in time", new SimulatedFault.StalledAnswer(LONG), DONE, ApiError.Network.class,
                        "No reply within TIME. {uncertain} {later}").overdue());
    }

    private static List<FaultCase> nonsense() {
        return List.of(
                unreadable("half an answer and the end", SimulatedFault.PlainFault.TRUNCATED_BODY,
                        "The reply broke off after N bytes.").reading(3),
                unreadable("an empty body", SimulatedFault.PlainFault.EMPTY_BODY, "The reply is empty."),
                unreadable("64 MiB of blanks after the answer", new SimulatedFault.HugeBody(SIXTY_FOUR_MIB),
                        "The reply is larger than 8,192 KiB and was refused."),
                unreadable("HTML instead of JSON", new SimulatedFault.GatewayError(200, true),
                        "The reply is an HTML page titled \"200 OK\"."),
                unreadable("text instead of JSON while the bucket is made", new SimulatedFault.NotJson(200),
                        "The reply is text other than JSON."));
    }

    private static List<FaultCase> redirects() {
        return List.of(
                row("the HTML of a 301 to a shorter path", SimulatedFault.PlainFault.MOVED_PERMANENTLY, NOT_DONE,
                        ApiError.Redirected.class, MOVED.formatted("301: \"{folder}\"")).reading(4),
                elsewhere(302),
                elsewhere(303),
                elsewhere(307),
                elsewhere(308));
    }

    private static FaultCase documentedError(int code, Class<? extends ApiError> type, String message) {
        return row("a " + code + " in the documented form", new SimulatedFault.ErrorStatus(code, DOCUMENTED_MESSAGE),
                NOT_DONE, type,
                message.formatted(code + ": \"" + DOCUMENTED_MESSAGE + "\", error ID " + (2_000_000 + code)));
    }

    private static FaultCase gateway(int code, WorkOutcome work) {
        var when = work == DONE ? " after the work" : " before the work";
        return row("a gateway's " + code + " in HTML" + when, new SimulatedFault.GatewayError(code, work == DONE), work,
                ApiError.Server.class,
                FAILED.formatted(code + ": \"" + code + " " + ResponseWriter.reason(code) + "\""));
    }

    private static FaultCase unreadable(String name, SimulatedFault fault, String sentence) {
        return row(name, fault, DONE, ApiError.Malformed.class, sentence + " {uncertain} {nonsense}");
    }

    private static FaultCase elsewhere(int code) {
        var location = "http://elsewhere.invalid/v2";
        return row("a " + code + " to another host", new SimulatedFault.Redirect(code, URI.create(location)), NOT_DONE,
                ApiError.Redirected.class, MOVED.formatted(code + ": \"" + location + "\""));
    }

    private static FaultCase row(
            String name, SimulatedFault fault, WorkOutcome work, Class<? extends ApiError> type, String message) {
        return FaultCase.of(name, fault, work, type, message);
    }
}
