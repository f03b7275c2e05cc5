package dev.longshore.start;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import dev.longshore.watch.Watch;
import dev.longshore.watch.engine.PollingWatch;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to open with a token that is in no keystore: that of {@code --connect}; or, when the program is
 * started without it, those of earlier starts for which the very same token was given; and those whose tokens the watch
 * before has handed over. A token given for one endpoint is never sent to another.
 */
public final class StartConnections {
    private static final Logger LOG = LoggerFactory.getLogger(StartConnections.class);

    private final List<Connection> saved;
    private final ProgramStart.Target target;
    private final StartTokens tokens;
    private final GivenTokens givenTokens;
    private final Optional<Connection> connectTo;

    /** @throws FactException when there is no token for the endpoint to connect to, and none can be in the keystore */
    public StartConnections(
            List<Connection> kept, ProgramStart.Target target, StartTokens tokens, GivenTokens givenTokens) {
        this.givenTokens = givenTokens;
        this.saved = kept;
        this.target = target;
        this.tokens = tokens;
        this.connectTo = target.endpoint().map(this::connection);
    }

    /** Those to open, with their tokens. */
    public List<PollingWatch.ConnectionToOpen> all() {
        var given = connectTo.isPresent() ? connectTo.stream().flatMap(this::ofStart).toList() : ofEarlierStarts();
        var opened = given.stream().map(each -> each.connection().id()).toList();
        var handed = saved.stream()
                .filter(each -> !opened.contains(each.id()) && tokens.handed().tokens().containsKey(each.id()))
                .map(each -> new PollingWatch.ConnectionToOpen(
                        each, Objects.requireNonNull(tokens.handed().tokens().get(each.id()))));
        return Stream.concat(given.stream(), handed).toList();
    }

    /** The token of a connection of the keystore is found there. */
    private Stream<PollingWatch.ConnectionToOpen> ofStart(Connection connection) {
        return tokens.given().stream().map(token -> {
            givenTokens.given(connection.endpoint(), token);
            return new PollingWatch.ConnectionToOpen(connection, token);
        });
    }

    private List<PollingWatch.ConnectionToOpen> ofEarlierStarts() {
        return tokens.given().stream()
                .flatMap(token -> saved.stream()
                        .filter(each -> each.origin() == Connection.TokenOrigin.ENVIRONMENT_VARIABLE
                                && givenTokens.wasGiven(each.endpoint(), token))
                        .map(each -> new PollingWatch.ConnectionToOpen(each, token)))
                .toList();
    }

    /** The migrations of {@code --watch}. */
    public List<MigrationKey> migrations() {
        return connectTo.stream()
                .flatMap(connection -> target.migrations().stream()
                        .map(ref -> new MigrationKey(connection.id(), ref)))
                .toList();
    }

    /** Puts migrations on the list, without names, one after the other, so that they stand in this order. */
    public static CompletableFuture<?> register(List<MigrationKey> migrations, Watch watch) {
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (var migration : migrations) {
            last = last.thenCompose(_ -> watch.add(migration, ""));
        }
        return last.whenComplete((_, e) -> {
            if (e != null) {
                LOG.error("A migration could not be put on the list", e);
            }
        });
    }

    /** What an endpoint is used for is not known; the careful guess is production, but on this computer. */
    private static Environment environmentOf(URI endpoint) {
        return "http".equals(endpoint.getScheme()) ? Environment.DEVELOPMENT : Environment.PRODUCTION;
    }

    private Connection connection(URI endpoint) {
        var origin = tokens.given().isPresent() ? Connection.TokenOrigin.ENVIRONMENT_VARIABLE
                : Connection.TokenOrigin.KEYSTORE;
        return saved.stream()
                .filter(each -> each.endpoint().equals(endpoint) && each.origin() == origin)
                .findFirst()
                .or(() -> saved.stream().filter(each -> each.endpoint().equals(endpoint)
                        && tokens.handed().tokens().containsKey(each.id())).findFirst())
                .orElseGet(() -> added(endpoint));
    }

    private Connection added(URI endpoint) {
        if (tokens.given().isEmpty()) {
            throw new FactException(Fact.of(StartFact.NO_TOKEN_FOR_ENDPOINT, endpoint.toString()));
        }
        return new Connection(
                new ConnectionId(UUID.randomUUID().toString()),
                Objects.requireNonNullElse(endpoint.getHost(), endpoint.toString()),
                endpoint,
                environmentOf(endpoint),
                false,
                Connection.TokenOrigin.ENVIRONMENT_VARIABLE);
    }
}
