package dev.longshore.simulator;

import static dev.longshore.simulator.DocumentedCommand.get;
import static dev.longshore.simulator.DocumentedCommand.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.http.SimulatorJson;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The vendor's documented curl commands, only host and token changed, have the documented outcome. */
@ParameterizedClass(name = "in {0}")
@MethodSource("dev.longshore.simulator.CommandRunner#all")
class DocumentedCommandsTest {

    private static final String MIGRATION = "/${dbID}/migrations/${migrationID}";

    @Parameter CommandRunner runner = new CommandRunner.JdkRunner();

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "base", client.simulator().baseUrl().toString(),
            "token", client.simulator().fullToken()));

    @Test
    void initializesAMigration() throws Exception {
        variables.put("dbID", client.database(SimulatedCloud.AWS).toString());

        JsonNode status = SimulatorJson.read(run(post("/${dbID}/migrations/initialize", ".")));

        assertThat(status.path("migrationID").asString()).hasSize(36);
        assertThat(status.path("status").asString()).isEqualTo("Initializing");
        assertThat(status.path("uploadBucketDir").asString()).isEmpty();
        assertThat(status.at("/uploadCredentials/keys").isNull()).isTrue();
    }

    @Test
    void waitsForReceivingFiles() throws Exception {
        receivingFiles(SimulatedCloud.AWS);

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("ReceivingFiles");
    }

    @Test
    void takesTheAwsCredentialsOutOfTheStatus() throws Exception {
        receivingFiles(SimulatedCloud.AWS);

        assertThat(run(get(MIGRATION, ".uploadBucketDir"))).startsWith("s3://ds-mig-").endsWith("/sstables/");
        assertThat(run(get(MIGRATION, ".uploadCredentials.keys.accessKeyID"))).startsWith("AS");
        assertThat(run(get(MIGRATION, ".uploadCredentials.keys.secretAccessKey"))).hasSize(40);
        assertThat(run(get(MIGRATION, ".uploadCredentials.keys.sessionToken"))).isNotEmpty();
    }

    @Test
    void decodesTheGoogleCredentialsFile() throws Exception {
        receivingFiles(SimulatedCloud.GCP);

        byte[] file = Base64.getDecoder().decode(run(get(MIGRATION, ".uploadCredentials.keys.file")));

        assertThat(SimulatorJson.read(new String(file, StandardCharsets.UTF_8)).path("client_email").asString())
                .endsWith(".iam.gserviceaccount.com");
    }

    @Test
    void takesTheAzureSignatureOutOfTheStatus() throws Exception {
        receivingFiles(SimulatedCloud.AZURE);

        assertThat(run(get(MIGRATION, ".uploadCredentials.keys.urlSignature"))).startsWith("si=");
    }

    @Test
    void launchesAndWatchesTheImportUntilItIsDone() throws Exception {
        receivingFiles(SimulatedCloud.AWS);

        run(post(MIGRATION + "/launch", "."));
        client.advance(Duration.ofHours(10));
        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("ImportInProgress");
        assertThat(run(get(MIGRATION, ".progressInfo"))).contains("SSTable subsets");
        client.advance(Duration.ofHours(30));

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("MigrationDone");
    }

    @Test
    void pausesAndResumes() throws Exception {
        importing();

        run(post(MIGRATION + "/pause", "."));
        client.advance(ServiceTimings.usual().drain().plus(SimulatorClient.AFTER_LAG));
        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("Paused");
        run(post(MIGRATION + "/resume", "."));
        client.advance(SimulatorClient.AFTER_LAG);

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("ImportInProgress");
    }

    @Test
    void aborts() throws Exception {
        importing();

        run(post(MIGRATION + "/abort", "."));
        client.advance(SimulatorClient.AFTER_LAG);

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("Aborted");
    }

    @Test
    void cleansUp() throws Exception {
        receivingFiles(SimulatedCloud.AWS);

        run(post(MIGRATION + "/cleanup", "."));
        client.advance(SimulatorClient.AFTER_LAG);
        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("CleaningUpFiles");
        client.advance(ServiceTimings.usual().cleanUp());

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("Closed");
    }

    @Test
    void schedulesACleanup() throws Exception {
        receivingFiles(SimulatedCloud.AWS);

        String answered = run(
                post(MIGRATION + "/cleanup?option.cleanupTime=2027-03-31T14:30Z", ".expectedCleanupTime"));

        assertThat(answered).isEqualTo("2027-03-31T14:30:00Z");
    }

    @Test
    void isMovedPermanentlyWithoutADatabase() throws Exception {
        variables.put("migrationID", "5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11");

        assertThat(runner.runWithoutJq(get(MIGRATION, "."), variables)).endsWith("\">Moved Permanently</a>.");
    }

    @Test
    void findsNoPageWithoutAMigration() throws Exception {
        variables.put("dbID", client.database(SimulatedCloud.AWS).toString());

        assertThat(runner.runWithoutJq(get(MIGRATION, "."), variables)).isEqualTo("404 page not found");
    }

    @Test
    void listsTheDatabaseIds() throws Exception {
        String id = client.database(SimulatedCloud.AWS).toString();

        JsonNode databases = SimulatorJson.read(run(get("?include=nonterminated&provider=ALL&limit=25", ".")));

        assertThat(databases.at("/0/id").asString()).isEqualTo(id);
    }

    private String run(DocumentedCommand command) throws Exception {
        return runner.run(command, variables);
    }

    private void receivingFiles(SimulatedCloud cloud) {
        name(client.receivingFiles(client.database(cloud)));
    }

    private void importing() {
        name(client.importing(client.database(SimulatedCloud.AWS)));
    }

    private void name(TestMigration migration) {
        variables.put("dbID", migration.databaseId().toString());
        variables.put("migrationID", migration.id().toString());
    }
}
