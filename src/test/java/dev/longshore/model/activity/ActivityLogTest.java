package dev.longshore.model.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Status;
import dev.longshore.model.WatchGap;
import dev.longshore.model.activity.ActivityRecord.AlertStep;
import dev.longshore.model.activity.ActivityRecord.AwayPeriod;
import dev.longshore.model.activity.ActivityRecord.ObservedChange;
import dev.longshore.model.activity.ActivityRecord.Outage;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ActivityLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant CLOSED = NOON.minus(Duration.ofHours(12));

    private static MigrationKey key(String connection, int migration) {
        return new MigrationKey(
                new ConnectionId(connection),
                new MigrationRef(new DatabaseId("db"), new MigrationId("m-" + migration)));
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static ActivityRecord outage(String connection, int migration, int from, int to) {
        return new Outage(List.of(new WatchGap(
                key(connection, migration), minute(from), minute(to), WatchGap.Reason.UNREACHABLE)));
    }

    private static ActivityRecord change(int at, Instant lastSeen) {
        var observation = new Observation(
                key("prod", 1), minute(at), Status.of("Closed"), null, null, null, null, null);
        return new ObservedChange(observation, lastSeen, Status.of("MigrationDone"), null);
    }

    private static ActivityRecord raised(int at) {
        var fact = Fact.recorded("It failed.");
        return new AlertStep(
                "alert " + at, new AlertStep.AlertSubject(new ConnectionId("prod"), null),
                new AlertRecord.State.Raised(minute(at), Alert.Severity.SOON, fact),
                new AlertStep.RaisedAlert(Alert.Kind.FAILED, Alert.Severity.SOON, fact));
    }

    @Provide
    Arbitrary<List<ActivityRecord>> records() {
        var minutes = Arbitraries.integers().between(0, 300);
        var outages = Combinators.combine(Arbitraries.of("prod", "test"), Arbitraries.integers().between(1, 3), minutes,
                Arbitraries.integers().between(1, 90)).as(
                        (connection, migration, from, length) -> outage(connection,
                                migration, from, from + length));
        var changes = Combinators.combine(minutes, minutes).as((at, ago) -> change(at, minute(at - ago)));
        var periods = Combinators.combine(minutes, minutes).as((from, length) -> (ActivityRecord) new AwayPeriod(
                minute(from), minute(from + length + 1), WatchGap.Reason.CLOSED));
        return Arbitraries.oneOf(outages, changes, periods, minutes.map(ActivityLogTest::raised)).list().ofMaxSize(40)
                .map(each -> each.stream().sorted(Comparator.comparing(ActivityRecord::at).reversed()).toList());
    }

    private static Stream<Object> contents(ActivityRecord activityRecord) {
        return switch (activityRecord) {
            case Outage outage -> outage.gaps().stream().map(each -> each);
            case AwayPeriod away -> Stream.of(away.from(), away.to());
            default -> Stream.of(activityRecord);
        };
    }

    @Property
    void nothingIsLost(@ForAll("records") List<ActivityRecord> records) {
        assertThat(ActivityLog.of(records).stream().flatMap(ActivityLogTest::contents))
                .containsExactlyInAnyOrderElementsOf(records.stream().flatMap(ActivityLogTest::contents).toList());
    }

    @Property
    void theOrderStays(@ForAll("records") List<ActivityRecord> records) {
        assertThat(ActivityLog.of(records)).extracting(ActivityRecord::at)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Property
    void allGapsOfAnOutageOverlap(@ForAll("records") List<ActivityRecord> records) {
        assertThat(ActivityLog.of(records)).filteredOn(Outage.class::isInstance)
                .allSatisfy(each -> assertThat(((Outage) each).from()).isBefore(each.at()));
    }

    /** With every further page what was shown before stays, but for an outage that is found to have begun earlier. */
    @Property
    void whatWasReadFirstStaysWhenMoreIsRead(@ForAll("records") List<ActivityRecord> records) {
        for (int read = 0; read <= records.size(); read++) {
            var part = ActivityLog.of(records.subList(0, read)).stream().filter(each -> !(each instanceof Outage));
            var whole = ActivityLog.of(records).stream().filter(each -> !(each instanceof Outage)).toList();
            assertThat(part.toList()).isEqualTo(whole.subList(0, (int) records.subList(0, read).stream()
                    .filter(each -> !(each instanceof Outage)).count()));
        }
    }

    @Test
    void migrationsOfOneConnectionThatGotNoAnswerAreOneOutage() {
        var log = ActivityLog.of(List.of(
                outage("prod", 1, 10, 40), raised(39), outage("test", 1, 10, 38), outage("prod", 2, 12, 37),
                outage("prod", 2, 1, 9)));

        assertThat(log).extracting(ActivityRecord::at).containsExactly(minute(39), minute(38), minute(37), minute(9));
        assertThat(log.get(2)).isInstanceOfSatisfying(Outage.class, outage -> {
            assertThat(outage.gaps()).hasSize(2);
            assertThat(outage.from()).isEqualTo(minute(12));
            assertThat(outage.migration()).isEmpty();
        });
    }

    @Test
    void anAbsenceSaysWhatHappenedMeanwhileAndWhatWasRaisedOnReturn() {
        var log = ActivityLog.of(List.of(
                raised(30), change(20, minute(15)), change(3, CLOSED.minusSeconds(60)), raised(2),
                change(1, CLOSED.minusSeconds(30)), new AwayPeriod(CLOSED, NOON, WatchGap.Reason.CLOSED)));

        assertThat(log.getLast()).isEqualTo(new AwayPeriod(CLOSED, NOON, WatchGap.Reason.CLOSED, 2, 1));
    }
}
