package dev.longshore.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.http.ConnectorWithoutPauses;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.support.ClosedPort;
import dev.longshore.support.EnglishText;
import dev.longshore.support.FakeTokens;
import dev.longshore.support.ManualClock;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWait;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.connect.ConnectViewModel.ConnectAttempt;
import dev.longshore.ui.context.UiContext;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.engine.PollingWatch;
import dev.longshore.watch.engine.WatchDependencies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialog says after the real client has asked a service over a socket. */
class ConnectToServiceTest {
    private static final String TOKEN = "AstraCS:wizard:0f5d9a77";

    private final ManualClock clock = new ManualClock(TestOrganisation.NOW);
    private final FakeTokens tokens = new FakeTokens();
    private final MockWebServer server = new MockWebServer();
    private Simulator simulator;
    private SqliteJournal journal;
    private PollingWatch watch;
    private ConnectViewModel model;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        simulator = Simulator.start(SimulatorOptions.standingStill().sampleOrganisation(true).build());
        journal = SqliteJournal.open(folder, clock, EnglishText::say);
        watch = new PollingWatch(
                new WatchDependencies(journal, tokens, new ConnectorWithoutPauses(TestWait.LIMIT), clock,
                        Runnable::run),
                WatchSettings.standard(), new Random(1), "dba");
        var like = new TestWindow(TestOrganisation.empty()).context(new SameThreadUi());
        model = new ConnectViewModel(
                new UiContext(watch, clock, like.thread(), like.times(), like.texts()),
                Runnable::run, OkHttpConnector::readEndpoint, _ -> Optional.empty(), Optional.empty());
    }

    @AfterEach
    void end() {
        watch.close();
        journal.close();
        simulator.close();
        server.close();
    }

    @Test
    void tellsWhatTheTokenMayDo() {
        connect(simulator.baseUrl().toString(), simulator.fullToken());

        assertThat(good()).isEqualTo("Token accepted: it shows 4 databases. Write permission is checked with the first"
                + " action. The token is stored in the keystore of this computer.");
    }

    @Test
    void tellsOfATokenWithViewRightsWhatTheServiceLetsOneSee() {
        connect(simulator.baseUrl().toString(), simulator.viewOnlyToken());

        assertThat(good()).contains("shows 4 databases", "checked with the first action");
    }

    @Test
    void tellsThatATokenIsWrongAndKeepsNothing() {
        connect(simulator.baseUrl().toString(), TOKEN);

        assertThat(bad()).contains("token");
        assertThat(tokens.inKeystore).isEmpty();
        assertThat(journal.connections()).isEmpty();
    }

    @Test
    void tellsThatNobodyIsThere() throws IOException {
        try (var closed = new ClosedPort()) {
            connect("http://127.0.0.1:" + closed.number(), TOKEN);

            assertThat(bad()).startsWith("Connection refused by http://127.0.0.1:" + closed.number() + ".");
            assertThat(tokens.inKeystore).isEmpty();
        }
    }

    @Test
    void tellsWhoIssuedACertificateThatIsNotTrusted() throws IOException {
        var authority = new HeldCertificate.Builder().certificateAuthority(0).commonName("Harbour Test CA").build();
        var shown = new HeldCertificate.Builder().signedBy(authority).commonName("localhost")
                .addSubjectAlternativeName("localhost").build();
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(shown).build().sslSocketFactory());
        server.start();

        connect("https://localhost:" + server.getPort(), TOKEN);

        assertThat(bad()).contains("issued by \"CN=Harbour Test CA\"", "This computer does not trust");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.astra.datastax.com", "http://192.168.1.7:8080", "http://localhost.example.com"})
    void refusesPlainHttpToAnotherComputer(String endpoint) {
        connect(endpoint, TOKEN);

        assertThat(bad()).startsWith("The address must begin with https://");
        assertThat(tokens.inKeystore).isEmpty();
    }

    @Test
    void readsAllPagesOfTwoHundredAndFiftyDatabases() throws IOException {
        server.setDispatcher(new ServicePages());
        server.start();

        connect(server.url("/").toString(), TOKEN);

        assertThat(good()).contains("shows 250 databases");
        assertThat(journal.databases(journal.connections().getFirst().id())).hasSize(250);
        assertThat(server.getRequestCount()).isGreaterThan(2);
    }

    /** Pages as long as they are asked for. */
    private static final class ServicePages extends Dispatcher {
        private static final int ALL = 250;

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            var url = request.getUrl();
            var after = url.queryParameter("starting_after");
            int from = after == null ? 0 : Integer.parseInt(after.substring(3)) + 1;
            int limit = Integer.parseInt(Optional.ofNullable(url.queryParameter("limit")).orElse("25"));
            return new MockResponse.Builder().body(IntStream.range(from, Math.min(ALL, from + limit))
                    .mapToObj("{\"id\": \"db-%d\", \"status\": \"ACTIVE\"}"::formatted)
                    .collect(Collectors.joining(",", "[", "]"))).build();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.astra.datastax.com%2eevil.example",
        "https://api.astra.datastax.com\uff0eevil.example"})
    void refusesAHostThatLooksLikeAnotherAndSaysWhichItIs(String endpoint) {
        connect(endpoint, TOKEN);

        assertThat(bad()).contains("read as api.astra.datastax.com.evil.example");
        assertThat(tokens.inKeystore).isEmpty();
    }

    private void connect(String endpoint, String token) {
        model.endpointProperty().set(endpoint);
        model.connect(token.toCharArray());
    }

    private String good() {
        assertThat(model.attemptProperty().get()).isInstanceOf(ConnectAttempt.Connected.class);
        return ((ConnectAttempt.Connected) model.attemptProperty().get()).sentence();
    }

    private String bad() {
        assertThat(model.attemptProperty().get()).isInstanceOf(ConnectAttempt.ConnectFailed.class);
        return ((ConnectAttempt.ConnectFailed) model.attemptProperty().get()).sentence();
    }
}
