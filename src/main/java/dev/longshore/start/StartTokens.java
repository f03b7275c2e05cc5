package dev.longshore.start;

import dev.longshore.cli.Arguments;
import dev.longshore.model.ApplicationToken;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens that come with a start.
 *
 * @param given what the user gave it, in a file or the environment; empty where tokens are in the keystore only
 * @param handed what another watch on the data folder had in memory only
 * @param warning what the user should know about the place of the token
 */
public record StartTokens(Optional<Secret> given, HandedTokens handed, Optional<Fact> warning) {
    /** Where systemd tells a service that it has laid down its credentials. */
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    /** The token of the environment variable, where there is one. */
    public static StartTokens of(Map<String, String> environment) {
        return of(ApplicationToken.find(environment.getOrDefault(Arguments.TOKEN_VARIABLE, "")));
    }

    /** A token that was given. */
    public static StartTokens of(Optional<Secret> given) {
        return new StartTokens(given, HandedTokens.none(), Optional.empty());
    }

    /**
     * The token of a watch without a window: of the file it is told; else of the file {@code token} among the
     * credentials of systemd; else of the environment variable. Reads files.
     *
     * @throws FactException when a file cannot be read, or there is something else than a token
     */
    public static StartTokens of(Arguments.WatchFiles files, HandedTokens handed, Map<String, String> environment) {
        var file = files.token().or(() -> credential(environment)).map(TokenFile::new);
        var given = file.map(TokenFile::applicationToken).or(() -> variable(environment));
        return new StartTokens(given, handed, file.flatMap(TokenFile::warning));
    }

    private static Optional<Secret> variable(Map<String, String> environment) {
        try {
            return ApplicationToken.in(environment.getOrDefault(Arguments.TOKEN_VARIABLE, "").toCharArray());
        } catch (FactException e) {
            throw new FactException(Fact.of(StartFact.TOKEN_MALFORMED, e.fact()), e);
        }
    }

    private static Optional<Path> credential(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(CREDENTIALS)).filter(each -> !each.isBlank())
                .map(each -> Path.of(each, "token")).filter(Files::exists);
    }

    /** The same, with what another watch has handed over since. */
    public StartTokens with(HandedTokens others) {
        return others.tokens().isEmpty() ? this : new StartTokens(given, others, warning);
    }
}
