package dev.longshore.ui.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import dev.longshore.ui.uploads.UploadCommands.UploadSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadCommandsTest {
    private static final UploadSource ORIGIN = new UploadSource("dc1-node1", "migrate", "/var/lib/cassandra/data/");
    private static final UploadCredentials AWS = new UploadCredentials.Aws(
            "ASIA7", Secret.of("se+cr/et"), Secret.of("se'ssion"), null, "f");
    private static final UploadCredentials GOOGLE = new UploadCredentials.Google(
            Secret.of(Base64.getEncoder().encodeToString("{\"key\": 1}".getBytes(StandardCharsets.UTF_8))), null, "f");
    private static final UploadCredentials AZURE = new UploadCredentials.Azure(
            "https://a.blob.core.windows.net/c", Secret.of("sv=1&sig=a%2Bb"), null, "f");

    @Test
    void uploadsToAwsAsDocumented() {
        var commands = UploadCommands.of(AWS, "s3://ds-mig/m-1/sstables/", ORIGIN);

        assertThat(commands.upload().masked()).isEqualTo("aws s3 sync --only-show-errors --exclude '*' --include"
                + " '*/snapshots/migrate*' /var/lib/cassandra/data/ s3://ds-mig/m-1/sstables/dc1-node1\n");
        assertThat(commands.check().masked()).isEqualTo(
                "aws s3 ls --human-readable --summarize --recursive s3://ds-mig/m-1/sstables/dc1-node1/\n");
    }

    @Test
    void uploadsToGoogleAsDocumented() {
        var commands = UploadCommands.of(GOOGLE, "gs://ds-mig/m-1/sstables/", ORIGIN);

        assertThat(commands.upload().masked()).isEqualTo("gsutil -m rsync -r -d /var/lib/cassandra/data/KEYSPACE/**"
                + "/snapshots/migrate/ gs://ds-mig/m-1/sstables/dc1-node1/\n");
        assertThat(commands.check().masked()).isEqualTo("gsutil ls -r gs://ds-mig/m-1/sstables/dc1-node1/\n");
    }

    @Test
    void uploadsToAzureAsDocumented() {
        var commands = UploadCommands.of(AZURE, "https://a.blob.core.windows.net/c/m-1/", ORIGIN);

        assertThat(commands.upload().masked()).contains(
                "azcopy sync \"$dir\" https://a.blob.core.windows.net/c/m-1/dc1-node1/\"${dir#./}/?$MIGRATION_SAS\""
                        + " --recursive");
        assertThat(commands.check().masked())
                .startsWith("azcopy list https://a.blob.core.windows.net/c/m-1/dc1-node1/");
    }

    @Test
    void showsNoSecretAndCopiesEach() throws Exception {
        var aws = UploadCommands.of(AWS, "s3://b/d/", ORIGIN).credentials();

        assertThat(aws.isSecret()).isTrue();
        assertThat(aws.masked()).isEqualTo("""
                export AWS_ACCESS_KEY_ID=ASIA7
                export AWS_SECRET_ACCESS_KEY='•••'
                export AWS_SESSION_TOKEN='•••'
                """);
        assertThat(aws.toString()).doesNotContain("se+cr", "ssion");
        assertThat(run(aws.revealed() + "printf %s \"$AWS_SECRET_ACCESS_KEY $AWS_SESSION_TOKEN\""))
                .isEqualTo("se+cr/et se'ssion");
    }

    @Test
    void hasNoSecretInWhatIsCopiedWithoutAMinute() {
        for (var credentials : new UploadCredentials[]{AWS, GOOGLE, AZURE}) {
            var commands = UploadCommands.of(credentials, "s3://b/d/", ORIGIN);

            assertThat(commands.credentials().isSecret()).isTrue();
            assertThat(commands.upload().isSecret()).isFalse();
            assertThat(commands.check().isSecret()).isFalse();
        }
    }

    @Test
    void writesTheKeyFileOfGoogleForItsOwnerOnly(@TempDir Path folder) throws Exception {
        var credentials = UploadCommands.of(GOOGLE, "gs://b/d/", ORIGIN).credentials().revealed();

        run("cd " + ShellScript.word(folder.toString()) + "\n" + credentials.lines().findFirst().orElseThrow());

        assertThat(Files.readString(folder.resolve("creds.json"))).isEqualTo("{\"key\": 1}");
        assertThat(Files.getPosixFilePermissions(folder.resolve("creds.json"))).hasSize(2);
    }

    @Test
    void goesThroughEverySnapshotForAzure(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("shop/my orders-1/snapshots/migrate"));
        Files.createDirectories(folder.resolve("shop/other-2/snapshots/older"));
        var upload = UploadCommands.of(AZURE, "https://a/c/", new UploadSource("n1", "migrate", folder.toString()))
                .upload();

        var said = run("azcopy() { printf '<%s>' \"$@\"; }; MIGRATION_SAS='sv=1&x'\n" + upload.revealed());

        assertThat(said).isEqualTo("<sync><./shop/my orders-1/snapshots/migrate>"
                + "<https://a/c/n1/shop/my orders-1/snapshots/migrate/?sv=1&x><--recursive>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "$(reboot)", "it's", "a;b", "`id`", "*", "x\ny"})
    void isOneWordWhateverAPersonTypes(String typed) throws Exception {
        assertThat(run("printf '<%s>' " + ShellScript.word(typed))).isEqualTo("<" + typed + ">");
    }

    @Test
    void hasNoDoubleSlashWhateverIsTyped() {
        var commands = UploadCommands.of(AWS, "s3://b/d//", new UploadSource("/n1/", "", "/data//"));

        assertThat(commands.upload().masked()).contains(" /data/ s3://b/d/n1\n").contains("snapshots/SNAPSHOT*");
    }

    private static String run(String script) throws Exception {
        var shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
        try (var in = shell.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
