package dev.longshore;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Secret;
import dev.longshore.watch.PollingWatch;
import dev.longshore.watch.Watch;
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
 * started without it, those of earlier starts. A token given for one endpoint is never sent to another.
 */
final class Openings {
    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

    private final List<Connection> kept;
    private final Arguments.OpenWindow start;
    private final Map<String, String> environment;
    private final Optional<Connection> connectTo;

    Openings(List<Connection> kept, Arguments.OpenWindow start, Map<String, String> environment) {
        this.kept = kept;
        this.start = start;
        this.environment = environment;
        this.connectTo = start.connect().map(target -> connection(target.endpoint()));
    }

    List<PollingWatch.Opening> all() {
        if (start.connect().isPresent()) {
            var token = start.connect().get().token();
            return connectTo.stream()
                    .map(connection -> new PollingWatch.Opening(connection, token))
                    .toList();
        }
        var token = environment.getOrDefault(Arguments.TOKEN_VARIABLE, "").strip();
        return kept.stream()
                .filter(each -> each.origin() == Connection.TokenOrigin.ENVIRONMENT_VARIABLE && !token.isEmpty())
                .map(each -> new PollingWatch.Opening(each, Secret.of(token)))
                .toList();
    }

    /** The migrations of {@code --watch}; without a name of their own. */
    List<Entry> entries() {
        return connectTo.stream()
                .flatMap(connection -> start.watch().stream()
                        .map(ref -> new Entry(new MigrationKey(connection.id(), ref), "")))
                .toList();
    }

    /** A migration to put on the list, and the name it is to have. */
    record Entry(MigrationKey migration, String name) {}

    /** Puts migrations on the list, one after the other, so that they stand in this order. */
    static void register(List<Entry> entries, Watch watch) {
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (var entry : entries) {
            last = last.thenCompose(_ -> watch.add(entry.migration(), entry.name()));
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
        return kept.stream()
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
