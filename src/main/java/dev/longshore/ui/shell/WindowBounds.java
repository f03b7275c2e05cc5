package dev.longshore.ui.shell;

import dev.longshore.ui.context.Preferences;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts a window where it was when it was last closed, or in the middle when that screen is gone. FX thread only. */
public final class WindowBounds {
    private static final String BOUNDS = "window.place";
    private static final String MAXIMIZED = "window.maximized";
    private static final double ENOUGH_TO_GRAB = 120;
    private static final double WIDEST = 32_767;

    private final Stage stage;
    private final Preferences preferences;

    /** The place of {@code stage}. */
    public WindowBounds(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    /** Puts the window where it was; call before it is shown. */
    public void restore() {
        saved().filter(WindowBounds::canBeReached).ifPresent(place -> {
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
        });
        stage.setMaximized(preferences.find(MAXIMIZED).filter("true"::equals).isPresent());
    }

    /** Keeps the place; call before the window is closed. */
    public void save() {
        preferences.save(MAXIMIZED, Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized()) {
            preferences.save(
                    BOUNDS,
                    DoubleStream.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
                            .mapToObj(Double::toString)
                            .collect(Collectors.joining(" ")));
        }
    }

    private Optional<Rectangle2D> saved() {
        try {
            return preferences
                    .find(BOUNDS)
                    .map(text -> Arrays.stream(text.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .filter(numbers -> numbers.length == 4 && Arrays.stream(numbers).allMatch(WindowBounds::isPossible))
                    .map(numbers -> new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3]));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Larger numbers, or none, are a fault of the file: no screen is so wide. */
    private static boolean isPossible(double number) {
        return Math.abs(number) <= WIDEST;
    }

    /** Enough of its upper edge must lie on a screen to be dragged by. */
    private static boolean canBeReached(Rectangle2D place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> place.getMinY() >= screen.getMinY()
                        && place.getMinY() < screen.getMaxY() - ENOUGH_TO_GRAB
                        && place.getMaxX() > screen.getMinX() + ENOUGH_TO_GRAB
                        && place.getMinX() < screen.getMaxX() - ENOUGH_TO_GRAB);
    }
}
