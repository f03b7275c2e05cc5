package dev.longshore.journal;

import dev.longshore.model.Action;
import dev.longshore.model.CloudProvider;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections, migrations and answers for the tests of the journal. */
final class JournalSamples {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");
    static final ConnectionId PROD = new ConnectionId("prod");
    static final MigrationKey ORDERS = key("orders");
    static final MigrationKey BILLING = key("billing");

    private JournalSamples() {}

    static MigrationKey key(String migration) {
        return new MigrationKey(PROD, new MigrationRef(new DatabaseId("db-1"), new MigrationId(migration)));
    }

    static Connection connection(String id, String name) {
        return new Connection(
                new ConnectionId(id), name, URI.create("https://api.example.com"), Environment.PRODUCTION, true,
                Connection.TokenOrigin.KEYSTORE);
    }

    static Database database(String id, String... datacenters) {
        return new Database(
                new DatabaseId(id), "name of " + id, "shop", CloudProvider.AWS, "eu-west-1", "ACTIVE",
                List.of(datacenters));
    }

    static RegisteredMigration registered(MigrationKey key) {
        return new RegisteredMigration(key, "name of " + key.ref().migration(), NOON);
    }

    static Observation observation(MigrationKey key, Instant at, String status, @Nullable String progress) {
        return new Observation(
                key, at, Status.of(status), progress == null ? null : Progress.of(progress),
                Instant.parse("2026-11-28T15:14:38Z"), "s3://bucket/dir/", null, "f1");
    }

    static Command command(String id, MigrationKey key, Instant at) {
        return new Command(id, key, Action.PAUSE, null, List.of(new CommandState.Requested(at)));
    }
}
