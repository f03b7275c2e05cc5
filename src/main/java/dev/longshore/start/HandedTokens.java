package dev.longshore.start;

import dev.longshore.model.ApplicationToken;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tokens that lie in memory only, as one watch hands them to the next one on the same data folder: over the pipe to a
 * child, or over the socket that only the user can open. Never an argument, never in the environment, never in a file.
 *
 * @param tokens by the connection they are for
 * @param goesOn true when the one that hands over waits until it can go on by itself
 */
public record HandedTokens(Map<ConnectionId, Secret> tokens, boolean goesOn) {
    private static final String GOES_ON = "goes on\n";

    public HandedTokens {
        tokens = Map.copyOf(tokens);
    }

    /** None. */
    public static HandedTokens none() {
        return new HandedTokens(Map.of(), false);
    }

    /** As a line for each, with the ID of its connection before it. */
    public String text() {
        return tokens.entrySet().stream()
                .map(each -> each.getKey().value() + "\t" + new String(each.getValue().reveal()) + "\n")
                .collect(Collectors.joining("", goesOn ? GOES_ON : "", ""));
    }

    /** The same of one that waits until it can go on. */
    public HandedTokens goingOn() {
        return new HandedTokens(tokens, true);
    }

    /** What {@link #text} wrote; lines that say something else are left out. */
    public static HandedTokens of(String text) {
        var tokens = new HashMap<ConnectionId, Secret>();
        text.lines().map(each -> each.split("\t", 2)).filter(each -> each.length == 2 && !each[0].isBlank())
                .forEach(each -> ApplicationToken.find(each[1])
                        .ifPresent(token -> tokens.put(new ConnectionId(each[0]), token)));
        return new HandedTokens(tokens, text.startsWith(GOES_ON));
    }

    /** Says only how many. */
    @Override
    public String toString() {
        return tokens.size() + " tokens";
    }
}
