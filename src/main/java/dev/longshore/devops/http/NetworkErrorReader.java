package dev.longshore.devops.http;

import dev.longshore.model.ApiError;
import dev.longshore.model.Operation;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import org.jspecify.annotations.Nullable;

/** Makes the error of a call that got no answer: what happened, what it means, what to do. */
final class NetworkErrorReader {
    private final String origin;
    private final String host;
    private final ClientOptions options;
    private final SafeQuote safeQuote;

    NetworkErrorReader(Endpoint endpoint, ClientOptions options, SafeQuote safeQuote) {
        this.origin = endpoint.origin();
        this.host = endpoint.base().host();
        this.options = options;
        this.safeQuote = safeQuote;
    }

    ApiError of(Operation operation, HttpOutcome.NoHttpAnswer none) {
        var fact = fact(operation, none);
        return switch (none.networkFault().type()) {
            case NOT_A_TOKEN -> new ApiError.Unauthorized(fact);
            case UNTRUSTED_ISSUER, INVALID_CERTIFICATE, WRONG_NAME, TLS -> new ApiError.Tls(fact);
            case NOT_HTTP -> new ApiError.Malformed(fact);
            case STOPPED, LATE, NO_CONNECTION_IN_TIME, UNKNOWN_HOST, REFUSED, UNREACHABLE, PROXY, NO_USABLE_PROXY, CUT,
                    UNEXPECTED ->
                new ApiError.Network(fact, none.sent());
        };
    }

    private Fact fact(Operation operation, HttpOutcome.NoHttpAnswer none) {
        var networkFault = none.networkFault();
        return Fact.sentences(
                happened(networkFault),
                none.sent() ? OperationFacts.uncertain(operation) : OperationFacts.untouched(operation),
                none.sent() && operation.changes() ? OperationFacts.later(operation)
                        : Fact.of(advice(networkFault.type())),
                storesAsked(networkFault));
    }

    private static @Nullable Fact storesAsked(NetworkFault networkFault) {
        return networkFault.type() == NetworkFault.Type.UNTRUSTED_ISSUER
                && networkFault.details().getLast() instanceof Fact asked ? asked : null;
    }

    private Fact happened(NetworkFault networkFault) {
        return switch (networkFault.type()) {
            case STOPPED -> Fact.of(ServiceFact.CALL_STOPPED);
            case LATE -> Fact.of(ServiceFact.NO_REPLY, options.callTimeout());
            case NO_CONNECTION_IN_TIME -> Fact.of(ServiceFact.CONNECT_TIMEOUT, origin, options.connectTimeout());
            case UNKNOWN_HOST -> Fact.of(ServiceFact.HOST_NOT_FOUND, detail(networkFault, host));
            case REFUSED -> Fact.of(ServiceFact.CONNECTION_REFUSED, origin);
            case UNREACHABLE -> Fact.of(ServiceFact.NETWORK_UNREACHABLE, origin);
            case PROXY -> Fact.of(ServiceFact.PROXY_REFUSED, origin, detail(networkFault, ""));
            case NO_USABLE_PROXY -> networkFault.details().getFirst() instanceof Fact why ? why
                    : Fact.of(ServiceFact.PROXY_MALFORMED);
            case CUT -> Fact.of(ServiceFact.CONNECTION_CUT, origin);
            case NOT_HTTP -> Fact.of(ServiceFact.NOT_HTTP, origin);
            case UNTRUSTED_ISSUER -> Fact.of(ServiceFact.UNTRUSTED_ISSUER, host, detail(networkFault, ""));
            case INVALID_CERTIFICATE -> Fact.of(
                    ServiceFact.INVALID_CERTIFICATE, host, networkFault.details().getFirst(),
                    networkFault.details().getLast());
            case WRONG_NAME -> Fact.of(ServiceFact.WRONG_CERTIFICATE_NAME, host);
            case TLS -> Fact.of(ServiceFact.TLS_FAILED, host);
            case NOT_A_TOKEN -> Fact.of(ServiceFact.TOKEN_MALFORMED);
            case UNEXPECTED -> Fact.of(ServiceFact.UNEXPECTED_ERROR, detail(networkFault, ""));
        };
    }

    private String detail(NetworkFault networkFault, String otherwise) {
        return networkFault.details().stream().findFirst()
                .map(each -> safeQuote.of(each.toString(), 200)).orElse(otherwise);
    }

    private static ServiceFact advice(NetworkFault.Type type) {
        return switch (type) {
            case STOPPED -> ServiceFact.TRY_AGAIN_IF_NEEDED;
            case LATE, CUT, UNEXPECTED -> ServiceFact.TRY_LATER;
            case NO_CONNECTION_IN_TIME, UNKNOWN_HOST, REFUSED, UNREACHABLE -> ServiceFact.CHECK_NETWORK;
            case PROXY, NO_USABLE_PROXY -> ServiceFact.CHECK_PROXY;
            case NOT_HTTP, TLS -> ServiceFact.CHECK_ENDPOINT_AND_PROXY;
            case UNTRUSTED_ISSUER -> ServiceFact.CHECK_ISSUER;
            case INVALID_CERTIFICATE -> ServiceFact.CHECK_CLOCK;
            case WRONG_NAME -> ServiceFact.CHECK_HOST;
            case NOT_A_TOKEN -> ServiceFact.PASTE_TOKEN;
        };
    }
}
