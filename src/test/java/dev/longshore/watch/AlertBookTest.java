package dev.longshore.watch;

import static dev.longshore.watch.WatchRig.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.KeptAlert;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Notice;
import dev.longshore.support.ManualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of alerts when the journal cannot be written or read. */
class AlertBookTest {
    private static final Told FAILED = told(ORDERS, Notice.Severity.ACT_NOW);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T03:00:00Z"));
    private Set<String> refused = Set.of();
    @TempDir private Path folder;
    private SqliteJournal journal;
    private AlertBook book;

    @BeforeEach
    void open() {
        journal = SqliteJournal.open(folder, clock);
        book = book();
    }

    private AlertBook book() {
        var state = new WatchState();
        var parts = new WatchParts(
                (Journal) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[]{Journal.class},
                        (_, method, arguments) -> call(method, arguments)),
                new NoTokens(), (_, _) -> new FakeApi(clock), clock, Runnable::run);
        return new AlertBook(parts, new Records(parts.journal(), state));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (refused.contains(method.getName())) {
            throw new JournalException("The disk is full.");
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

    private static Told told(MigrationRef ref, Notice.Severity severity) {
        var notice = new Notice(Notice.Kind.CLEANUP_SOON, severity, Instant.parse("2026-11-23T03:00:00Z"), "Soon.");
        return new Told(
                new Told.Topic(WatchRig.PROD.id(), ref, notice.kind(), notice.at()), ref.migration().value(), notice);
    }

    private KeptAlert standing(Told told) {
        return Objects.requireNonNull(book.find(told.topic()));
    }

    private List<KeptAlert> kept() {
        return journal.alerts(Instant.EPOCH);
    }

    private void update(Told... told) {
        book.update(List.of(told), _ -> true);
    }

    @Test
    void whatCannotBeWrittenIsToldAndIsWrittenLater() {
        refused = Set.of("keepAlerts");
        update(FAILED);
        assertThat(standing(FAILED).isAcknowledged()).isFalse();
        assertThat(kept()).isEmpty();

        refused = Set.of();
        clock.advance(Duration.ofMinutes(1));
        update(FAILED);
        assertThat(kept()).containsExactly(standing(FAILED));
    }

    @Test
    void whatCannotBeWrittenIsTriedAgainOnlyNowAndThen() {
        refused = Set.of("keepAlerts");
        update(FAILED);
        refused = Set.of();

        update(FAILED);

        assertThat(kept()).isEmpty();
    }

    @Test
    void whatWasOverBeforeItCouldBeWrittenIsWrittenAllTheSame() {
        refused = Set.of("keepAlerts");
        update(FAILED);
        update();
        refused = Set.of();
        clock.advance(Duration.ofMinutes(1));
        update();

        assertThat(kept()).singleElement().matches(each -> each.endedAt().isPresent());
    }

    @Test
    void whatCannotBeKeptIsNotAcknowledgedAndSaysWhy() {
        update(FAILED);
        refused = Set.of("keepAlerts");

        assertThat(book.acknowledge(List.of(standing(FAILED).id()))).contains("The disk is full.");
        assertThat(standing(FAILED).isAcknowledged()).isFalse();

        refused = Set.of();
        assertThat(book.acknowledge(List.of(standing(FAILED).id()))).isEmpty();
        assertThat(kept()).singleElement().matches(KeptAlert::isAcknowledged);
    }

    @Test
    void acknowledgingKeepsWhatCouldNotBeWrittenBefore() {
        refused = Set.of("keepAlerts");
        update(FAILED);
        refused = Set.of();

        assertThat(book.acknowledge(List.of(standing(FAILED).id()))).isEmpty();

        assertThat(kept()).containsExactly(standing(FAILED));
        assertThat(standing(FAILED).isAcknowledged()).isTrue();
    }

    @Test
    void whatEarlierStartsKnewIsFoundOnceTheJournalCanBeRead() {
        update(FAILED);
        book.acknowledge(List.of(standing(FAILED).id()));
        refused = Set.of("alerts");
        book = book();
        update(FAILED);
        assertThat(standing(FAILED).isAcknowledged()).isFalse();
        assertThat(book.acknowledge(List.of(standing(FAILED).id()))).isPresent();

        refused = Set.of();
        update(FAILED);
        assertThat(standing(FAILED).isAcknowledged()).isTrue();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void thousandsAreAcknowledgedAtOnce() {
        var many = IntStream.range(0, 5000)
                .mapToObj(nth -> new MigrationRef(ORDERS.database(), new MigrationId("m-" + nth)))
                .map(ref -> told(ref, Notice.Severity.SOON))
                .toList();
        book.update(many, _ -> true);
        book.acknowledge(many.stream().map(each -> standing(each).id()).toList());

        assertThat(kept()).hasSize(5000).allMatch(KeptAlert::isAcknowledged);
    }

    @Test
    void whatMayNotEndYetStays() {
        update(FAILED);
        book.update(List.of(), _ -> false);

        assertThat(book.find(FAILED.topic())).isNotNull();
    }
}
