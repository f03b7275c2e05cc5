package dev.longshore.model.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LaunchFact;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.launch.QueueDecision.QueueIdle;
import dev.longshore.model.launch.QueueDecision.QueueLaunches;
import dev.longshore.model.launch.QueueDecision.QueueStops;
import dev.longshore.model.launch.QueueDecision.QueueWaits;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.model.userdate.ImportMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaunchQueueRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Instant ON_SINCE = NOW.minus(Duration.ofHours(5));
    private static final ConnectionId PROD = new ConnectionId("prod");
    private static final DatabaseId DATABASE = new DatabaseId("db-1");

    private final List<LaunchCandidate> candidates = new ArrayList<>();
    private LaunchQueue queue = new LaunchQueue(new DatabaseKey(PROD, DATABASE))
            .after(new QueueChange.AutoLaunchSwitched(true), ON_SINCE, "dba");

    private static MigrationKey key(String name) {
        return new MigrationKey(PROD, new MigrationRef(DATABASE, new MigrationId(name)));
    }

    private LaunchCandidate candidate(String name, String word, Duration ago) {
        var status = Status.of(word);
        var known = new LastKnown(NOW, status, NOW.minus(ago), null, null, null, null, null, null);
        var moments = word.equals("MigrationDone")
                ? new ImportMoments(NOW.minus(ago).minusSeconds(60), NOW.minus(ago)) : ImportMoments.UNSEEN;
        return new LaunchCandidate(key(name), name, new Situation(NOW, known, false, null, List.of()), null,
                cleanup(Duration.ofDays(7)), new Forecast.NoForecast(Fact.recorded("")), moments, Optional.empty(),
                true);
    }

    private static List<Deadline> cleanup(@Nullable Duration in) {
        return in == null ? List.of() : List.of(new Deadline(NOW.plus(in), Deadline.Cause.CLEANUP_IDLE, NOW));
    }

    private void done(String name) {
        candidates.add(candidate(name, "MigrationDone", Duration.ofMinutes(1)));
    }

    private void waits(String name) {
        candidates.add(candidate(name, "ReceivingFiles", Duration.ofDays(1)));
    }

    private void approve(String name) {
        queue = queue.after(new QueueChange.LaunchApproved(new MigrationId(name), ""), NOW, "dba");
    }

    private QueueDecision decide() {
        return LaunchQueueRule.decide(queue, candidates);
    }

    private LaunchFact whyItWaits() {
        return (LaunchFact) ((QueueWaits) decide()).why().kind();
    }

    @Test
    void theNextThatIsApprovedIsLaunchedWhenOneWasDone() {
        done("orders");
        waits("billing");
        approve("billing");
        assertThat(decide()).isEqualTo(new QueueLaunches(key("billing")));
    }

    @Test
    void nothingIsLaunchedInAQueueThatIsOff() {
        done("orders");
        waits("billing");
        approve("billing");
        queue = queue.after(new QueueChange.AutoLaunchSwitched(false), NOW, "dba");
        assertThat(decide()).isInstanceOf(QueueIdle.class);
    }

    @Test
    void whatWasDoneBeforeTheQueueWasSwitchedOnLaunchesNothing() {
        candidates.add(candidate("orders", "MigrationDone", Duration.ofHours(6)));
        waits("billing");
        approve("billing");
        assertThat(whyItWaits()).isEqualTo(LaunchFact.FIRST_BY_HAND);
    }

    @Test
    void theOrderIsTheUsersAndNothingIsPassedOver() {
        done("orders");
        waits("billing");
        waits("stock");
        approve("billing");
        queue = queue.after(new QueueChange.LaunchesReordered(
                List.of(new MigrationId("stock"), new MigrationId("billing"))), NOW, "dba");
        assertThat(decide()).isEqualTo(new QueueWaits(key("stock"), Fact.of(LaunchFact.NOT_APPROVED)));
    }

    @Test
    void whatFailedOrWasAbortedStopsIt() {
        for (var word : List.of("ImportFailed", "Aborted")) {
            candidates.clear();
            done("orders");
            candidates.add(candidate("stock", word, Duration.ofHours(1)));
            waits("billing");
            approve("billing");
            assertThat(decide()).isInstanceOfSatisfying(QueueStops.class,
                    each -> assertThat(each.cause()).isEqualTo(key("stock")));
        }
    }

    @Test
    void aFailureFromBeforeDoesNotStopIt() {
        done("orders");
        candidates.add(candidate("stock", "ImportFailed", Duration.ofHours(6)));
        waits("billing");
        approve("billing");
        assertThat(decide()).isInstanceOf(QueueLaunches.class);
    }

    @Test
    void whatWasCleanedUpBeforeItsEndWasSeenStopsIt() {
        candidates.add(candidate("orders", "Closed", Duration.ofHours(1)));
        approve("orders");
        queue = queue.launched(new MigrationId("orders"), NOW.minus(Duration.ofHours(2)));
        waits("billing");
        approve("billing");
        assertThat(decide()).isInstanceOf(QueueStops.class);
    }

    @Test
    void anImportOfTheUsersWhoseEndNobodySawStopsItAsWell() {
        done("orders");
        var closed = candidate("stock", "Closed", Duration.ofHours(1));
        candidates.add(new LaunchCandidate(closed.key(), closed.name(), closed.situation(), null, List.of(),
                closed.forecast(), new ImportMoments(NOW.minus(Duration.ofHours(2)), null), Optional.empty(), false));
        waits("billing");
        approve("billing");
        assertThat(decide()).isInstanceOfSatisfying(QueueStops.class,
                each -> assertThat(each.why().kind()).isEqualTo(LaunchFact.END_NOT_SEEN));
    }

    @Test
    void whatWasCleanedUpWithoutAnImportHoldsUpNothing() {
        done("orders");
        candidates.add(candidate("stock", "Closed", Duration.ofHours(1)));
        waits("billing");
        approve("billing");
        assertThat(decide()).isInstanceOf(QueueLaunches.class);
    }

    @Test
    void aLaunchThatWasBegunAndIsNotToBeSeenStopsItOnlyAfterAWhile() {
        done("orders");
        waits("billing");
        approve("billing");
        queue = queue.launched(new MigrationId("billing"), NOW.minusSeconds(60));
        assertThat(decide()).isInstanceOf(QueueIdle.class);

        queue = queue.launched(new MigrationId("billing"), NOW.minusSeconds(180));
        assertThat(decide()).isInstanceOfSatisfying(QueueStops.class,
                each -> assertThat(each.why().kind()).isEqualTo(LaunchFact.LAUNCH_NOT_SENT));
    }

    @Test
    void whereTheStatusOfAnotherOneIsOldThatOneMayImport() {
        done("orders");
        waits("billing");
        approve("billing");
        var other = candidate("stock", "ReceivingFiles", Duration.ofDays(1));
        candidates.add(with(other, cleanup(Duration.ofDays(7)), Optional.empty(), false));
        assertThat(whyItWaits()).isEqualTo(LaunchFact.STATUS_OLD);

        var closed = candidate("stock", "Closed", Duration.ofDays(1));
        candidates.set(2, with(closed, List.of(), Optional.empty(), false));
        assertThat(decide()).isInstanceOf(QueueLaunches.class);
    }

    @Test
    void aCleanupThatIsTooNearOrNotKnownHoldsItUp() {
        done("orders");
        var next = candidate("billing", "ReceivingFiles", Duration.ofDays(1));
        candidates.add(with(next, cleanup(Duration.ofDays(1)), Optional.empty(), true));
        approve("billing");
        assertThat(whyItWaits()).isEqualTo(LaunchFact.CLEANUP_TOO_SOON);

        candidates.set(1, with(next, cleanup(null), Optional.empty(), true));
        assertThat(whyItWaits()).isEqualTo(LaunchFact.CLEANUP_NOT_KNOWN);
    }

    @Test
    void aFreezeAndAnOldStatusHoldItUp() {
        var freeze = new FreezePeriod(new FreezeWindow("a", "Weekend", FreezeScope.ALL,
                new FreezeTimes.OnceFrozen(NOW, NOW.plusSeconds(60))), NOW, NOW.plusSeconds(60));
        done("orders");
        var next = candidate("billing", "ReceivingFiles", Duration.ofDays(1));
        candidates.add(with(next, cleanup(Duration.ofDays(7)), Optional.of(freeze), true));
        approve("billing");
        assertThat(whyItWaits()).isEqualTo(LaunchFact.FROZEN);

        candidates.set(1, with(next, cleanup(Duration.ofDays(7)), Optional.empty(), false));
        assertThat(whyItWaits()).isEqualTo(LaunchFact.STATUS_OLD);
    }

    private static LaunchCandidate with(LaunchCandidate candidate, List<Deadline> deadlines,
            Optional<FreezePeriod> freeze, boolean isFresh) {
        return new LaunchCandidate(candidate.key(), candidate.name(), candidate.situation(), null, deadlines,
                candidate.forecast(), candidate.moments(), freeze, isFresh);
    }

    @Test
    void anotherPlaceInTheOrderKeepsTheApproval() {
        approve("billing");
        queue = queue.after(new QueueChange.LaunchesReordered(
                List.of(new MigrationId("stock"), new MigrationId("billing"))), NOW, "dba");
        assertThat(queue.approval(new MigrationId("billing"))).isPresent();
        assertThat(queue.approval(new MigrationId("stock"))).isEmpty();
    }
}
