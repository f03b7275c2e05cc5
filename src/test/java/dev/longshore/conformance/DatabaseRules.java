package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.CloudProvider;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.simulator.Cloud;
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

    static List<Rule> rules() {
        return List.of(
                query(), cursor(), limit(), nonterminated(), one(), unknownDatabase(), fields(), providers(), words());
    }

    private static Rule query() {
        return Rule.that("The list of databases takes include, provider and limit")
                .simulator(harbour -> {
                    harbour.database(Cloud.AWS);
                    assertThat(harbour.get(LIST + "25").json()).hasSize(1);
                    assertThat(harbour.get("/v2/databases?provider=GCP").json()).isEmpty();
                })
                .client(_ -> assertThat(Wiretap.sent(api -> api.databases(), "[]"))
                        .singleElement()
                        .satisfies(request -> assertThat(request.getTarget())
                                .matches("/v2/databases\\?include=nonterminated&provider=ALL&limit=[0-9]+")));
    }

    private static Rule cursor() {
        return Rule.that("The next page begins after the ID of the last item of the page before")
                .simulator(harbour -> {
                    var first = harbour.database(Cloud.AWS);
                    var second = harbour.database(Cloud.GCP);
                    var page = harbour.get(LIST + "1&starting_after=" + first);
                    assertThat(page.json()).hasSize(1);
                    assertThat(page.at("0/id")).isEqualTo(second.value());
                })
                .client(harbour -> {
                    var made = new ArrayList<DatabaseId>();
                    for (int i = 0; i < 230; i++) {
                        made.add(harbour.database(Cloud.AWS));
                    }
                    assertThat(Harbour.value(harbour.client().databases())).extracting(Database::id).isEqualTo(made);
                });
    }

    private static Rule limit() {
        return Rule.that("A page holds from 1 to 100 databases, and 25 if nothing else is asked for")
                .simulator(harbour -> {
                    for (int i = 0; i < 26; i++) {
                        harbour.database(Cloud.AWS);
                    }
                    assertThat(harbour.get("/v2/databases").json()).hasSize(25);
                    assertThat(harbour.get(LIST + "101").status()).isEqualTo(400);
                    assertThat(harbour.get(LIST + "0").status()).isEqualTo(400);
                })
                .client(_ -> assertThat(Wiretap.sent(api -> api.databases(), "[]").getFirst().getTarget())
                        .endsWith("limit=100"));
    }

    private static Rule nonterminated() {
        return Rule.that("Terminated databases are left out of the list of those that are not")
                .simulator(harbour -> {
                    harbour.simulator().addDatabase("gone", Cloud.AWS, "r", "TERMINATED");
                    assertThat(harbour.get(LIST + "25").json()).isEmpty();
                    assertThat(harbour.get("/v2/databases?include=all").json()).hasSize(1);
                })
                .client(harbour -> {
                    harbour.simulator().addDatabase("gone", Cloud.AWS, "r", "TERMINATED");
                    assertThat(Harbour.value(harbour.client().databases())).isEmpty();
                });
    }

    private static Rule one() {
        return Rule.that("One database is a GET of its ID")
                .simulator(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    assertThat(harbour.get("/v2/databases/" + database).at("id")).isEqualTo(database.value());
                })
                .client(harbour -> {
                    assertThat(Wiretap.target(api -> api.database(Wiretap.REF.database())))
                            .isEqualTo("GET /v2/databases/db-1");
                    var database = harbour.database(Cloud.AWS);
                    assertThat(Harbour.value(harbour.client().database(database)).id()).isEqualTo(database);
                });
    }

    private static Rule unknownDatabase() {
        return Rule.that("A database that is not there is not found")
                .simulator(harbour -> assertThat(harbour.get("/v2/databases/" + new UUID(1, 2)).status())
                        .isEqualTo(404))
                .client(harbour -> assertThat(Harbour.error(
                        harbour.client().database(new DatabaseId(new UUID(1, 2).toString()))))
                        .isInstanceOf(ApiError.NotFound.class));
    }

    private static Rule fields() {
        return Rule.that("A database tells name, keyspace, region and the IDs of its datacenters")
                .simulator(harbour -> {
                    var database = harbour.database(Cloud.AWS);
                    var answer = harbour.get("/v2/databases/" + database);
                    assertThat(answer.at("orgId")).isNotEmpty();
                    assertThat(answer.at("info/name")).isEqualTo("orders");
                    assertThat(answer.at("info/keyspace")).isNotEmpty();
                    assertThat(answer.at("info/region")).isEqualTo("region-1");
                    assertThat(answer.at("info/tier")).isEqualTo("serverless");
                    assertThat(answer.at("info/datacenters/0/id")).startsWith(database.value());
                })
                .client(harbour -> {
                    var database = Harbour.value(harbour.client().database(harbour.database(Cloud.AWS)));
                    assertThat(database.name()).isEqualTo("orders");
                    assertThat(database.keyspace()).isNotEmpty();
                    assertThat(database.region()).isEqualTo("region-1");
                    assertThat(database.datacenters()).containsExactly(database.id() + "-1");
                });
    }

    private static Rule providers() {
        return Rule.that("The cloud of a database is AWS, GCP or AZURE")
                .simulator(harbour -> {
                    for (var cloud : Cloud.values()) {
                        assertThat(harbour.get("/v2/databases/" + harbour.database(cloud)).at("info/cloudProvider"))
                                .isEqualTo(cloud.name());
                    }
                })
                .client(harbour -> {
                    for (var cloud : Cloud.values()) {
                        assertThat(Harbour.value(harbour.client().database(harbour.database(cloud))).cloud())
                                .isEqualTo(CloudProvider.valueOf(cloud.name()));
                    }
                });
    }

    private static Rule words() {
        return Rule.that("The status of a database is one of the documented words, HIBERNATED among them")
                .simulator(harbour -> {
                    for (var word : WORDS) {
                        var id = harbour.simulator().addDatabase("orders", Cloud.AWS, "r", word);
                        assertThat(harbour.get("/v2/databases/" + id).at("status")).isEqualTo(word);
                    }
                })
                .client(harbour -> {
                    WORDS.forEach(word -> harbour.simulator().addDatabase("orders", Cloud.AWS, "r", word));
                    assertThat(Harbour.value(harbour.client().databases()))
                            .extracting(Database::status)
                            .isEqualTo(WORDS);
                });
    }
}
