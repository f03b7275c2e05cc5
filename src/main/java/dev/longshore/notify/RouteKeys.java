package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import dev.longshore.notify.Route.RouteFilter;
import dev.longshore.notify.RouteTarget.MailServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A route as the keys of its table in the file: what the file is written from, and what a form is filled from and read as. */
public final class RouteKeys {
    private RouteKeys() {}

    /**
     * What keys say.
     *
     * @param route the route, or empty where something is missing or wrong
     * @param faults what is wrong, by the key with which it is, in the order they were read
     */
    public record ReadRoute(Optional<Route> route, Map<String, Fact> faults) {}

    /** The route that keys describe; values are texts, lists of texts, whole numbers and flags. */
    public static ReadRoute read(Map<String, Object> keys) {
        var faults = new LinkedHashMap<String, Fact>();
        var fields = new RouteFields(JsonMapper.shared().valueToTree(keys), what -> key -> {
            faults.putIfAbsent(key, what);
            return what;
        });
        return new ReadRoute(new RouteReader(fields).read(), faults);
    }

    /** A length of time as it is written in the file of routes; zero is "never". */
    public static String written(Duration length) {
        return RouteFields.written(length);
    }

    /** The keys of a route, in the order of the file, without those whose values are usual. */
    public static Map<String, Object> of(Route route) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("name", route.name());
        keys.put("kind", route.target().kind().word());
        keys.putAll(of(route.target()));
        keys.putAll(of(route.filter(), route));
        return keys;
    }

    private static Map<String, Object> of(RouteTarget target) {
        var keys = new LinkedHashMap<String, Object>();
        switch (target) {
            case RouteTarget.DesktopTarget _ -> {
                // It needs none.
            }
            case RouteTarget.WebhookTarget webhook -> {
                keys.put("url", webhook.url().written());
                webhook.token().ifPresent(token -> keys.put("token", token.written()));
            }
            case RouteTarget.SlackTarget slack -> keys.put("url", slack.url().written());
            case RouteTarget.TeamsTarget teams -> keys.put("url", teams.url().written());
            case RouteTarget.PagerDutyTarget pagerDuty -> {
                keys.put("routing-key", pagerDuty.routingKey().written());
                if (!pagerDuty.url().equals(RouteTarget.PagerDutyTarget.USUAL_URL)) {
                    keys.put("url", pagerDuty.url().written());
                }
            }
            case RouteTarget.MailTarget mail -> {
                keys.putAll(of(mail.server()));
                keys.put("from", mail.from());
                keys.put("to", mail.to());
            }
            case RouteTarget.CommandTarget command -> {
                keys.put("command", command.arguments());
                if (!command.timeLimit().equals(RouteTarget.CommandTarget.USUAL_LIMIT)) {
                    keys.put("time-limit", RouteFields.written(command.timeLimit()));
                }
            }
        }
        return keys;
    }

    private static Map<String, Object> of(MailServer server) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("host", server.host());
        keys.put("port", server.port());
        keys.put("encryption", server.encryption().name().toLowerCase(Locale.ROOT));
        server.user().ifPresent(user -> keys.put("user", user));
        server.password().ifPresent(password -> keys.put("password", password.written()));
        return keys;
    }

    private static Map<String, Object> of(RouteFilter filter, Route route) {
        var keys = new LinkedHashMap<String, Object>();
        if (!filter.classes().equals(RouteFilter.USUAL_CLASSES)) {
            keys.put("classes", route.classWords());
        }
        if (!filter.connections().isEmpty()) {
            keys.put("connections", List.copyOf(filter.connections()));
        }
        filter.quietHours().ifPresent(hours -> {
            keys.put("quiet-hours", hours.text());
            if (!hours.actNowCrosses()) {
                keys.put("act-now-in-quiet-hours", false);
            }
        });
        if (!filter.repeat().equals(route.target().kind().usualRepeat())) {
            keys.put("repeat", RouteFields.written(filter.repeat()));
        }
        return keys;
    }
}
