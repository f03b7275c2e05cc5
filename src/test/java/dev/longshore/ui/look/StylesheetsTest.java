package dev.longshore.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.SourceFiles;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StylesheetsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern LITERAL_COLOUR = Pattern.compile(
            ":[^;{]*(#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhs[lb]a?\\(|\\b(black|white|gr[ae]y|red|green|blue)\\b)");

    @Test
    void useNoColourThatIsNotAToken() {
        assertThat(SourceFiles.below(RESOURCES, ".css")).isNotEmpty().allSatisfy(
                sheet -> assertThat(LITERAL_COLOUR.matcher(SourceFiles.read(sheet)).results().map(each -> each.group()))
                        .as("%s", sheet).isEmpty());
    }
}
