package dev.longshore.ui.look;

import java.util.Locale;
import java.util.Map;

/** Whether a system wants high contrast: each says so under a name of its own (Javadoc of Platform.Preferences). */
final class SystemContrast {
    private SystemContrast() {}

    static boolean isWanted(Map<String, Object> preferences) {
        return Boolean.TRUE.equals(preferences.get("Windows.SPI.HighContrast"))
                || (preferences.get("GTK.theme_name") instanceof String theme
                        && theme.toLowerCase(Locale.ROOT).contains("highcontrast"));
    }
}
