package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.BILLING;
import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.PROD;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.observation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.CommandState;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Initialization;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Status;
import dev.longshore.model.WatchGap;
import dev.longshore.model.activity.ActivityKind;
import dev.longshore.model.activity.ActivityPage;
import dev.longshore.model.activity.ActivityPosition;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.model.activity.ActivityRecord.ObservedChange;
import dev.longshore.model.fact.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal as one log: all of it, newest first, a page at a time. */
@ParameterizedClass
@EnumSource(JournalDatabase.class)
class ActivityTablesTest {
    private final JournalDatabase database;

    private static final ActivityQuery ALL = ActivityQuery.newest(1000);

    @TempDir Path folder;

    private final Map<MigrationKey, LastKnown> known = new HashMap<>();
    private Journal journal;

    ActivityTablesTest(JournalDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        journal = database.open(folder, NOON);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void observe(Observation observation) {
        var now = known.containsKey(observation.key())
                ? known.get(observation.key()).updatedBy(observation)
                : LastKnown.first(observation);
        known.put(observation.key(), now);
        journal.recordObservation(observation, now);
    }

    private void observe(MigrationKey key, Duration after, String status, String progress) {
        observe(observation(key, NOON.plus(after), status, progress));
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private List<ActivityRecord> read(ActivityQuery query) {
        var records = new ArrayList<ActivityRecord>();
        var page = journal.activity(query);
        records.addAll(page.records());
        for (Optional<ActivityPosition> next = page.next(); next.isPresent(); next = page.next()) {
            assertThat(page.records()).hasSize(query.limit());
            page = journal.activity(query.before(next.get()));
            assertThat(page.records()).isNotEmpty();
            records.addAll(page.records());
        }
        return records;
    }

    /** Of every table something, much of it at the same moment. */
    private void fill() {
        for (var key : List.of(ORDERS, BILLING)) {
            observe(key, minutes(0), "ReceivingFiles", "");
            observe(key, minutes(1), "ImportInProgress", "1 of 9");
            observe(key, minutes(2), "ImportInProgress", "2 of 9");
            observe(key, minutes(3), "MigrationDone", "9 of 9");
            journal.recordIntent(command("c-" + key, key, NOON.plus(minutes(1))));
            journal.recordState("c-" + key, new CommandState.Accepted(NOON.plus(minutes(3))));
            journal.recordGap(gap(key, WatchGap.Reason.UNREACHABLE));
            journal.recordGap(gap(key, WatchGap.Reason.CLOSED));
            journal.saveAlerts(List.of(alert(key)));
        }
        journal.recordUnwatched(NOON, NOON.plus(minutes(3)), WatchGap.Reason.CLOSED);
        journal.recordInitialization(new Initialization(
                "i", PROD, new DatabaseId("db-1"), Initialization.InitializeSettings.DEFAULT, "new", "dba",
                NOON.plus(minutes(1)), new Initialization.Answer.Pending()));
    }

    private static WatchGap gap(MigrationKey key, WatchGap.Reason reason) {
        return new WatchGap(key, NOON, NOON.plus(minutes(3)), reason);
    }

    private static AlertRecord alert(MigrationKey key) {
        var fact = Fact.recorded("It failed.");
        var alert = new Alert(Alert.Kind.FAILED, Alert.Severity.SOON, null, fact);
        var urgent = new Alert(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, null, Fact.recorded("It failed again."));
        return new AlertRecord("a-" + key, key.connection(), key.ref(), alert,
                List.of(new AlertRecord.State.Raised(NOON.plus(minutes(1)), alert.severity(), fact)))
                .withState(new AlertRecord.State.Acknowledged(NOON.plus(minutes(1))))
                .raisedAs(urgent, NOON.plus(minutes(2)))
                .withState(new AlertRecord.State.Ended(NOON.plus(minutes(3))));
    }

    @Test
    void holdsOneOfEverythingThatHappened() {
        fill();

        var records = read(ALL);

        assertThat(records).extracting(ActivityRecord::id).doesNotHaveDuplicates();
        assertThat(records).filteredOn(ObservedChange.class::isInstance).hasSize(6);
        assertThat(records).filteredOn(ActivityRecord.RequestedAction.class::isInstance).hasSize(2);
        assertThat(records).filteredOn(ActivityRecord.RequestedMigration.class::isInstance).hasSize(1);
        assertThat(records).filteredOn(ActivityRecord.AlertStep.class::isInstance).hasSize(8);
        assertThat(records).filteredOn(ActivityRecord.Outage.class::isInstance).hasSize(2);
        assertThat(records).filteredOn(ActivityRecord.AwayPeriod.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 19})
    void isTheSameHoweverLargeThePagesAre(int limit) {
        fill();

        var records = read(ActivityQuery.newest(limit));

        assertThat(records).isEqualTo(read(ALL));
        assertThat(records).extracting(ActivityRecord::at)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void eachKindIsWhatTheWholeHasOfIt() {
        fill();

        for (var kind : ActivityKind.values()) {
            var query = new ActivityQuery(Optional.of(kind), Optional.empty(), Optional.empty(), 2);
            assertThat(read(query)).isEqualTo(read(ALL).stream()
                    .filter(each -> each.kind().isEmpty() || each.kind().get() == kind).toList());
        }
    }

    @Test
    void nothingOfAnotherConnectionIsRead() {
        fill();
        var other = new MigrationKey(new ConnectionId("other"), ORDERS.ref());
        observe(other, minutes(9), "Closed", "");

        var query = new ActivityQuery(
                Optional.empty(), Optional.of(new ConnectionId("other")), Optional.empty(), 100);
        assertThat(read(query)).filteredOn(each -> each.kind().isPresent()).singleElement()
                .satisfies(each -> assertThat(each.migration()).contains(other));
    }

    @Test
    void aChangeSaysWhatWasBefore() {
        fill();
        var moved = new Observation(
                ORDERS, NOON.plus(minutes(5)), Status.of("MigrationDone"), null,
                Instant.parse("2026-12-05T00:00:00Z"), null, null, null);
        observe(moved);

        assertThat(journal.activity(ActivityQuery.newest(1)).records()).containsExactly(new ObservedChange(
                moved, NOON.plus(minutes(3)), Status.of("MigrationDone"), Instant.parse("2026-11-28T15:14:38Z")));
        assertThat(read(ALL)).filteredOn(each -> each.at().equals(NOON)).filteredOn(ObservedChange.class::isInstance)
                .allSatisfy(each -> assertThat(((ObservedChange) each).statusBefore()).isNull());
    }

    @Test
    void anAlertSaysInEachStateWhatWasRaisedBefore() {
        fill();

        var steps = read(new ActivityQuery(Optional.of(ActivityKind.ALERTS), Optional.empty(), Optional.empty(), 100))
                .stream().filter(ActivityRecord.AlertStep.class::isInstance)
                .filter(each -> each.migration().equals(Optional.of(ORDERS)))
                .map(each -> ((ActivityRecord.AlertStep) each).raised().severity()).toList();

        assertThat(steps).containsExactly(
                Alert.Severity.ACT_NOW, Alert.Severity.ACT_NOW, Alert.Severity.SOON, Alert.Severity.SOON);
    }

    @Test
    void aCommandHasAllItsStates() {
        fill();

        assertThat(read(ALL)).filteredOn(ActivityRecord.RequestedAction.class::isInstance)
                .extracting(each -> ((ActivityRecord.RequestedAction) each).command())
                .isEqualTo(journal.recentCommands(9));
    }

    @Test
    void readingLeavesEverythingAsItWas() {
        fill();

        assertThat(read(ALL)).isEqualTo(read(ALL));
    }

    @Test
    void anEmptyJournalIsAnEmptyPage() {
        assertThat(journal.activity(ALL)).isEqualTo(new ActivityPage(List.of(), Optional.empty()));
    }
}
