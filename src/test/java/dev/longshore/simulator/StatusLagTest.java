package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened and what is told of it are several minutes apart. */
class StatusLagTest {

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    @ParameterizedTest
    @CsvSource({"pause, 5, Paused", "abort, 0, Aborted"})
    void tellsTheOldStatusForSomeMinutesAfterAChange(String action, int minutesUntilItHappens, String word) {
        TestMigration migration = client.importing(client.database(SimulatedCloud.AWS));
        migration.post(action);

        client.advance(Duration.ofMinutes(minutesUntilItHappens)
                .plus(ServiceTimings.usual().lag())
                .minusSeconds(1));
        assertThat(migration.status()).isEqualTo("ImportInProgress");
        client.advance(Duration.ofSeconds(1));

        assertThat(migration.status()).isEqualTo(word);
    }

    @Test
    void answersAChangeWithTheOldStatus() {
        TestMigration migration = client.receivingFiles(client.database(SimulatedCloud.GCP));

        assertThat(migration.post("launch").text("status")).isEqualTo("ReceivingFiles");
    }

    @Test
    void tellsEveryChangeAtOnceWhenThereIsNoLag() {
        ServiceTimings prompt = ServiceTimings.usual().withLag(Duration.ZERO);
        try (SimulatorClient promptClient = SimulatorClient.of(SimulatorOptions.standingStill().timings(prompt))) {
            TestMigration migration = promptClient.importing(promptClient.database(SimulatedCloud.AWS));

            assertThat(migration.post("abort").text("status")).isEqualTo("Aborted");
        }
    }
}
