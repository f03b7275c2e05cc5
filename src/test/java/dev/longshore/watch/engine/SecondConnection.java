package dev.longshore.watch.engine;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import java.net.URI;

/** A second connection beside that of the rig. */
final class SecondConnection {
    static final Connection TEST = new Connection(
            new ConnectionId("test"),
            "test",
            URI.create("https://test.example.invalid"),
            Environment.TEST,
            false,
            Connection.TokenOrigin.KEYSTORE);

    private SecondConnection() {}
}
