package dev.longshore.ui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/**
 * Light, dark and high contrast, as the user chose or as the system says, live. It is AtlantaFX's Primer, a sheet that
 * makes ControlsFX follow it, and our color roles. FX thread only.
 */
public final class Theme {
    private static final String CONTROLSFX = sheet("controlsfx.css");
    private static final String COLOR_ROLES = sheet("longshore.css");
    private static final String DARK = sheet("dark.css");
    private static final String CONTRAST = sheet("contrast.css");

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(this, "choice", ThemeChoice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final List<WeakReference<Scene>> scenes = new ArrayList<>();
    private final ObservableValue<Boolean> systemDark;
    private final ObservableValue<Boolean> systemContrast;

    /** What the user chose. */
    public enum ThemeChoice {
        /** As the system has it, and as it changes. */
        SYSTEM,
        LIGHT,
        DARK
    }

    /** A theme that follows this computer. Make one for the program, before the first scene. */
    public Theme() {
        this(Platform.getPreferences());
    }

    /** By bindings, which the system does not hold: its preferences live longer than a window. */
    private Theme(Platform.Preferences system) {
        this(Bindings.createBooleanBinding(
                () -> system.getColorScheme() == ColorScheme.DARK, system.colorSchemeProperty()),
                Bindings.createBooleanBinding(() -> Theme.isContrastWanted(system), system));
    }

    /** A theme that follows a system which wants dark, and high contrast, when these say so. */
    Theme(ObservableValue<Boolean> systemDark, ObservableValue<Boolean> systemContrast) {
        this.systemDark = systemDark;
        this.systemContrast = systemContrast;
        choice.subscribe(_ -> update());
        systemDark.subscribe(_ -> update());
        systemContrast.subscribe(_ -> update());
    }

    /** Whether a system wants high contrast: each says so under a name of its own (Javadoc of Platform.Preferences). */
    static boolean isContrastWanted(Map<String, Object> preferences) {
        return Boolean.TRUE.equals(preferences.get("Windows.SPI.HighContrast"))
                || (preferences.get("GTK.theme_name") instanceof String theme
                        && theme.toLowerCase(Locale.ROOT).contains("highcontrast"));
    }

    /** What the user chose; the look follows at once. */
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** Whether the look is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Gives {@code scene} the look, and keeps it up to date. Call before its window is shown: then nothing flashes. */
    public void applyTo(Scene scene) {
        scenes.add(new WeakReference<>(scene));
        scene.getStylesheets().addAll(CONTROLSFX, COLOR_ROLES);
        scene.rootProperty().subscribe(_ -> applyColors(scene));
    }

    private void update() {
        dark.set(isDark());
        var theme = dark.get() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        scenes.removeIf(each -> each.get() == null);
        scenes.stream().map(WeakReference::get).filter(Objects::nonNull).forEach(this::applyColors);
    }

    private boolean isDark() {
        return switch (choice.get()) {
            case SYSTEM -> systemDark.getValue();
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    private void applyColors(Scene scene) {
        scene.getPreferences().setColorScheme(dark.get() ? ColorScheme.DARK : ColorScheme.LIGHT);
        scene.getStylesheets().removeAll(DARK, CONTRAST);
        if (dark.get()) {
            scene.getStylesheets().add(DARK);
        }
        if (systemContrast.getValue()) {
            scene.getStylesheets().add(CONTRAST);
        }
        fillLikeRoot(scene);
    }

    /** A scene is white until its root is drawn over it; with the root's own colour nothing flashes. */
    private static void fillLikeRoot(Scene scene) {
        var likeRoot = new Region();
        likeRoot.getStyleClass().setAll(scene.getRoot().getStyleClass());
        likeRoot.getStylesheets().setAll(scene.getRoot().getStylesheets());
        // Styling the root would style all that is in it, once more than for the first frame.
        var sample = new Scene(likeRoot);
        sample.getPreferences().setColorScheme(scene.getPreferences().getColorScheme());
        sample.getStylesheets().setAll(scene.getStylesheets());
        likeRoot.applyCss();
        if (likeRoot.getBackground() != null) {
            likeRoot.getBackground().getFills().stream().findFirst().ifPresent(fill -> scene.setFill(fill.getFill()));
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
