package dev.longshore.serve;

import dev.longshore.model.Alert;
import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Progress;
import dev.longshore.model.Timed;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known, as metrics of Prometheus, made anew for each scrape. A series of a migration is named by its connection
 * and its IDs, so that it goes on when the migration is renamed; {@code longshore_migration_info} has the names. Their
 * number grows with that of the migrations and connections, and with nothing else.
 */
public final class WatchMetrics implements MultiCollector {
    private static final String UNKNOWN = "unknown";
    private static final String NOT_OBSERVED = "not_observed";
    private static final List<String> STATES = Stream.concat(
            Arrays.stream(Phase.values()).map(WatchMetrics::word), Stream.of(UNKNOWN, NOT_OBSERVED)).toList();

    private final Watch watch;
    private final RequestCounts requests;
    private final Supplier<List<RouteCount>> routes;
    private final InstantSource clock;
    private final String version;
    private volatile AlertsSnapshot alerts = AlertsSnapshot.empty();

    /**
     * Metrics of {@code watch}.
     *
     * @param routes how the messages of each route fare
     * @param clock the one of the watch
     * @param version that of the program
     */
    public WatchMetrics(Watch watch, RequestCounts requests, Supplier<List<RouteCount>> routes, InstantSource clock,
            String version) {
        this.watch = watch;
        this.requests = requests;
        this.routes = routes;
        this.clock = clock;
        this.version = version;
        watch.subscribeToAlerts(now -> alerts = now);
    }

    @Override
    public MetricSnapshots collect() {
        var snapshot = watch.snapshot();
        var names = connectionNames(snapshot);
        var all = new ArrayList<MetricSnapshot>();
        all.add(InfoSnapshot.builder().name("longshore_build").help("The version of the program.")
                .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder().labels(Labels.of("version", version)).build())
                .build());
        all.addAll(ofMigrations(snapshot, names));
        all.addAll(ofConnections(snapshot, names));
        all.add(ofAlerts());
        all.add(new MetricFamily("longshore_journal_ok", "1 while everything that is observed is recorded.")
                .add(snapshot.troubles().isEmpty() ? 1 : 0, Labels.EMPTY).gauge());
        all.addAll(ofRoutes());
        return new MetricSnapshots(all);
    }

    /** Names of their own, however the user has called them. */
    private static Map<ConnectionId, String> connectionNames(Snapshot snapshot) {
        var count = snapshot.connections().stream()
                .collect(Collectors.groupingBy(each -> each.connection().name(), Collectors.counting()));
        var names = new HashMap<ConnectionId, String>();
        for (var each : snapshot.connections()) {
            var connection = each.connection();
            names.put(connection.id(), count.getOrDefault(connection.name(), 0L) > 1
                    ? connection.name() + " " + connection.id() : connection.name());
        }
        return names;
    }

    private List<MetricSnapshot> ofMigrations(Snapshot snapshot, Map<ConnectionId, String> names) {
        var info = new MetricFamily("longshore_migration_info", "The names of a migration and its database.");
        var state = new MetricFamily("longshore_migration_state",
                "1 for the state it was observed in last, 0 for the others.");
        var age = new MetricFamily("longshore_migration_observation_age_seconds",
                "Time since the last good observation.");
        var cleanup = new MetricFamily("longshore_migration_cleanup_remaining_seconds",
                "Time until the cleanup deletes its files; negative when that is past.");
        var credentials = new MetricFamily("longshore_migration_credentials_remaining_seconds",
                "Time until the upload credentials end; negative when that is past.");
        var end = new MetricFamily("longshore_migration_expected_end_remaining_seconds",
                "Time until the expected end of its import, at the earliest (low) and at the latest (high).");
        var progress = new MetricFamily("longshore_migration_progress_ratio",
                "How much of the import is done, 0 to 1.");
        var stalled = new MetricFamily("longshore_migration_stalled", "1 when nothing moves where something should.");
        var pending = new MetricFamily("longshore_migration_command_pending",
                "1 while something was requested of which nobody has seen yet whether it happened.");
        for (var each : snapshot.migrations()) {
            var now = serviceTime(snapshot, each);
            var labels = labels(each, names);
            info.add(1, labels.merge(Labels.of("name", each.name(), "database_name", databaseName(each))));
            var current = state(each);
            STATES.forEach(word -> state.add(word.equals(current) ? 1 : 0, labels.merge(Labels.of("state", word))));
            age.add(known(each, LastKnown::observedAt).map(then -> seconds(then, clock.instant())), labels);
            cleanup.add(each.cleanup().map(due -> seconds(now, due.at())), labels);
            credentials.add(credentialsEnd(each).map(due -> seconds(now, due)), labels);
            if (each.forecast() instanceof Forecast.Range(var earliest, var latest, _)) {
                end.add(seconds(now, earliest), labels.merge(Labels.of("bound", "low")));
                end.add(seconds(now, latest), labels.merge(Labels.of("bound", "high")));
            }
            progress.add(percent(each).map(done -> done / 100), labels);
            stalled.add(isStalled(each, now) ? 1 : 0, labels);
            pending.add(Optional.ofNullable(each.latest()).filter(Command::isOpen).isPresent() ? 1 : 0, labels);
        }
        return Stream.of(info, state, age, cleanup, credentials, end, progress, stalled, pending)
                .map(MetricFamily::gauge).toList();
    }

    private static Labels labels(WatchedMigration migration, Map<ConnectionId, String> names) {
        var key = migration.key();
        return Labels.of(
                "connection", Objects.requireNonNullElse(names.get(key.connection()), key.connection().value()),
                "database", key.ref().database().value(), "migration", key.ref().migration().value());
    }

    private Instant serviceTime(Snapshot snapshot, WatchedMigration migration) {
        var now = clock.instant();
        return snapshot.connection(migration.key().connection()).map(each -> each.serviceTime(now)).orElse(now);
    }

    private static String databaseName(WatchedMigration migration) {
        var database = migration.database();
        return database == null ? migration.key().ref().database().value() : database.label();
    }

    private static String state(WatchedMigration migration) {
        var known = migration.lastKnown();
        return known == null ? NOT_OBSERVED : known.status().phase().map(WatchMetrics::word).orElse(UNKNOWN);
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static <T> Optional<T> known(WatchedMigration migration, Function<LastKnown, T> field) {
        return Optional.ofNullable(migration.lastKnown()).map(field);
    }

    private static Optional<Instant> credentialsEnd(WatchedMigration migration) {
        return migration.deadlines().stream().filter(each -> each.cause() == Deadline.Cause.CREDENTIALS)
                .map(Deadline::at).findFirst();
    }

    private static Optional<Double> percent(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).map(LastKnown::progress).map(Timed::value)
                .map(Progress::percent).filter(each -> each.isPresent()).map(each -> each.getAsDouble());
    }

    private static boolean isStalled(WatchedMigration migration, Instant now) {
        return migration.alerts(now).stream().anyMatch(each -> each.kind() == Alert.Kind.STALLED);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private List<MetricSnapshot> ofConnections(Snapshot snapshot, Map<ConnectionId, String> names) {
        var up = new MetricFamily("longshore_connection_up", "1 while the newest answer of the service was good.");
        var calls = new MetricFamily("longshore_connection_requests", "Requests sent to the service.");
        var errors = new MetricFamily("longshore_connection_request_errors", "Requests without a good answer.");
        var budget = new MetricFamily("longshore_connection_request_budget_remaining",
                "Requests that may be sent at once.");
        for (var each : snapshot.connections()) {
            var id = each.connection().id();
            var labels = Labels.of("connection", Objects.requireNonNullElse(names.get(id), id.value()));
            up.add(isUp(each) ? 1 : 0, labels);
            calls.add((double) requests.calls(id), labels);
            requests.errors(id).forEach((kind, count) -> errors.add(
                    count, labels.merge(Labels.of("kind", kind.name().toLowerCase(Locale.ROOT)))));
            budget.add(watch.requestBudget(id), labels);
        }
        return List.of(up.gauge(), calls.counter(), errors.counter(), budget.gauge());
    }

    private static boolean isUp(WatchedConnection connection) {
        return connection.health() instanceof WatchedConnection.Health.Watching && connection.lastAnswerAt() != null;
    }

    private MetricSnapshot ofAlerts() {
        var open = new MetricFamily("longshore_alerts", "Alerts that are not over, by class.");
        var now = alerts.entries();
        open.add(count(now.stream().filter(each -> each.alert().severity() == Alert.Severity.ACT_NOW)),
                Labels.of("class", "act-now"));
        open.add(count(now.stream().filter(each -> each.alert().severity() == Alert.Severity.SOON)),
                Labels.of("class", "soon"));
        open.add(count(now.stream().filter(each -> each.alert().severity() == Alert.Severity.GOOD)),
                Labels.of("class", "good-news"));
        return open.gauge();
    }

    private static double count(Stream<?> some) {
        return some.count();
    }

    private List<MetricSnapshot> ofRoutes() {
        var sent = new MetricFamily("longshore_route_messages_sent", "Messages that arrived.");
        var failed = new MetricFamily("longshore_route_messages_failed", "Tries to send a message that failed.");
        var waiting = new MetricFamily("longshore_route_messages_waiting", "Messages that are still to be sent.");
        for (var each : routes.get()) {
            var labels = Labels.of("route", each.route());
            sent.add((double) each.sent(), labels);
            failed.add((double) each.failed(), labels);
            waiting.add((double) each.waiting(), labels);
        }
        return List.of(sent.counter(), failed.counter(), waiting.gauge());
    }
}
