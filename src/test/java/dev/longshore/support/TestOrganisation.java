package dev.longshore.support;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static dev.longshore.model.Deadline.Cause.CREDENTIALS;

import dev.longshore.model.Action;
import dev.longshore.model.CloudProvider;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.InitializeSettings;
import dev.longshore.model.Remark;
import dev.longshore.model.Remarks;
import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dozen migrations over four databases in three clouds, one or more in every phase. */
public final class TestOrganisation {
    /** The moment for which it is made, in UTC. */
    public static final Instant NOW = Instant.parse("2026-11-21T14:30:00Z");

    public static final Connection PRODUCTION = connection("production", Environment.PRODUCTION, false);
    /** Upload credentials, of which no screen shows more than dots. */
    public static final UploadCredentials KEYS = new UploadCredentials.Aws(
            "ASIA7EXAMPLE", Secret.of(Secrets.ESTATE_KEY), Secret.of(Secrets.ESTATE_SESSION), null, "f1");
    public static final Connection SIMULATOR = new Connection(
            new ConnectionId("simulator"), "simulator", URI.create("http://127.0.0.1:8085"), Environment.DEVELOPMENT,
            false, Connection.TokenOrigin.SIMULATOR);

    public static final Database PROD_EU = database("prod-eu", CloudProvider.AWS, "eu-central-1");
    public static final Database PROD_US = database("prod-us", CloudProvider.AWS, "us-east-2");
    public static final Database ANALYTICS = database("analytics", CloudProvider.GCP, "europe-west1");
    public static final Database ARCHIVE = database("archive", CloudProvider.AZURE, "westeurope");

    private TestOrganisation() {}

    public static Connection connection(String name, Environment environment, boolean readOnly) {
        return new Connection(
                new ConnectionId(name), name, Connection.PUBLIC_ENDPOINT, environment, readOnly,
                Connection.TokenOrigin.KEYSTORE);
    }

    public static Database database(String name, CloudProvider cloud, String region) {
        return new Database(new DatabaseId("db-" + name), name, "main", cloud, region, "ACTIVE", List.of());
    }

    /** A migration of the production connection in prod-eu. */
    public static MigrationBuilder migration(String name) {
        return new MigrationBuilder(NOW, name, PRODUCTION, PROD_EU);
    }

    /** The dozen through one connection. */
    public static Snapshot dozen(Connection connection) {
        return snapshot(1, connection, migrations(connection));
    }

    public static Snapshot empty() {
        return new Snapshot(1, NOW, List.of(), List.of(), List.of(), List.of());
    }

    public static Snapshot of(WatchedMigration... migrations) {
        return snapshot(1, migrations.length == 0 ? PRODUCTION : migrations[0].connection(), List.of(migrations));
    }

    /** The snapshot after {@code before} with these migrations. */
    public static Snapshot with(Snapshot before, List<WatchedMigration> migrations) {
        return new Snapshot(
                before.version() + 1, before.at(), before.connections(), migrations, commands(migrations),
                before.troubles());
    }

    /** The snapshot after {@code before} with these initializes that were never answered, newest first. */
    public static Snapshot withUnanswered(Snapshot before, Initialization... unanswered) {
        return new Snapshot(
                before.version() + 1, before.at(), before.connections(), before.index(), before.recentCommands(),
                List.of(unanswered), before.troubles());
    }

    /** An initialize through {@code connection} that was asked for {@code ago} and never answered. */
    public static Initialization unanswered(String name, Connection connection, Database into, Duration ago) {
        return new Initialization(
                "i-" + name, connection.id(), into.id(),
                new InitializeSettings(null, OptionalInt.of(4), OptionalDouble.of(2.5)), name, "dba", NOW.minus(ago),
                new Initialization.Answer.Lost(
                        NOW.minus(ago), Fact.of(ServiceFact.NO_REPLY, Duration.ofSeconds(30))));
    }

    public static Snapshot snapshot(long version, Connection connection, List<WatchedMigration> migrations) {
        return new Snapshot(
                version, NOW, List.of(watched(connection)), migrations, commands(migrations), List.of());
    }

    public static WatchedConnection watched(Connection connection) {
        return new WatchedConnection(
                connection, new WatchedConnection.Health.Watching(), new TokenLocation.InKeystore(),
                List.of(PROD_EU, PROD_US, ANALYTICS, ARCHIVE), NOW.minusSeconds(8), Duration.ofMillis(140),
                Duration.ZERO);
    }

    static WatchedMigration renamed(WatchedMigration one, String name) {
        return new WatchedMigration(
                one.key(), name, one.tags(), one.connection(), one.database(), one.lastKnown(), one.problem(),
                one.oddities(),
                one.latest(), one.forecast(), one.deadlines(), one.credentials(), one.poll(), one.situation(),
                one.historyAlerts());
    }

    public static WatchedMigration tagged(WatchedMigration one, List<String> tags) {
        return new WatchedMigration(
                one.key(), one.name(), tags, one.connection(), one.database(), one.lastKnown(), one.problem(),
                one.oddities(), one.latest(), one.forecast(), one.deadlines(), one.credentials(), one.poll(),
                one.situation(), one.historyAlerts());
    }

    /** The same migration, about which users have said that. */
    public static WatchedMigration remarked(WatchedMigration one, Remark... remarks) {
        return new WatchedMigration(
                one.key(), one.name(), one.tags(), one.connection(), one.database(), one.lastKnown(), one.problem(),
                one.oddities(), one.latest(), one.forecast(), one.deadlines(), one.credentials(), one.poll(),
                one.situation(), one.historyAlerts(), one.ownDates(), one.earlierAttempts(),
                new Remarks(List.of(remarks)));
    }

    /** The same migration, for which nothing can be sent. */
    public static WatchedMigration obstructed(WatchedMigration one, Fact why) {
        var situation = one.situation();
        return with(one, one.latest(), new Situation(situation.now(), situation.lastKnown(), situation.readOnly(),
                situation.open(), situation.openSchedule(), situation.siblings(), why));
    }

    /** The same migration, of which nothing was asked. */
    public static WatchedMigration withoutCommand(WatchedMigration one) {
        var situation = one.situation();
        return with(one, null, new Situation(
                situation.now(), situation.lastKnown(), situation.readOnly(), null, situation.siblings()));
    }

    /** The same migration with no other on its database. */
    public static WatchedMigration alone(WatchedMigration one) {
        var situation = one.situation();
        return with(one, one.latest(), new Situation(
                situation.now(), situation.lastKnown(), situation.readOnly(), situation.open(), List.of()));
    }

    private static List<Command> commands(List<WatchedMigration> migrations) {
        return migrations.stream().map(WatchedMigration::latest).filter(Objects::nonNull).toList();
    }

    private static List<WatchedMigration> migrations(Connection connection) {
        var alone = Stream.of(
                in(connection, PROD_EU, "orders")
                        .status("ImportInProgress", Duration.ofHours(51))
                        .progress("Importing subset 124 of 200", 62)
                        .ends(Duration.ofHours(6), Duration.ofHours(9))
                        .due(CLEANUP_IDLE, Duration.ofHours(100)),
                in(connection, PROD_EU, "billing")
                        .status("ImportPaused", Duration.ofHours(3))
                        .progress("31 %", 31)
                        .due(CLEANUP_SCHEDULED, Duration.ofHours(20))
                        .command(
                                Action.RESUME, new CommandState.Requested(NOW.minusSeconds(95)),
                                new CommandState.Accepted(NOW.minusSeconds(94))),
                in(connection, PROD_EU, "customers")
                        .status("ReceivingFiles", Duration.ofHours(30))
                        .receives("s3://ds-mig-prod-eu/m-customers/sstables/", KEYS)
                        .due(CREDENTIALS, Duration.ofMinutes(41))
                        .due(CLEANUP_IDLE, Duration.ofHours(138)),
                in(connection, PROD_US, "inventory")
                        .status("IN_PROGRESS", Duration.ofHours(7))
                        .progress("Validating SSTables")
                        .due(CLEANUP_SCHEDULED, Duration.ofHours(9))
                        .ends(Duration.ofHours(5), Duration.ofHours(14)),
                in(connection, PROD_US, "shipments")
                        .status("READY", Duration.ofHours(4))
                        .due(CREDENTIALS, Duration.ofMinutes(9))
                        .due(CLEANUP_IDLE, Duration.ofHours(164)),
                in(connection, PROD_US, "returns")
                        .status("MigrationDone", Duration.ofHours(60))
                        .progress("200/200", 100)
                        .due(CLEANUP_IDLE, Duration.ofHours(108)),
                in(connection, ANALYTICS, "clickstream")
                        .status("ImportFailed", Duration.ofHours(2))
                        .progress("Import failed: schema mismatch in table events")
                        .due(CLEANUP_IDLE, Duration.ofHours(166)),
                in(connection, ANALYTICS, "sessions")
                        .status("Initializing", Duration.ofMinutes(2))
                        .observed(Duration.ofSeconds(19)),
                in(connection, ANALYTICS, "telemetry-2025-europe-and-middle-east")
                        .status("REBALANCING", Duration.ofMinutes(25))
                        .progress("step 3")
                        .due(CLEANUP_IDLE, Duration.ofHours(160)),
                in(connection, ARCHIVE, "ledger-2019")
                        .status("CleaningUpFiles", Duration.ofMinutes(12)),
                in(connection, ARCHIVE, "ledger-2018")
                        .status("Closed", Duration.ofDays(3)),
                in(connection, ARCHIVE, "ledger-2020")
                        .status("ImportInProgress", Duration.ofHours(13))
                        .progress("n/a")
                        .observed(Duration.ofMinutes(47))
                        .problem(
                                "The service answers with an error (503). The import is not affected; Longshore asks "
                                        + "again by itself.",
                                Duration.ofMinutes(46), 12)
                        .due(CLEANUP_IDLE, Duration.ofHours(110)))
                .map(MigrationBuilder::build)
                .toList();
        return alone.stream().map(each -> among(alone, each)).toList();
    }

    /** The same migration, which knows of the others on its database. */
    private static WatchedMigration among(List<WatchedMigration> all, WatchedMigration one) {
        var siblings = all.stream()
                .filter(each -> each.key().ref().database().equals(one.key().ref().database()) && !each.equals(one))
                .map(each -> new Situation.Sibling(
                        each.name(), Objects.requireNonNull(each.lastKnown()).status(), false))
                .toList();
        var situation = one.situation();
        return with(one, one.latest(), new Situation(
                situation.now(), situation.lastKnown(), situation.readOnly(), situation.open(), siblings));
    }

    /** The same migration, with another newest command, in another situation. */
    public static WatchedMigration with(WatchedMigration one, @Nullable Command latest, Situation situation) {
        return new WatchedMigration(
                one.key(), one.name(), one.tags(), one.connection(), one.database(), one.lastKnown(), one.problem(),
                one.oddities(),
                latest, one.forecast(), one.deadlines(), one.credentials(), one.poll(), situation, one.historyAlerts());
    }

    private static MigrationBuilder in(Connection connection, Database database, String name) {
        return new MigrationBuilder(NOW, name, connection, database);
    }
}
