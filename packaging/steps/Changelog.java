import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The releases of CHANGELOG.md, as the formats of others want them. */
record Changelog(List<Release> releases) {
    private static final Pattern HEAD = Pattern.compile("## (\\d+\\.\\d+\\.\\d+) \\((\\d{4}-\\d\\d-\\d\\d)\\)");
    private static final int DEBIAN_WIDTH = 76;

    /**
     * One heading and what stands below it.
     *
     * @param changes one line each, without the marks of Markdown
     */
    record Release(String version, LocalDate date, List<String> changes) {}

    /** @throws IllegalStateException when the first release is not {@code version}, which is about to be packaged */
    static Changelog of(String version) throws IOException {
        var releases = new ArrayList<Release>();
        for (var line : Files.readAllLines(Path.of("CHANGELOG.md"))) {
            var head = HEAD.matcher(line);
            if (head.matches()) {
                releases.add(new Release(head.group(1), LocalDate.parse(head.group(2)), new ArrayList<>()));
            } else if (line.startsWith("- ") && !releases.isEmpty()) {
                releases.getLast().changes().add(plain(line.substring(2)));
            }
        }
        if (releases.isEmpty() || !releases.getFirst().version().equals(version)) {
            throw new IllegalStateException(
                    "CHANGELOG.md must begin with the version of the build: ## " + version + " (YEAR-MONTH-DAY)");
        }
        return new Changelog(releases);
    }

    /** The releases of AppStream metainfo. */
    String metainfo() {
        return releases.stream().map(each -> """
                    <release version="%s" date="%s">
                      <description>
                        <ul>
                %s
                        </ul>
                      </description>
                    </release>""".formatted(each.version(), each.date(), items(each)))
                .collect(Collectors.joining("\n"));
    }

    private static String items(Release release) {
        return release.changes().stream()
                .map(each -> "          <li>" + escaped(each) + "</li>")
                .collect(Collectors.joining("\n"));
    }

    /** The changelog of a Debian package. */
    String debian(String maintainer) {
        var time = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
        return releases.stream().map(each -> "longshore (%s) stable; urgency=medium\n\n%s\n\n -- %s  %s\n".formatted(
                each.version(),
                each.changes().stream().map(Changelog::folded).collect(Collectors.joining("\n")),
                maintainer,
                time.format(each.date().atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC))))
                .collect(Collectors.joining("\n"));
    }

    private static String folded(String change) {
        var lines = new StringBuilder("  *");
        var column = lines.length();
        for (var word : change.split(" ")) {
            if (column + 1 + word.length() > DEBIAN_WIDTH) {
                lines.append("\n   ");
                column = 3;
            }
            lines.append(' ').append(word);
            column += 1 + word.length();
        }
        return lines.toString();
    }

    private static String plain(String markdown) {
        return markdown.replace("**", "").replaceAll("(?<![\\w*])\\*([^*]+)\\*(?!\\w)", "$1").replace("`", "")
                .replaceAll("\\[([^]]+)]\\([^)]*\\)", "$1");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
