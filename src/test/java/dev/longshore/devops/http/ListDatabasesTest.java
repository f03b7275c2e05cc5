package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.answerOf;
import static dev.longshore.devops.http.TestClient.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.Receipt;
import dev.longshore.model.ApiError;
import dev.longshore.model.CloudProvider;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListDatabasesTest {
    @AutoClose private final MockWebServer server = TestClient.server();

    @Test
    void readsEveryFieldThatMatters() {
        answer("""
                {"id": "db-1", "orgId": "o", "status": "ACTIVE", "new": [],
                 "info": {"name": "orders", "keyspace": "shop", "cloudProvider": "gcp", "region": "europe-west1",
                          "tier": "serverless", "datacenters": [{"id": "db-1-1"}, {"id": "db-1-2"}]}}""");

        assertThat(database())
                .isEqualTo(new Database(
                        new DatabaseId("db-1"),
                        "orders",
                        "shop",
                        CloudProvider.GCP,
                        "europe-west1",
                        "ACTIVE",
                        List.of("db-1-1", "db-1-2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"db-1\"}",
                "{\"id\": \"db-1\", \"info\": null, \"status\": null}",
                "{\"id\": \"db-1\", \"info\": \"x\", \"status\": 5}",
                "{\"id\": \"db-1\", \"info\": {\"name\": 5, \"cloudProvider\": [], \"region\": {}, \"datacenters\": \"x\"}}",
                "{\"id\": \"db-1\", \"info\": {\"datacenters\": [null, 5, {}, {\"id\": 7}, {\"id\": \"\"}]}}"
            })
    void aFieldThatIsMissingOrOfAnotherTypeIsEmpty(String json) {
        answer(json);

        assertThat(database())
                .isEqualTo(named("db-1"));
    }

    @Test
    void theListIsReadToItsLastPage() throws InterruptedException {
        var entries = numbered(1, 230);
        serve(request -> page(entries, request, 100));

        assertThat(ids(databases())).containsExactlyElementsOf(entries);
        assertThat(targets())
                .containsExactly(
                        "/v2/databases?include=nonterminated&provider=ALL&limit=100",
                        "/v2/databases?include=nonterminated&provider=ALL&limit=100&starting_after=db-100",
                        "/v2/databases?include=nonterminated&provider=ALL&limit=100&starting_after=db-200",
                        "/v2/databases?include=nonterminated&provider=ALL&limit=100&starting_after=db-230");
    }

    @Test
    void pagesThatAreShorterThanAskedDoNotEndTheList() {
        var entries = numbered(1, 60);
        serve(request -> page(entries, request, 25));

        assertThat(ids(databases())).containsExactlyElementsOf(entries);
    }

    @Test
    void aServiceThatIgnoresTheCursorIsNotAskedForEver() {
        serve(_ -> json(numbered(1, 100)));

        assertThat(ids(databases())).hasSize(100);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void pagesThatOverlapNameEachDatabaseOnce() {
        serve(request -> target(request).contains("starting_after") ? json(numbered(50, 120)) : json(numbered(1, 100)));

        assertThat(ids(databases())).containsExactlyElementsOf(numbered(1, 120));
    }

    @Test
    void aListThatNeverEndsIsGivenUp() {
        var count = new AtomicInteger();
        var receipt = new Receipt(Instant.EPOCH, Instant.EPOCH, null, Duration.ZERO);
        var endless = new DatabasePages(_ -> {
            var id = "db-" + count.incrementAndGet();
            return new ApiResult.Success<>(new DatabasePages.DatabasePage(List.of(named(id)), id), receipt);
        });

        var success = (ApiResult.Success<List<Database>>) endless.all();

        assertThat(success.value()).hasSize(500);
        assertThat(success.oddities()).containsExactly(Fact.of(ServiceFact.LIST_CUT, 500));
        assertThat(count).hasValue(500);
    }

    @Test
    void aListOfMoreDatabasesThanAnybodyHasIsCutAndToldSo() {
        var count = new AtomicInteger();
        var receipt = new Receipt(Instant.EPOCH, Instant.EPOCH, null, Duration.ZERO);
        var endless = new DatabasePages(_ -> {
            var from = count.getAndAdd(1_000);
            var page = IntStream.range(from, from + 1_000).mapToObj(each -> named("db-" + each)).toList();
            return new ApiResult.Success<>(new DatabasePages.DatabasePage(page, "db-" + (from + 999)), receipt);
        });

        var success = (ApiResult.Success<List<Database>>) endless.all();

        assertThat(success.value()).hasSize(10_000);
        assertThat(success.oddities()).hasSize(1);
        assertThat(count).hasValue(10_000);
    }

    @Test
    void aCursorThatGoesRoundInACircleIsAnEnd() {
        serve(request -> json(numbered(target(request).contains("starting_after=db-100") ? 101 : 1,
                target(request).contains("starting_after=db-100") ? 200 : 100)));

        assertThat(ids(databases())).hasSize(200);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void namesAreCutCleanedAndTypable() {
        serve(request -> target(request).contains("starting_after") ? "[]"
                : "[{\"id\": \"db-1\", \"status\": \"" + "S".repeat(5_000)
                        + "\", \"info\": {\"name\": \"or\\u202eders\\nx \","
                        + "\"region\": \"" + "r".repeat(5_000)
                        + "\", \"datacenters\": [{\"id\": \"a/../b\"}, {\"id\": \"dc-1\"}]}}]");

        assertThat(databases()).singleElement().satisfies(database -> {
            assertThat(database.name()).isEqualTo("or\\u202Eders\\nx");
            assertThat(database.status()).hasSize(100);
            assertThat(database.region()).hasSize(100);
            assertThat(database.datacenters()).containsExactly("dc-1");
        });
    }

    @Test
    void anErrorOnALaterPageIsTheErrorOfTheWhole() {
        server.enqueue(new MockResponse.Builder().body(json(numbered(1, 100))).build());
        server.enqueue(new MockResponse.Builder().code(401)
                .body("{\"errors\": [{\"ID\": 340018, \"message\": \"unknown\"}]}").build());

        try (var api = api()) {
            assertThat(errorOf(api.databases())).isInstanceOf(ApiError.Unauthorized.class);
        }
    }

    @Test
    void anEntryWithoutAnIdIsLeftOutAndTheListGoesOn() {
        server.enqueue(new MockResponse.Builder()
                .body("[{\"id\": \"db-1\"}, {}, null, 5, {\"id\": \"a/b\"}, {\"id\": 7}]")
                .build());
        server.enqueue(new MockResponse.Builder().body("[{\"id\": \"db-2\"}]").build());
        server.enqueue(new MockResponse.Builder().body("[]").build());

        assertThat(ids(databases())).containsExactly("db-1", "db-2");
    }

    @Test
    void anEmptyListIsAnAnswer() {
        server.enqueue(new MockResponse.Builder().body("[]").build());

        assertThat(databases()).isEmpty();
    }

    private static Database named(String id) {
        return new Database(new DatabaseId(id), "", "", CloudProvider.UNKNOWN, "", "", List.of());
    }

    /** A page with one entry, and an empty one after it. */
    private void answer(String json) {
        server.enqueue(new MockResponse.Builder().body("[" + json + "]").build());
        server.enqueue(new MockResponse.Builder().body("[]").build());
    }

    private Database database() {
        return databases().getFirst();
    }

    private List<Database> databases() {
        try (var api = api()) {
            ApiResult<List<Database>> result = api.databases();
            return answerOf(result);
        }
    }

    private DevOpsApi api() {
        return TestClient.of("http://localhost:" + server.getPort());
    }

    private List<String> targets() throws InterruptedException {
        var targets = new ArrayList<String>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            targets.add(target(server.takeRequest()));
        }
        return targets;
    }

    private static String target(RecordedRequest request) {
        return String.valueOf(request.getTarget());
    }

    private static List<String> ids(List<Database> databases) {
        return databases.stream().map(each -> each.id().value()).toList();
    }

    private static List<String> numbered(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(each -> "db-" + each).toList();
    }

    /** What a service that keeps to the documentation answers. */
    private static String page(List<String> entries, RecordedRequest request, int size) {
        var after = Objects.requireNonNull(request.getUrl()).queryParameter("starting_after");
        return json(entries.stream().skip(after == null ? 0 : entries.indexOf(after) + 1).limit(size).toList());
    }

    private static String json(List<String> ids) {
        return ids.stream().map(each -> "{\"id\": \"" + each + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    private void serve(Function<RecordedRequest, String> answers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().body(answers.apply(request)).build();
            }
        });
    }
}
