package dev.longshore.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.SourceFiles;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the window's texts and the code that uses them together. */
class MessageBundleTest {
    private static final Path JAVA = Path.of("src/main/java/dev/longshore");
    private static final Path VIEWS = Path.of("src/main/resources/dev/longshore/ui");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z]+)+\\.?)\"");
    private static final Pattern ID = Pattern.compile("\"([a-z]+[A-Z][A-Za-z]+)\"");
    private static final Pattern IN_A_VIEW = Pattern.compile("\"%([A-Za-z.]+)\"");
    private static final Pattern SECTION = Pattern.compile("^([a-zA-Z]+)\\.");

    private final Set<String> keys = new TreeSet<>(ResourceBundle.getBundle("dev.longshore.text.messages").keySet());

    @Test
    void everyTextOfAViewExists() {
        assertThat(keys).containsAll(found(VIEWS, ".fxml", IN_A_VIEW).collect(Collectors.toSet()));
    }

    @Test
    void everyTextOfTheCodeExists() {
        var sections = keys.stream().map(MessageBundleTest::section).collect(Collectors.toSet());
        var used = found(JAVA, ".java", LITERAL)
                .filter(each -> sections.contains(section(each)) && !isName(each))
                .collect(Collectors.toSet());

        assertThat(used.stream().filter(each -> keys.stream().noneMatch(key -> isUsedBy(key, each)))).isEmpty();
    }

    @Test
    void noTextIsUnused() {
        var ids = found(JAVA, ".java", ID).map(id -> "control." + id);
        var used = Stream.of(found(JAVA, ".java", LITERAL), found(VIEWS, ".fxml", IN_A_VIEW), ids)
                .flatMap(each -> each)
                .collect(Collectors.toSet());

        assertThat(keys.stream().filter(key -> used.stream().noneMatch(each -> isUsedBy(key, each)))).isEmpty();
    }

    /** A literal that ends in a dot stands for the keys of an enum's values. */
    private static boolean isUsedBy(String key, String literal) {
        return literal.endsWith(".") ? key.startsWith(literal) : key.equals(literal);
    }

    private static boolean isName(String literal) {
        return literal.startsWith("table.") || literal.startsWith("window.") || literal.startsWith("text.word.")
                || literal.startsWith("text.fact.") || literal.endsWith(".json");
    }

    private static String section(String key) {
        var matcher = SECTION.matcher(key);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Stream<String> found(Path folder, String ending, Pattern pattern) {
        return SourceFiles.below(folder, ending).stream()
                .flatMap(file -> pattern.matcher(SourceFiles.read(file)).results())
                .map(match -> match.group(1));
    }
}
