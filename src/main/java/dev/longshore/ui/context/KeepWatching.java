package dev.longshore.ui.context;

import java.util.Optional;

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

    /** Saves what the user decided. */
    public void decide(boolean keep) {
        var _ = preferences.saveAtOnce(KEY, Boolean.toString(keep));
    }
}
