package dev.longshore.secret;

import dev.longshore.model.ApplicationToken;
import dev.longshore.model.Connection;
import dev.longshore.model.ForeignText;
import dev.longshore.model.Redaction;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.usertext.CleanText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A configuration of the Astra CLI: INI sections, of which each is a profile. One without a token, or whose address is not
 * known, is no profile but a notice.
 */
final class AstraCliFile {
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");
    private static final Pattern COMMENT = Pattern.compile("\\s[#;].*$");
    private static final String LOCAL = "local";
    private static final int LONGEST_NAME = 200;
    // By ASTRA_ENV, as the Astra CLI has them.
    private static final Map<String, URI> ENDPOINTS = Map.of(
            "prod", Connection.PUBLIC_ENDPOINT,
            "dev", URI.create("https://api.dev.cloud.datastax.com"),
            "test", URI.create("https://api.test.cloud.datastax.com"));

    private final List<AstraCliProfile> profiles = new ArrayList<>();
    private final List<Fact> notices = new ArrayList<>();

    private record ProfileSection(String name, Map<String, String> values) {
        private String value(String key) {
            return values.getOrDefault(key, "");
        }
    }

    AstraCliFile(String text) {
        sections(CleanText.withPlainSigns(CleanText.of(text))).forEach(this::add);
    }

    List<AstraCliProfile> profiles() {
        return profiles;
    }

    List<Fact> notices() {
        return notices;
    }

    private static List<ProfileSection> sections(String text) {
        var sections = new ArrayList<ProfileSection>();
        for (var each : text.lines().map(String::strip).toList()) {
            var line = COMMENT.matcher(each).replaceAll("");
            if (line.startsWith("[") && line.endsWith("]")) {
                sections.add(new ProfileSection(name(line.substring(1, line.length() - 1).strip()), new HashMap<>()));
            } else if (!line.startsWith("#") && !line.startsWith(";") && !sections.isEmpty()) {
                putValue(line, sections.getLast().values());
            }
        }
        return sections;
    }

    /** It is shown, and becomes the name of a connection. */
    private static String name(String heading) {
        return Redaction.of(ForeignText.name(heading, LONGEST_NAME));
    }

    private static void putValue(String line, Map<String, String> values) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            values.put(line.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                    unquoted(line.substring(equals + 1).strip()));
        }
    }

    private static String unquoted(String text) {
        return QUOTED.matcher(text).matches() ? text.substring(1, text.length() - 1).strip() : text;
    }

    private void add(ProfileSection section) {
        var endpoint = endpoint(section);
        var token = ApplicationToken.find(section.value("ASTRA_DB_APPLICATION_TOKEN"));
        if (token.isEmpty()) {
            notices.add(Fact.of(FileFact.PROFILE_WITHOUT_TOKEN, section.name()));
        } else if (endpoint.isEmpty()) {
            token.get().close();
            notices.add(Fact.of(FileFact.PROFILE_WITHOUT_ENDPOINT, section.name(), section.value("ASTRA_ENV")));
        } else {
            profiles.add(new AstraCliProfile(section.name(), token.get(), endpoint.get()));
        }
    }

    private static Optional<URI> endpoint(ProfileSection section) {
        var environment = section.value("ASTRA_ENV").toLowerCase(Locale.ROOT);
        return environment.equals(LOCAL)
                ? address(section.value("ASTRA_LOCAL_ENDPOINT"))
                : Optional.ofNullable(ENDPOINTS.get(environment.isEmpty() ? "prod" : environment));
    }

    /** Whether it may be used is decided where addresses are read. */
    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
