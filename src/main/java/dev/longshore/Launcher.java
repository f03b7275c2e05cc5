package dev.longshore;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

/**
 * Where the program begins. It does not extend {@code Application}, so that Java starts it whether JavaFX lies on the
 * module path or on the class path.
 */
public final class Launcher {

    private Launcher() {}

    /**
     * Opens the window, or prints the version when asked for it.
     *
     * @throws IOException when the program's own files cannot be read
     */
    public static void main(String... args) throws IOException {
        if (Arrays.asList(args).contains("--version")) {
            System.out.println("Longshore " + version());
        } else {
            LongshoreApp.open(args);
        }
    }

    static String version() throws IOException {
        try (InputStream in = Launcher.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, "version.properties"));
            return properties.getProperty("version", "");
        }
    }
}
