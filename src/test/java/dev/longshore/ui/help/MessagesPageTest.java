package dev.longshore.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the messages out of the code that makes them: whatever it can say is in the guide. */
class MessagesPageTest {
    private static final Path CODE = Path.of("src/main/java/dev/longshore");
    private static final Path PAGE = Path.of("src/docs/guide/messages.md");
    private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/|(?<!:)//.*");
    private static final Pattern NOT_SHOWN = Pattern.compile("LOG\\.\\w+\\([^;]*;|description = [^)]*\\)");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** What belongs to the name or number that stands before a piece. */
    private static final String BEFORE = "^(s(?=[: ]))?[^\\p{L}-]*";

    /** A shorter piece is part of a longer sentence. */
    private static final int WORDS = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Launcher", "cli/CommandLineOptions", "cli/EndpointArgument", "cli/NumberArgument",
                "devops/http/NetworkFaultTexts",
                "devops/http/ErrorReader", "devops/http/Endpoint", "devops/http/JsonBody", "devops/http/StatusReader",
                "devops/http/DatabasePages", "devops/http/DatabaseReader", "devops/http/ExplainingTrustManager",
                "journal/JournalErrors",
                "journal/JournalHealth", "journal/JournalLock", "journal/JournalExport", "journal/JournalOpener",
                "journal/Recovery",
                "journal/Schema", "platform/Display", "platform/Folders", "platform/SingleInstance",
                "platform/SettingsFile", "secret/KeystoreTexts", "secret/AstraCliFile", "secret/AstraCliProfiles",
                "watch/engine/CommandExecutor", "watch/engine/InitializeExecutor", "watch/engine/Connections",
                "watch/engine/MigrationList", "watch/engine/StatusAnswers",
                "watch/engine/OpenAlerts",
                "model/ProxyChoice",
                "model/MigrationRef"
            })
    void everyMessageIsExplained(String source) throws IOException {
        var page = Files.readString(PAGE).replaceAll("[`*]", "");

        var messages = messages(source);
        assertThat(messages).isNotEmpty();
        assertThat(messages.stream().filter(message -> !page.contains(message))).isEmpty();
    }

    /** The first words of each piece of text. */
    private static List<String> messages(String source) throws IOException {
        var code = Files.readString(CODE.resolve(source + ".java"));
        code = JOINED.matcher(COMMENT.matcher(code).replaceAll("")).replaceAll("");
        return LITERAL.matcher(NOT_SHOWN.matcher(code).replaceAll(""))
                .results()
                .map((MatchResult found) -> found.group(1).replaceAll("%n|\\\\\"", "").replaceFirst(BEFORE, "").strip())
                .filter(text -> text.split("\\s+").length >= WORDS && !isAUsageLine(text))
                .map(MessagesPageTest::firstWords)
                .distinct()
                .toList();
    }

    private static boolean isAUsageLine(String text) {
        return text.startsWith("longshore ") || text.startsWith("PRAGMA") || text.startsWith("A desktop console");
    }

    private static String firstWords(String text) {
        return Arrays.stream(text.split("\\s+")).limit(WORDS).collect(Collectors.joining(" "));
    }
}
