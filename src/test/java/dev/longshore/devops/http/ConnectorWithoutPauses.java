package dev.longshore.devops.http;

import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.Connection;
import dev.longshore.model.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/** The real client, but for the pauses between its repetitions, which it leaves out. */
public final class ConnectorWithoutPauses implements ApiConnector {
    private final OkHttpConnector connector;

    /** @param callTimeout how long one call may take */
    public ConnectorWithoutPauses(Duration callTimeout) {
        var options = ClientOptions.defaults("9.8.7").within(callTimeout, callTimeout);
        this.connector = new OkHttpConnector(
                InstantSource.system(), options, new Retry(new Random(1), _ -> {}));
    }

    @Override
    public DevOpsApi connect(Connection connection, Secret token) {
        return connector.connect(connection, token);
    }
}
