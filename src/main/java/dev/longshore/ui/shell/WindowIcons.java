package dev.longshore.ui.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The icon in the sizes from which a system picks one for title bar, task bar and window list. */
public final class WindowIcons {
    /** Sides in pixels. */
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private WindowIcons() {}

    /** All of them, the smallest first. */
    public static List<Image> all() {
        return SIZES.stream()
                .map(size -> "/dev/longshore/icons/icon-" + size + ".png")
                .map(name -> Objects.requireNonNull(WindowIcons.class.getResourceAsStream(name), name))
                .map(Image::new)
                .toList();
    }
}
