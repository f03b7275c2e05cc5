package dev.longshore.devops.http;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where certificates of authorities are looked for besides the list of the Java runtime, which in a package is Mozilla's.
 *
 * @param bundles PEM files of the system; the first one that is there is read
 * @param keyStores the system's stores by the names that Java has for them
 * @param named files that the user named, and folders of them; each is read
 */
public record TrustedStores(List<Path> bundles, List<String> keyStores, List<Path> named) {
    /** The variable of OpenSSL and curl that names a file. */
    public static final String VARIABLE = "SSL_CERT_FILE";
    /** Theirs that names folders of such files. */
    private static final String FOLDERS_VARIABLE = "SSL_CERT_DIR";

    /** The usual places of Debian, Red Hat, SUSE, Alpine and the BSDs, as Go and curl look for them. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/var/lib/ca-certificates/ca-bundle.pem"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/pki/tls/cacert.pem"),
            Path.of("/etc/ssl/cert.pem"));

    public TrustedStores {
        bundles = List.copyOf(bundles);
        keyStores = List.copyOf(keyStores);
        named = List.copyOf(named);
    }

    /** The list of the Java runtime alone. */
    public static TrustedStores ofRuntime() {
        return new TrustedStores(List.of(), List.of(), List.of());
    }

    /**
     * The stores of a system, and the files that are named.
     *
     * @param system its name as the system property {@code os.name} gives it
     * @param environment the environment variables
     * @param setting a file that the settings name, or empty
     */
    public static TrustedStores ofSystem(String system, Map<String, String> environment, Optional<String> setting) {
        var named = new ArrayList<Path>();
        Optional.ofNullable(environment.get(VARIABLE)).flatMap(TrustedStores::path).ifPresent(named::add);
        Stream.of(environment.getOrDefault(FOLDERS_VARIABLE, "").split(File.pathSeparator, -1))
                .flatMap(each -> path(each).stream()).forEach(named::add);
        setting.flatMap(TrustedStores::path).ifPresent(named::add);
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new TrustedStores(List.of(), List.of("Windows-ROOT", "Windows-ROOT-LOCALMACHINE"), named);
        }
        return name.startsWith("mac") || name.startsWith("darwin")
                ? new TrustedStores(List.of(), List.of("KeychainStore-ROOT", "KeychainStore"), named)
                : new TrustedStores(BUNDLES, List.of(), named);
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
