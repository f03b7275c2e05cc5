package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.SimulatedCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The list of databases with its filters and pages, and one database. */
class DatabaseEndpointsTest {

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    @Test
    void listsTwentyFiveDatabasesOnAPageWhenNobodySaysOtherwise() {
        add(30, SimulatedCloud.AWS);

        assertThat(names("")).hasSize(25);
    }

    @Test
    void givesEveryDatabaseOnceWhenPageAfterPageIsRead() {
        List<UUID> added = add(23, SimulatedCloud.GCP);
        List<String> read = new ArrayList<>();

        for (List<String> page = ids("limit=10"); !page
                .isEmpty(); page = ids("limit=10&starting_after=" + read.getLast())) {
            read.addAll(page);
        }

        assertThat(read).isEqualTo(added.stream().map(UUID::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "limit=ten", "limit="})
    void refusesALimitThatIsNotFromOneToAHundred(String query) {
        assertThat(client.get("/v2/databases?" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"include=some", "provider=IBM", "starting_after=nobody"})
    void refusesAFilterItDoesNotKnow(String query) {
        assertThat(client.get("/v2/databases?" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"AWS, 2", "GCP, 1", "AZURE, 0", "ALL, 3"})
    void filtersByCloud(String provider, int count) {
        add(2, SimulatedCloud.AWS);
        add(1, SimulatedCloud.GCP);

        assertThat(names("provider=" + provider)).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"nonterminated, 2", "all, 3", "active, 1", "parked, 1", "terminated, 1"})
    void filtersByState(String include, int count) {
        for (String status : List.of("ACTIVE", "PARKED", "TERMINATED")) {
            client.simulator().addDatabase("db", SimulatedCloud.AWS, "eu-west-1", status);
        }

        assertThat(names("include=" + include)).hasSize(count);
    }

    @Test
    void leavesOutTerminatedDatabasesWhenNobodySaysOtherwise() {
        client.simulator().addDatabase("gone", SimulatedCloud.AWS, "eu-west-1", "TERMINATED");

        assertThat(names("")).isEmpty();
    }

    @Test
    void tellsADatabaseAsTheReferenceHasIt() {
        UUID id = client.simulator().addDatabase("orders-prod", SimulatedCloud.AZURE, "westeurope", "ACTIVE");

        JsonNode database = client.get("/v2/databases/" + id).json();

        assertThat(database.path("id").asString()).isEqualTo(id.toString());
        assertThat(database.path("orgId").asString()).isNotEmpty();
        assertThat(database.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(database.at("/info/name").asString()).isEqualTo("orders-prod");
        assertThat(database.at("/info/keyspace").asString()).isEqualTo("orders_prod");
        assertThat(database.at("/info/cloudProvider").asString()).isEqualTo("AZURE");
        assertThat(database.at("/info/region").asString()).isEqualTo("westeurope");
        assertThat(database.at("/info/tier").asString()).isEqualTo("serverless");
        assertThat(database.at("/info/datacenters/0/id").asString()).isEqualTo(id + "-1");
    }

    @Test
    void tellsTheSameOfADatabaseInTheListAndAlone() {
        UUID id = add(1, SimulatedCloud.AWS).getFirst();

        assertThat(client.get("/v2/databases").json().get(0))
                .isEqualTo(client.get("/v2/databases/" + id).json());
    }

    private List<UUID> add(int count, SimulatedCloud cloud) {
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(client.simulator().addDatabase("db-" + i, cloud, "region-1", "ACTIVE"));
        }
        return added;
    }

    private List<String> ids(String query) {
        return fields(query, "/id");
    }

    private List<String> names(String query) {
        return fields(query, "/info/name");
    }

    private List<String> fields(String query, String pointer) {
        return client.get("/v2/databases?" + query).json().valueStream()
                .map(database -> database.at(pointer).asString())
                .toList();
    }
}
