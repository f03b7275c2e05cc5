package dev.longshore.update;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.UpdateFact;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a signed feed says. It is a text of lines {@code name=value} after the line {@code longshore-update 1}; the last
 * one is {@code signature=} with the Ed25519 signature, in Base64, over every byte before that line.
 *
 * @param version the newest release
 * @param expires the last day, in UTC, on which the feed may be believed
 * @param page where the user reads about it and gets it
 */
record UpdateFeed(ReleaseNumber version, LocalDate expires, URI page) {
    private static final String HEAD = "longshore-update 1";
    private static final String SIGNATURE = "\nsignature=";

    /**
     * Reads a feed. Nothing of it is looked at before its signature was found to be right.
     *
     * @throws FactException where it is not signed by {@code key}, or not understood
     */
    static UpdateFeed read(byte[] feed, PublicKey key) {
        var text = new String(feed, StandardCharsets.ISO_8859_1);
        var end = text.lastIndexOf(SIGNATURE);
        if (end < 0) {
            throw new FactException(Fact.of(UpdateFact.UNSIGNED));
        }
        var signed = text.substring(0, end + 1);
        if (!isSigned(signed.getBytes(StandardCharsets.ISO_8859_1), text.substring(end + SIGNATURE.length()), key)) {
            throw new FactException(Fact.of(UpdateFact.WRONG_SIGNATURE));
        }
        return parse(new String(signed.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .orElseThrow(() -> new FactException(Fact.of(UpdateFact.MALFORMED)));
    }

    private static boolean isSigned(byte[] signed, String signature, PublicKey key) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(Base64.getDecoder().decode(signature.strip()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<UpdateFeed> parse(String text) {
        var lines = text.lines().toList();
        var values = new HashMap<String, String>();
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var sign = line.indexOf('=');
            if (sign < 1 || values.put(line.substring(0, sign), line.substring(sign + 1).strip()) != null) {
                return Optional.empty();
            }
        }
        return lines.isEmpty() || !lines.getFirst().equals(HEAD) ? Optional.empty() : of(values);
    }

    /** Whether {@code page} can be shown to the user as the page of a release. */
    static boolean isPage(URI page) {
        return "https".equals(page.getScheme()) && page.getHost() != null && page.getUserInfo() == null;
    }

    private static Optional<UpdateFeed> of(Map<String, String> values) {
        try {
            var page = URI.create(values.getOrDefault("page", ""));
            var expires = LocalDate.parse(values.getOrDefault("expires", ""));
            return isPage(page)
                    ? ReleaseNumber.read(values.getOrDefault("version", ""))
                            .map(version -> new UpdateFeed(version, expires, page))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
