package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.ManualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of alerts when the journal cannot be written or read. */
class OpenAlertsTest {
    /** What a journal refuses to do. */
    private enum Refusal {
        NOTHING, WRITING, READING;

        boolean test(Method method) {
            return switch (this) {
                case NOTHING -> false;
                case WRITING -> method.getReturnType() == void.class;
                case READING -> method.getReturnType() == List.class;
            };
        }
    }

    private static final CurrentAlert FAILED = told(ORDERS, Alert.Severity.ACT_NOW);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T03:00:00Z"));
    /** What the journal refuses to do. */
    private Refusal refused = Refusal.NOTHING;

    @TempDir private Path folder;
    private SqliteJournal journal;
    private OpenAlerts openAlerts;

    @BeforeEach
    void open() {
        journal = SqliteJournal.open(folder, clock, EnglishText::say);
        openAlerts = book();
    }

    private OpenAlerts book() {
        var state = new WatchState();
        var dependencies = new WatchDependencies(
                (Journal) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[]{Journal.class},
                        (_, method, arguments) -> call(method, arguments)),
                new NoTokenStore(), (_, _) -> new FakeApi(clock), clock, Runnable::run);
        return new OpenAlerts(dependencies, new JournalWriter(dependencies.journal(), state),
                new SharedAlerts(state, dependencies, "dba"));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (refused.test(method)) {
            throw new JournalException(Fact.recorded("The disk is full."));
        }
        try {
            return method.invoke(journal, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static CurrentAlert told(MigrationRef ref, Alert.Severity severity) {
        var alert = new Alert(Alert.Kind.CLEANUP_SOON, severity, Instant.parse("2026-11-23T03:00:00Z"),
                Fact.recorded("Soon."));
        return new CurrentAlert(
                new CurrentAlert.AlertTopic(WatchFixture.PROD.id(), ref, alert.kind(), alert.at()),
                ref.migration().value(), alert);
    }

    private AlertRecord standing(CurrentAlert currentAlert) {
        return Objects.requireNonNull(openAlerts.find(currentAlert.alertTopic()));
    }

    private List<AlertRecord> kept() {
        return journal.alerts(Instant.EPOCH);
    }

    private void update(CurrentAlert... told) {
        openAlerts.update(List.of(told), _ -> true);
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void whatCannotBeWrittenIsToldAndIsWrittenLater() {
        refused = Refusal.WRITING;
        update(FAILED);
        assertThat(standing(FAILED).isAcknowledged()).isFalse();
        assertThat(kept()).isEmpty();

        refused = Refusal.NOTHING;
        clock.advance(Duration.ofMinutes(1));
        update(FAILED);
        assertThat(kept()).containsExactly(standing(FAILED));
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void whatCannotBeWrittenIsTriedAgainOnlyNowAndThen() {
        refused = Refusal.WRITING;
        update(FAILED);
        refused = Refusal.NOTHING;

        update(FAILED);

        assertThat(kept()).isEmpty();
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void whatWasOverBeforeItCouldBeWrittenIsWrittenAllTheSame() {
        refused = Refusal.WRITING;
        update(FAILED);
        update();
        refused = Refusal.NOTHING;
        clock.advance(Duration.ofMinutes(1));
        update();

        assertThat(kept()).singleElement().matches(each -> each.endedAt().isPresent());
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void whatCannotBeKeptIsNotAcknowledgedAndSaysWhy() {
        update(FAILED);
        refused = Refusal.WRITING;

        assertThat(openAlerts.acknowledge(List.of(standing(FAILED).id()))).contains(Fact.recorded("The disk is full."));
        assertThat(standing(FAILED).isAcknowledged()).isFalse();

        refused = Refusal.NOTHING;
        assertThat(openAlerts.acknowledge(List.of(standing(FAILED).id()))).isEmpty();
        assertThat(kept()).singleElement().matches(AlertRecord::isAcknowledged);
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void acknowledgingKeepsWhatCouldNotBeWrittenBefore() {
        refused = Refusal.WRITING;
        update(FAILED);
        refused = Refusal.NOTHING;

        assertThat(openAlerts.acknowledge(List.of(standing(FAILED).id()))).isEmpty();

        assertThat(kept()).containsExactly(standing(FAILED));
        assertThat(standing(FAILED).isAcknowledged()).isTrue();
    }

    @Test
    @ExpectedFault("The alerts of earlier starts cannot be read")
    void whatEarlierStartsKnewIsFoundOnceTheJournalCanBeRead() {
        update(FAILED);
        openAlerts.acknowledge(List.of(standing(FAILED).id()));
        refused = Refusal.READING;
        openAlerts = book();
        update(FAILED);
        assertThat(standing(FAILED).isAcknowledged()).isFalse();
        assertThat(openAlerts.acknowledge(List.of(standing(FAILED).id()))).isPresent();

        refused = Refusal.NOTHING;
        update(FAILED);
        assertThat(standing(FAILED).isAcknowledged()).isTrue();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void thousandsAreAcknowledgedAtOnce() {
        var many = IntStream.range(0, 5000)
                .mapToObj(nth -> new MigrationRef(ORDERS.database(), new MigrationId("m-" + nth)))
                .map(ref -> told(ref, Alert.Severity.SOON))
                .toList();
        openAlerts.update(many, _ -> true);
        openAlerts.acknowledge(many.stream().map(each -> standing(each).id()).toList());

        assertThat(kept()).hasSize(5000).allMatch(AlertRecord::isAcknowledged);
    }

    @Test
    void whatMayNotEndYetStays() {
        update(FAILED);
        openAlerts.update(List.of(), _ -> false);

        assertThat(openAlerts.find(FAILED.alertTopic())).isNotNull();
    }
}
