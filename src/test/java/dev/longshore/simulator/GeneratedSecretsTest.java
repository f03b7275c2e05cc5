package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is looked for in all that the tests write is what the simulator really makes. */
class GeneratedSecretsTest {
    @AutoClose private final Caller caller = Caller.atAStandstill();

    @Test
    void holdTheTokens() {
        assertThat(GeneratedSecrets.all().contains(caller.simulator().fullToken())).isTrue();
        assertThat(GeneratedSecrets.all().contains(caller.simulator().viewOnlyToken())).isTrue();
    }

    @Test
    void holdTheKeysOfAwsAfterARenewalToo() {
        var migration = caller.receivingFiles(caller.database(Cloud.AWS));
        var first = migration.get().json().at("/uploadCredentials/keys/secretAccessKey").asString();
        caller.advance(Duration.ofHours(2));
        var second = migration.get().json().at("/uploadCredentials/keys/secretAccessKey").asString();

        assertThat(first.equals(second)).isFalse();
        assertThat(GeneratedSecrets.all().contains(first)).isTrue();
        assertThat(GeneratedSecrets.all().contains(second)).isTrue();
    }
}
