package dev.longshore.update;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** Feeds that somebody has signed. */
public final class SampleFeeds {
    private final KeyPair keys = newKeys();

    /** The public key as a build is given it. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A signed feed of that version, valid for long. */
    public byte[] of(String version) {
        return signed("longshore-update 1\nversion=" + version
                + "\nexpires=2027-12-31\npage=https://longshore.example/releases/" + version + "\n");
    }

    /** Any text, signed. */
    byte[] signed(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return (text + "signature=" + Base64.getEncoder().encodeToString(signature.sign()) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
