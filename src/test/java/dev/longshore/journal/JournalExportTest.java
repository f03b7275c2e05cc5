package dev.longshore.journal;

import static dev.longshore.journal.Samples.NOON;
import static dev.longshore.journal.Samples.ORDERS;
import static dev.longshore.journal.Samples.command;
import static dev.longshore.journal.Samples.observation;
import static dev.longshore.journal.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.CommandState;
import dev.longshore.model.LastKnown;
import dev.longshore.model.RegisteredMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JournalExportTest {
    private static final Instant WHOLE = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;

    private SqliteJournal journal;
    private Path target;
    private JournalExport export;

    @BeforeEach
    void open() {
        journal = SqliteJournal.open(folder, InstantSource.fixed(NOON));
        target = folder.resolve("export");
        export = journal.export(ZoneId.of("Europe/Berlin"));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void observe(String status, String progress) {
        var observation = observation(ORDERS, WHOLE, status, progress);
        journal.observed(observation, LastKnown.first(observation));
    }

    private String csv(ExportedTable table) throws IOException {
        export.csv(table, target);
        return Files.readString(target);
    }

    @Test
    void observationsAreRowsWithTimesOfTheZone() throws IOException {
        journal.keep(new RegisteredMigration(ORDERS, "orders, EU", NOON));
        observe("ImportInProgress", "10%");
        assertThat(csv(ExportedTable.OBSERVATIONS)).isEqualTo("""
                at,previous_seen_at,name,connection_id,database_id,migration_id,status,progress,\
                expected_cleanup_time,upload_bucket_dir,credential_expiration\r
                2026-11-21T13:00:00+01:00,,"orders, EU",prod,db-1,orders,ImportInProgress,10%,\
                2026-11-28T16:14:38+01:00,s3://bucket/dir/,\r
                """);
    }

    @Test
    void aChangeSaysWhenTheStateBeforeItWasLastSeen() throws IOException {
        for (int minute = 0; minute < 3; minute++) {
            var observation = observation(ORDERS, WHOLE.plusSeconds(60L * minute), minute < 2 ? "Paused" : "DONE", "");
            journal.observed(observation, LastKnown.first(observation));
        }
        assertThat(csv(ExportedTable.OBSERVATIONS))
                .contains("2026-11-21T13:02:00+01:00,2026-11-21T13:01:00+01:00,,prod,db-1,orders,DONE");
    }

    @Test
    void commandsAreARowForEachState() throws IOException {
        journal.intent(command("c1", ORDERS, WHOLE));
        journal.reached("c1", new CommandState.Refused(WHOLE.plusSeconds(1), "Not now: \"busy\""));
        assertThat(csv(ExportedTable.COMMANDS)).isEqualTo("""
                command_id,name,connection_id,database_id,migration_id,action,cleanup_time,at,state,why\r
                c1,,prod,db-1,orders,PAUSE,,2026-11-21T13:00:00+01:00,REQUESTED,\r
                c1,,prod,db-1,orders,PAUSE,,2026-11-21T13:00:01+01:00,REFUSED,"Not now: ""busy""\"\r
                """);
    }

    @Test
    void blindSpansAreRows() throws IOException {
        journal.blind(new BlindSpan(ORDERS, WHOLE, WHOLE.plusSeconds(60), BlindSpan.Cause.ASLEEP));
        assertThat(csv(ExportedTable.BLIND_SPANS)).isEqualTo("""
                started_at,ended_at,cause,name,connection_id,database_id,migration_id\r
                2026-11-21T13:00:00+01:00,2026-11-21T13:01:00+01:00,ASLEEP,,prod,db-1,orders\r
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void aCellThatASpreadsheetWouldRunIsDefused(String text) throws IOException {
        observe("Paused", text);
        assertThat(csv(ExportedTable.OBSERVATIONS)).contains(",Paused,'" + text + ",");
    }

    @Test
    void aCellThatBeginsWithACarriageReturnIsDefusedAndQuoted() throws IOException {
        observe("Paused", "\rx");
        assertThat(csv(ExportedTable.OBSERVATIONS)).contains(",Paused,\"'\rx\",");
    }

    @ParameterizedTest
    @CsvSource({"1=1", "a-b", "10%"})
    void aCellThatOnlyHoldsSuchASignIsLeftAsItIs(String text) throws IOException {
        observe("Paused", text);
        assertThat(csv(ExportedTable.OBSERVATIONS)).contains(",Paused," + text + ",");
    }

    @Test
    void jsonHoldsEverythingWithACommandsStatesInIt() throws IOException {
        journal.keep(registered(ORDERS));
        observe("Paused", "=1");
        journal.intent(command("c1", ORDERS, WHOLE));
        journal.reached("c1", new CommandState.Accepted(WHOLE.plusSeconds(1)));
        journal.intent(command("c2", ORDERS, WHOLE));
        journal.blind(new BlindSpan(ORDERS, WHOLE, WHOLE.plusSeconds(60), BlindSpan.Cause.CLOSED));
        export.json(target);
        assertThat(JsonMapper.shared().readTree(target.toFile())).isEqualTo(JsonMapper.shared().readTree("""
                {"observations": [{"at": "2026-11-21T13:00:00+01:00", "previous_seen_at": null,
                   "name": "name of orders", "connection_id": "prod", "database_id": "db-1", "migration_id": "orders",
                   "status": "Paused", "progress": "=1", "expected_cleanup_time": "2026-11-28T16:14:38+01:00",
                   "upload_bucket_dir": "s3://bucket/dir/", "credential_expiration": null}],
                 "commands": [
                  {"command_id": "c1", "name": "name of orders", "connection_id": "prod", "database_id": "db-1",
                   "migration_id": "orders", "action": "PAUSE", "cleanup_time": null, "states": [
                     {"at": "2026-11-21T13:00:00+01:00", "state": "REQUESTED", "why": null},
                     {"at": "2026-11-21T13:00:01+01:00", "state": "ACCEPTED", "why": null}]},
                  {"command_id": "c2", "name": "name of orders", "connection_id": "prod", "database_id": "db-1",
                   "migration_id": "orders", "action": "PAUSE", "cleanup_time": null, "states": [
                     {"at": "2026-11-21T13:00:00+01:00", "state": "REQUESTED", "why": null}]}],
                 "blind_spans": [{"started_at": "2026-11-21T13:00:00+01:00", "ended_at": "2026-11-21T13:01:00+01:00",
                   "cause": "CLOSED", "name": "name of orders", "connection_id": "prod", "database_id": "db-1",
                   "migration_id": "orders"}]}
                """));
    }

    @Test
    void anEmptyJournalIsExportedAsEmptyLists() {
        export.json(target);
        assertThat(JsonMapper.shared().readTree(target.toFile())).isEqualTo(JsonMapper.shared().readTree(
                "{\"observations\": [], \"commands\": [], \"blind_spans\": []}"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsASentenceAndLeavesNothingBehind() {
        var nowhere = folder.resolve("no such folder/export.csv");
        assertThatThrownBy(() -> export.csv(ExportedTable.COMMANDS, nowhere))
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll("could not be written to " + nowhere, "Choose another place");
        assertThat(nowhere.getParent()).doesNotExist();
    }

    @Test
    void anExportReplacesTheOneBeforeItAndLeavesNothingElse() throws IOException {
        csv(ExportedTable.COMMANDS);
        csv(ExportedTable.BLIND_SPANS);
        assertThat(target).content().startsWith("started_at");
        assertThat(folder.resolve("export.unfinished")).doesNotExist();
    }
}
