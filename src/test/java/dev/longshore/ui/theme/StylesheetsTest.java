package dev.longshore.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StylesheetsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern LITERAL_COLOUR = Pattern.compile(
            ":[^;{]*(#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhs[lb]a?\\(|\\b(black|white|gr[ae]y|red|green|blue)\\b)");

    @Test
    void useNoColourThatIsNotAToken() {
        assertThat(sheets()).isNotEmpty().allSatisfy(
                sheet -> assertThat(LITERAL_COLOUR.matcher(read(sheet)).results().map(each -> each.group()))
                        .as("%s", sheet).isEmpty());
    }

    private static List<Path> sheets() {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(each -> each.toString().endsWith(".css")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
