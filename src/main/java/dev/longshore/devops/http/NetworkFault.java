package dev.longshore.devops.http;

import java.util.List;

/**
 * Why no answer came.
 *
 * @param type what happened
 * @param details what is known besides: a host, an issuer, the validity of a certificate, a system's own words; may be empty
 */
record NetworkFault(Type type, List<Object> details) {
    NetworkFault {
        details = List.copyOf(details);
    }

    /** What happened; of those that happen before a request leaves, the one that came farther stands first. */
    enum Type {
        /** Its thread was interrupted or the API closed. */
        STOPPED,
        /** The time for the whole call was over. */
        LATE,
        /** The certificate's issuer is not trusted. */
        UNTRUSTED_ISSUER,
        /** The certificate is not, or no more, valid in itself. */
        INVALID_CERTIFICATE,
        /** The certificate is another host's. */
        WRONG_NAME,
        /** Any other fault of TLS. */
        TLS,
        /** The proxy refused. */
        PROXY,
        /** The proxy that the system names cannot be used. */
        NO_USABLE_PROXY,
        /** The connection ended before an answer. */
        CUT,
        REFUSED,
        /** The time for the connection was over. */
        NO_CONNECTION_IN_TIME,
        UNKNOWN_HOST,
        UNREACHABLE,
        /** What came is no HTTP. */
        NOT_HTTP,
        /** The token cannot be sent. */
        NOT_A_TOKEN,
        /** A fault nobody thought of. */
        UNEXPECTED
    }

    static NetworkFault of(Type type, Object... details) {
        return new NetworkFault(type, List.of(details));
    }

    /** True when the connection failed in a way that may be over in a moment. */
    boolean isOfConnection() {
        return switch (type) {
            case UNKNOWN_HOST, REFUSED, UNREACHABLE, NO_CONNECTION_IN_TIME, CUT -> true;
            case STOPPED,
                    LATE,
                    PROXY,
                    NO_USABLE_PROXY,
                    UNTRUSTED_ISSUER,
                    INVALID_CERTIFICATE,
                    WRONG_NAME,
                    TLS,
                    NOT_HTTP,
                    NOT_A_TOKEN,
                    UNEXPECTED ->
                false;
        };
    }
}
