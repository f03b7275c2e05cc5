package dev.longshore.upload;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.fact.FactException;
import dev.longshore.upload.ShellStandIns.CloudUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadCommandsTest {
    private static final SnapshotSource SOURCE = SnapshotSource.of("migrate", "", "");
    private static final OriginNode NODE = OriginNode.of("dc1-node1");

    @ParameterizedTest
    @EnumSource
    void showsNoSecretAndCopiesEach(CloudUnderTest cloud) {
        var credentials = commands(cloud).credentials();

        assertThat(credentials.isSecret()).isTrue();
        assertThat(credentials.masked()).matches("#.*\n(export [A-Z_]+='•••'\n)+");
        assertThat(credentials.toString()).doesNotContain("se+cr", "sv=1");
        assertThat(credentials.revealed()).doesNotContain("•••");
    }

    @ParameterizedTest
    @EnumSource
    void hasNoSecretInWhatIsCopiedWithoutAMinute(CloudUnderTest cloud) {
        var target = cloud.target("");
        for (var each : List.of(
                UploadCommands.of(target, SOURCE, NODE), UploadCommands.of(target, SOURCE, List.of(NODE)))) {
            assertThat(Stream.of(each.upload(), each.dryRun(), each.found(), each.expected(),
                    each.signOut()))
                    .noneMatch(ShellScript::isSecret);
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverDeletesAndNeverSkipsTheKeysOfHosts(CloudUnderTest cloud) {
        var target = cloud.target("");

        assertThat(UploadCommands.of(target, SOURCE, List.of(NODE)).upload().masked())
                .doesNotContain("rsync -d", "rsync -r -d", "--delete", "StrictHostKeyChecking", "UserKnownHostsFile")
                .contains("ssh -- ");
    }

    @Test
    void needsANode() {
        assertThat(refusal(() -> UploadCommands.of(CloudUnderTest.AWS.target(""), SOURCE, List.of())))
                .isEqualTo("Enter a node first.");
        assertThat(refusal(() -> OriginNode.of(" "))).isEqualTo("Enter a node first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "a//b", "a/b", "..", ".", "-oProxyCommand=x", "-n1", "a b", "$(reboot)", "it's", "a;b",
        "`id`", "*", "x\ny", "n1\u001b[201~", "n1\u202e", "@", "a@", "@a", "n%31", "n?", "n#1", "n\\1", "a@-b", "x&"})
    void refusesWhatIsNoNode(String typed) {
        assertThat(refusal(() -> OriginNode.of(typed))).contains("cannot be a node").doesNotContain("\u001b", "\n");
    }

    @ParameterizedTest
    @CsvSource({"n1, n1", "10.0.0.1, 10.0.0.1", "fe80::1, fe80::1", "cassandra@n1.dc1, n1.dc1", "knoten-ä, knoten-ä",
        "::1, ::1", "dc1_node1, dc1_node1"})
    void takesHostsAddressesAndUsers(String typed, String name) {
        assertThat(OriginNode.of(" " + typed + "\n")).isEqualTo(new OriginNode(name, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n1\nn2\r\nn3", "n1, n2,n3", "# ours\nn1,\n\nn2\nn3\n", "n1\nn2\nn1\nn3", """
            Datacenter: dc1
            ===============
            Status=Up/Down
            |/ State=Normal/Leaving/Joining/Moving
            --  Address  Load        Tokens  Owns (effective)  Host ID                               Rack
            UN  n1       104.52 KiB  16      100.0%            8d5ed9f4-7764-4dbd-bad8-43fddce94b7c  rack1
            DN  n2       ?           16      ?                 8d5ed9f4-7764-4dbd-bad8-43fddce94b7d  rack1
            UJ  n3       1.2 GiB     16      ?                 8d5ed9f4-7764-4dbd-bad8-43fddce94b7e  rack1

            Note: Non-system keyspaces don't have the same replication settings
            """})
    void readsAListOfNodes(String typed) {
        assertThat(OriginNode.list(typed)).extracting(OriginNode::name).containsExactly("n1", "n2", "n3");
    }

    @Test
    void refusesTwoNodesWithOneDirectory() {
        assertThat(refusal(() -> OriginNode.list("a@n1\nb@n1"))).startsWith("“n1” is listed twice");
        assertThat(refusal(() -> OriginNode.list("n1\nN1"))).startsWith("“N1” is listed twice");
        assertThat(refusal(() -> OriginNode.list("n1\nn 2"))).startsWith("“n 2” cannot be a node");
        assertThat(refusal(() -> OriginNode.list("\n"))).isEqualTo("Enter a node first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void needsTheNameOfTheSnapshot(String typed) {
        assertThat(refusal(() -> SnapshotSource.of(typed, "", ""))).isEqualTo("Enter the name of the snapshot first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "a/b", "..", ".", "-t", "a*", "[a]", "a?", "100%", "a#b", "a\\b", "a\nb", "a\u0003"})
    void refusesWhatIsNoSnapshot(String typed) {
        assertThat(refusal(() -> SnapshotSource.of(typed, "", ""))).contains("cannot be the name of a snapshot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "//", "data", "./data", "-data", "~/data", "/a//b", "/a/../b", "/a/.", "/a//", "/da*ta",
                "/a\nb", "s3://b/c"})
    void refusesWhatIsNoDataDirectory(String typed) {
        assertThat(refusal(() -> SnapshotSource.of("s", typed, ""))).contains("cannot be a data directory");
    }

    @ParameterizedTest
    @CsvSource({"'', /var/lib/cassandra/data", "/data/, /data", " /data 1/c , /data 1/c"})
    void readsADataDirectory(String typed, String directory) {
        assertThat(SnapshotSource.of("s", typed, "").dataDirectory()).isEqualTo(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/orders", "$(x)", "shop.*", "shop.orders.x", "-d", "shop;x", "it's", "ключ"})
    void refusesWhatIsNoTable(String typed) {
        assertThat(refusal(() -> SnapshotSource.of("s", "", typed))).contains("is neither a keyspace nor a table");
    }

    @Test
    void readsKeyspacesAndTables() {
        assertThat(SnapshotSource.of("s", "", "shop, crm.people\nshop crm.notes").tables())
                .containsExactly("shop", "crm.people", "crm.notes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-r", "--delete", "/var/lib/cassandra", "./x", "file:///etc", "gs://b/c", "http://a/c",
        "s3:/b", "s3://", "s3:///b", "s3://-b/c", "s3://b//c", "s3://b/../c", "s3://b/c*", "s3://b/c?x=1",
        "s3://b/c\nd",
        "s3://b/\u001b[201~", "s3://b/%2e%2e", "S3://b/c", " -r s3://b/c"})
    void makesNoCommandForADirectoryThatIsNotTheClouds(String directory) {
        var aws = CloudUnderTest.AWS.target("").credentials();

        assertThat(refusal(() -> new UploadTarget(aws, directory))).contains("does not begin with s3://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https://user@host/c", "https://a/c?sv=1", "https://a/c#x", "s3://b/c",
        "http://a.blob.core.windows.net/c"})
    void makesNoCommandForAnAddressThatIsNotAzures(String directory) {
        var azure = CloudUnderTest.AZURE.target("").credentials();

        assertThat(refusal(() -> new UploadTarget(azure, directory))).contains("does not begin with https://");
    }

    @Test
    void leavesSlashesAtTheEndOut() {
        var aws = CloudUnderTest.AWS.target("").credentials();

        assertThat(new UploadTarget(aws, "s3://b/d//").directory()).isEqualTo("s3://b/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x\u001b[201~reboot\n", "x\u0003", "x\ny", "x\ry", "x\u0000", "x\u007f", "x\u009b", "", "x y",
                "x\u202ey"})
    void makesNoCommandOfCredentialsThatATerminalActsOn(String secret) {
        for (var each : List.of(
                new UploadCredentials.Aws("A", Secret.of("b"), Secret.of(secret), null, "f"),
                new UploadCredentials.Aws("A", Secret.of(secret), Secret.of("c"), null, "f"),
                new UploadCredentials.Aws(secret, Secret.of("b"), Secret.of("c"), null, "f"))) {
            assertThat(refusal(() -> new UploadTarget(each, "s3://b/c"))).startsWith("The upload credentials contain");
        }
        assertThat(refusal(() -> new UploadTarget(
                new UploadCredentials.Azure("https://a/c", Secret.of(secret), null, "f"), "https://a/c")))
                .startsWith("The upload credentials contain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e30=\u001b[201~reboot", "e30\u0003=", "not base64!", "e30=;reboot"})
    void makesNoCommandOfAKeyThatIsNoBase64(String key) {
        assertThat(refusal(() -> new UploadTarget(new UploadCredentials.Google(Secret.of(key), null, "f"), "gs://b/c")))
                .startsWith("The upload credentials contain");
    }

    /** For shellcheck, which is not installed everywhere. */
    @ParameterizedTest
    @EnumSource
    void isWrittenForTheChecksThatRunOutside(CloudUnderTest cloud) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "upload-commands"));
        var source = SnapshotSource.of("it's mine; $x", "/data dir's $HOME", "shop, crm.people");
        var all = UploadCommands.of(cloud.target(""), source, List.of(NODE, OriginNode.of("cassandra@n2")));
        var one = UploadCommands.of(cloud.target(""), source, NODE);
        var scripts = Map.of(
                "credentials", one.credentials(), "upload", one.upload(), "dry-run", one.dryRun(), "listing",
                one.found(), "sign-out", one.signOut(), "upload-all", all.upload(), "expected",
                one.expected(), "expected-all", all.expected(), "listing-all", all.found());
        for (var each : scripts.entrySet()) {
            Files.writeString(
                    folder.resolve(cloud.name().toLowerCase(Locale.ROOT) + "-" + each.getKey() + ".sh"),
                    each.getValue().masked());
        }

        assertThat(ShellStandIns.files(folder)).hasSizeGreaterThanOrEqualTo(scripts.size());
    }

    private static UploadCommands commands(CloudUnderTest cloud) {
        return UploadCommands.of(cloud.target(""), SOURCE, NODE);
    }

    private static String refusal(Runnable making) {
        return say(catchThrowableOfType(FactException.class, making::run).fact());
    }
}
