package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.BILLING;
import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.KeptFileList;
import dev.longshore.model.KeptFileList.FileListSide;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LaunchFact;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.model.launch.LaunchQueue.AutoLaunch.AutoLaunchStopped;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is set for queues, and the lists of files for the ledgers, after the program was closed and opened again. */
@ParameterizedClass
@EnumSource(JournalDatabase.class)
class LaunchQueueTableTest {
    private static final DatabaseId DATABASE = ORDERS.ref().database();

    private final JournalDatabase database;

    @TempDir Path folder;

    private Journal journal;

    LaunchQueueTableTest(JournalDatabase database) {
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

    private void restart() {
        close();
        open();
    }

    private static LaunchQueue approved() {
        return new LaunchQueue(new DatabaseKey(PROD, DATABASE))
                .after(new QueueChange.LaunchApproved(ORDERS.ref().migration(), "night shift"), NOON, "dba")
                .after(new QueueChange.LaunchApproved(BILLING.ref().migration(), ""), NOON.plusSeconds(1), "dba")
                .after(new QueueChange.AutoLaunchSwitched(true), NOON.plusSeconds(2), "dba");
    }

    @Test
    void keepsOrderAndApprovalsAndThatItIsOn() {
        journal.save(approved());
        restart();
        assertThat(journal.launchQueues()).containsExactly(approved());

        var reordered = approved().after(
                new QueueChange.LaunchesReordered(
                        List.of(BILLING.ref().migration(), ORDERS.ref().migration())),
                NOON, "dba").after(new QueueChange.ApprovalWithdrawn(ORDERS.ref().migration()), NOON, "dba");
        journal.save(reordered);
        restart();
        assertThat(journal.launchQueues()).containsExactly(reordered);
    }

    @Test
    void keepsWhyItHasStopped() {
        var stopped = approved().with(new AutoLaunchStopped(NOON, ORDERS.ref().migration(),
                Fact.of(LaunchFact.LAUNCH_NOT_SENT, "orders")));
        journal.save(stopped);
        restart();
        assertThat(journal.launchQueues()).containsExactly(stopped);
    }

    @Test
    void anApprovalIsUsedOnce() {
        journal.save(approved());
        assertThat(journal.useApproval(ORDERS, NOON.plusSeconds(5))).isTrue();
        assertThat(journal.useApproval(ORDERS, NOON.plusSeconds(6))).isFalse();
        restart();
        assertThat(journal.launchQueues()).containsExactly(
                approved().launched(ORDERS.ref().migration(), NOON.plusSeconds(5)));
    }

    @Test
    void whoDidNotHearThatAnApprovalWasUsedDoesNotMakeItGoodAgain() {
        journal.save(approved());
        journal.useApproval(ORDERS, NOON.plusSeconds(5));
        journal.save(approved());
        assertThat(journal.useApproval(ORDERS, NOON.plusSeconds(6))).isFalse();
    }

    @Test
    void aNewApprovalIsGoodForAnotherLaunch() {
        journal.save(approved());
        journal.useApproval(ORDERS, NOON.plusSeconds(5));
        journal.save(approved().after(
                new QueueChange.LaunchApproved(ORDERS.ref().migration(), ""), NOON.plusSeconds(9), "dba"));
        assertThat(journal.useApproval(ORDERS, NOON.plusSeconds(10))).isTrue();
    }

    @Test
    void noApprovalIsUsedInAQueueThatIsNotOn() {
        journal.save(approved().after(new QueueChange.AutoLaunchSwitched(false), NOON, "dba"));
        assertThat(journal.useApproval(ORDERS, NOON)).isFalse();
    }

    @Test
    void whatIsTakenOffTheListIsInNoQueue() {
        journal.save(approved());
        journal.remove(ORDERS);
        assertThat(journal.launchQueues().getFirst().approval(ORDERS.ref().migration())).isEmpty();
        journal.forget(PROD);
        assertThat(journal.launchQueues()).isEmpty();
    }

    @Test
    void keepsTheNewestListOfEachNodeAndSideUntilItsMigrationIsTakenOffTheList() {
        var expected = new KeptFileList(ORDERS, FileListSide.EXPECTED, "n1", NOON, "1\t0\tFILE\tks.t\tks/t/a");
        var found = new KeptFileList(ORDERS, FileListSide.FOUND, "n1", NOON, "");
        journal.saveFileLists(List.of(expected, found));
        var newer = new KeptFileList(ORDERS, FileListSide.FOUND, "n1", NOON.plusSeconds(60), expected.content());
        journal.saveFileLists(List.of(newer));
        restart();
        assertThat(journal.fileLists(ORDERS)).containsExactly(expected, newer);
        assertThat(journal.fileLists(BILLING)).isEmpty();

        journal.remove(ORDERS);
        assertThat(journal.fileLists(ORDERS)).isEmpty();
    }
}
