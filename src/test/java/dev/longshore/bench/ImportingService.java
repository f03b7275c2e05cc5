package dev.longshore.bench;

import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.SimulatedCloud;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/**
 * The simulated service as a process of its own, with many migrations that import, in real time. It prints its address,
 * its token and then its migrations, each as {@code DATABASE/MIGRATION}, and an empty line; it ends when its standard
 * input does.
 */
final class ImportingService {
    private static final Duration UPLOAD = Duration.ofMinutes(30);
    private static final Duration IMPORTED = Duration.ofHours(4);
    private static final int ALWAYS = 1_000_000_000;

    private ImportingService() {}

    /**
     * Runs it.
     *
     * @param arguments how many migrations, and how many milliseconds each answer takes
     */
    public static void main(String... arguments) throws Exception {
        var begin = Instant.now().minus(UPLOAD).minus(IMPORTED);
        try (var simulator = Simulator.start(SimulatorOptions.builder().start(begin).build());
                var client = HttpClient.newHttpClient()) {
            var migrations = new ArrayList<String>();
            for (var nth = 1; nth <= Integer.parseInt(arguments[0]); nth++) {
                migrations.add(add(simulator, nth));
            }
            simulator.clock().advance(UPLOAD);
            for (var each : migrations) {
                launch(client, simulator, each.replace("/", "/migrations/"));
            }
            simulator.clock().advance(IMPORTED);
            slow(simulator, Duration.ofMillis(Long.parseLong(arguments[1])));
            System.out.println(simulator.baseUrl());
            System.out.println(simulator.fullToken());
            migrations.forEach(System.out::println);
            System.out.println();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String add(Simulator simulator, int nth) {
        var database = simulator.addDatabase("database-" + nth, SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
        var migration = simulator.addMigration(database);
        simulator.planImport(migration, ImportPlan.lasting(Duration.ofHours(30)));
        return database + "/" + migration;
    }

    private static void slow(Simulator simulator, Duration latency) {
        if (latency.isPositive()) {
            var target = new FaultTarget(
                    FaultTarget.any().filter(), new FaultTarget.Repetition(0, ALWAYS, 1));
            simulator.faults().inject(new SimulatedFault.SlowAnswer(latency), target);
        }
    }

    private static void launch(HttpClient client, Simulator simulator, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/v2/databases/" + path + "/launch"))
                .header("Authorization", "Bearer " + simulator.fullToken())
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("The launch failed: " + answer.body());
        }
    }
}
