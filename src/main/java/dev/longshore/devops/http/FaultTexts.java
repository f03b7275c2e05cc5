package dev.longshore.devops.http;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.Operation;
import java.time.Duration;
import java.util.Locale;

/** Makes the error of a call that got no answer: what happened, what it means, what to do. */
final class FaultTexts {
    private final String origin;
    private final String host;
    private final ClientOptions options;
    private final Quote quote;

    FaultTexts(Endpoint endpoint, ClientOptions options, Quote quote) {
        this.origin = endpoint.origin();
        this.host = endpoint.base().host();
        this.options = options;
        this.quote = quote;
    }

    ApiError of(Operation operation, Outcome.NoAnswer none) {
        var message = message(operation, none);
        return switch (none.fault().kind()) {
            case NOT_A_TOKEN -> new ApiError.Unauthorized(message);
            case UNTRUSTED_ISSUER, INVALID_CERTIFICATE, WRONG_NAME, TLS -> new ApiError.Tls(message);
            case NOT_HTTP -> new ApiError.Malformed(message);
            case STOPPED, LATE, NO_CONNECTION_IN_TIME, UNKNOWN_HOST, REFUSED, UNREACHABLE, CUT, UNEXPECTED ->
                new ApiError.Network(message, none.left());
        };
    }

    private String message(Operation operation, Outcome.NoAnswer none) {
        var text = text(none.fault());
        var meaning = none.left() ? Wording.uncertain(operation) : Wording.untouched(operation);
        var advice = none.left() && operation.changes() ? Wording.later(operation) : text.advice();
        return String.join(" ", text.happened(), meaning, advice);
    }

    private Text text(Fault fault) {
        return switch (fault.kind()) {
            case STOPPED -> new Text("The call was stopped before an answer came.", "Ask again if you still need it.");
            case LATE -> new Text(
                    "The service did not answer within " + seconds(options.callTimeout()) + ".", "Try again later.");
            case NO_CONNECTION_IN_TIME -> new Text(
                    "No connection to " + origin + " came about within " + seconds(options.connectTimeout()) + ".",
                    "Check the network, the proxy and the connection's endpoint.");
            case UNKNOWN_HOST -> new Text(
                    "No address is known for the name \"" + host + "\".",
                    "Check the network and the connection's endpoint.");
            case REFUSED -> new Text(
                    "Nobody accepts connections at " + origin + ".",
                    "Check the connection's endpoint, its port and the proxy.");
            case UNREACHABLE -> new Text(
                    "There is no way through the network to " + origin + ".",
                    "Check the network, a VPN if you use one, and the proxy.");
            case CUT -> new Text(
                    "The connection to " + origin + " ended before an answer came.", "Try again later.");
            case NOT_HTTP -> new Text(
                    "What answers at " + origin + " does not keep to HTTP.",
                    "Check the connection's endpoint and the proxy.");
            case UNTRUSTED_ISSUER -> new Text(
                    "The certificate of " + host + " was issued by \"" + quote.of(fault.detail(), 200)
                            + "\", which this computer does not trust.",
                    "If that issuer is your organisation's own, have it trusted; if not, somebody may be listening.");
            case INVALID_CERTIFICATE -> new Text(
                    "The certificate of " + host + " is not valid now, only from " + quote.of(fault.detail(), 200)
                            + ".",
                    "Check this computer's clock; if it is right, tell whoever runs the service.");
            case WRONG_NAME -> new Text(
                    "The certificate shown by " + host + " was issued for another name.",
                    "Check the connection's endpoint; if it is right, somebody may be listening.");
            case TLS -> new Text(
                    "No secure connection to " + host + " came about.",
                    "Check that the connection's endpoint speaks https, and the proxy.");
            case NOT_A_TOKEN -> new Text(
                    "The connection's token holds what no token has, such as a blank or a line break,"
                            + " or nothing at all; it was not sent.",
                    "Give the connection its token again.");
            case UNEXPECTED -> new Text(
                    "The call failed in a way that is not provided for (" + fault.detail() + ").",
                    "Try again later.");
        };
    }

    private static String seconds(Duration duration) {
        var seconds = duration.toMillis() / 1000.0;
        return seconds == Math.rint(seconds)
                ? "%d s".formatted((long) seconds)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private record Text(String happened, String advice) {}
}
