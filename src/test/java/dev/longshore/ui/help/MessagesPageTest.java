package dev.longshore.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the messages out of the bundle: whatever the program can say is in the guide. */
class MessagesPageTest {
    private static final Path PAGE = Path.of("src/docs/guide/messages.md");
    /** A figure, with the alternatives of a choice. */
    private static final Pattern FIGURE = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");
    private static final Pattern BEFORE = Pattern.compile("^[^\\p{L}-]+");

    /** A shorter piece is part of a longer sentence. */
    private static final int WORDS = 4;

    private final ResourceBundle bundle = ResourceBundle.getBundle("dev.longshore.text.messages", Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {
        "FileFact", "JournalFact", "KeystoreFact", "LifecycleFact", "ServiceFact", "StartFact", "UpdateFact",
        "WatchFact"
    })
    void everyMessageIsExplained(String facts) throws IOException {
        var page = Files.readString(PAGE).replaceAll("[`*]", "");

        var messages = bundle.keySet().stream()
                .filter(key -> key.startsWith("text.fact." + facts + "."))
                .flatMap(key -> messages(bundle.getString(key)).stream())
                .distinct()
                .toList();
        assertThat(messages).isNotEmpty();
        assertThat(messages.stream().filter(message -> !page.contains(message)).sorted()).isEmpty();
    }

    /** The first words of each piece between figures. */
    private static List<String> messages(String pattern) {
        return FIGURE.splitAsStream(pattern.replace("''", "'"))
                .map(piece -> BEFORE.matcher(piece).replaceFirst("").strip())
                .filter(piece -> piece.split("\\s+").length >= WORDS)
                .map(piece -> Arrays.stream(piece.split("\\s+")).limit(WORDS).collect(Collectors.joining(" ")))
                .toList();
    }
}
