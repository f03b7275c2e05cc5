package dev.longshore.start;

import dev.longshore.cli.Arguments;
import dev.longshore.model.ApplicationToken;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationKey;
import dev.longshore.watch.Watch;
import dev.longshore.watch.engine.PollingWatch;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections whose token comes from the environment variable: that of {@code --connect}, or, when the program is
 * started without it, those of earlier starts for which the very same token was given. A token given for one endpoint is
 * never sent to another.
 */
public final class StartConnections {
    private static final Logger LOG = LoggerFactory.getLogger(StartConnections.class);

    private final List<Connection> saved;
    private final Arguments.OpenWindow start;
    private final Map<String, String> environment;
    private final GivenTokens givenTokens;
    private final Optional<Connection> connectTo;

    public StartConnections(List<Connection> kept, Arguments.OpenWindow start, Map<String, String> environment,
            GivenTokens givenTokens) {
        this.givenTokens = givenTokens;
        this.saved = kept;
        this.start = start;
        this.environment = environment;
        this.connectTo = start.connect().map(target -> connection(target.endpoint()));
    }

    public List<PollingWatch.ConnectionToOpen> all() {
        if (start.connect().isPresent()) {
            var token = start.connect().get().token();
            connectTo.ifPresent(connection -> givenTokens.given(connection.endpoint(), token));
            return connectTo.stream()
                    .map(connection -> new PollingWatch.ConnectionToOpen(connection, token))
                    .toList();
        }
        return ApplicationToken.find(environment.getOrDefault(Arguments.TOKEN_VARIABLE, "")).stream()
                .flatMap(token -> saved.stream()
                        .filter(each -> each.origin() == Connection.TokenOrigin.ENVIRONMENT_VARIABLE
                                && givenTokens.wasGiven(each.endpoint(), token))
                        .map(each -> new PollingWatch.ConnectionToOpen(each, token)))
                .toList();
    }

    /** The migrations of {@code --watch}. */
    public List<MigrationKey> migrations() {
        return connectTo.stream()
                .flatMap(connection -> start.watch().stream()
                        .map(ref -> new MigrationKey(connection.id(), ref)))
                .toList();
    }

    /** Puts migrations on the list, without names, one after the other, so that they stand in this order. */
    public static void register(List<MigrationKey> migrations, Watch watch) {
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (var migration : migrations) {
            last = last.thenCompose(_ -> watch.add(migration, ""));
        }
        last.whenComplete((_, e) -> {
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
        return saved.stream()
                .filter(each -> each.endpoint().equals(endpoint)
                        && each.origin() == Connection.TokenOrigin.ENVIRONMENT_VARIABLE)
                .findFirst()
                .orElseGet(() -> new Connection(
                        new ConnectionId(UUID.randomUUID().toString()),
                        Objects.requireNonNullElse(endpoint.getHost(), endpoint.toString()),
                        endpoint,
                        environmentOf(endpoint),
                        false,
                        Connection.TokenOrigin.ENVIRONMENT_VARIABLE));
    }
}
