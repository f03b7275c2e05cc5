package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is remembered of requests. */
class RequestLogTest {

    @AutoClose private final Caller caller = Caller.atAStandstill();

    private final RequestLog requests = caller.simulator().requests();
    private final Migration migration = caller.migration(caller.database(Cloud.AWS));

    @Test
    void remembersEachRequestWithItsOutcome() {
        requests.clear();

        migration.get();
        migration.post("pause");
        caller.get("/nowhere?a=b");

        assertThat(requests.all())
                .extracting(RecordedRequest::method, RecordedRequest::target, RecordedRequest::operation,
                        RecordedRequest::status)
                .containsExactly(
                        tuple("GET", migration.path(), Operation.STATUS, 200),
                        tuple("POST", migration.path() + "/pause", Operation.PAUSE, 409),
                        tuple("GET", "/nowhere?a=b", null, 404));
        assertThat(requests.all()).extracting(RecordedRequest::at).containsOnly(caller.simulator().clock().instant());
    }

    @Test
    void countsByOperationAndMigration() {
        Migration other = caller.migration(migration.databaseId());
        migration.get();
        migration.get();
        other.get();

        assertThat(requests.count(Operation.STATUS)).isEqualTo(3);
        assertThat(requests.count(Operation.STATUS, migration.id().toString())).isEqualTo(2);
        assertThat(requests.countChanging()).isEqualTo(2);
    }

    @Test
    void tellsSchedulingFromCleaningUp() {
        migration.post("cleanup?option.cleanupTime=2027-01-01T00:00:00Z");

        assertThat(requests.count(Operation.SCHEDULE_CLEANUP)).isEqualTo(1);
        assertThat(requests.count(Operation.CLEAN_UP)).isZero();
    }

    @Test
    void notesThatARequestGotNoAnswer() throws Exception {
        requests.clear();
        caller.simulator().faults().inject(new Fault.LostAnswer(), Aim.any());
        try (Wire wire = new Wire(caller.simulator())) {
            wire.exchange("POST", migration.path() + "/abort", caller.simulator().fullToken());
        }

        assertThat(requests.all()).extracting(RecordedRequest::status).containsExactly(0);
    }

    @Test
    void neverRemembersAToken() {
        caller.get("/v2/databases?token=" + caller.simulator().fullToken() + "&limit=5");

        assertThat(requests.all().toString()).doesNotContain("AstraCS").contains("token=(token)&limit=5");
    }

    @Test
    void remembersTheNewestTenThousand() {
        RequestLog log = new RequestLog();
        IntStream.range(0, 10_010)
                .mapToObj(i -> new RecordedRequest(Instant.EPOCH, "GET", "/" + i, null, 404))
                .forEach(log::add);

        List<RecordedRequest> remembered = log.all();

        assertThat(remembered).hasSize(10_000);
        assertThat(remembered.getLast().target()).isEqualTo("/10009");
    }
}
