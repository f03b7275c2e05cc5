package dev.longshore.conformance;

import static dev.longshore.conformance.FaultRow.Work.DONE;
import static dev.longshore.conformance.FaultRow.Work.NOT_DONE;

import dev.longshore.conformance.FaultRow.Work;
import dev.longshore.devops.ApiError;
import dev.longshore.simulator.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every fault that leaves no good answer. */
final class FaultTable {
    private static final String REFUSED = "The service refused to {task} (%s). {untouched} ";
    private static final String FAILED = "The service failed to {task} (%s). {uncertain} {later}";
    private static final String CUT = "The connection to {origin} ended before an answer came. {uncertain} {later}";
    private static final String LIMITED = "The service takes no more calls of this organisation for now"
            + " (429: \"Too many requests\"). {untouched} It asks to wait 90 s before the next call.";
    private static final String MOVED = "The service says that this address has moved (%s), which is also how it answers"
            + " an address with an empty part. {untouched} The token is sent to {origin} only{once}: check the"
            + " connection's endpoint.";
    private static final String SAID = "Not today, sailor";
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofDays(1);
    private static final long SIXTY_FOUR_MIB = 64L << 20;

    private FaultTable() {}

    static List<FaultRow> rows() {
        return Stream.of(refusals(), failures(), silences(), nonsense(), redirects()).flatMap(List::stream).toList();
    }

    private static List<FaultRow> refusals() {
        return List.of(
                said(400, ApiError.BadRequest.class, REFUSED + "{misunderstood}"),
                said(401, ApiError.Unauthorized.class,
                        "The service rejects this connection's token (%s). {untouched}"
                                + " Give the connection a token that is valid."),
                said(403, ApiError.Forbidden.class, REFUSED + "{permission}"),
                said(404, ApiError.NotFound.class, REFUSED + "{absent}"),
                said(409, ApiError.Conflict.class, REFUSED + "{conflict}"),
                row("a 404 in plain text", new Fault.PageNotFound(), NOT_DONE, ApiError.NotFound.class,
                        REFUSED.formatted("404") + "Its answer is not in the documented form, so the address itself"
                                + " may be wrong. {absent} Check the path of the connection's endpoint."),
                row("a 429 that asks for 90 s", new Fault.RateLimited(Duration.ofSeconds(90), false), NOT_DONE,
                        ApiError.RateLimited.class, LIMITED),
                row("a 429 until a date in 90 s", new Fault.RateLimited(Duration.ofSeconds(90), true), NOT_DONE,
                        ApiError.RateLimited.class, LIMITED));
    }

    private static List<FaultRow> failures() {
        return List.of(
                said(500, ApiError.Server.class, FAILED),
                gateway(500, NOT_DONE),
                gateway(502, NOT_DONE),
                gateway(503, NOT_DONE),
                gateway(502, DONE),
                gateway(503, DONE),
                gateway(504, DONE),
                row("a 503 without JSON while the bucket is made", new Fault.NotJson(503), DONE,
                        ApiError.Server.class, FAILED.formatted("503")));
    }

    private static List<FaultRow> silences() {
        return List.of(
                row("an empty reply", new Fault.EmptyReply(), NOT_DONE, ApiError.Network.class, CUT).reading(3),
                row("a connection reset", new Fault.ConnectionReset(), NOT_DONE, ApiError.Network.class, CUT)
                        .reading(3),
                row("an answer lost after the work", new Fault.LostAnswer(), DONE, ApiError.Network.class, CUT)
                        .reading(3),
                row("no answer in time", new Fault.SlowAnswer(LONG), DONE, ApiError.Network.class,
                        "The service did not answer within 1 s. {uncertain} {later}").within(SHORT),
                row("half an answer in time", new Fault.StalledAnswer(LONG), DONE, ApiError.Network.class,
                        "The service did not answer within 1 s. {uncertain} {later}").within(SHORT));
    }

    private static List<FaultRow> nonsense() {
        return List.of(
                unreadable("half an answer and the end", new Fault.TruncatedBody(),
                        "The answer broke off after N bytes.").reading(3),
                unreadable("an empty body", new Fault.EmptyBody(), "The answer is empty."),
                unreadable("64 MiB of blanks after the answer", new Fault.HugeBody(SIXTY_FOUR_MIB),
                        "The answer is larger than 8 MiB and was refused."),
                unreadable("HTML instead of JSON", new Fault.GatewayError(200, true),
                        "The answer is an HTML page titled \"200 OK\"."),
                unreadable("text instead of JSON while the bucket is made", new Fault.NotJson(200),
                        "The answer is not JSON but other text."));
    }

    private static List<FaultRow> redirects() {
        return List.of(
                row("the HTML of a 301 to a shorter path", new Fault.MovedPermanently(), NOT_DONE,
                        ApiError.Redirected.class, MOVED.formatted("301 to \"{folder}\"")).reading(4),
                elsewhere(302),
                elsewhere(303),
                elsewhere(307),
                elsewhere(308));
    }

    private static FaultRow said(int code, Class<? extends ApiError> type, String message) {
        return row("a " + code + " in the documented form", new Fault.ErrorStatus(code, SAID), NOT_DONE, type,
                message.formatted(code + ": \"" + SAID + "\""));
    }

    private static FaultRow gateway(int code, Work work) {
        var when = work == DONE ? " after the work" : " before the work";
        return row("a gateway's " + code + " in HTML" + when, new Fault.GatewayError(code, work == DONE), work,
                ApiError.Server.class, FAILED.formatted(Integer.toString(code)));
    }

    private static FaultRow unreadable(String name, Fault fault, String sentence) {
        return row(name, fault, DONE, ApiError.Malformed.class, sentence + " {uncertain} {nonsense}");
    }

    private static FaultRow elsewhere(int code) {
        var location = "http://elsewhere.invalid/v2";
        return row("a " + code + " to another host", new Fault.Redirect(code, URI.create(location)), NOT_DONE,
                ApiError.Redirected.class, MOVED.formatted(code + " to \"" + location + "\""));
    }

    private static FaultRow row(
            String name, Fault fault, Work work, Class<? extends ApiError> type, String message) {
        return FaultRow.of(name, fault, work, type, message);
    }
}
