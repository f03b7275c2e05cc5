package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** The text of a file of routes: reads it, and writes routes into it while leaving alone what has not changed. */
final class RoutesToml {
    static final int MOST_ROUTES = 50;
    private static final TomlMapper TOML = TomlMapper.builder().build();
    private static final Pattern ROUTE = Pattern.compile("\\s*\\[\\[\\s*(route|\"route\")\\s*]].*");
    private static final Pattern TABLE = Pattern.compile("\\s*\\[[\\w\\s.\"'-]+]\\s*(#.*)?");
    private static final Pattern COMMENT = Pattern.compile("\\s*#.*");

    private final String file;
    private final String text;
    private final List<Part> parts;

    /** @param file its name, for what is told about it */
    RoutesToml(String file, String text) {
        this.file = file;
        this.text = text;
        this.parts = parts(text.lines().toList());
    }

    /** Some lines of the file: those of one route, or those outside of any. */
    private record Part(boolean isRoute, int firstLine, List<String> lines) {
        int line(String key) {
            var begins = Pattern.compile("\\s*\"?" + Pattern.quote(key) + "\"?\\s*=.*");
            for (int at = 0; at < lines.size(); at++) {
                if (begins.matcher(lines.get(at)).matches()) {
                    return firstLine + at;
                }
            }
            return header();
        }

        /** The line with the name of the table; comments can stand before it. */
        int header() {
            for (int at = 0; at < lines.size(); at++) {
                if (!lines.get(at).isBlank() && !COMMENT.matcher(lines.get(at)).matches()) {
                    return firstLine + at;
                }
            }
            return firstLine;
        }
    }

    /** Comments right above a table belong to it. */
    private static List<Part> parts(List<String> lines) {
        var parts = new ArrayList<Part>();
        var begin = 0;
        var isRoute = false;
        for (int at = 0; at < lines.size(); at++) {
            var startsRoute = ROUTE.matcher(lines.get(at)).matches();
            if (startsRoute || TABLE.matcher(lines.get(at)).matches()) {
                var cut = at;
                while (cut > begin && COMMENT.matcher(lines.get(cut - 1)).matches()) {
                    cut--;
                }
                if (cut > begin) {
                    parts.add(new Part(isRoute, begin + 1, lines.subList(begin, cut)));
                }
                begin = cut;
                isRoute = startsRoute;
            }
        }
        if (begin < lines.size()) {
            parts.add(new Part(isRoute, begin + 1, lines.subList(begin, lines.size())));
        }
        return List.copyOf(parts);
    }

    /** What stands in it. */
    RoutesContent read() {
        try {
            return read(TOML.readTree(text));
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return new RoutesContent(List.of(), Optional.empty(),
                    List.of(Fact.of(NotifyFact.FILE_NOT_TOML, file, Math.max(1, line))));
        }
    }

    private RoutesContent read(JsonNode tree) {
        var faults = new ArrayList<Fact>();
        var routes = routes(tree.path("route"), faults);
        var ping = ping(tree.path("ping"), faults);
        tree.propertyNames().stream().filter(key -> !Set.of("route", "ping").contains(key))
                .forEach(key -> faults.add(
                        Fact.of(NotifyFact.IN_LINE, lineOutside(key), Fact.of(NotifyFact.KEY_UNKNOWN, key))));
        return new RoutesContent(routes, ping, faults);
    }

    private List<Route> routes(JsonNode tables, List<Fact> faults) {
        var routes = new ArrayList<Route>();
        var names = new HashSet<String>();
        for (int number = 0; number < tables.size() && tables.isArray(); number++) {
            if (number == MOST_ROUTES) {
                faults.add(Fact.of(NotifyFact.TOO_MANY_ROUTES, file, MOST_ROUTES));
                break;
            }
            var fields = new RouteFields(tables.get(number), place(number, tables.get(number)));
            var route = new RouteReader(fields).read();
            if (route.isPresent() && !names.add(route.get().name())) {
                fields.broken("name", Fact.of(NotifyFact.NAME_USED_TWICE));
            }
            faults.addAll(fields.faults());
            route.filter(_ -> !fields.isBroken()).ifPresent(routes::add);
        }
        return routes;
    }

    private Function<Fact, Function<String, Fact>> place(int number, JsonNode table) {
        var name = table.path("name").asString("").strip();
        var label = name.isEmpty() || name.length() > Route.LONGEST_NAME ? Integer.toString(number + 1) : name;
        return what -> key -> Fact.of(NotifyFact.IN_ROUTE, lineOf(number, key), label, what);
    }

    private int lineOf(int number, String key) {
        var routes = parts.stream().filter(Part::isRoute).toList();
        return number < routes.size() ? routes.get(number).line(key) : 1;
    }

    private int lineOutside(String key) {
        return parts.stream().filter(each -> !each.isRoute()).map(each -> each.line(key)).reduce((_, last) -> last)
                .orElse(1);
    }

    private Optional<RoutesContent.PingTarget> ping(JsonNode table, List<Fact> faults) {
        if (!table.isObject()) {
            return Optional.empty();
        }
        var fields = new RouteFields(table, what -> key -> Fact.of(NotifyFact.IN_LINE, lineOutside(key), what));
        var ping = new RoutesContent.PingTarget(
                fields.address("url"), fields.length("interval", RoutesContent.PingTarget.USUAL_INTERVAL));
        if (ping.interval().toSeconds() < 10) {
            fields.broken("interval", Fact.of(NotifyFact.LENGTH_INVALID, "interval",
                    RouteFields.written(ping.interval())));
        }
        faults.addAll(fields.faults());
        return fields.isBroken() ? Optional.empty() : Optional.of(ping);
    }

    /** The same text with these routes, for a file without faults: comments and all that has not changed stay as they are. */
    String with(List<Route> routes) {
        var before = read().routes();
        var own = parts.stream().filter(Part::isRoute).toList();
        var texts = new LinkedHashMap<Route, String>();
        for (int at = 0; at < Math.min(before.size(), own.size()); at++) {
            texts.put(before.get(at), String.join("\n", own.get(at).lines()).strip());
        }
        var spliced = join(parts.stream().filter(each -> !each.isRoute())
                .map(each -> String.join("\n", each.lines()).strip()).toList(),
                routes.stream().map(each -> texts.getOrDefault(each, write(each))).toList());
        var ping = read().ping();
        var result = new RoutesToml(file, spliced).read();
        return result.routes().equals(routes) && result.ping().equals(ping) ? spliced
                : join(ping.map(RoutesToml::write).stream().toList(),
                        routes.stream().map(RoutesToml::write).toList());
    }

    private static String join(List<String> others, List<String> routes) {
        var all = new ArrayList<>(others);
        all.addAll(routes);
        return all.stream().filter(each -> !each.isBlank()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String write(RoutesContent.PingTarget ping) {
        return "[ping]\nurl = " + quoted(ping.url().written()) + "\ninterval = "
                + quoted(RouteFields.written(ping.interval()));
    }

    private static String write(Route route) {
        return RouteKeys.of(route).entrySet().stream().map(each -> each.getKey() + " = " + value(each.getValue()))
                .collect(Collectors.joining("\n", "[[route]]\n", ""));
    }

    private static String value(Object value) {
        return switch (value) {
            case List<?> texts -> texts.stream().map(each -> quoted(each.toString()))
                    .collect(Collectors.joining(", ", "[", "]"));
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(each -> {
            if (each == '"' || each == '\\') {
                quoted.append('\\').appendCodePoint(each);
            } else if (Character.isISOControl(each)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", each));
            } else {
                quoted.appendCodePoint(each);
            }
        });
        return quoted.append('"').toString();
    }
}
