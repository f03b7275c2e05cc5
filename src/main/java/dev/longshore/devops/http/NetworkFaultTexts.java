package dev.longshore.devops.http;

import dev.longshore.model.ApiError;
import dev.longshore.model.Operation;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.util.Locale;

/** Makes the error of a call that got no answer: what happened, what it means, what to do. */
final class NetworkFaultTexts {
    private final String origin;
    private final String host;
    private final ClientOptions options;
    private final SafeQuote safeQuote;

    NetworkFaultTexts(Endpoint endpoint, ClientOptions options, SafeQuote safeQuote) {
        this.origin = endpoint.origin();
        this.host = endpoint.base().host();
        this.options = options;
        this.safeQuote = safeQuote;
    }

    ApiError of(Operation operation, HttpOutcome.NoHttpAnswer none) {
        var message = message(operation, none);
        return switch (none.networkFault().type()) {
            case NOT_A_TOKEN -> new ApiError.Unauthorized(Fact.recorded(message));
            case UNTRUSTED_ISSUER, INVALID_CERTIFICATE, WRONG_NAME, TLS -> new ApiError.Tls(Fact.recorded(message));
            case NOT_HTTP -> new ApiError.Malformed(Fact.recorded(message));
            case STOPPED, LATE, NO_CONNECTION_IN_TIME, UNKNOWN_HOST, REFUSED, UNREACHABLE, PROXY, CUT, UNEXPECTED ->
                new ApiError.Network(Fact.recorded(message), none.sent());
        };
    }

    private String message(Operation operation, HttpOutcome.NoHttpAnswer none) {
        var meaning = none.sent() ? OperationText.uncertain(operation) : OperationText.untouched(operation);
        var advice = none.sent() && operation.changes() ? OperationText.later(operation) : advice(none.networkFault());
        return String.join(" ", happened(none.networkFault()), meaning, advice);
    }

    private String happened(NetworkFault networkFault) {
        var detail = safeQuote.of(networkFault.detail(), 200);
        return switch (networkFault.type()) {
            case STOPPED -> "The call was stopped before an answer came.";
            case LATE -> "The service did not answer within " + seconds(options.callTimeout()) + ".";
            case NO_CONNECTION_IN_TIME ->
                "No connection to " + origin + " came about within " + seconds(options.connectTimeout()) + ".";
            case UNKNOWN_HOST -> "No address is known for the name \"" + (detail.isEmpty() ? host : detail) + "\".";
            case REFUSED -> "Nobody accepts connections at " + origin + ".";
            case UNREACHABLE -> "There is no way through the network to " + origin + ".";
            case PROXY -> "The proxy did not connect to " + origin + " (" + detail + ").";
            case CUT -> "The connection to " + origin + " ended before an answer came.";
            case NOT_HTTP -> "What answers at " + origin + " does not keep to HTTP.";
            case UNTRUSTED_ISSUER ->
                "The certificate of " + host + " was issued by \"" + detail + "\", which this computer does not trust.";
            case INVALID_CERTIFICATE ->
                "The certificate of " + host + " is not valid now, only from " + detail + ".";
            case WRONG_NAME -> "The certificate shown by " + host + " was issued for another name.";
            case TLS -> "No secure connection to " + host + " came about.";
            case NOT_A_TOKEN -> "The connection's token is empty or holds what no token has, such as a blank or a line"
                    + " break, and was not sent.";
            case UNEXPECTED -> "The call failed in a way that is not provided for (" + detail + ").";
        };
    }

    private static String advice(NetworkFault networkFault) {
        return switch (networkFault.type()) {
            case STOPPED -> "Ask again if you still need it.";
            case LATE, CUT, UNEXPECTED -> "Try again later.";
            case NO_CONNECTION_IN_TIME, UNKNOWN_HOST, REFUSED, UNREACHABLE ->
                "Check the network, a VPN or proxy if you use one, and the connection's endpoint.";
            case PROXY -> "Check the proxy, and whether it wants a login.";
            case NOT_HTTP, TLS -> "Check the connection's endpoint and the proxy.";
            case UNTRUSTED_ISSUER ->
                "If that issuer is your organisation's own, have it trusted; if not, somebody may be listening.";
            case INVALID_CERTIFICATE -> "Check this computer's clock; if it is right, tell whoever runs the service.";
            case WRONG_NAME -> "Check the connection's endpoint; if it is right, somebody may be listening.";
            case NOT_A_TOKEN -> "Give the connection its token again.";
        };
    }

    private static String seconds(Duration duration) {
        var seconds = duration.toMillis() / 1000.0;
        return seconds == Math.rint(seconds)
                ? "%d s".formatted((long) seconds)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
