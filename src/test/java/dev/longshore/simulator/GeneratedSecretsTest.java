package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.GeneratedSecrets;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is looked for in all that the tests write is what the simulator really makes. */
class GeneratedSecretsTest {
    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    @Test
    void holdTheTokens() {
        assertThat(GeneratedSecrets.all().contains(client.simulator().fullToken())).isTrue();
        assertThat(GeneratedSecrets.all().contains(client.simulator().viewOnlyToken())).isTrue();
    }

    @Test
    void holdTheKeysOfAwsAfterARenewalToo() {
        var migration = client.receivingFiles(client.database(SimulatedCloud.AWS));
        var first = migration.get().json().at("/uploadCredentials/keys/secretAccessKey").asString();
        client.advance(Duration.ofHours(2));
        var second = migration.get().json().at("/uploadCredentials/keys/secretAccessKey").asString();

        assertThat(first.equals(second)).isFalse();
        assertThat(GeneratedSecrets.all().contains(first)).isTrue();
        assertThat(GeneratedSecrets.all().contains(second)).isTrue();
    }
}
