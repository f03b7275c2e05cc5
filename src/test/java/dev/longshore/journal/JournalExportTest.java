package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.observation;
import static dev.longshore.journal.JournalSamples.registered;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Initialization;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Remark;
import dev.longshore.model.Remark.AlertCause;
import dev.longshore.model.Remark.RemarkKind;
import dev.longshore.model.Status;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.model.userdate.OwnDeadline.DeadlineAnchor;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import dev.longshore.support.EnglishText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(JournalDatabase.class)
class JournalExportTest {
    private final JournalDatabase database;

    private static final Instant WHOLE = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;

    private Journal journal;
    private Path target;
    private JournalExport export;

    JournalExportTest(JournalDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        journal = database.open(folder, NOON);
        target = folder.resolve("export");
        export = journal.export(ZoneId.of("Europe/Berlin"), EnglishText::say);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void observe(String status, String progress) {
        var observation = observation(ORDERS, WHOLE, status, progress);
        journal.recordObservation(observation, LastKnown.first(observation));
    }

    private String csv(ExportedTable table) throws IOException {
        export.csv(table, target);
        return Files.readString(target);
    }

    @Test
    void observationsAreRowsWithTimesOfTheZone() throws IOException {
        journal.save(new RegisteredMigration(ORDERS, "orders, EU", NOON));
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
            journal.recordObservation(observation, LastKnown.first(observation));
        }
        assertThat(csv(ExportedTable.OBSERVATIONS))
                .contains("2026-11-21T13:02:00+01:00,2026-11-21T13:01:00+01:00,,prod,db-1,orders,DONE");
    }

    @Test
    void commandsAreARowForEachState() throws IOException {
        journal.recordIntent(command("c1", ORDERS, WHOLE));
        journal.recordState("c1", new CommandState.Refused(WHOLE.plusSeconds(1), Fact.recorded("Not now: \"busy\"")));
        assertThat(csv(ExportedTable.COMMANDS)).isEqualTo("""
                command_id,name,connection_id,database_id,migration_id,action,cleanup_time,asked_by,reason,at,state,\
                service_cleanup_time,why\r
                c1,,prod,db-1,orders,PAUSE,,,,2026-11-21T13:00:00+01:00,REQUESTED,,\r
                c1,,prod,db-1,orders,PAUSE,,,,2026-11-21T13:00:01+01:00,REFUSED,,"Not now: ""busy""\"\r
                """);
    }

    @Test
    void factsAreWordedByWhoeverExports() throws IOException {
        journal.recordIntent(command("c1", ORDERS, WHOLE));
        journal.recordState("c1", new CommandState.Refused(WHOLE, Fact.of(JournalFact.RESTORED, WHOLE)));
        var asked = new Initialization("i1", JournalSamples.PROD, ORDERS.ref().database(),
                Initialization.InitializeSettings.DEFAULT, "shop", "dba", WHOLE, new Initialization.Answer.Pending());
        journal.recordInitialization(asked);
        journal.recordInitializationAnswer(
                asked.withAnswer(new Initialization.Answer.Lost(WHOLE, Fact.of(JournalFact.GONE, "a"))));
        export = journal.export(ZoneId.of("Europe/Berlin"), fact -> fact.kind() + " " + fact.figures());
        assertThat(csv(ExportedTable.COMMANDS)).contains("RESTORED [2026-11-21T12:00:00Z]");
        assertThat(csv(ExportedTable.INITIALIZES)).contains("GONE [a]");
    }

    @Test
    void theRecordOfCleanupsSaysWhoAskedForWhatAndWhatWasSeenOfIt() throws IOException {
        var asked = Instant.parse("2026-12-24T18:00:00Z");
        observe("Paused", "");
        journal.recordIntent(new Command(
                "c1", ORDERS, Action.SCHEDULE_CLEANUP, new CleanupTime(asked), new Command.Author("dba", "=more time"),
                List.of(new CommandState.Requested(WHOLE.plusSeconds(1)))));
        journal.recordState("c1", new CommandState.Accepted(WHOLE.plusSeconds(2), asked.plusSeconds(1)));
        seeCleanup(3, Instant.parse("2026-11-28T15:14:38Z"));
        seeCleanup(4, asked.plusMillis(200));
        seeCleanup(5, asked.plusMillis(200));
        seeCleanup(6, asked.minusSeconds(3600));
        assertThat(csv(ExportedTable.CLEANUPS)).isEqualTo("""
                at,event,name,connection_id,database_id,migration_id,asked_by,reason,asked_for,service_cleanup_time,\
                due_before,why,command_id\r
                2026-11-21T13:00:01+01:00,REQUESTED,,prod,db-1,orders,dba,'=more time,2026-12-24T19:00:00+01:00,\
                2026-11-28T16:14:38+01:00,,,c1\r
                2026-11-21T13:00:02+01:00,ACCEPTED,,prod,db-1,orders,dba,'=more time,2026-12-24T19:00:00+01:00,\
                2026-12-24T19:00:01+01:00,,,c1\r
                2026-11-21T13:00:04+01:00,SEEN,,prod,db-1,orders,,,2026-12-24T19:00:00+01:00,\
                2026-12-24T19:00:00.2+01:00,2026-11-28T16:14:38+01:00,,\r
                2026-11-21T13:00:06+01:00,DRIFTED,,prod,db-1,orders,,,2026-12-24T19:00:00+01:00,\
                2026-12-24T18:00:00+01:00,2026-12-24T19:00:00.2+01:00,,\r
                """);
    }

    private void seeCleanup(int second, Instant due) {
        var seen = new Observation(
                ORDERS, WHOLE.plusSeconds(second), Status.of("Paused"), null, due, null, null, null);
        journal.recordObservation(seen, LastKnown.first(seen));
    }

    @Test
    void theRecordOfCleanupsHoldsNothingOfThoseThatNobodyHereScheduled() throws IOException {
        journal.recordIntent(command("c1", ORDERS, WHOLE));
        seeCleanup(1, WHOLE.plusSeconds(100));
        seeCleanup(2, WHOLE.plusSeconds(200));
        assertThat(csv(ExportedTable.CLEANUPS)).hasLineCount(1);
    }

    private static AlertRecord failed(String id, Instant at) {
        return new AlertRecord(
                id, JournalSamples.PROD, ORDERS.ref(),
                new Alert(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, at, Fact.recorded("Its import failed.")),
                List.of(new AlertRecord.State.Raised(at, Alert.Severity.ACT_NOW, Fact.recorded("Its import failed."))));
    }

    @Test
    void alertsAreARowForEachState() throws IOException {
        journal.saveAlerts(List.of(failed("a1", WHOLE).withState(new AlertRecord.State.Ended(WHOLE.plusSeconds(1)))));
        assertThat(csv(ExportedTable.ALERTS)).isEqualTo("""
                alert_id,kind,about,name,connection_id,database_id,migration_id,at,state,severity,sentence\r
                a1,FAILED,2026-11-21T13:00:00+01:00,,prod,db-1,orders,2026-11-21T13:00:00+01:00,RAISED,ACT_NOW,\
                Its import failed.\r
                a1,FAILED,2026-11-21T13:00:00+01:00,,prod,db-1,orders,2026-11-21T13:00:01+01:00,ENDED,,\r
                """);
    }

    @Test
    void blindSpansAreRows() throws IOException {
        journal.recordGap(new WatchGap(ORDERS, WHOLE, WHOLE.plusSeconds(60), WatchGap.Reason.ASLEEP));
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
        journal.save(registered(ORDERS));
        observe("Paused", "=1");
        journal.recordIntent(command("c1", ORDERS, WHOLE));
        journal.recordState("c1", new CommandState.Accepted(WHOLE.plusSeconds(1)));
        journal.recordIntent(command("c2", ORDERS, WHOLE));
        journal.recordGap(new WatchGap(ORDERS, WHOLE, WHOLE.plusSeconds(60), WatchGap.Reason.CLOSED));
        journal.recordUnwatched(WHOLE, WHOLE.plusSeconds(60), WatchGap.Reason.CLOSED);
        journal.recordInitialization(new Initialization(
                "i1", JournalSamples.PROD, ORDERS.ref().database(), Initialization.InitializeSettings.DEFAULT, "shop",
                "dba", WHOLE,
                new Initialization.Answer.Pending()));
        var alertRecord = failed("a1", WHOLE).withState(new AlertRecord.State.Acknowledged(WHOLE.plusSeconds(1)));
        journal.saveAlerts(List.of(alertRecord));
        export.json(target);
        assertThat(JsonMapper.shared().readTree(target.toFile())).isEqualTo(JsonMapper.shared().readTree(
                """
                        {"observations": [{"at": "2026-11-21T13:00:00+01:00", "previous_seen_at": null,
                           "name": "name of orders", "connection_id": "prod", "database_id": "db-1", "migration_id": "orders",
                           "status": "Paused", "progress": "=1", "expected_cleanup_time": "2026-11-28T16:14:38+01:00",
                           "upload_bucket_dir": "s3://bucket/dir/", "credential_expiration": null}],
                         "commands": [
                          {"command_id": "c1", "name": "name of orders", "connection_id": "prod", "database_id": "db-1",
                           "migration_id": "orders", "action": "PAUSE", "cleanup_time": null, "asked_by": null,
                           "reason": null, "states": [
                             {"at": "2026-11-21T13:00:00+01:00", "state": "REQUESTED",
                              "service_cleanup_time": "2026-11-28T16:14:38+01:00", "why": null},
                             {"at": "2026-11-21T13:00:01+01:00", "state": "ACCEPTED",
                              "service_cleanup_time": null, "why": null}]},
                          {"command_id": "c2", "name": "name of orders", "connection_id": "prod", "database_id": "db-1",
                           "migration_id": "orders", "action": "PAUSE", "cleanup_time": null, "asked_by": null,
                           "reason": null, "states": [
                             {"at": "2026-11-21T13:00:00+01:00", "state": "REQUESTED",
                              "service_cleanup_time": "2026-11-28T16:14:38+01:00", "why": null}]}],
                         "cleanups": [],
                         "initializes": [{"at": "2026-11-21T13:00:00+01:00", "name": "shop", "connection_id": "prod",
                           "database_id": "db-1", "datacenter_id": null, "concurrency": null, "subset_size_gb": null,
                           "asked_by": "dba", "answer": null, "answered_at": null, "migration_id": null, "why": null,
                           "dismissed_at": null, "id": "i1", "follows": null}],
                         "alerts": [{"alert_id": "a1", "kind": "FAILED", "about": "2026-11-21T13:00:00+01:00",
                           "name": "name of orders", "connection_id": "prod", "database_id": "db-1", "migration_id": "orders",
                           "states": [
                             {"at": "2026-11-21T13:00:00+01:00", "state": "RAISED", "severity": "ACT_NOW",
                              "sentence": "Its import failed."},
                             {"at": "2026-11-21T13:00:01+01:00", "state": "ACKNOWLEDGED", "severity": null, "sentence": null}]}],
                         "remarks": [], "own_deadlines": [], "freeze_windows": [],
                         "blind_spans": [{"started_at": "2026-11-21T13:00:00+01:00", "ended_at": "2026-11-21T13:01:00+01:00",
                           "cause": "CLOSED", "name": "name of orders", "connection_id": "prod", "database_id": "db-1",
                           "migration_id": "orders"}],
                         "unwatched_periods": [{"started_at": "2026-11-21T13:00:00+01:00",
                           "ended_at": "2026-11-21T13:01:00+01:00", "cause": "CLOSED"}]}
                        """));
    }

    @Test
    void anEmptyJournalIsExportedAsEmptyLists() {
        export.json(target);
        assertThat(JsonMapper.shared().readTree(target.toFile())).isEqualTo(JsonMapper.shared().readTree(
                "{\"observations\": [], \"commands\": [], \"cleanups\": [], \"initializes\": [], \"alerts\": [],"
                        + " \"remarks\": [], \"own_deadlines\": [], \"freeze_windows\": [], \"blind_spans\": [], \"unwatched_periods\": []}"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsASentenceAndLeavesNothingBehind() {
        var nowhere = folder.resolve("no such folder/export.csv");
        assertThatThrownBy(() -> export.csv(ExportedTable.COMMANDS, nowhere))
                .isInstanceOf(JournalException.class)
                .satisfies(
                        fault -> assertThat(say(fault)).contains("could not be written to " + nowhere,
                                "Choose another place"));
        assertThat(nowhere.getParent()).doesNotExist();
    }

    @Test
    void theDatesThatUsersHaveSetAreRowsAndThoseThatWereTakenAwayAreMarked() throws IOException {
        journal.save(registered(ORDERS));
        var due = new OwnDeadline("d1", ORDERS, "Go live", new DeadlineRule.FixedTime(WHOLE), "ops", NOON, false);
        journal.save(due);
        journal.save(new OwnDeadline("d2", ORDERS, "Check", new DeadlineRule.RelativeTime(
                DeadlineAnchor.CLEANUP, Duration.ofHours(-2)), "", NOON, false).removed(WHOLE));
        journal.save(new FreezeWindow("f1", "Audit", FreezeScope.ALL,
                new FreezeTimes.OnceFrozen(WHOLE, WHOLE.plusSeconds(60))).removed(WHOLE));
        journal.save(new FreezeWindow("f2", "Weekend", new FreezeScope(Optional.of(ORDERS.connection()), "eu"),
                new FreezeTimes.WeeklyFrozen(DayOfWeek.FRIDAY, LocalTime.of(18, 0), DayOfWeek.MONDAY,
                        LocalTime.of(6, 0), ZoneId.of("Europe/Berlin")))
                .saved("f2", WHOLE));

        assertThat(csv(ExportedTable.OWN_DEADLINES).lines().skip(1)).containsExactly(
                "d1,Go live,2026-11-21T13:00:00+01:00,,,ops,2026-11-21T13:00:00.123456789+01:00,0,name of orders,prod,db-1,orders",
                "d2,Check,,CLEANUP,'-7200,,2026-11-21T13:00:00.123456789+01:00,1,name of orders,prod,db-1,orders");
        assertThat(csv(ExportedTable.FREEZE_WINDOWS).lines().skip(1)).containsExactly(
                "f1,Audit,,,2026-11-21T13:00:00+01:00,2026-11-21T13:01:00+01:00,,,,,,2026-11-21T13:00:00+01:00,1",
                "f2,Weekend,prod,eu,,,FRIDAY,18:00,MONDAY,06:00,Europe/Berlin,2026-11-21T13:00:00+01:00,0");
    }

    @Test
    void whatUsersLetEachOtherKnowIsARowForEachRemark() throws IOException {
        journal.save(registered(ORDERS));
        journal.recordRemark(new Remark("r1", ORDERS, null, RemarkKind.NOTE, "anna", WHOLE, "=the schema, not yet"));
        journal.recordRemark(new Remark(
                "r2", ORDERS, new AlertCause(Alert.Kind.FAILED, WHOLE), RemarkKind.CLAIM, "ben", WHOLE.plusSeconds(1),
                "Its import failed."));

        assertThat(csv(ExportedTable.REMARKS)).isEqualTo("""
                at,kind,author,text,alert_kind,about,name,connection_id,database_id,migration_id,id\r
                2026-11-21T13:00:00+01:00,NOTE,anna,"'=the schema, not yet",,,name of orders,prod,db-1,orders,r1\r
                2026-11-21T13:00:01+01:00,CLAIM,ben,Its import failed.,FAILED,2026-11-21T13:00:00+01:00,\
                name of orders,prod,db-1,orders,r2\r
                """);
    }

    @Test
    void aRemarkWithATokenIsNeverExportedAsTheJournalRefusesIt() throws IOException {
        journal.save(registered(ORDERS));
        var secret = new Remark("r1", ORDERS, null, RemarkKind.NOTE, "anna", WHOLE, "with AstraCS:abcdefgh:0123456789");
        assertThatThrownBy(() -> journal.recordRemark(secret)).isInstanceOf(JournalException.class);
        assertThat(csv(ExportedTable.REMARKS)).hasLineCount(1);
    }

    @Test
    void allTablesAreInOneArchive() throws IOException {
        observe("Paused", "=1");
        export.write(ExportFormat.CSV, target);
        try (var zip = new ZipFile(target.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly(
                    "observations.csv", "commands.csv", "cleanups.csv", "initializes.csv", "alerts.csv",
                    "remarks.csv", "own_deadlines.csv", "freeze_windows.csv", "blind_spans.csv",
                    "unwatched_periods.csv");
            assertThat(new String(
                    zip.getInputStream(zip.getEntry("observations.csv")).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(csv(ExportedTable.OBSERVATIONS));
        }
    }

    @Test
    void eachTableForExcelBeginsWithAByteOrderMark() throws IOException {
        observe("Größe", ";=1+1");
        export.write(ExportFormat.CSV_FOR_EXCEL, target);
        try (var zip = new ZipFile(target.toFile())) {
            assertThat(new String(
                    zip.getInputStream(zip.getEntry("observations.csv")).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("\uFEFF" + csv(ExportedTable.OBSERVATIONS)).contains("Größe", ";'=1+1");
            assertThat(zip.stream().map(ZipEntry::getName)).hasSize(ExportedTable.values().length);
        }
    }

    @Test
    void whatCannotBeWrittenIsASentenceAndLeavesEverythingAsItWas() throws IOException {
        observe("Paused", "=1");
        var inTheWay = Files.createDirectories(target.resolve("in the way"));
        assertThatThrownBy(() -> export.write(ExportFormat.JSON, target))
                .isInstanceOf(JournalException.class)
                .satisfies(fault -> assertThat(say(fault)).contains("directory", "free some space there"));
        assertThat(inTheWay).exists();
        assertThat(folder).isDirectoryNotContaining(each -> each.toString().endsWith(".new"));
    }

    @Test
    void anExportReplacesTheOneBeforeItAndLeavesNothingElse() throws IOException {
        csv(ExportedTable.COMMANDS);
        csv(ExportedTable.BLIND_SPANS);
        assertThat(target).content().startsWith("started_at");
        assertThat(folder).isDirectoryNotContaining(each -> each.toString().endsWith(".new"));
    }
}
