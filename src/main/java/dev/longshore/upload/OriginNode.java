package dev.longshore.upload;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.UploadFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A node of the origin cluster.
 *
 * @param name its directory in the migration's upload directory
 * @param destination what ssh connects to: the name, or {@code user@name}
 */
public record OriginNode(String name, String destination) {
    private static final Pattern NODE = Pattern.compile("(?:[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*@)?"
            + "([\\p{L}\\p{N}_:](?:[\\p{L}\\p{N}._:-]*[\\p{L}\\p{N}_:-])?)");

    /** A node in the table of nodetool: up or down; normal, leaving, joining or moving; its address. */
    private static final Pattern NODETOOL = Pattern.compile("(?m)^[UD?][NLJM?][ \\t]+(\\S+)[ \\t].*$");

    /**
     * The node that was typed: a host name or an address, with a user of ssh before it or not.
     *
     * @throws FactException when it is none
     */
    public static OriginNode of(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new FactException(Fact.of(UploadFact.NODE_MISSING));
        }
        var node = NODE.matcher(text);
        if (!node.matches()) {
            throw NameRules.refused(UploadFact.NODE_UNUSABLE, text);
        }
        return new OriginNode(node.group(1), text);
    }

    /**
     * The nodes that were typed or pasted: one a line or with commas between them, or what {@code nodetool status} prints,
     * of which only the addresses count. A node that is listed again is left out.
     *
     * @throws FactException when there is none, one cannot be used, or two would have the same directory
     */
    public static List<OriginNode> list(String text) {
        var nodes = new LinkedHashMap<String, OriginNode>();
        for (var word : text.lines().anyMatch(each -> NODETOOL.matcher(each).lookingAt()) ? addresses(text)
                : words(text)) {
            var node = of(word);
            var other = nodes.putIfAbsent(node.name().toLowerCase(Locale.ROOT), node);
            if (other != null && !other.equals(node)) {
                throw NameRules.refused(UploadFact.NODE_TWICE, node.name());
            }
        }
        if (nodes.isEmpty()) {
            throw new FactException(Fact.of(UploadFact.NODE_MISSING));
        }
        return List.copyOf(nodes.values());
    }

    private static List<String> addresses(String text) {
        return NODETOOL.matcher(text).results().map(each -> each.group(1)).toList();
    }

    private static List<String> words(String text) {
        return text.lines().filter(each -> !each.strip().startsWith("#")).flatMap(each -> Stream.of(each.split(",")))
                .map(String::strip).filter(each -> !each.isEmpty()).toList();
    }
}
