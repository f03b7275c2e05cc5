package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    @Test
    void everyLinkAndPictureIsThere() throws IOException {
        var targets = targets();

        assertThat(targets).isNotEmpty().allSatisfy(target -> assertThat(Path.of(target)).exists());
    }

    @Test
    void everyPictureIsOneThatTheTestsTake() throws IOException {
        assertThat(targets().stream().filter(target -> target.endsWith(".png")))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target).startsWith("src/docs/pictures/"));
    }

    @Test
    void namesTheProfilesThatTheBuildHas() throws IOException {
        var build = Files.readString(Path.of("pom.xml"));
        var profiles = Pattern.compile("\\./mvnw -P(\\w+)")
                .matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(profiles).contains("demo", "run").allSatisfy(profile -> assertThat(build)
                .contains("<id>" + profile + "</id>"));
    }

    private static List<String> targets() throws IOException {
        return LINK.matcher(Files.readString(README))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(target -> !target.startsWith("http"))
                .toList();
    }
}
