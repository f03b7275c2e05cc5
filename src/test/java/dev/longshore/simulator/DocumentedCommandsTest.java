package dev.longshore.simulator;

import static dev.longshore.simulator.DocumentedCommand.get;
import static dev.longshore.simulator.DocumentedCommand.post;
import static org.assertj.core.api.Assertions.assertThat;

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
@MethodSource("dev.longshore.simulator.Terminal#all")
class DocumentedCommandsTest {

    private static final String MIGRATION = "/${dbID}/migrations/${migrationID}";

    @Parameter Terminal terminal = new Terminal.Jdk();

    @AutoClose private final Caller caller = Caller.atAStandstill();

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "base", caller.simulator().baseUrl().toString(),
            "token", caller.simulator().fullToken()));

    @Test
    void initializesAMigration() throws Exception {
        variables.put("dbID", caller.database(Cloud.AWS).toString());

        JsonNode status = Json.read(run(post("/${dbID}/migrations/initialize", ".")));

        assertThat(status.path("migrationID").asString()).hasSize(36);
        assertThat(status.path("status").asString()).isEqualTo("Initializing");
        assertThat(status.path("uploadBucketDir").asString()).isEmpty();
        assertThat(status.at("/uploadCredentials/keys").isNull()).isTrue();
    }

    @Test
    void waitsForReceivingFiles() throws Exception {
        receivingFiles(Cloud.AWS);

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("ReceivingFiles");
    }

    @Test
    void takesTheAwsCredentialsOutOfTheStatus() throws Exception {
        receivingFiles(Cloud.AWS);

        assertThat(run(get(MIGRATION, ".uploadBucketDir"))).startsWith("s3://ds-mig-").endsWith("/sstables/");
        assertThat(run(get(MIGRATION, ".uploadCredentials.keys.accessKeyID"))).startsWith("AS");
        assertThat(run(get(MIGRATION, ".uploadCredentials.keys.secretAccessKey"))).hasSize(40);
        assertThat(run(get(MIGRATION, ".uploadCredentials.keys.sessionToken"))).isNotEmpty();
    }

    @Test
    void decodesTheGoogleCredentialsFile() throws Exception {
        receivingFiles(Cloud.GCP);

        byte[] file = Base64.getDecoder().decode(run(get(MIGRATION, ".uploadCredentials.keys.file")));

        assertThat(Json.read(new String(file, StandardCharsets.UTF_8)).path("client_email").asString())
                .endsWith(".iam.gserviceaccount.com");
    }

    @Test
    void takesTheAzureSignatureOutOfTheStatus() throws Exception {
        receivingFiles(Cloud.AZURE);

        assertThat(run(get(MIGRATION, ".uploadCredentials.keys.urlSignature"))).startsWith("si=");
    }

    @Test
    void launchesAndWatchesTheImportUntilItIsDone() throws Exception {
        receivingFiles(Cloud.AWS);

        run(post(MIGRATION + "/launch", "."));
        caller.advance(Duration.ofHours(10));
        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("ImportInProgress");
        assertThat(run(get(MIGRATION, ".progressInfo"))).contains("SSTable subsets");
        caller.advance(Duration.ofHours(30));

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("MigrationDone");
    }

    @Test
    void pausesAndResumes() throws Exception {
        importing();

        run(post(MIGRATION + "/pause", "."));
        caller.advance(Timings.usual().drain().plus(Caller.AFTER_LAG));
        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("Paused");
        run(post(MIGRATION + "/resume", "."));
        caller.advance(Caller.AFTER_LAG);

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("ImportInProgress");
    }

    @Test
    void aborts() throws Exception {
        importing();

        run(post(MIGRATION + "/abort", "."));
        caller.advance(Caller.AFTER_LAG);

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("Aborted");
    }

    @Test
    void cleansUp() throws Exception {
        receivingFiles(Cloud.AWS);

        run(post(MIGRATION + "/cleanup", "."));
        caller.advance(Caller.AFTER_LAG);
        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("CleaningUpFiles");
        caller.advance(Timings.usual().cleanUp());

        assertThat(run(get(MIGRATION, ".status"))).isEqualTo("Closed");
    }

    @Test
    void schedulesACleanup() throws Exception {
        receivingFiles(Cloud.AWS);

        String answered = run(
                post(MIGRATION + "/cleanup?option.cleanupTime=2027-03-31T14:30Z", ".expectedCleanupTime"));

        assertThat(answered).isEqualTo("2027-03-31T14:30:00Z");
    }

    @Test
    void isMovedPermanentlyWithoutADatabase() throws Exception {
        variables.put("migrationID", "5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11");

        assertThat(terminal.runWithoutJq(get(MIGRATION, "."), variables)).endsWith("\">Moved Permanently</a>.");
    }

    @Test
    void findsNoPageWithoutAMigration() throws Exception {
        variables.put("dbID", caller.database(Cloud.AWS).toString());

        assertThat(terminal.runWithoutJq(get(MIGRATION, "."), variables)).isEqualTo("404 page not found");
    }

    @Test
    void listsTheDatabaseIds() throws Exception {
        String id = caller.database(Cloud.AWS).toString();

        JsonNode databases = Json.read(run(get("?include=nonterminated&provider=ALL&limit=25", ".")));

        assertThat(databases.at("/0/id").asString()).isEqualTo(id);
    }

    private String run(DocumentedCommand command) throws Exception {
        return terminal.run(command, variables);
    }

    private void receivingFiles(Cloud cloud) {
        name(caller.receivingFiles(caller.database(cloud)));
    }

    private void importing() {
        name(caller.importing(caller.database(Cloud.AWS)));
    }

    private void name(Migration migration) {
        variables.put("dbID", migration.databaseId().toString());
        variables.put("migrationID", migration.id().toString());
    }
}
