package dev.longshore.ui.uploads;

import dev.longshore.ui.fx.SystemClipboard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Copies secrets, and clears the clipboard a minute later, or when the window is closed, if it still holds them. What
 * was copied is remembered by a hash alone. FX thread only.
 */
public final class SecretClipboard implements AutoCloseable {
    /** How long a secret may stay in the clipboard, in seconds of real life. */
    public static final int SECONDS = 60;

    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper(this, "left");
    private byte @Nullable [] copiedHash;

    /** Seconds until it is cleared; 0 while there is nothing to clear. */
    ReadOnlyIntegerProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** Puts a secret into the clipboard; the minute begins anew. */
    void copy(String secret) {
        SystemClipboard.copySecret(secret);
        copiedHash = hash(secret);
        left.set(SECONDS);
    }

    /** A second of real life has passed. */
    public void tick() {
        if (copiedHash != null) {
            left.set(left.get() - 1);
            if (left.get() <= 0) {
                close();
            }
        }
    }

    /** Clears it now, if it still holds what was copied last. */
    @Override
    public void close() {
        var before = copiedHash;
        copiedHash = null;
        left.set(0);
        var now = before == null ? null : SystemClipboard.text();
        if (now != null && MessageDigest.isEqual(before, hash(now))) {
            SystemClipboard.clear();
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
