package dev.longshore.ui.migrations;

import dev.longshore.ui.theme.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says: a line, a smaller one below it, and more where it is asked for.
 *
 * @param first empty where nothing is known
 * @param second may be empty
 * @param more the tooltip, or empty for none
 * @param token the colour and icon of the first line, or null for none
 */
record Facet(String first, String second, String more, @Nullable Token token) {
    static Facet of(String first, String second) {
        return new Facet(first, second, "", null);
    }

    /** All of it, for assistive technology. */
    String spoken() {
        return String.join(", ", first, second).strip();
    }
}
