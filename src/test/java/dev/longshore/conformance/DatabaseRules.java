package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.CloudProvider;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.simulator.service.SimulatedCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Databases and their list. */
final class DatabaseRules {
    private static final String LIST = "/v2/databases?include=nonterminated&provider=ALL&limit=";
    private static final List<String> WORDS = List.of(
            "ACTIVE", "PENDING", "PREPARING", "INITIALIZING", "PARKED", "PARKING", "UNPARKING", "TERMINATING",
            "RESIZING",
            "ERROR", "MAINTENANCE", "SUSPENDED", "UNKNOWN", "HIBERNATED");

    private DatabaseRules() {}

    static List<DocumentedRule> rules() {
        return List.of(
                query(), cursor(), limit(), nonterminated(), one(), unknownDatabase(), fields(), providers(), words());
    }

    private static DocumentedRule query() {
        return DocumentedRule.that("The list of databases takes include, provider and limit")
                .simulator(fixture -> {
                    fixture.database(SimulatedCloud.AWS);
                    assertThat(fixture.get(LIST + "25").json()).hasSize(1);
                    assertThat(fixture.get("/v2/databases?provider=GCP").json()).isEmpty();
                })
                .client(_ -> assertThat(RequestCapture.sent(api -> api.databases(), "[]"))
                        .singleElement()
                        .satisfies(request -> assertThat(request.getTarget())
                                .matches("/v2/databases\\?include=nonterminated&provider=ALL&limit=[0-9]+")));
    }

    private static DocumentedRule cursor() {
        return DocumentedRule.that("The next page begins after the ID of the last item of the page before")
                .simulator(fixture -> {
                    var first = fixture.database(SimulatedCloud.AWS);
                    var second = fixture.database(SimulatedCloud.GCP);
                    var page = fixture.get(LIST + "1&starting_after=" + first);
                    assertThat(page.json()).hasSize(1);
                    assertThat(page.at("0/id")).isEqualTo(second.value());
                })
                .client(fixture -> {
                    var made = new ArrayList<DatabaseId>();
                    for (int i = 0; i < 230; i++) {
                        made.add(fixture.database(SimulatedCloud.AWS));
                    }
                    assertThat(SimulatorFixture.value(fixture.client().databases())).extracting(Database::id)
                            .isEqualTo(made);
                });
    }

    private static DocumentedRule limit() {
        return DocumentedRule.that("A page holds from 1 to 100 databases, and 25 if nothing else is asked for")
                .simulator(fixture -> {
                    for (int i = 0; i < 26; i++) {
                        fixture.database(SimulatedCloud.AWS);
                    }
                    assertThat(fixture.get("/v2/databases").json()).hasSize(25);
                    assertThat(fixture.get(LIST + "101").status()).isEqualTo(400);
                    assertThat(fixture.get(LIST + "0").status()).isEqualTo(400);
                })
                .client(_ -> assertThat(RequestCapture.sent(api -> api.databases(), "[]").getFirst().getTarget())
                        .endsWith("limit=100"));
    }

    private static DocumentedRule nonterminated() {
        return DocumentedRule.that("Terminated databases are left out of the list of those that are not")
                .simulator(fixture -> {
                    fixture.simulator().addDatabase("gone", SimulatedCloud.AWS, "r", "TERMINATED");
                    assertThat(fixture.get(LIST + "25").json()).isEmpty();
                    assertThat(fixture.get("/v2/databases?include=all").json()).hasSize(1);
                })
                .client(fixture -> {
                    fixture.simulator().addDatabase("gone", SimulatedCloud.AWS, "r", "TERMINATED");
                    assertThat(SimulatorFixture.value(fixture.client().databases())).isEmpty();
                });
    }

    private static DocumentedRule one() {
        return DocumentedRule.that("One database is a GET of its ID")
                .simulator(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    assertThat(fixture.get("/v2/databases/" + database).at("id")).isEqualTo(database.value());
                });
    }

    private static DocumentedRule unknownDatabase() {
        return DocumentedRule.that("A database that is not there is not found")
                .simulator(fixture -> assertThat(fixture.get("/v2/databases/" + new UUID(1, 2)).status())
                        .isEqualTo(404));
    }

    private static DocumentedRule fields() {
        return DocumentedRule.that("A database tells name, keyspace, region and the IDs of its datacenters")
                .simulator(fixture -> {
                    var database = fixture.database(SimulatedCloud.AWS);
                    var answer = fixture.get("/v2/databases/" + database);
                    assertThat(answer.at("orgId")).isNotEmpty();
                    assertThat(answer.at("info/name")).isEqualTo("orders");
                    assertThat(answer.at("info/keyspace")).isNotEmpty();
                    assertThat(answer.at("info/region")).isEqualTo("region-1");
                    assertThat(answer.at("info/tier")).isEqualTo("serverless");
                    assertThat(answer.at("info/datacenters/0/id")).startsWith(database.value());
                })
                .client(fixture -> {
                    fixture.database(SimulatedCloud.AWS);
                    var database = SimulatorFixture.value(fixture.client().databases()).getFirst();
                    assertThat(database.name()).isEqualTo("orders");
                    assertThat(database.keyspace()).isNotEmpty();
                    assertThat(database.region()).isEqualTo("region-1");
                    assertThat(database.datacenters()).containsExactly(database.id() + "-1");
                });
    }

    private static DocumentedRule providers() {
        return DocumentedRule.that("The cloud of a database is AWS, GCP or AZURE")
                .simulator(fixture -> {
                    for (var cloud : SimulatedCloud.values()) {
                        assertThat(fixture.get("/v2/databases/" + fixture.database(cloud)).at("info/cloudProvider"))
                                .isEqualTo(cloud.name());
                    }
                })
                .client(fixture -> {
                    for (var cloud : SimulatedCloud.values()) {
                        fixture.database(cloud);
                    }
                    assertThat(SimulatorFixture.value(fixture.client().databases())).extracting(Database::cloud)
                            .containsExactly(CloudProvider.AWS, CloudProvider.GCP, CloudProvider.AZURE);
                });
    }

    private static DocumentedRule words() {
        return DocumentedRule.that("The status of a database is one of the documented words, HIBERNATED among them")
                .simulator(fixture -> {
                    for (var word : WORDS) {
                        var id = fixture.simulator().addDatabase("orders", SimulatedCloud.AWS, "r", word);
                        assertThat(fixture.get("/v2/databases/" + id).at("status")).isEqualTo(word);
                    }
                })
                .client(fixture -> {
                    WORDS.forEach(word -> fixture.simulator().addDatabase("orders", SimulatedCloud.AWS, "r", word));
                    assertThat(SimulatorFixture.value(fixture.client().databases()))
                            .extracting(Database::status)
                            .isEqualTo(WORDS);
                });
    }
}
