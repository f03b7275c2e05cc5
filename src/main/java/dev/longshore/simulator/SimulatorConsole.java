package dev.longshore.simulator;

import dev.longshore.simulator.sample.SampleMigration;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** The simulator alone, without a window: {@code --simulator PORT --speed N}. */
public final class SimulatorConsole {

    /** The exit code when the port can't be had. */
    public static final int PORT_UNAVAILABLE = 4;

    private SimulatorConsole() {}

    /**
     * Runs the simulator with its sample organisation until the process is told to stop or the calling thread is interrupted.
     *
     * @param port the loopback port; 0 takes a free one
     * @param speed simulated seconds per real second
     * @param out gets the base URL, the tokens and the sample organisation, in plain lines
     * @param err gets a sentence when it can't start
     * @return the exit code
     */
    public static int run(int port, double speed, PrintStream out, PrintStream err) {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demonstration(speed).port(port).build())) {
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "simulator-stop"));
            printIntroduction(simulator, out);
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            err.println("The simulator can't listen on port " + port + " of this machine: " + e.getMessage()
                    + ". Choose another port, or 0 for a free one.");
            return PORT_UNAVAILABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static void printIntroduction(Simulator simulator, PrintStream out) {
        out.println("base-url " + simulator.baseUrl());
        out.println("token " + simulator.fullToken());
        out.println("view-only-token " + simulator.viewOnlyToken());
        out.println("speed " + simulator.clock().speed());
        for (SampleMigration migration : simulator.sampleMigrations()) {
            out.println("migration " + migration.databaseId() + "/" + migration.migrationId() + " " + migration.name());
        }
        SampleMigration first = simulator.sampleMigrations().getFirst();
        out.println("Try: curl -s -H 'Authorization: Bearer " + simulator.fullToken() + "' " + simulator.baseUrl()
                + "/v2/databases/" + first.databaseId() + "/migrations/" + first.migrationId() + " | jq .");
        out.println("Stop it with Ctrl-C.");
        out.flush();
    }
}
