package dev.longshore.devops;

import static dev.longshore.devops.CurlCommand.CurlShell.CMD;
import static dev.longshore.devops.CurlCommand.CurlShell.POSIX;
import static dev.longshore.devops.CurlCommand.CurlShell.POWERSHELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationRef;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlCommandTest {
    private static final URI ENDPOINT = URI.create("https://api.astra.datastax.com");
    private static final MigrationRef REF = MigrationRef.parse("db/mig");
    private static final CleanupTime TIME = new CleanupTime(Instant.parse("2026-12-31T14:30:00Z"));

    @Test
    void aPauseCanBePastedIntoAShell() {
        assertThat(CurlCommand.of(ENDPOINT, ApiRequest.action(Action.PAUSE, REF, null), POSIX))
                .isEqualTo("curl -sS -X POST -H \"Authorization: Bearer $token\" -H 'Accept: application/json'"
                        + " 'https://api.astra.datastax.com/v2/databases/db/migrations/mig/pause'");
    }

    @ParameterizedTest
    @CsvSource({
        "LAUNCH,/v2/databases/db/migrations/mig/launch",
        "PAUSE,/v2/databases/db/migrations/mig/pause",
        "RESUME,/v2/databases/db/migrations/mig/resume",
        "ABORT,/v2/databases/db/migrations/mig/abort",
        "CLEAN_UP,/v2/databases/db/migrations/mig/cleanup",
        "SCHEDULE_CLEANUP,/v2/databases/db/migrations/mig/cleanup?option.cleanupTime=2026-12-31T14:30:00Z"
    })
    void everyActionIsAPostToItsAddress(Action action, String address) {
        assertThat(words(CurlCommand.of(ENDPOINT, ApiRequest.action(action, REF, TIME), POSIX)))
                .containsExactly(
                        "curl",
                        "-sS",
                        "-X",
                        "POST",
                        "-H",
                        "Authorization: Bearer THE-TOKEN",
                        "-H",
                        "Accept: application/json",
                        "https://api.astra.datastax.com" + address);
    }

    @Test
    void aStatusIsAGet() {
        assertThat(words(CurlCommand.of(ENDPOINT, ApiRequest.status(REF), POSIX)))
                .contains("GET")
                .endsWith("https://api.astra.datastax.com/v2/databases/db/migrations/mig");
    }

    @Test
    void theListOfDatabasesIsOneWordForAllItsAmpersands() {
        assertThat(words(CurlCommand.of(ENDPOINT, ApiRequest.databases(null), POSIX)))
                .endsWith("https://api.astra.datastax.com/v2/databases?include=nonterminated&provider=ALL&limit=100");
    }

    @Test
    void initializeIsAPostToItsAddress() {
        assertThat(words(CurlCommand.of(
                ENDPOINT, ApiRequest.initialize(InitializeRequest.into(new DatabaseId("db"))), POSIX)))
                .contains("POST")
                .endsWith("https://api.astra.datastax.com/v2/databases/db/migrations/initialize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h/it's", "https://h/$(rm)", "https://h/a;b&c", "https://h/''", "http://[::1]:9"})
    void whateverTheEndpointHoldsStaysOneWord(String endpoint) {
        var text = CurlCommand.of(URI.create(endpoint), ApiRequest.status(REF), POSIX);

        assertThat(words(text)).hasSize(9).endsWith(endpoint + "/v2/databases/db/migrations/mig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h/it's", "https://h/$(rm)", "https://h/a;b&c", "https://h/ä"})
    void aPosixShellHandsItToCurlAsItIs(String endpoint) throws Exception {
        var line = CurlCommand.of(URI.create(endpoint), ApiRequest.status(REF), POSIX);
        var shell = new ProcessBuilder("sh", "-c", "curl() { printf '%s\\n' \"$@\"; }; token='a b$c'; " + line).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()).containsExactly(
                "-sS", "-X", "GET", "-H", "Authorization: Bearer a b$c", "-H", "Accept: application/json",
                URI.create(endpoint + "/v2/databases/db/migrations/mig").toASCIIString());
    }

    @Test
    void powerShellDoublesAQuotationMarkAndExpandsOnlyTheToken() {
        assertThat(
                CurlCommand.of(URI.create("https://h/it's$x"), ApiRequest.action(Action.PAUSE, REF, null), POWERSHELL))
                .isEqualTo("curl.exe -sS -X POST -H \"Authorization: Bearer $token\" -H 'Accept: application/json'"
                        + " 'https://h/it''s$x/v2/databases/db/migrations/mig/pause'");
    }

    @Test
    void cmdKnowsOnlyDoubleQuotationMarksAndExpandsNoPercentSignOfTheAddress() {
        assertThat(CurlCommand.of(URI.create("https://h/a%20b&c"), ApiRequest.status(REF), CMD))
                .isEqualTo("curl -sS -X GET -H \"Authorization: Bearer %token%\" -H \"Accept: application/json\""
                        + " \"https://h/a\"^%\"20b&c/v2/databases/db/migrations/mig\"");
    }

    /** The words that a POSIX shell makes of a line, with {@code $token} set. */
    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (quote == 0 && each == ' ') {
                words.add(word.toString());
                word.setLength(0);
            } else if (quote == 0 && each == '\\') {
                word.append(line.charAt(++i));
            } else if (quote == 0 && (each == '\'' || each == '"')) {
                quote = each;
            } else if (each == quote) {
                quote = 0;
            } else if (quote == '"' && line.startsWith("$token", i)) {
                word.append("THE-TOKEN");
                i += "$token".length() - 1;
            } else {
                assertThat(quote == 0 && "$;&|<>()`*?[#~".indexOf(each) >= 0).isFalse();
                word.append(each);
            }
        }
        words.add(word.toString());
        return words;
    }
}
