package dev.longshore.devops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.CurlCommand.CurlShell;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.MigrationRef;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What PowerShell and the Command Prompt hand to curl, by their documented rules, which are written down here once more:
 * expansion, quotation, and how a C program of Windows splits its command line.
 */
class CurlOnWindowsTest {
    private static final String TOKEN = "AstraCS:abc:def";
    private static final MigrationRef REF = MigrationRef.parse("db/mig");

    @ParameterizedTest
    @ValueSource(strings = {
        "https://h", "https://h/it's", "https://h/''", "https://h/$token", "https://h/$(rm)", "https://h/a;b&c",
        "https://h/%20b", "https://h/%25token%25", "https://h/a%2Fb%2Fc", "https://h/(x)!y",
        "https://h/a,b@c=d", "http://[::1]:9", "http://127.0.0.1:8080/~x"})
    void curlIsHandedTheSameArgumentsByEachShell(String endpoint) {
        assertSame(URI.create(endpoint));
    }

    @Property
    void whateverTheEndpointHoldsTheArgumentsAreTheSame(@ForAll("paths") String path) {
        assertSame(URI.create("https://h/" + path));
    }

    private static void assertSame(URI endpoint) {
        var at = CleanupTime.of(Instant.parse("2026-12-31T14:30:00Z")).orElseThrow();
        for (var request : List.of(ApiRequest.status(REF), ApiRequest.databases(null),
                ApiRequest.action(Action.SCHEDULE_CLEANUP, REF, at))) {
            var wanted = List.of(
                    "-sS", "-X", request.method(), "-H", "Authorization: Bearer " + TOKEN, "-H",
                    "Accept: application/json", request.at(endpoint).toASCIIString());

            assertThat(ofPowerShell(CurlCommand.of(endpoint, request, CurlShell.POWERSHELL))).isEqualTo(wanted);
            assertThat(ofCmd(CurlCommand.of(endpoint, request, CurlShell.CMD))).isEqualTo(wanted);
        }
    }

    /** What a path of an address may hold as it is, and escapes. */
    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("a", "Z", "0", "-", ".", "_", "~", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=",
                ":", "@", "/", "%20", "%25", "%0A", "%22", "%5E", "token").list().ofMaxSize(12)
                .map(each -> String.join("", each));
    }

    /** Words of PowerShell, put into one command line as Windows PowerShell does it, and split by the program. */
    private static List<String> ofPowerShell(String line) {
        var command = new StringBuilder();
        for (var word : powerShellWords(line)) {
            assertThat(word).doesNotContain("\"");
            command.append(word.contains(" ") ? '"' + word + '"' : word).append(' ');
        }
        return arguments(command.toString(), "curl.exe");
    }

    private static List<String> powerShellWords(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quote = ' ';
        for (var i = 0; i < line.length(); i++) {
            var each = line.charAt(i);
            var doubled = i + 1 < line.length() && line.charAt(i + 1) == each;
            if (quote == ' ' && each == ' ') {
                words.add(word.toString());
                word.setLength(0);
            } else if (quote == ' ' && (each == '\'' || each == '"')) {
                quote = each;
            } else if (each == quote && doubled) {
                word.append(each);
                i++;
            } else if (each == quote) {
                quote = ' ';
            } else if (quote == '"' && line.startsWith("$token", i)) {
                word.append(TOKEN);
                i += "token".length();
            } else {
                assertThat(quote == '"' && "$`".indexOf(each) >= 0).as("expanded: %s", line).isFalse();
                assertThat(quote == ' ' && "$`;&|<>(){}@#,".indexOf(each) >= 0).as("an operator: %s", line).isFalse();
                word.append(each);
            }
        }
        words.add(word.toString());
        return words;
    }

    /** Percent signs first, then quotation marks and carets, then the program. */
    private static List<String> ofCmd(String line) {
        var expanded = expanded(line, Map.of("token", TOKEN, "path", "C:\\"));
        var command = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < expanded.length(); i++) {
            var each = expanded.charAt(i);
            if (!quoted && each == '^') {
                command.append(expanded.charAt(++i));
                continue;
            }
            assertThat(!quoted && "&|<>()".indexOf(each) >= 0).as("an operator: %s", line).isFalse();
            quoted ^= each == '"';
            command.append(each);
        }
        return arguments(command.toString(), "curl");
    }

    /** In the window a variable that does not exist stays as it is written. */
    private static String expanded(String line, Map<String, String> variables) {
        var expanded = new StringBuilder();
        for (var i = 0; i < line.length(); i++) {
            var end = line.charAt(i) == '%' ? line.indexOf('%', i + 1) : -1;
            var value = end < 0 ? null : variables.get(line.substring(i + 1, end));
            expanded.append(value == null ? String.valueOf(line.charAt(i)) : value);
            i = value == null ? i : end;
        }
        return expanded.toString();
    }

    /** As the C runtime of Windows splits a command line. No backslash stands before a quotation mark here. */
    private static List<String> arguments(String line, String program) {
        assertThat(line).doesNotContain("\\\"");
        var arguments = new ArrayList<String>();
        var argument = new StringBuilder();
        var quoted = false;
        for (var each : (line.strip() + " ").toCharArray()) {
            if (each == '"') {
                quoted = !quoted;
            } else if (each == ' ' && !quoted) {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else {
                argument.append(each);
            }
        }
        assertThat(arguments.removeFirst()).isEqualTo(program);
        return arguments;
    }
}
