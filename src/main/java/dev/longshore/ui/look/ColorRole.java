package dev.longshore.ui.look;

import dev.longshore.model.Environment;
import java.util.Locale;
import javafx.scene.Node;

/** What a colour says. Never told by colour alone: whatever has a role carries an icon and a word besides. */
public enum ColorRole {
    /** Nothing to say: at rest, over, or not known. */
    NEUTRAL,
    /** Work goes on. */
    RUNNING,
    /** Files come in. */
    UPLOADING,
    /** It waits for a user or for its turn. */
    WAITING,
    /** It went well. */
    GOOD,
    /** Something will be lost unless a user acts. */
    RISK,
    /** Something failed, or is being lost. */
    DANGER;

    private static final String PREFIX = "role-";

    /** The colour of {@code environment}, shown beside its word. */
    public static ColorRole of(Environment environment) {
        return switch (environment) {
            case DEVELOPMENT -> GOOD;
            case TEST -> RISK;
            case PRODUCTION -> DANGER;
        };
    }

    /** The style class that gives a node this role's colours ({@code longshore.css}). */
    public String styleClass() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Gives {@code node} this role's colours, instead of those of any other. A node that has them is left alone, since
     * its styles would be looked up anew. FX thread only.
     */
    public void applyTo(Node node) {
        if (!node.getStyleClass().contains(styleClass())) {
            removeFrom(node);
            node.getStyleClass().add(styleClass());
        }
    }

    /** Takes the colours of any role from {@code node}. FX thread only. */
    public static void removeFrom(Node node) {
        node.getStyleClass().removeIf(each -> each.startsWith(PREFIX));
    }
}
