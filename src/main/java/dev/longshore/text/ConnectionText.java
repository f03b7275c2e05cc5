package dev.longshore.text;

import dev.longshore.model.Connection;
import dev.longshore.model.Environment;

/** A connection in words. */
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
}
