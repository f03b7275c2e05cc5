package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import java.util.Locale;
import java.util.regex.Pattern;

/** Through what a connection reaches the service. A loopback address is always reached directly. */
public sealed interface ProxyChoice {
    /** Whatever the system says for the endpoint. */
    record OfSystem() implements ProxyChoice {
        @Override
        public String toString() {
            return "system";
        }
    }

    /** No proxy. */
    record None() implements ProxyChoice {
        @Override
        public String toString() {
            return "none";
        }
    }

    /**
     * An HTTP proxy that asks for no login.
     *
     * @param host name or address, without brackets
     * @param port 1 to 65535
     */
    record Http(String host, int port) implements ProxyChoice {
        private static final Pattern WRITTEN = Pattern
                .compile("(?i)(?:http://)?(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9][A-Za-z0-9._-]*):(\\d{1,5})/?");
        private static final int HIGHEST_PORT = 65_535;

        /**
         * Reads {@code host:port}, with or without {@code http://} before it.
         *
         * @throws FactException when it is none; does not repeat the text, which may contain a password
         */
        public static Http parse(String text) {
            var typed = text.strip();
            if (typed.contains("@")) {
                throw new FactException(Fact.of(ServiceFact.PROXY_WITH_LOGIN));
            }
            var written = WRITTEN.matcher(typed);
            if (!written.matches() || Integer.parseInt(written.group(2)) > HIGHEST_PORT
                    || Integer.parseInt(written.group(2)) == 0) {
                throw new FactException(Fact.of(ServiceFact.PROXY_MALFORMED));
            }
            var host = written.group(1).replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
            return new Http(host, Integer.parseInt(written.group(2)));
        }

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * What {@code toString} of one of them wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static ProxyChoice of(String text) {
        return switch (text) {
            case "none" -> new None();
            case "system" -> new OfSystem();
            default -> http(text);
        };
    }

    private static Http http(String text) {
        try {
            return Http.parse(text);
        } catch (FactException none) {
            throw new IllegalArgumentException(none);
        }
    }
}
