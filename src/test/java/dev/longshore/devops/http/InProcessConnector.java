package dev.longshore.devops.http;

import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.Connection;
import dev.longshore.model.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import javax.net.SocketFactory;

/** The real client over sockets that a test makes: it neither pauses nor runs out of time by itself. */
public final class InProcessConnector implements ApiConnector {
    private static final Duration NEVER = Duration.ofDays(1);

    private final OkHttpConnector connector;

    /** @param sockets what every request goes through */
    public InProcessConnector(InstantSource clock, SocketFactory sockets) {
        var options = ClientOptions.defaults("9.8.7").within(NEVER, NEVER);
        connector = new OkHttpConnector(clock, options, new Retry(new Random(1), _ -> {}), sockets);
    }

    @Override
    public DevOpsApi connect(Connection connection, Secret token) {
        return connector.connect(connection, token);
    }
}
