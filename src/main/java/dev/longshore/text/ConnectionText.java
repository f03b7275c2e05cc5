package dev.longshore.text;

import dev.longshore.model.Connection;
import dev.longshore.model.Environment;
import dev.longshore.ui.look.ColorRole;

/** A connection in words and colour. */
public final class ConnectionText {
    private final Texts texts;

    /** Words out of {@code texts}. */
    public ConnectionText(Texts texts) {
        this.texts = texts;
    }

    /** Its name and what it is used for; once, where both are the same word. */
    public String named(Connection connection) {
        var environment = environment(connection.environment());
        if (connection.name().equalsIgnoreCase(environment)) {
            return connection.name();
        }
        return texts.get("text.connection.named", connection.name(), environment);
    }

    /** What it is used for. */
    public String environment(Environment environment) {
        return texts.get(switch (environment) {
            case DEVELOPMENT -> "text.environment.development";
            case TEST -> "text.environment.test";
            case PRODUCTION -> "text.environment.production";
        });
    }

    /** The colour that goes with the word, never without it. */
    public static ColorRole colorRole(Environment environment) {
        return switch (environment) {
            case DEVELOPMENT -> ColorRole.GOOD;
            case TEST -> ColorRole.RISK;
            case PRODUCTION -> ColorRole.DANGER;
        };
    }
}
