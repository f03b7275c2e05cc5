package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened and what is told of it are several minutes apart. */
class StatusLagTest {

    @AutoClose private final Caller caller = Caller.atAStandstill();

    @ParameterizedTest
    @CsvSource({"pause, 5, Paused", "abort, 0, Aborted"})
    void tellsTheOldStatusForSomeMinutesAfterAChange(String action, int minutesUntilItHappens, String word) {
        Migration migration = caller.importing(caller.database(Cloud.AWS));
        migration.post(action);

        caller.advance(Duration.ofMinutes(minutesUntilItHappens)
                .plus(Timings.usual().lag())
                .minusSeconds(1));
        assertThat(migration.status()).isEqualTo("ImportInProgress");
        caller.advance(Duration.ofSeconds(1));

        assertThat(migration.status()).isEqualTo(word);
    }

    @Test
    void answersAChangeWithTheOldStatus() {
        Migration migration = caller.receivingFiles(caller.database(Cloud.GCP));

        assertThat(migration.post("launch").text("status")).isEqualTo("ReceivingFiles");
    }

    @Test
    void tellsEveryChangeAtOnceWhenThereIsNoLag() {
        Timings prompt = Timings.usual().withLag(Duration.ZERO);
        try (Caller promptCaller = Caller.of(SimulatorOptions.standingStill().timings(prompt))) {
            Migration migration = promptCaller.importing(promptCaller.database(Cloud.AWS));

            assertThat(migration.post("abort").text("status")).isEqualTo("Aborted");
        }
    }
}
