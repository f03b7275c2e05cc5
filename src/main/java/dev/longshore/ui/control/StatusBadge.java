package dev.longshore.ui.control;

import dev.longshore.model.Status;
import dev.longshore.text.StatusText;
import dev.longshore.text.Texts;
import dev.longshore.ui.look.IconStyle;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A migration's status as icon, colour and a friendly word; the service's own word is in the tooltip. A word that
 * nobody knows is shown as it came, and no status as "not observed yet". FX thread only.
 */
public final class StatusBadge extends Label {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final ObjectProperty<@Nullable Status> status = new SimpleObjectProperty<>(this, "status");
    private final BooleanProperty stale = new SimpleBooleanProperty(this, "stale");
    private final StringProperty age = new SimpleStringProperty(this, "age", "");
    private final FontIcon icon = new FontIcon();
    private final Texts texts;

    /** A badge for a status that was not observed yet, with words out of {@code texts}. */
    public StatusBadge(Texts texts) {
        this.texts = texts;
        getStyleClass().add("status-badge");
        setMinWidth(USE_PREF_SIZE);
        setGraphic(icon);
        setTooltip(new Tooltip());
        status.addListener((_, _, _) -> update());
        stale.addListener((_, _, _) -> update());
        age.addListener((_, _, _) -> update());
        update();
    }

    /** The status, or null when none was observed yet. */
    public ObjectProperty<@Nullable Status> statusProperty() {
        return status;
    }

    /** See {@link #statusProperty()}. */
    public @Nullable Status getStatus() {
        return status.get();
    }

    /** See {@link #statusProperty()}. */
    public void setStatus(@Nullable Status value) {
        status.set(value);
    }

    /** True when the status is older than it should be: it looks old then. */
    public BooleanProperty staleProperty() {
        return stale;
    }

    /** How old the status is, in words; said while it is {@link #staleProperty() stale}. */
    public StringProperty ageProperty() {
        return age;
    }

    /** See {@link #staleProperty()}. */
    public boolean isStale() {
        return stale.get();
    }

    /** See {@link #staleProperty()}. */
    public void setStale(boolean value) {
        stale.set(value);
    }

    private void update() {
        var style = IconStyle.of(status.get());
        var word = new StatusText(texts).word(status.get());
        style.colorRole().applyTo(this);
        pseudoClassStateChanged(STALE, stale.get());
        icon.setIconCode(style.icon());
        setText(!stale.get() ? word
                : age.get().isEmpty() ? texts.get("control.status.stale", word)
                        : texts.get("control.status.stale.age", word, age.get()));
        getTooltip().setText(explanation());
        setAccessibleText(texts.get("control.status.accessible", word, sentence()));
    }

    private String explanation() {
        return getText() + "\n" + sentence();
    }

    private String sentence() {
        var sentence = switch (status.get()) {
            case null -> texts.get("control.status.none.why");
            case Status.KnownStatus knownStatus -> texts.get("control.status.raw", knownStatus.raw());
            case Status.UnknownStatus unknownStatus -> texts.get("control.status.unknown", unknownStatus.raw());
        };
        return stale.get() ? sentence + " " + texts.get("control.status.stale.why") : sentence;
    }
}
