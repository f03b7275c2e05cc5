package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.http.SimulatorJson;
import dev.longshore.simulator.service.SimulatedCloud;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Upload credentials by cloud, and how they expire and are renewed. */
class UploadCredentialsTest {

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    @Test
    void givesAwsASessionToken() {
        JsonNode credentials = credentials(receiving(SimulatedCloud.AWS));

        assertThat(credentials.path("name").asString()).isEqualTo("sessionToken");
        assertThat(credentials.path("keys").propertyNames())
                .containsExactly("accessKeyID", "secretAccessKey", "sessionToken");
        assertThat(credentials.at("/keys/accessKeyID").asString()).startsWith("AS");
        assertThat(credentials.path("hint").asString())
                .startsWith("\nexport AWS_ACCESS_KEY_ID=")
                .contains("\nexport AWS_SESSION_TOKEN=" + credentials.at("/keys/sessionToken").asString());
    }

    @Test
    void givesGoogleAServiceAccountFileInBase64() {
        TestMigration migration = receiving(SimulatedCloud.GCP);
        JsonNode credentials = credentials(migration);
        byte[] file = Base64.getDecoder().decode(credentials.at("/keys/file").asString());

        assertThat(credentials.path("name").asString()).isEqualTo("TYPE_GOOGLE_CREDENTIALS_FILE");
        assertThat(SimulatorJson.read(new String(file, StandardCharsets.UTF_8)).path("type").asString())
                .isEqualTo("service_account");
        assertThat(migration.get().text("uploadBucketDir")).startsWith("gs://").endsWith("/");
    }

    @Test
    void givesAzureASignatureOfTheDirectory() {
        TestMigration migration = receiving(SimulatedCloud.AZURE);
        JsonNode credentials = credentials(migration);
        String directory = migration.get().text("uploadBucketDir");

        assertThat(credentials.path("name").asString()).isEqualTo("URL signature");
        assertThat(directory).matches("https://[a-z0-9]{24}\\.blob\\.core\\.windows\\.net/.*/");
        assertThat(credentials.at("/keys/url").asString())
                .isEqualTo(directory + "?" + credentials.at("/keys/urlSignature").asString());
    }

    @Test
    void expireAfterAboutAnHourInAws() {
        TestMigration migration = receiving(SimulatedCloud.AWS);
        Duration left = Duration.between(client.simulator().clock().instant(), expiry(migration));

        assertThat(left).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
    }

    @Test
    void stayTheSameUntilTheyExpire() {
        TestMigration migration = receiving(SimulatedCloud.AWS);
        JsonNode before = credentials(migration);

        client.advance(Duration.ofMinutes(50));

        assertThat(credentials(migration)).isEqualTo(before);
    }

    @Test
    void areRenewedByAStatusCallWhenTheyHaveExpired() {
        TestMigration migration = receiving(SimulatedCloud.AWS);
        JsonNode before = credentials(migration);

        client.advance(Duration.ofHours(2));

        assertThat(credentials(migration).path("keys")).isNotEqualTo(before.path("keys"));
        assertThat(expiry(migration))
                .isEqualTo(client.simulator().clock().instant().plus(Duration.ofHours(1)));
    }

    @Test
    void areNotRenewedByAnyOtherCall() {
        TestMigration migration = receiving(SimulatedCloud.AWS);
        Instant before = expiry(migration);
        client.advance(Duration.ofHours(2));

        JsonNode answer = migration.post("resume").json();

        assertThat(answer.at("/uploadCredentials/credentialExpiration").asString()).isEqualTo(before.toString());
    }

    private TestMigration receiving(SimulatedCloud cloud) {
        return client.receivingFiles(client.database(cloud));
    }

    private static JsonNode credentials(TestMigration migration) {
        return migration.get().json().path("uploadCredentials");
    }

    private static Instant expiry(TestMigration migration) {
        return Instant.parse(
                credentials(migration).path("credentialExpiration").asString());
    }
}
