package dev.longshore.upload;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.UploadFact;
import java.util.regex.Pattern;

/**
 * A node of the origin cluster.
 *
 * @param name its directory in the migration's upload directory
 * @param destination what ssh connects to: the name, or {@code user@name}
 */
public record OriginNode(String name, String destination) {
    private static final Pattern NODE = Pattern.compile("(?:[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*@)?"
            + "([\\p{L}\\p{N}_:](?:[\\p{L}\\p{N}._:-]*[\\p{L}\\p{N}_:-])?)");

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
}
