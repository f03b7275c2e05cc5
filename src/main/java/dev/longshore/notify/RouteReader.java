package dev.longshore.notify;

import dev.longshore.model.Alert;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.notify.Route.RouteFilter;
import dev.longshore.notify.RouteTarget.MailServer;
import dev.longshore.notify.RouteTarget.MailServer.Encryption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a route of the keys of its table. */
final class RouteReader {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;

    private final RouteFields fields;

    RouteReader(RouteFields fields) {
        this.fields = fields;
    }

    /** The route, or empty where something that it needs is missing or wrong. */
    Optional<Route> read() {
        var name = name();
        var word = fields.needed("kind");
        var kind = RouteKind.of(word);
        if (kind.isEmpty()) {
            if (!word.isEmpty()) {
                fields.broken("kind", Fact.of(NotifyFact.KIND_UNKNOWN, word));
            }
            return Optional.empty();
        }
        var route = new Route(name, target(kind.get()), filter(kind.get()));
        return fields.isBroken() ? Optional.empty() : Optional.of(route);
    }

    private String name() {
        var name = fields.needed("name");
        if (name.length() > Route.LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            fields.broken("name", Fact.of(NotifyFact.NAME_TOO_LONG, Route.LONGEST_NAME));
        }
        return name;
    }

    private RouteTarget target(RouteKind kind) {
        return switch (kind) {
            case DESKTOP -> new RouteTarget.DesktopTarget();
            case WEBHOOK -> new RouteTarget.WebhookTarget(fields.address("url"), fields.secret("token"));
            case SLACK -> new RouteTarget.SlackTarget(fields.address("url"));
            case TEAMS -> new RouteTarget.TeamsTarget(fields.address("url"));
            case PAGERDUTY -> pagerDuty();
            case MAIL -> mail();
            case COMMAND -> command();
        };
    }

    private RouteTarget pagerDuty() {
        fields.needed("routing-key");
        return new RouteTarget.PagerDutyTarget(
                fields.secret("routing-key").orElse(new SecretReference("")),
                fields.text("url").map(url -> fields.address("url", url))
                        .orElse(RouteTarget.PagerDutyTarget.USUAL_URL));
    }

    private RouteTarget mail() {
        var host = fields.needed("host");
        var encryption = encryption(host);
        var server = new MailServer(host, fields.port(encryption == Encryption.TLS ? SUBMISSION_OVER_TLS : SUBMISSION),
                encryption, fields.text("user"), fields.secret("password"));
        var from = fields.mailAddresses("from");
        return new RouteTarget.MailTarget(server, from.isEmpty() ? "" : from.getFirst(), fields.mailAddresses("to"));
    }

    private Encryption encryption(String host) {
        var word = fields.text("encryption").orElse("starttls");
        var encryption = switch (word) {
            case "starttls" -> Encryption.STARTTLS;
            case "tls" -> Encryption.TLS;
            default -> Encryption.NONE;
        };
        if (encryption == Encryption.NONE && !(word.equals("none") && RouteFields.isLoopback(host))) {
            fields.broken("encryption", Fact.of(NotifyFact.MAIL_NOT_ENCRYPTED));
        }
        return encryption;
    }

    private RouteTarget command() {
        var arguments = fields.texts("command");
        if (arguments.isEmpty() || arguments.getFirst().isEmpty()) {
            fields.broken("command", Fact.of(NotifyFact.KEY_MISSING, "command"));
        }
        return new RouteTarget.CommandTarget(arguments,
                fields.length("time-limit", RouteTarget.CommandTarget.USUAL_LIMIT));
    }

    private RouteFilter filter(RouteKind kind) {
        var repeat = fields.length("repeat", kind.usualRepeat());
        if (repeat.isPositive() && repeat.compareTo(Duration.ofMinutes(1)) < 0) {
            fields.broken("repeat", Fact.of(NotifyFact.LENGTH_INVALID, "repeat", RouteFields.written(repeat)));
        }
        return new RouteFilter(classes(), fields.texts("connections"), quietHours(), repeat);
    }

    private Set<Alert.Severity> classes() {
        List<String> words = fields.texts("classes");
        if (words.isEmpty()) {
            return RouteFilter.USUAL_CLASSES;
        }
        var classes = EnumSet.noneOf(Alert.Severity.class);
        for (var word : words) {
            Route.severity(word).ifPresentOrElse(classes::add,
                    () -> fields.broken("classes", Fact.of(NotifyFact.CLASS_UNKNOWN, word)));
        }
        return classes;
    }

    private Optional<QuietHours> quietHours() {
        var crosses = fields.flag("act-now-in-quiet-hours", true);
        var text = fields.text("quiet-hours");
        var hours = text.flatMap(each -> QuietHours.parse(each, crosses));
        if (text.isPresent() && hours.isEmpty()) {
            fields.broken("quiet-hours", Fact.of(NotifyFact.QUIET_HOURS_INVALID, text.get()));
        }
        return hours;
    }
}
