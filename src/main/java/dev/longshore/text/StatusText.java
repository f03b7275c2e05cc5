package dev.longshore.text;

import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import org.jspecify.annotations.Nullable;

/** Statuses in words. */
public final class StatusText {
    private final Texts texts;

    /** Words out of {@code texts}. */
    public StatusText(Texts texts) {
        this.texts = texts;
    }

    /** The friendly word; the service's own word where it is not documented; "not checked yet" where there is none. */
    public String word(@Nullable Status status) {
        return switch (status) {
            case null -> texts.get("control.status.none");
            case Status.UnknownStatus(var raw) -> raw;
            case Status.KnownStatus(var phase, _) -> word(phase);
        };
    }

    /** The friendly word for {@code phase}. */
    public String word(Phase phase) {
        return texts.get("control.status." + phase.name());
    }
}
