package dev.longshore;

import dev.longshore.platform.SettingsFile;
import dev.longshore.ui.Preferences;
import java.util.Optional;

/** The window's preferences in the settings file of the data folder. */
record KeptPreferences(SettingsFile file) implements Preferences {
    @Override
    public Optional<String> find(String key) {
        return file.find(key);
    }

    @Override
    public void keep(String key, String value) {
        file.keep(key, value);
    }
}
