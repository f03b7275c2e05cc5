package dev.longshore.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this program. */
public final class Version {
    private Version() {}

    /** The version this program was built as, for example "1.0.0". */
    public static String current() {
        try (InputStream in = Version.class.getResourceAsStream("/dev/longshore/version.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, "version.properties"));
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own files cannot be read.", e);
        }
    }
}
