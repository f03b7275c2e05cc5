package dev.longshore.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.upload.ShellStandIns.CloudUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command is run, by every shell of this computer, against stand-ins that behave like the clouds' tools. */
class UploadCommandsRunTest {
    private static final String DATA = "da ta's $HOME;touch ran";
    private static final List<String> TABLES = List.of(
            "shop/orders-8c1a", "shop/my orders-2", "it's $HOME/`touch ran`;touch ran&-1", "-rf/--delete",
            "schlüssel/таблица-3", "\"quoted\"/a'b");

    private static final List<String> FILES = List.of(
            "nb-1-big-Data.db", "nb-1-big-Index.db", "manifest.json", ".by_name/nb-2-big-Data.db",
            ".by_name/nb-2-big-Index.db");

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    static Stream<Arguments> cloudsAndShells() {
        return Arrays.stream(CloudUnderTest.values())
                .flatMap(cloud -> ShellStandIns.shells().stream().map(shell -> Arguments.of(cloud, shell)));
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void uploadsEveryTableToItsPathAndRunsNothingElse(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "mi grate's $x; y");
        var commands = UploadCommands.of(cloud.target(""), source(DATA, "mi grate's $x; y", ""), OriginNode.of("n1"));

        var run = lab.run(shell, commands.credentials().revealed() + commands.upload().revealed());

        assertThat(run.output()).isEqualTo("n1: 6 directories of snapshot mi grate's $x; y, 0 failed\n");
        assertThat(run.status()).isZero();
        assertThat(lab.arrived()).containsExactlyInAnyOrderElementsOf(expected("n1", "mi grate's $x; y"));
        assertThat(folder.resolve("ran")).doesNotExist();
        noSecretIn(lab, cloud);
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void leavesOtherSnapshotsWhereTheyAre(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");
        for (var other : List.of("migrate-old", "old-migrate", "migrat", "Migrate")) {
            lab.addFile(DATA + "/shop/orders-8c1a/snapshots/" + other + "/nb-9-big-Data.db");
        }
        lab.addFile(DATA + "/shop/orders-8c1a/backups/migrate/nb-8-big-Data.db");

        upload(lab, shell, cloud, "");

        assertThat(lab.arrived()).containsExactlyInAnyOrderElementsOf(expected("n1", "migrate"));
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void uploadsOnlyTheTablesThatWereAskedFor(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");
        for (var table : List.of("shop/orders_old-1", "crm/people-1", "crm/peoples-1", "crm/notes",
                "shopping/carts-1")) {
            lab.addFile(DATA + "/" + table + "/snapshots/migrate/nb-1-big-Data.db");
        }

        upload(lab, shell, cloud, "shop.orders, crm.people, crm.notes");

        assertThat(lab.arrived()).extracting(each -> each.replaceFirst("/snapshots/.*", "")).containsOnly(
                "n1/shop/orders-8c1a", "n1/crm/people-1", "n1/crm/notes");
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void uploadsATableOnceThatIsAskedForTwice(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");

        assertThat(upload(lab, shell, cloud, "shop shop.orders").output()).contains(": 2 directories");
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void refusesANameThatATerminalOrAToolActsOn(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");
        for (var table : List.of("ks/a\nb", "ks/a\u001b[201~b", "ks/a%2fb", "ks/a?b", "ks/[a]", "ks/a*", "ks/a#1")) {
            lab.addFile(DATA + "/" + table + "/snapshots/migrate/nb-1-big-Data.db");
        }

        var run = upload(lab, shell, cloud, "");

        assertThat(run.output()).contains("13 directories of snapshot migrate, 7 failed", "unusable name: ks/a?b")
                .doesNotContain("\u001b");
        assertThat(run.status()).isEqualTo(1);
        assertThat(lab.arrived()).containsExactlyInAnyOrderElementsOf(expected("n1", "migrate"));
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void goesOnAfterAFailureAndReportsIt(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");
        lab.addFile(DATA + "/-rf/--delete/snapshots/migrate/REFUSE");

        var run = upload(lab, shell, cloud, "");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).endsWith("n1: 6 directories of snapshot migrate, 1 failed\n");
        assertThat(lab.arrived()).hasSize(FILES.size() * (TABLES.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void failsWhereThereIsNoSnapshot(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "other");

        var run = upload(lab, shell, cloud, "");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("n1: 0 directories of snapshot migrate, 0 failed");
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void uploadsNothingWithoutTheMigrationsCredentials(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");
        var commands = UploadCommands.of(cloud.target(""), source(DATA, "migrate", ""), OriginNode.of("n1"));

        var run = lab.run(shell, commands.credentials().revealed() + commands.signOut().revealed()
                + commands.upload().revealed());

        assertThat(run.status()).isNotZero();
        assertThat(lab.calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void uploadsTheRestInTheSameSessionWithNewCredentials(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");
        lab.accept("2");

        var first = UploadCommands.of(cloud.target(""), source(DATA, "migrate", ""), OriginNode.of("n1"));
        var second = UploadCommands.of(cloud.target("2"), source(DATA, "migrate", ""), OriginNode.of("n1"));
        var run = lab.run(shell, first.credentials().revealed() + first.upload().revealed() + "echo \"first: $?\"\n"
                + second.credentials().revealed() + second.upload().revealed());

        assertThat(run.output()).contains("first: 1\n");
        assertThat(run.status()).isZero();
        assertThat(lab.arrived()).containsExactlyInAnyOrderElementsOf(expected("n1", "migrate"));
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void aDryRunCopiesNothing(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");
        var commands = UploadCommands.of(cloud.target(""), source(DATA, "migrate", ""), OriginNode.of("n1"));

        var run = lab.run(shell, commands.credentials().revealed() + commands.dryRun().revealed());

        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("-rf/--delete/snapshots/migrate/");
        assertThat(lab.arrived()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void listsWhatHasArrived(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");
        var commands = UploadCommands.of(cloud.target(""), source(DATA, "migrate", ""), OriginNode.of("n1"));

        var run = lab.run(shell, commands.credentials().revealed() + commands.upload().revealed()
                + commands.found().revealed());

        assertThat(run.status()).isZero();
        assertThat(run.output().lines().filter(each -> each.contains("/nb-1-big-Data.db"))).hasSize(TABLES.size());
        var later = lab.run(shell, UploadCommands.listing(cloud.target("")).revealed());
        assertThat(later.status()).isZero();
        assertThat(later.output().lines().filter(each -> each.contains("/nb-1-big-Data.db"))).hasSize(TABLES.size());
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void uploadsFromEveryNodeOverSsh(CloudUnderTest cloud, String shell) throws Exception {
        var lab = new ShellStandIns(folder, cloud);
        for (var node : List.of("n1", "n2", "n3")) {
            addTables(lab, "nodes/" + node, "migrate");
        }
        var run = overSsh(lab, shell, cloud, "n1", "cassandra@n2", "n3");

        assertThat(run.output().lines()).hasSize(3).allMatch(each -> each.endsWith(" migrate, 0 failed"));
        assertThat(run.status()).isZero();
        assertThat(lab.arrived()).containsExactlyInAnyOrderElementsOf(
                Stream.of("n1", "n2", "n3").flatMap(each -> expected(each, "migrate").stream()).toList());
        assertThat(lab.calls()).contains("ssh -- n1 sh", "ssh -- cassandra@n2 sh");
        noSecretIn(lab, cloud);
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void reportsANodeThatCannotBeReached(CloudUnderTest cloud, String shell) throws Exception {
        var lab = new ShellStandIns(folder, cloud);
        addTables(lab, "nodes/n2", "migrate");

        var run = overSsh(lab, shell, cloud, "gone", "n2");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("hostname gone");
        assertThat(lab.arrived()).containsExactlyInAnyOrderElementsOf(expected("n2", "migrate"));
    }

    @ParameterizedTest
    @MethodSource("cloudsAndShells")
    void theLedgerReadsWhatTheCommandsList(CloudUnderTest cloud, String shell) throws Exception {
        var lab = lab(cloud, "migrate");
        var commands = UploadCommands.of(cloud.target(""), source(DATA, "migrate", ""), OriginNode.of("n1"));
        var expected = lab.run(shell, commands.expected().revealed());
        var found = lab.run(shell, commands.credentials().revealed() + commands.upload().revealed()
                + commands.found().revealed());

        var ledger = ledger(List.of("n1"), expected.output(), found.output());

        assertThat(ledger.cells()).hasSize(TABLES.size());
        assertThat(ledger.isComplete()).as("%s", ledger).isTrue();
        assertThat(ledger.foundBytes()).isEqualTo(ledger.expectedBytes()).isPositive();
    }

    @Test
    void nothingIsMissingAfterThreeRenewalsAndTheLedgerSaysSo() throws Exception {
        var lab = new ShellStandIns(folder, CloudUnderTest.AWS);
        var nodes = List.of("n1", "n2", "n3", "n4", "n5");
        for (var node : nodes) {
            for (int table = 0; table < 200; table++) {
                for (var component : List.of("Data", "Index")) {
                    lab.addFile("nodes/%s/shop/table%d-%032x/snapshots/migrate/nb-1-big-%s.db"
                            .formatted(node, table, table, component));
                }
            }
        }
        var statuses = new ArrayList<Integer>();
        for (var renewal : List.of("", "2", "3", "4")) {
            lab.accept(renewal);
            lab.expireAfter(300);
            var commands = commands(CloudUnderTest.AWS.target(renewal), nodes);
            statuses.add(lab.run("sh", commands.credentials().revealed() + commands.upload().revealed()).status());
        }
        var commands = commands(CloudUnderTest.AWS.target("4"), nodes);
        var expected = lab.run("sh", commands.expected().revealed());
        var found = lab.run("sh", commands.credentials().revealed() + commands.found().revealed());

        var ledger = ledger(nodes, expected.output(), found.output());

        assertThat(statuses).containsExactly(1, 1, 1, 0);
        assertThat(ledger.cells()).hasSize(1_000);
        assertThat(ledger.isComplete()).isTrue();
    }

    private static UploadLedger ledger(List<String> nodes, String expected, String found) {
        var here = FileListParser.expected(expected, "", FileListParser.DiskUsageUnit.BYTES);
        var there = FileListParser.found(found, "");
        assertThat(List.of(here.unread(), there.unread())).as("%s%n%s", expected, found).containsOnly(0);
        return UploadLedger.of(nodes, here.files(), there.files());
    }

    private UploadCommands commands(UploadTarget target, List<String> nodes) {
        return UploadCommands.of(target, source("data", "migrate", ""), nodes.stream().map(OriginNode::of).toList());
    }

    private ShellStandIns lab(CloudUnderTest cloud, String snapshot) {
        var lab = new ShellStandIns(folder, cloud);
        addTables(lab, DATA, snapshot);
        return lab;
    }

    private static void addTables(ShellStandIns lab, String data, String snapshot) {
        for (var table : TABLES) {
            FILES.forEach(each -> lab.addFile(data + "/" + table + "/snapshots/" + snapshot + "/" + each));
        }
    }

    private ShellStandIns.ShellRun upload(ShellStandIns lab, String shell, CloudUnderTest cloud, String tables)
            throws Exception {
        var commands = UploadCommands.of(cloud.target(""), source(DATA, "migrate", tables), OriginNode.of("n1"));
        return lab.run(shell, commands.credentials().revealed() + commands.upload().revealed());
    }

    private ShellStandIns.ShellRun overSsh(ShellStandIns lab, String shell, CloudUnderTest cloud, String... nodes)
            throws Exception {
        var commands = UploadCommands.of(
                cloud.target(""), source("data", "migrate", ""), Arrays.stream(nodes).map(OriginNode::of).toList());
        return lab.run(shell, commands.credentials().revealed() + commands.upload().revealed());
    }

    private SnapshotSource source(String data, String snapshot, String tables) {
        return SnapshotSource.of(snapshot, folder.resolve(data).toString(), tables);
    }

    private static List<String> expected(String node, String snapshot) {
        return TABLES.stream()
                .flatMap(
                        table -> FILES.stream().map(file -> node + "/" + table + "/snapshots/" + snapshot + "/" + file))
                .toList();
    }

    /** azcopy takes the signature nowhere but in its address. */
    private void noSecretIn(ShellStandIns lab, CloudUnderTest cloud) {
        var secret = cloud == CloudUnderTest.AZURE ? "no secret" : cloud.secrets.substring(0, 12);
        assertThat(lab.calls()).isNotEmpty().noneMatch(each -> each.contains(secret));
        assertThat(lab.calls()).filteredOn(each -> !each.startsWith("azcopy")).noneMatch(each -> each.contains("sig="));
        assertThat(lab.configs()).allMatch(each -> !Files.exists(Path.of(each)));
        assertThat(ShellStandIns.files(folder.resolve("temp"))).isEmpty();
    }
}
