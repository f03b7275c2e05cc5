package dev.longshore.ui.uploads;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/** The clipboard of the system, by way of JavaFX. FX thread only. */
public final class SystemClipboard implements SecretClipboard.ClipboardAccess {
    // Understood by the histories of KDE and of others that follow it: they do not keep what carries it.
    private static final String HINT = "x-kde-passwordManagerHint";

    @Override
    public @Nullable String text() {
        return Clipboard.getSystemClipboard().getString();
    }

    @Override
    public void putSecret(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text, hint(), "secret"));
    }

    @Override
    public void clear() {
        Clipboard.getSystemClipboard().clear();
    }

    private static DataFormat hint() {
        return Optional.ofNullable(DataFormat.lookupMimeType(HINT)).orElseGet(() -> new DataFormat(HINT));
    }
}
