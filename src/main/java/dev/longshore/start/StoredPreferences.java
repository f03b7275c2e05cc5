package dev.longshore.start;

import dev.longshore.model.fact.Fact;
import dev.longshore.platform.SettingsFile;
import dev.longshore.ui.context.Preferences;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The window's preferences in the settings file of the data folder. */
public record StoredPreferences(SettingsFile file) implements Preferences {
    @Override
    public Optional<String> find(String key) {
        return file.find(key);
    }

    @Override
    public Optional<Fact> notice() {
        return file.notice();
    }

    @Override
    public void save(String key, String value) {
        file.save(key, value);
    }

    @Override
    public CompletableFuture<Optional<Fact>> saveAtOnce(String key, String value) {
        return file.saveAtOnce(key, value);
    }

    @Override
    public CompletableFuture<Optional<Fact>> saveOrRevert(String key, String value) {
        return file.saveOrRevert(key, value);
    }
}
