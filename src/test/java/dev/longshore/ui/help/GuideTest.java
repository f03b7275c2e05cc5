package dev.longshore.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final Path FOLDER = Path.of("src/docs/guide");

    private final Guide guide = new Guide();

    @Test
    void everyPageIsInTheProgram() {
        assertThat(names()).isNotEmpty().allSatisfy(name -> assertThat(guide.page(name)).isPresent());
    }

    @Test
    void everyLinkLeadsToAHeadingThatIsThere() {
        assertThat(links()).isNotEmpty().allSatisfy((link, place) -> assertThat(isThere(place)).isTrue());
    }

    @Test
    void everyPageIsInTheTableOfContents() {
        var listed = links(Place.CONTENTS.page()).stream().map(Place::page).toList();

        assertThat(listed).containsAll(names().stream().filter(name -> !name.equals("index")).toList());
    }

    @Test
    void everyPartOfTheWindowHasItsPlace() {
        assertThat(Places.BY_ID).allSatisfy((_, link) -> assertThat(isThere(Place.of(link, "index"))).isTrue());
    }

    @Test
    void everyPartThatHasAPlaceIsInTheWindow() throws IOException {
        var sources = sources();

        assertThat(Places.BY_ID.keySet()).allSatisfy(id -> assertThat(sources).contains("\"" + id + "\""));
    }

    @Test
    void aPartWithoutAPlaceLeadsToThatOfItsScreen() {
        assertThat(Places.of(null, "navCalendar")).isEqualTo(new Place("calendar", ""));
    }

    private boolean isThere(Place place) {
        return guide.page(place.page()).isPresent()
                && (place.heading().isEmpty() || headings(place.page()).contains(place.heading()));
    }

    private List<String> headings(String page) {
        var found = new ArrayList<String>();
        guide.page(page).orElseThrow().accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                found.add(Place.slug(Inlines.words(heading)));
            }
        });
        return found;
    }

    private Map<String, Place> links() {
        var all = new TreeMap<String, Place>();
        names().forEach(name -> links(name).forEach(place -> all.put(name + " to " + place, place)));
        return all;
    }

    private List<Place> links(String page) {
        var found = new ArrayList<Place>();
        guide.page(page).orElseThrow().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(Place.of(link.getDestination(), page));
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
