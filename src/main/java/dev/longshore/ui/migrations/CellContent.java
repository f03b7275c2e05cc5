package dev.longshore.ui.migrations;

import dev.longshore.ui.look.ColorRole;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says: a line, a smaller one below it, and more where it is asked for.
 *
 * @param first empty where the column does not apply; what is unknown is said
 * @param second may be empty
 * @param more the tooltip, or empty for none
 * @param explanation what the second line means, shown where it is clicked; or empty for none
 * @param colorRole the colour and icon of the first line, or null for none
 */
record CellContent(
        String first, String second, String more, String explanation, @Nullable ColorRole colorRole) {
    CellContent(String first, String second, String more, @Nullable ColorRole colorRole) {
        this(first, second, more, "", colorRole);
    }

    static CellContent of(String first, String second) {
        return new CellContent(first, second, "", null);
    }

    /** All of it, for assistive technology. */
    String accessibleText() {
        return String.join(", ", first, second).strip();
    }
}
