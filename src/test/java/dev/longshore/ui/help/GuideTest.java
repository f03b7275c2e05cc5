package dev.longshore.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final Path FOLDER = Path.of("src/docs/guide");
    private static final List<String> READ_WITH_THE_WINDOW = List.of("actions", "alerts", "cleanup", "connect",
            "notifications",
            "notify-mail", "notify-slack", "notify-teams", "notify-pagerduty", "notify-webhook", "notify-command",
            "server", "troubleshooting", "watch");
    private static final int LONGEST_NAME = 90;
    private static final Pattern FIGURE = Pattern.compile("\\{\\d[^{}]*}");
    /** Slanted for stress, or the names of others, or data of the demonstration. */
    private static final Set<String> NO_NAMES = Set.of(
            "not", "observed", "30 s", "raised", "changed", "resolved", "names", "orders", "payments history",
            "Go live",
            "Hand over",
            "Check the data", "Esc", "Incoming Webhooks", "Integrations", "Events API v2", "Workflows",
            "When a Teams webhook request is received");

    private final Guide guide = new Guide();

    @Test
    void everyPageIsInTheProgram() {
        assertThat(names()).isNotEmpty().allSatisfy(name -> assertThat(guide.page(name)).isPresent());
    }

    @Test
    void everyLinkLeadsToAHeadingThatIsThere() {
        assertThat(links()).isNotEmpty().allSatisfy((link, topic) -> assertThat(isThere(topic)).isTrue());
    }

    @Test
    void everyPageIsInTheTableOfContents() {
        var listed = links(HelpTopic.CONTENTS.page()).stream().map(HelpTopic::page).toList();

        assertThat(listed).containsAll(names().stream().filter(name -> !name.equals("index")).toList());
    }

    @Test
    void everyPartOfTheWindowHasItsPlace() {
        assertThat(HelpTopics.BY_ID).allSatisfy((_, link) -> assertThat(isThere(HelpTopic.of(link, "index"))).isTrue());
    }

    @Test
    void everyPartThatHasAPlaceIsInTheWindow() throws IOException {
        var sources = sources();

        assertThat(HelpTopics.BY_ID.keySet()).allSatisfy(id -> assertThat(sources).contains("\"" + id + "\""));
    }

    @Test
    void aPartWithoutAPlaceLeadsToThatOfItsScreen() {
        assertThat(HelpTopics.of(null, "navCalendar")).isEqualTo(new HelpTopic("calendar", ""));
    }

    @Test
    void theWelcomeLeadsToTheStartWhateverHasTheFocus() {
        var rail = new Region();
        rail.setId("navMigrations");

        assertThat(HelpTopics.of(rail, "welcome").page()).isEqualTo("start");
        assertThat(HelpTopics.of(rail, "navCalendar").page()).isEqualTo("watch");
    }

    /** So the texts of the window; a figure in one is any. */
    @Test
    void whatThePagesNameIsCalledSoInTheWindow() {
        var texts = new Texts(Locale.ENGLISH).bundle();
        var patterns = texts.keySet().stream().map(texts::getString).filter(each -> each.length() < LONGEST_NAME)
                .filter(each -> FIGURE.matcher(each).replaceAll("").strip().length() > 1).map(GuideTest::pattern)
                .toList();

        assertThat(READ_WITH_THE_WINDOW.stream().flatMap(page -> slanted(page).stream())
                .filter(each -> !NO_NAMES.contains(each))
                .filter(name -> patterns.stream().noneMatch(each -> each.matcher(name).matches()))).isEmpty();
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Stream.of(FIGURE.split(text.replace("''", "'"), -1)).map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    private List<String> slanted(String page) {
        var found = new ArrayList<String>();
        guide.page(page).orElseThrow().accept(new AbstractVisitor() {
            @Override
            public void visit(Emphasis emphasis) {
                found.addAll(List.of(MarkdownInlines.words(emphasis).split(" → ")));
            }
        });
        return found;
    }

    private boolean isThere(HelpTopic topic) {
        return guide.page(topic.page()).isPresent()
                && (topic.heading().isEmpty() || headings(topic.page()).contains(topic.heading()));
    }

    private List<String> headings(String page) {
        var found = new ArrayList<String>();
        guide.page(page).orElseThrow().accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                found.add(HelpTopic.slug(MarkdownInlines.words(heading)));
            }
        });
        return found;
    }

    private Map<String, HelpTopic> links() {
        var all = new TreeMap<String, HelpTopic>();
        names().forEach(name -> links(name).forEach(topic -> all.put(name + " to " + topic, topic)));
        return all;
    }

    private List<HelpTopic> links(String page) {
        var found = new ArrayList<HelpTopic>();
        guide.page(page).orElseThrow().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(HelpTopic.of(link.getDestination(), page));
            }
        });
        return found;
    }

    private static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(each -> each.getFileName().toString().replace(".md", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        for (var folder : List.of("src/main/java/dev/longshore/ui", "src/main/resources/dev/longshore/ui")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(GuideTest::describesAWindow).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static boolean describesAWindow(Path file) {
        return !file.endsWith("Places.java") && file.toString().matches(".*\\.(java|fxml)");
    }
}
