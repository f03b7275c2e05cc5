package dev.longshore.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The pages of the guide, which lie in the program as they lie in the project: Markdown. */
final class Guide {
    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /**
     * A page, read anew.
     *
     * @param name the file's name without its ending
     * @return the page, or empty where there is none of that name
     */
    Optional<Node> page(String name) {
        try (InputStream in = Guide.class.getResourceAsStream("guide/" + name + ".md")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(parser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + name + " of the guide cannot be read.", e);
        }
    }
}
