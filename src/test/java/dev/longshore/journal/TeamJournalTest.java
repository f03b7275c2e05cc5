package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.BILLING;
import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.PROD;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.connection;
import static dev.longshore.journal.JournalSamples.database;
import static dev.longshore.journal.JournalSamples.observation;
import static dev.longshore.journal.JournalSamples.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.journal.JournalTrial.DatabaseRole;
import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Remark;
import dev.longshore.model.WatchGap;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TeamServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a journal of one's own to that of a team. */
class TeamJournalTest {
    /** What only a team has, and what tells who it is. */
    private static final List<String> OF_TEAM_ONLY = List.of("desk", "longshore_schema", "list_version",
            "open_command");

    @TempDir Path folder;

    private PostgresServer server(String desk) {
        return new PostgresServer(TeamServer.address(folder), Map.of(),
                UUID.nameUUIDFromBytes(desk.getBytes(StandardCharsets.UTF_8)));
    }

    private PostgresJournal team(String desk) {
        return PostgresJournal.open(server(desk), EnglishText::say, desk);
    }

    private SqliteJournal local(String name) {
        return SqliteJournal.open(folder.resolve(name), InstantSource.fixed(NOON), EnglishText::say);
    }

    private JournalMergeResult bringIn(String name) {
        return TeamJournal.bringIn(folder.resolve(name), server(name), EnglishText::say);
    }

    private static void observe(Journal journal, Observation... observations) {
        LastKnown known = null;
        for (var each : observations) {
            known = known == null ? LastKnown.first(each) : known.updatedBy(each);
            journal.recordObservation(each, known);
        }
    }

    private static Instant minutes(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    /** Something in every table. */
    private static void fill(Journal journal) {
        journal.save(connection("prod", "Production"));
        journal.saveDatabases(PROD, List.of(database("db-1", "dc-1")), NOON);
        journal.save(new RegisteredMigration(ORDERS, "orders", List.of("shop"), NOON));
        journal.save(registered(BILLING));
        observe(journal, observation(ORDERS, NOON, "ReceivingFiles", null),
                observation(ORDERS, minutes(5), "ImportInProgress", "10%"),
                observation(ORDERS, minutes(6), "ImportInProgress", "20%"),
                observation(ORDERS, minutes(7), "ImportInProgress", "20%"));
        journal.recordIntent(command("c1", ORDERS, minutes(4)));
        journal.recordState("c1", new CommandState.Accepted(minutes(4), null));
        journal.recordState("c1", new CommandState.Observed(minutes(5)));
        journal.recordGap(new WatchGap(ORDERS, minutes(1), minutes(3), WatchGap.Reason.UNREACHABLE));
        journal.recordUnwatched(minutes(-60), NOON, WatchGap.Reason.CLOSED);
        journal.saveAlerts(List.of(alert("a1")));
        journal.recordRemark(new Remark("r1", ORDERS, null, Remark.RemarkKind.NOTE, "anna", minutes(6), "ask Ben"));
    }

    private static AlertRecord alert(String id) {
        var alert = new Alert(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, NOON, Fact.recorded("It failed."));
        return new AlertRecord(id, PROD, ORDERS.ref(), alert,
                List.of(new AlertRecord.State.Raised(NOON, alert.severity(), alert.fact()),
                        new AlertRecord.State.Acknowledged(minutes(1), "anna")));
    }

    private static Map<String, Long> rows(Journal journal) {
        var rows = new TreeMap<>(journal.figures().rows());
        OF_TEAM_ONLY.forEach(rows::remove);
        rows.keySet().removeIf(each -> each.startsWith("desk_"));
        return rows;
    }

    @Test
    void bringsEverythingInOnce() {
        try (var local = local("anna")) {
            fill(local);
            try (var team = team("anna")) {
                assertThat(bringIn("anna")).isEqualTo(new JournalMergeResult(2, 3, 1, Map.of()));
                var once = rows(team);
                assertThat(bringIn("anna")).isEqualTo(new JournalMergeResult(0, 0, 0, Map.of()));

                assertThat(rows(team)).isEqualTo(once).containsEntry("observation", 3L);
                assertThat(team.register()).isEqualTo(local.register());
                assertThat(team.connections()).isEqualTo(local.connections());
                assertThat(team.lastKnown()).isEqualTo(local.lastKnown());
                assertThat(team.history(ORDERS, Instant.EPOCH)).isEqualTo(local.history(ORDERS, Instant.EPOCH));
                assertThat(team.alerts(Instant.EPOCH)).isEqualTo(local.alerts(Instant.EPOCH));
                assertThat(team.remarks(0).remarks()).isEqualTo(local.remarks(0).remarks());
                assertThat(team.activity(ActivityQuery.newest(100)).records())
                        .isEqualTo(local.activity(ActivityQuery.newest(100)).records());
            }
        }
    }

    @Test
    void goesOnAfterAnInterruption() {
        try (var local = local("anna"); var team = team("anna")) {
            fill(local);
            TeamServer.run(folder, "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN RAISE EXCEPTION ''cut off''; END'");
            TeamServer.run(folder, "CREATE TRIGGER cut BEFORE INSERT ON command_state EXECUTE FUNCTION refuse()");
            assertThatThrownBy(() -> bringIn("anna")).isInstanceOf(JournalException.class);
            TeamServer.run(folder, "DROP TRIGGER cut ON command_state");

            bringIn("anna");

            assertThat(team.history(ORDERS, Instant.EPOCH)).isEqualTo(local.history(ORDERS, Instant.EPOCH));
            assertThat(rows(team)).containsEntry("observation", 3L).containsEntry("command", 1L)
                    .containsEntry("command_state", 3L);
        }
    }

    @Test
    void whatWasRecordedSinceIsBroughtInByTheNextTime() {
        try (var local = local("anna"); var team = team("anna")) {
            fill(local);
            bringIn("anna");
            observe(local, observation(ORDERS, minutes(9), "MigrationDone", "100%"));
            local.recordIntent(command("c2", ORDERS, minutes(8)));

            assertThat(bringIn("anna")).isEqualTo(new JournalMergeResult(0, 1, 1, Map.of()));

            assertThat(team.lastKnown()).isEqualTo(local.lastKnown());
            assertThat(team.recentCommands(9)).extracting(Command::id).containsExactly("c2", "c1");
        }
    }

    @Test
    void twoWhoWatchedTheSameHaveOneHistory() {
        var ofBen = new ConnectionId("of-ben");
        var ordersOfBen = new MigrationKey(ofBen, ORDERS.ref());
        try (var anna = local("anna"); var ben = local("ben"); var team = team("anna")) {
            fill(anna);
            ben.save(connection("of-ben", "Astra"));
            ben.saveDatabases(ofBen, List.of(database("db-1")), NOON);
            ben.save(new RegisteredMigration(ordersOfBen, "the orders", NOON));
            observe(ben, observation(ordersOfBen, minutes(-90), "Initializing", null),
                    observation(ordersOfBen, minutes(-30), "ReceivingFiles", null),
                    observation(ordersOfBen, minutes(8), "MigrationDone", "100%"));

            bringIn("anna");
            var broughtIn = bringIn("ben");

            assertThat(Objects.requireNonNull(broughtIn.sameConnections().get(ofBen)).id()).isEqualTo(PROD);
            assertThat(team.connections()).hasSize(1);
            assertThat(team.register()).extracting(RegisteredMigration::name)
                    .containsExactly("orders", "name of billing");
            assertThat(team.history(ORDERS, Instant.EPOCH).observations()).extracting(each -> each.status().raw())
                    .containsExactly("Initializing", "ReceivingFiles", "ReceivingFiles", "ImportInProgress",
                            "ImportInProgress", "MigrationDone");
            assertThat(Objects.requireNonNull(team.lastKnown().get(ORDERS)).status().raw()).isEqualTo("MigrationDone");
            assertThat(Objects.requireNonNull(team.lastKnown().get(ORDERS)).observedAt()).isEqualTo(minutes(8));
            assertThat(bringIn("ben").observations()).isZero();
        }
    }

    @Test
    void saysWhatIsThere() {
        TeamServer.role("only_writes");
        TeamServer.role("only_reads");
        assertThat(TeamJournal.tryOut(server("anna"))).satisfies(found -> {
            assertThat(found.schema()).isZero();
            assertThat(found.canCreate()).isTrue();
            assertThat(found.canUse()).isFalse();
            assertThat(found.encryption()).isEmpty();
        });
        assertThat(tryOut("only_reads").canCreate()).isFalse();

        TeamJournal.create(server("anna"));
        TeamJournal.create(server("anna"));
        var schema = TeamServer.schema(folder);
        TeamServer.run("GRANT USAGE ON SCHEMA " + schema + " TO only_reads, only_writes");
        assertThatThrownBy(() -> tryOut("only_reads")).isInstanceOf(JournalException.class)
                .hasMessageContaining("SERVER_FORBIDS");
        TeamServer.run("GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO only_reads, only_writes");
        TeamServer.run("GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO only_writes");

        assertThat(TeamJournal.tryOut(server("anna")).role()).isEqualTo(DatabaseRole.OWNER);
        assertThat(tryOut("only_writes").role()).isEqualTo(DatabaseRole.WRITER);
        assertThat(tryOut("only_reads").role()).isEqualTo(DatabaseRole.READER);
        assertThat(tryOut("only_reads").canBringIn()).isFalse();
        assertThat(tryOut("only_reads").canUse()).isTrue();
    }

    private JournalTrial tryOut(String user) {
        return TeamJournal.tryOut(new PostgresServer(TeamServer.address(folder, user), Map.of(), new UUID(0, 9)));
    }

    @Test
    void saysWhatIsWrong() {
        var nobody = new PostgresServer(
                new JournalAddress(TeamServer.address(folder, "nobody_of_that_name").url()), Map.of(), new UUID(0, 9));
        assertThatThrownBy(() -> TeamJournal.tryOut(nobody)).isInstanceOf(JournalException.class)
                .hasMessageContaining("SERVER_LOGIN_REFUSED");
        var unreachable = new PostgresServer(
                JournalAddress.of("jdbc:postgresql://127.0.0.1:1/longshore"), Map.of(), new UUID(0, 9));
        assertThatThrownBy(() -> TeamJournal.tryOut(unreachable)).isInstanceOf(JournalException.class)
                .hasMessageContaining("SERVER_UNREACHABLE");
    }
}
