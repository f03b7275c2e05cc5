package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.http.LoggedRequest;
import dev.longshore.simulator.http.RequestLog;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.service.SimulatedCloud;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is remembered of requests. */
class RequestLogTest {

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    private final RequestLog requests = client.simulator().requests();
    private final TestMigration migration = client.migration(client.database(SimulatedCloud.AWS));

    @Test
    void remembersEachRequestWithItsOutcome() {
        requests.clear();

        migration.get();
        migration.post("pause");
        client.get("/nowhere?a=b");

        assertThat(requests.all())
                .extracting(LoggedRequest::method, LoggedRequest::target, LoggedRequest::operation,
                        LoggedRequest::status)
                .containsExactly(
                        tuple("GET", migration.path(), SimulatedOperation.STATUS, 200),
                        tuple("POST", migration.path() + "/pause", SimulatedOperation.PAUSE, 409),
                        tuple("GET", "/nowhere?a=b", null, 404));
        assertThat(requests.all()).extracting(LoggedRequest::at).containsOnly(client.simulator().clock().instant());
    }

    @Test
    void countsByOperationAndMigration() {
        TestMigration other = client.migration(migration.databaseId());
        migration.get();
        migration.get();
        other.get();

        assertThat(requests.count(SimulatedOperation.STATUS)).isEqualTo(3);
        assertThat(requests.count(SimulatedOperation.STATUS, migration.id().toString())).isEqualTo(2);
        assertThat(requests.countChanging()).isEqualTo(2);
    }

    @Test
    void tellsSchedulingFromCleaningUp() {
        migration.post("cleanup?option.cleanupTime=2027-01-01T00:00:00Z");

        assertThat(requests.count(SimulatedOperation.SCHEDULE_CLEANUP)).isEqualTo(1);
        assertThat(requests.count(SimulatedOperation.CLEAN_UP)).isZero();
    }

    @Test
    void notesThatARequestGotNoAnswer() throws Exception {
        requests.clear();
        client.simulator().faults().inject(SimulatedFault.PlainFault.LOST_ANSWER, FaultTarget.any());
        try (RawConnection connection = new RawConnection(client.simulator())) {
            connection.exchange("POST", migration.path() + "/abort", client.simulator().fullToken());
        }

        assertThat(requests.all()).extracting(LoggedRequest::status).containsExactly(0);
    }

    @Test
    void neverRemembersAToken() {
        client.get("/v2/databases?token=" + client.simulator().fullToken() + "&limit=5");

        assertThat(requests.all().toString()).doesNotContain("AstraCS").contains("token=(token)&limit=5");
    }

    @Test
    void remembersTheNewestTenThousand() {
        RequestLog log = new RequestLog();
        IntStream.range(0, 10_010)
                .mapToObj(i -> new LoggedRequest(Instant.EPOCH, "GET", "/" + i, null, 404))
                .forEach(log::add);

        List<LoggedRequest> remembered = log.all();

        assertThat(remembered).hasSize(10_000);
        assertThat(remembered.getLast().target()).isEqualTo("/10009");
    }

    @Test
    void remembersWhatChangesSomethingHoweverMuchIsRead() {
        RequestLog log = new RequestLog();
        log.add(new LoggedRequest(Instant.EPOCH, "POST", "/pause", SimulatedOperation.PAUSE, 202));
        IntStream.range(0, 20_000)
                .mapToObj(i -> new LoggedRequest(Instant.EPOCH, "GET", "/" + i, SimulatedOperation.STATUS, 200))
                .forEach(log::add);
        log.add(new LoggedRequest(Instant.EPOCH, "POST", "/resume", SimulatedOperation.RESUME, 202));

        assertThat(log.countChanging()).isEqualTo(2);
        assertThat(log.total()).isEqualTo(20_002);
        assertThat(log.all().getFirst().target()).isEqualTo("/pause");
        assertThat(log.all().getLast().target()).isEqualTo("/resume");
    }
}
