import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes what tells running programs of this release: {@code longshore-update.txt}, which has to lie at the address that
 * the packages were built with (-Dlongshore.update.feed). It is believed only with the signature of the key whose
 * public half was given to them (-Dlongshore.update.key), and for a year from the day of the release on.
 */
final class UpdateFeed {
    private UpdateFeed() {}

    /**
     * @param released the day of the release
     * @param key a file with an Ed25519 key as PEM, as {@code openssl genpkey -algorithm ed25519} writes it
     */
    static void write(Path folder, Release release, LocalDate released, Optional<String> key) throws Exception {
        var text = "longshore-update 1\nversion=%s\nexpires=%s\npage=%s/releases/tag/v%s\n".formatted(
                release.version(), released.plusYears(1), release.homepage(), release.version());
        var signature = key.isPresent() ? "signature=" + sign(text, Path.of(key.get())) + "\n" : "";
        Files.writeString(folder.resolve("longshore-update.txt"), text + signature);
        if (signature.isEmpty()) {
            System.out.println(
                    "The update feed is not signed, so no program believes it: give -Dlongshore.update.signingKey.");
        }
    }

    private static String sign(String text, Path key) throws IOException, GeneralSecurityException {
        var pem = Files.readString(key).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signer.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signer.sign());
    }
}
