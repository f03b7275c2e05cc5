package dev.longshore.ui.context;

import dev.longshore.model.fact.Fact;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whether the watch goes on in the background when the window is closed, as the user has decided. FX thread only. */
public record KeepWatching(Preferences preferences) {
    private static final String KEY = "watch.keep";

    /** What was decided; empty before the user was asked. */
    public Optional<Boolean> decided() {
        return preferences.find(KEY).map(Boolean::valueOf);
    }

    /** True when the user has said so. */
    public boolean isWanted() {
        return decided().orElse(false);
    }

    /** Saves what the user decided; tells why it is as before, if so. */
    public CompletableFuture<Optional<Fact>> decide(boolean keep) {
        return preferences.saveOrRevert(KEY, Boolean.toString(keep));
    }

    /** Takes what the user decided for this run, and for later ones where it can be written after all. */
    public void decideForNow(boolean keep) {
        preferences.save(KEY, Boolean.toString(keep));
    }
}
