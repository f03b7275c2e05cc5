package dev.longshore.support;

import dev.longshore.simulator.service.GeneratedSecrets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tokens and credentials that tests use, and a search for them and all of their kind. */
public final class Secrets {
    /** A token of the client's own tests. */
    public static final String CLIENT_TOKEN = "AstraCS:Kx7q:0f5d9a";
    /** The token of the service that is not the simulator. */
    public static final String OTHER_SERVICE_TOKEN = "AstraCS:otherService:0123456789abcdef";
    /** Another token that it takes. */
    public static final String OTHER_SERVICE_NEW_TOKEN = "AstraCS:otherService:fedcba9876543210";
    /** A key that the service which is not the simulator gives away with each status. */
    public static final String OTHER_SERVICE_KEY = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";
    /** The token of the conformance table's wiretap. */
    public static final String WIRETAP_TOKEN = "AstraCS:wiretap:0f5d9a77";
    /** A key with which the migrations of the test windows are uploaded. */
    public static final String ESTATE_KEY = "q7Zt2mXv9LrEstateKeyPw4Hc8NbYd1s";
    /** The session that belongs to it. */
    public static final String ESTATE_SESSION = "FwoGEstateSessionJ3kUe5TqRz0aVxWm6";
    /** Every secret with a fixed text: those above, and what a simulator of the usual seed makes up. */
    public static final List<String> ALL = Stream.concat(
            Stream.of(CLIENT_TOKEN, OTHER_SERVICE_TOKEN, OTHER_SERVICE_NEW_TOKEN, OTHER_SERVICE_KEY, WIRETAP_TOKEN,
                    ESTATE_KEY, ESTATE_SESSION),
            GeneratedSecrets.all().stream())
            .toList();

    private static final KnownSecrets KNOWN = new KnownSecrets(ALL);

    /** What a secret looks like when its text is not known: any token, and the credentials of each cloud. */
    private static final List<Pattern> KINDS = List.of(
            Pattern.compile("AstraCS(:|%3A)[A-Za-z0-9]{2}[^\\s\"'<>,;]*"),
            Pattern.compile("AWS_(SECRET_ACCESS_KEY|SESSION_TOKEN)=[A-Za-z0-9+/]{4}\\S*"),
            Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{300,}"),
            Pattern.compile("eyJ0eXBlIjoic2VydmljZV9hY2NvdW50[A-Za-z0-9+/=]*"),
            Pattern.compile("[?&]sig=[A-Za-z0-9%+/]{16,}"));

    private Secrets() {}

    /** The beginnings of the secrets that stand in {@code text}: enough to find them, too little to use them. */
    public static List<String> in(String text) {
        var known = KNOWN.in(text);
        var kinds = KINDS.stream().flatMap(kind -> kind.matcher(text).results().map(MatchResult::group));
        return Stream.concat(known, kinds).map(Secrets::beginning).distinct().toList();
    }

    private static String beginning(String secret) {
        return secret.substring(0, Math.min(secret.length(), 12)) + "…";
    }
}
