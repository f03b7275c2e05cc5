package dev.longshore.ui.control;

import dev.longshore.model.Status;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/**
 * A migration's status as icon, colour and a friendly word; the service's own word is in the tooltip. A word that
 * nobody knows is shown as it came, and no status as "not observed yet". FX thread only.
 */
public final class StatusBadge extends Label {
    private final ObjectProperty<@Nullable Status> status = new SimpleObjectProperty<>(this, "status");
    private final BooleanProperty stale = new SimpleBooleanProperty(this, "stale");

    /** A badge for a status that was not observed yet. */
    public StatusBadge() {
        getStyleClass().add("status-badge");
    }

    /** The status, or null when none was observed yet. */
    public ObjectProperty<@Nullable Status> statusProperty() {
        return status;
    }

    /** See {@link #statusProperty()}. */
    public void setStatus(@Nullable Status value) {
        status.set(value);
    }

    /** True when the status is older than it should be: it looks old then. */
    public BooleanProperty staleProperty() {
        return stale;
    }
}
