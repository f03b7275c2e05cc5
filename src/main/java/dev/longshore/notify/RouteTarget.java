package dev.longshore.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a route leads. */
public sealed interface RouteTarget {
    /** What sort of route leads there. */
    RouteKind kind();

    /** The desktop of this computer. */
    record DesktopTarget() implements RouteTarget {
        @Override
        public RouteKind kind() {
            return RouteKind.DESKTOP;
        }
    }

    /**
     * An address that takes JSON.
     *
     * @param token goes out as a bearer token
     */
    record WebhookTarget(SecretReference url, Optional<SecretReference> token) implements RouteTarget {
        @Override
        public RouteKind kind() {
            return RouteKind.WEBHOOK;
        }
    }

    /** A channel of Slack, by its incoming webhook. */
    record SlackTarget(SecretReference url) implements RouteTarget {
        @Override
        public RouteKind kind() {
            return RouteKind.SLACK;
        }
    }

    /** A channel of Teams, by the address of its workflow. */
    record TeamsTarget(SecretReference url) implements RouteTarget {
        @Override
        public RouteKind kind() {
            return RouteKind.TEAMS;
        }
    }

    /** A service of PagerDuty, by the key of its integration. */
    record PagerDutyTarget(SecretReference routingKey, SecretReference url) implements RouteTarget {
        /** Where events go but for customers of the European service region. */
        public static final SecretReference USUAL_URL = new SecretReference(
                "https://events.pagerduty.com/v2/enqueue");

        @Override
        public RouteKind kind() {
            return RouteKind.PAGERDUTY;
        }
    }

    /** Mailboxes. */
    record MailTarget(MailServer server, String from, List<String> to) implements RouteTarget {
        public MailTarget {
            to = List.copyOf(to);
        }

        @Override
        public RouteKind kind() {
            return RouteKind.MAIL;
        }
    }

    /**
     * A command of the user's own.
     *
     * @param arguments the program and its arguments; no shell reads them
     * @param timeLimit how long it may run
     */
    record CommandTarget(List<String> arguments, Duration timeLimit) implements RouteTarget {
        /** Where nothing else is said. */
        public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

        public CommandTarget {
            arguments = List.copyOf(arguments);
        }

        @Override
        public RouteKind kind() {
            return RouteKind.COMMAND;
        }
    }

    /**
     * A server that sends mail.
     *
     * @param user the name to log in with, or empty
     */
    record MailServer(String host, int port, Encryption encryption, Optional<String> user,
            Optional<SecretReference> password) {
        /** How what is sent to it is encrypted. */
        public enum Encryption {
            /** By STARTTLS, which is required. */
            STARTTLS,
            /** From the beginning. */
            TLS,
            /** Not at all: on this computer only. */
            NONE
        }
    }
}
