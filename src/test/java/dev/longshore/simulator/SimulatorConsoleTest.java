package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The simulator alone. */
class SimulatorConsoleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysWhereItIsAndWhichTokensItKnows() throws IOException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demonstration(600).build())) {
            SimulatorConsole.printIntroduction(simulator, printing(out));

            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("base-url " + simulator.baseUrl() + "\n")
                    .contains("token " + simulator.fullToken() + "\n")
                    .contains("view-only-token " + simulator.viewOnlyToken() + "\n")
                    .contains("speed 600.0\n")
                    .contains("Try: curl -s -H 'Authorization: Bearer " + simulator.fullToken());
        }
    }

    @Test
    void listsTheEstate() throws IOException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demonstration(600).build())) {
            SimulatorConsole.printIntroduction(simulator, printing(out));

            assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("migration ")))
                    .hasSize(12)
                    .first()
                    .asString()
                    .isEqualTo("migration " + simulator.sampleMigrations().getFirst().databaseId() + "/"
                            + simulator.sampleMigrations().getFirst().migrationId() + " orders");
        }
    }

    @Test
    void saysInASentenceThatThePortIsTaken() throws IOException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.standingStill().build())) {
            int port = simulator.baseUrl().getPort();

            int exitCode = SimulatorConsole.run(port, 1, printing(out), printing(err));

            assertThat(exitCode).isEqualTo(SimulatorConsole.PORT_UNAVAILABLE);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith("The simulator can't listen on port " + port)
                    .hasLineCount(1);
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void endsWhenItIsInterrupted() {
        Thread.currentThread().interrupt();

        int exitCode = SimulatorConsole.run(0, 1, printing(out), printing(err));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(exitCode).isZero();
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
