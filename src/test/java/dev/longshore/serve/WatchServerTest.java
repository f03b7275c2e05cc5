package dev.longshore.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.devops.Receipt;
import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.support.EnglishText;
import dev.longshore.support.FakeWatch;
import dev.longshore.support.SampleAlerts;
import dev.longshore.support.Secrets;
import dev.longshore.support.TestOrganisation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchServerTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final FakeWatch watch = new FakeWatch(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final RequestCounts requests = new RequestCounts();
    private List<RouteCount> routes = List.of();
    private Optional<String> trouble = Optional.empty();
    private @Nullable WatchServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private WatchServer start(Optional<Secret> token) {
        var metrics = new WatchMetrics(watch, requests, () -> routes,
                InstantSource.fixed(TestOrganisation.NOW), "1.2.3");
        server = WatchServer.start(
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), token, metrics,
                calendar(), () -> trouble);
        return server;
    }

    private SubscribedCalendar calendar() {
        return new SubscribedCalendar(watch, Optional::empty, InstantSource.fixed(TestOrganisation.NOW),
                EnglishText::say);
    }

    /** The answer to a request of which every line is the test's own. */
    private String ask(String... lines) throws IOException {
        var address = URI.create((server == null ? start(Optional.empty()) : server).address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = String.join("\r\n", lines).replace("OWN", "127.0.0.1:" + address.getPort())
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).lines()
                    .collect(Collectors.joining("\n"));
        }
    }

    private String metrics() throws IOException {
        return ask("GET /metrics HTTP/1.1", "Host: OWN");
    }

    @Test
    void tellsTheStateOfEachMigrationOnceAndTheNumberOfSeriesGrowsWithThemOnly() throws IOException {
        var all = metrics();
        var migrations = watch.snapshot().migrations().size();

        assertThat(all).startsWith("HTTP/1.1 200");
        assertThat(all.lines().filter(each -> each.startsWith("longshore_migration_state{") && each.endsWith(" 1.0")))
                .hasSize(migrations);
        assertThat(all.lines().filter(each -> each.startsWith("longshore_migration_"))).hasSizeLessThan(
                25 * migrations);
    }

    @Test
    void tellsWhatIsKnownAndLeavesOutWhatIsNot() throws IOException {
        assertThat(metrics()).contains(
                "longshore_build_info{version=\"1.2.3\"} 1", "longshore_journal_ok 1.0",
                "longshore_connection_up{connection=\"production\"} 1.0");
        assertThat(metrics().lines().filter(each -> each.startsWith("longshore_migration_progress_ratio")))
                .hasSizeBetween(1, 11);
    }

    @Test
    void tellsOpenAlertsByClass() throws IOException {
        start(Optional.empty());
        watch.publishAlerts(SampleAlerts.of(watch.snapshot()));
        var urgent = watch.board().alerts().stream()
                .filter(each -> each.alert().severity() == Alert.Severity.ACT_NOW).count();

        assertThat(metrics()).contains("longshore_alerts{class=\"act-now\"} " + urgent + ".0");
    }

    @Test
    void tellsWhatBecameOfTheMessagesOfEachRoute() throws IOException {
        routes = List.of(new RouteCount("ops \"pager\"", 3, 1, 2));

        assertThat(metrics()).contains(
                "longshore_route_messages_sent_total{route=\"ops \\\"pager\\\"\"} 3.0",
                "longshore_route_messages_failed_total{route=\"ops \\\"pager\\\"\"} 1.0",
                "longshore_route_messages_waiting{route=\"ops \\\"pager\\\"\"} 2.0");
    }

    @Test
    void countsCallsAndErrorsByKind() throws IOException {
        var api = requests.counting((_, _) -> new RefusingApi()).connect(
                TestOrganisation.PRODUCTION, Secret.of(Secrets.CLIENT_TOKEN));
        api.databases();
        api.databases();

        assertThat(metrics()).contains(
                "longshore_connection_requests_total{connection=\"production\"} 2.0",
                "longshore_connection_request_errors_total{connection=\"production\",kind=\"forbidden\"} 2.0");
    }

    @Test
    void tellsNoSecretAndNoStagingAddress() throws IOException {
        assertThat(Secrets.in(metrics())).isEmpty();
        assertThat(metrics()).doesNotContain("s3://", "gs://", "https://");
    }

    @Test
    void saysWhetherItIsWell() throws IOException {
        assertThat(ask("GET /healthz HTTP/1.1", "Host: OWN")).startsWith("HTTP/1.1 200").endsWith("\nok");

        trouble = Optional.of("The disk is full.");
        assertThat(ask("GET /healthz HTTP/1.1", "Host: OWN")).startsWith("HTTP/1.1 503")
                .endsWith("\nThe disk is full.");
    }

    @Test
    void answersNoPageOfABrowser() throws IOException {
        assertThat(ask("GET /metrics HTTP/1.1", "Host: OWN", "Origin: http://OWN")).startsWith("HTTP/1.1 403")
                .doesNotContain("longshore_");
        assertThat(ask("GET /metrics HTTP/1.1", "Host: OWN", "Origin: null")).startsWith("HTTP/1.1 403");
    }

    @Test
    void answersToItsOwnNamesOnly() throws IOException {
        start(Optional.empty());
        assertThat(ask("GET /healthz HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 200");
        for (var other : List.of("rebound.example", "127.0.0.1.example", "localhost:1", "OWN, evil.example", "")) {
            assertThat(ask("GET /healthz HTTP/1.1", "Host: " + other)).as(other).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void changesNothing() throws IOException {
        assertThat(ask("POST /metrics HTTP/1.1", "Host: OWN", "Content-Length: 0")).startsWith("HTTP/1.1 405");
        assertThat(ask("GET /metrics/../secret HTTP/1.1", "Host: OWN")).startsWith("HTTP/1.1 404");
        assertThat(ask("GET /metricsx HTTP/1.1", "Host: OWN")).startsWith("HTTP/1.1 404");
        assertThat(ask("GET / HTTP/1.1", "Host: OWN")).startsWith("HTTP/1.1 404");
    }

    @Test
    void answersOnlyWhoShowsTheTokenWhereThereIsOne() throws IOException {
        start(Optional.of(Secret.of(TOKEN)));
        var ask = "GET /metrics HTTP/1.1";
        assertThat(ask(ask, "Host: proxy.example", "Authorization: Bearer " + TOKEN)).startsWith("HTTP/1.1 200");
        assertThat(ask(ask, "Host: OWN", "Authorization: bearer " + TOKEN)).startsWith("HTTP/1.1 200");
        assertThat(ask(ask, "Host: OWN")).startsWith("HTTP/1.1 401").contains("Www-authenticate: Bearer");
        for (var wrong : List.of("", "Bearer", "Bearer ", "Basic " + TOKEN, "Bearer " + TOKEN + "0",
                "Bearer " + TOKEN.substring(1), TOKEN)) {
            assertThat(ask(ask, "Host: OWN", "Authorization: " + wrong)).as(wrong).startsWith("HTTP/1.1 401");
        }
        assertThat(ask(ask, "Host: OWN", "Authorization: Bearer " + TOKEN, "Authorization: Bearer " + TOKEN))
                .startsWith("HTTP/1.1 401");
        assertThat(ask(ask, "Host: OWN", "Origin: https://a.example", "Authorization: Bearer " + TOKEN))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void saysTheAddressAsItWasAskedForWhereThatStandsForAll() {
        var metrics = new WatchMetrics(watch, requests, List::of, InstantSource.system(), "1");
        try (var onAll = WatchServer.start(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0),
                Optional.of(Secret.of(TOKEN)), metrics, calendar(), Optional::empty)) {
            assertThat(onAll.address()).matches("http://0\\.0\\.0\\.0:[1-9][0-9]*");
        }
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        var address = URI.create(start(Optional.empty()).address());
        var metrics = new WatchMetrics(watch, requests, List::of, InstantSource.system(), "1");

        assertThatThrownBy(() -> WatchServer.start(
                new InetSocketAddress(InetAddress.ofLiteral(address.getHost()), address.getPort()), Optional.empty(),
                metrics, calendar(), Optional::empty))
                .isInstanceOfSatisfying(FactException.class, fault -> assertThat(EnglishText.say(fault))
                        .contains("cannot listen on 127.0.0.1:" + address.getPort()));
    }

    private static final class RefusingApi implements DevOpsApi {
        @Override
        public ApiResult<List<Database>> databases() {
            return new ApiResult.Failure<>(
                    new ApiError.Forbidden(Fact.recorded("no")),
                    new Receipt(TestOrganisation.NOW, TestOrganisation.NOW, null, Duration.ZERO));
        }

        @Override
        public ApiResult<Database> database(DatabaseId database) {
            throw new AssertionError();
        }

        @Override
        public ApiResult<String> pcuStatus(String datacenter) {
            throw new AssertionError();
        }

        @Override
        public ApiResult<MigrationStatus> initialize(InitializeRequest request) {
            throw new AssertionError();
        }

        @Override
        public ApiResult<MigrationStatus> status(MigrationRef migration) {
            throw new AssertionError();
        }

        @Override
        public ApiResult<MigrationStatus> act(Action action, MigrationRef migration,
                @Nullable CleanupTime cleanupTime) {
            throw new AssertionError();
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
