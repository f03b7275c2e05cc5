package dev.longshore.secret;

import dev.longshore.model.Connection;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
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

    private final List<ProfileSection> sections = new ArrayList<>();

    private record ProfileSection(String name, Map<String, String> values) {}

    void readLine(String line) {
        var text = line.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            sections.add(new ProfileSection(text.substring(1, text.length() - 1).strip(), new HashMap<>()));
        } else if (!text.startsWith("#") && !text.startsWith(";") && !sections.isEmpty()) {
            value(text, sections.getLast());
        }
    }

    List<AstraCliProfile> profiles() {
        return sections.stream().flatMap(profileSection -> profile(profileSection).stream()).toList();
    }

    List<Fact> notices() {
        return sections.stream()
                .filter(profileSection -> token(profileSection).isEmpty())
                .map(profileSection -> Fact.of(FileFact.PROFILE_WITHOUT_TOKEN, profileSection.name()))
                .toList();
    }

    private static void value(String text, ProfileSection profileSection) {
        int equals = text.indexOf('=');
        if (equals > 0) {
            profileSection.values().put(text.substring(0, equals).strip(),
                    unquoted(text.substring(equals + 1).strip()));
        }
    }

    private static String unquoted(String text) {
        var quoted = QUOTED.matcher(text);
        return quoted.matches() ? text.substring(1, text.length() - 1) : text;
    }

    private static Optional<AstraCliProfile> profile(ProfileSection profileSection) {
        var environment = profileSection.values().getOrDefault("ASTRA_ENV", "prod").toLowerCase(Locale.ROOT);
        var endpoint = Optional.ofNullable(ENDPOINTS.get(environment));
        return token(profileSection)
                .map(token -> new AstraCliProfile(profileSection.name(), Secret.of(token), endpoint));
    }

    private static Optional<String> token(ProfileSection profileSection) {
        return Optional.ofNullable(profileSection.values().get("ASTRA_DB_APPLICATION_TOKEN"))
                .filter(token -> TOKEN.matcher(token).matches());
    }
}
