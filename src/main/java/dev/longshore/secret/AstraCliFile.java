package dev.longshore.secret;

import dev.longshore.model.Connection;
import dev.longshore.model.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes a configuration of the Astra CLI line by line: INI sections, of which each is a profile. */
final class AstraCliFile {
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");
    // By ASTRA_ENV, as the Astra CLI has them.
    private static final Map<String, URI> ENDPOINTS = Map.of(
            "prod", Connection.PUBLIC_ENDPOINT,
            "dev", URI.create("https://api.dev.cloud.datastax.com"),
            "test", URI.create("https://api.test.cloud.datastax.com"));

    private final List<Section> sections = new ArrayList<>();

    private record Section(String name, Map<String, String> values) {}

    void line(String line) {
        var text = line.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            sections.add(new Section(text.substring(1, text.length() - 1).strip(), new HashMap<>()));
        } else if (!text.startsWith("#") && !text.startsWith(";") && !sections.isEmpty()) {
            value(text, sections.getLast());
        }
    }

    List<AstraCliProfile> profiles() {
        return sections.stream().flatMap(section -> profile(section).stream()).toList();
    }

    List<String> notices() {
        return sections.stream()
                .filter(section -> token(section).isEmpty())
                .map(section -> "The Astra CLI profile \"" + section.name() + "\" holds no token that can be used.")
                .toList();
    }

    private static void value(String text, Section section) {
        int equals = text.indexOf('=');
        if (equals > 0) {
            section.values().put(text.substring(0, equals).strip(), unquoted(text.substring(equals + 1).strip()));
        }
    }

    private static String unquoted(String text) {
        var quoted = QUOTED.matcher(text);
        return quoted.matches() ? text.substring(1, text.length() - 1) : text;
    }

    private static Optional<AstraCliProfile> profile(Section section) {
        var environment = section.values().getOrDefault("ASTRA_ENV", "prod").toLowerCase(Locale.ROOT);
        var endpoint = Optional.ofNullable(ENDPOINTS.get(environment));
        return token(section).map(token -> new AstraCliProfile(section.name(), Secret.of(token), endpoint));
    }

    private static Optional<String> token(Section section) {
        return Optional.ofNullable(section.values().get("ASTRA_DB_APPLICATION_TOKEN"))
                .filter(token -> TOKEN.matcher(token).matches());
    }
}
