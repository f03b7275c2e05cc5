package dev.longshore.ui.cleanup;

import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.http.LoggedRequest;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.EnglishText;
import dev.longshore.support.FakeTokens;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWait;
import dev.longshore.support.TestWindow;
import dev.longshore.support.TrackedFxThread;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.engine.PollingWatch;
import dev.longshore.watch.engine.WatchDependencies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** The whole window before a simulator in which time stands still, with one migration, "orders", seen from Berlin. */
final class CalendarJourney implements AutoCloseable {
    private final Simulator simulator;
    private final UUID database;
    private final UUID migration;
    private final SqliteJournal journal;
    private final PollingWatch watch;
    private final FxRobot robot;
    private final TestWindow window = new TestWindow(TestOrganisation.empty());

    CalendarJourney(FxRobot robot, Stage stage, Path folder) throws IOException {
        this.robot = robot;
        simulator = Simulator.start(
                SimulatorOptions.standingStill().timings(ServiceTimings.usual().withLag(Duration.ZERO)).build());
        database = simulator.addDatabase("prod-eu", SimulatedCloud.AWS, "eu-central-1", "ACTIVE");
        migration = simulator.addMigration(database);
        simulator.clock().advance(Duration.ofMinutes(10));
        journal = SqliteJournal.open(folder, simulator.clock(), EnglishText::say);
        watch = new PollingWatch(
                new WatchDependencies(
                        journal, new FakeTokens(),
                        new OkHttpConnector(simulator.clock(),
                                ClientOptions.defaults("test").within(TestWait.LIMIT, TestWait.LIMIT)),
                        simulator.clock(),
                        Thread::startVirtualThread),
                WatchSettings.standard(), new Random(1), "dba");
        var connection = new Connection(
                new ConnectionId("simulator"), "simulator", simulator.baseUrl(), Environment.DEVELOPMENT, false,
                Connection.TokenOrigin.SIMULATOR);
        watch.start(List.of(new PollingWatch.ConnectionToOpen(connection, Secret.of(simulator.fullToken()))));
        watch.add(new MigrationKey(connection.id(), ref()), "orders").join();
        open(stage);
    }

    private MigrationRef ref() {
        return new MigrationRef(new DatabaseId(database.toString()), new MigrationId(migration.toString()));
    }

    private void open(Stage stage) {
        var plain = window.context(new TrackedFxThread());
        var times = new WindowTimes(simulator.clock(), ZoneId.of("Europe/Berlin"), plain.texts(), Locale.GERMANY);
        window.open(robot, stage, new UiContext(
                watch, simulator.clock(), new TrackedFxThread(), times, plain.texts()));
        window.startTicking(robot);
    }

    PollingWatch watch() {
        return watch;
    }

    Simulator simulator() {
        return simulator;
    }

    /** Somebody else asks the service to schedule the cleanup, with the program of their choice. */
    void somebodyElseSchedules(String time) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path() + "?option.cleanupTime=" + time))
                .header("Authorization", "Bearer " + simulator.fullToken())
                .header("User-Agent", "somebody else")
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        try (var client = HttpClient.newHttpClient()) {
            client.send(request, BodyHandlers.discarding());
        }
        simulator.requests().clear();
        watch.pollNow();
    }

    /** The path that a cleanup is asked for at. */
    String path() {
        return "/v2/databases/" + database + "/migrations/" + migration + "/cleanup";
    }

    /** What was asked to be changed: method, path and query as they came. */
    List<String> changes() {
        return simulator.requests().all().stream().filter(each -> each.method().equals("POST"))
                .map(CalendarJourney::line)
                .toList();
    }

    private static String line(LoggedRequest request) {
        return request.method() + " " + request.target();
    }

    @Override
    public void close() {
        window.close(robot);
        watch.close();
        journal.close();
        simulator.close();
    }
}
