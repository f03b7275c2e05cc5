package dev.longshore.upload;

import dev.longshore.model.ForeignText;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.UploadFact;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Which names may become a part of a path and of a command. A quoted name is one word for every shell, but a terminal
 * still acts on control characters, and the clouds' tools read wildcards, escapes and fragments in it.
 */
final class NameRules {
    private static final int MOST_SHOWN = 80;
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]#%\\\\]");

    private NameRules() {}

    /** True where {@code name} is one directory, and means nothing else to any tool. */
    static boolean isDirectory(String name) {
        return !name.isBlank() && !name.contains("/") && !name.equals(".") && !name.equals("..")
                && !ForeignText.hasControls(name) && !SPECIAL.matcher(name).find();
    }

    /** True where {@code path} is one or more directories with a single slash between them. */
    static boolean isPath(String path) {
        return Arrays.stream(path.split("/", -1)).allMatch(NameRules::isDirectory);
    }

    static FactException refused(UploadFact fact, String name) {
        return new FactException(Fact.of(fact, ForeignText.line(name, MOST_SHOWN)));
    }
}
