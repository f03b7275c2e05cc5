package dev.longshore.ui.fx;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/** The clipboard of the system. FX thread only. */
public final class SystemClipboard {
    // Understood by the histories of KDE and of others that follow it: they do not keep what carries it.
    private static final String SECRET_HINT = "x-kde-passwordManagerHint";

    private SystemClipboard() {}

    /** Puts {@code text} in it. */
    public static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** Puts a secret in it, marked as one for programs that keep a history of it. */
    public static void copySecret(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text, secretHint(), "secret"));
    }

    /** The text that is in it, or null. */
    public static @Nullable String text() {
        return Clipboard.getSystemClipboard().getString();
    }

    /** Empties it. */
    public static void clear() {
        Clipboard.getSystemClipboard().clear();
    }

    private static DataFormat secretHint() {
        return Optional.ofNullable(DataFormat.lookupMimeType(SECRET_HINT))
                .orElseGet(() -> new DataFormat(SECRET_HINT));
    }
}
