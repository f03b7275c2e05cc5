import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The authorities that the runtime in a package trusts: those of Mozilla's list and no others. A runtime takes them from
 * the JDK that links it, and on some systems that JDK trusts what its computer trusts: a company's authority, or a
 * developer's own. What the user's own system trusts is read when the program runs.
 */
final class Authorities {
    private static final Path LIST = Path.of("packaging/authorities.txt");
    /** A JDK that knows fewer of the list is not one that a package can be made of. */
    private static final double ENOUGH = 0.8;

    private Authorities() {}

    /** Says which authorities of a file are not on the list, and ends with exit code 1 where there are any. */
    public static void main(String... args) throws Exception {
        var listed = listed();
        var others = new ArrayList<String>();
        var store = load(Path.of(args[0]));
        for (var alias : Collections.list(store.aliases())) {
            if (!listed.contains(fingerprint(store.getCertificate(alias)))) {
                others.add(alias);
            }
        }
        System.out.println(store.size() + " authorities, not on the list: " + others);
        System.exit(others.isEmpty() && store.size() > 0 ? 0 : 1);
    }

    /** Takes every authority out of {@code runtime} that is not on the list. The same list makes the same bytes. */
    static void keepListed(Path runtime) throws IOException, GeneralSecurityException {
        var file = runtime.resolve("lib/security/cacerts");
        var listed = listed();
        var kept = new TreeMap<String, Certificate>();
        var all = load(file);
        for (var alias : Collections.list(all.aliases())) {
            var certificate = all.getCertificate(alias);
            var fingerprint = fingerprint(certificate);
            if (listed.contains(fingerprint)) {
                kept.put(fingerprint, certificate);
            }
        }
        if (kept.size() < listed.size() * ENOUGH) {
            throw new IllegalStateException("This JDK knows only " + kept.size() + " of the " + listed.size()
                    + " authorities of " + LIST + ".");
        }
        write(kept, file);
    }

    private static void write(Map<String, Certificate> authorities, Path file)
            throws IOException, GeneralSecurityException {
        // Certificates are public: like the store of the JDK, this one has no password.
        System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
        System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var each : authorities.entrySet()) {
            store.setCertificateEntry(each.getKey(), each.getValue());
        }
        Files.delete(file);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, null);
        }
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), (char[]) null);
    }

    private static Set<String> listed() throws IOException {
        List<String> lines = Files.readAllLines(LIST);
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }
}
