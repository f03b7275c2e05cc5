package dev.longshore.ui.context;

import java.util.Optional;

/** What the person arranged in the window and finds again at the next start; never a secret. FX thread only. */
public interface Preferences {
    /** What was kept under {@code key}. */
    Optional<String> find(String key);

    /** Keeps {@code value} under {@code key}; writing may happen later, on another thread. */
    void save(String key, String value);
}
