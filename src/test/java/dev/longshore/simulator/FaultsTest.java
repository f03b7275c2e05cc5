package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every oddity that can be had on demand, as it goes over the wire. */
class FaultsTest {

    @AutoClose private final Caller caller = Caller.atAStandstill();

    private final Simulator simulator = caller.simulator();
    private final Migration migration = caller.receivingFiles(caller.database(Cloud.AWS));

    @Test
    void movesPermanentlyInHtml() {
        inject(new Fault.MovedPermanently());

        Caller.Reply reply = migration.get();

        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.body()).contains(">Moved Permanently</a>");
    }

    @Test
    void findsNoPageInPlainText() {
        inject(new Fault.PageNotFound());

        Caller.Reply reply = migration.get();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("404 page not found\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void answersWithoutJsonWhileTheBucketIsMade(int status) {
        inject(new Fault.NotJson(status));

        Caller.Reply reply = migration.get();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).startsWith("upstream ").contains("bucket");
    }

    @Test
    void closesTheConnectionWithoutAByte() throws IOException {
        inject(new Fault.EmptyReply());

        assertThat(raw("GET", migration.path())).isEmpty();
    }

    @Test
    void resetsTheConnection() {
        inject(new Fault.ConnectionReset());

        assertThatThrownBy(() -> raw("GET", migration.path())).isInstanceOf(SocketException.class);
    }

    @Test
    void doesNothingWhenTheReplyIsEmpty() throws IOException {
        inject(new Fault.EmptyReply());

        raw("POST", migration.path() + "/abort");
        caller.advance(Caller.AFTER_LAG);

        assertThat(migration.status()).isEqualTo("ReceivingFiles");
    }

    @Test
    void doesTheWorkWhenTheAnswerIsLost() throws IOException {
        inject(new Fault.LostAnswer());

        String reply = raw("POST", migration.path() + "/abort");
        caller.advance(Caller.AFTER_LAG);

        assertThat(reply).isEmpty();
        assertThat(migration.status()).isEqualTo("Aborted");
    }

    @Test
    void limitsTheRateInSeconds() {
        inject(new Fault.RateLimited(Duration.ofSeconds(90), false));

        Caller.Reply reply = migration.get();

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("90");
    }

    @Test
    void limitsTheRateUntilADateOfItsOwnClock() {
        inject(new Fault.RateLimited(Duration.ofSeconds(90), true));
        Instant until = simulator.clock().instant().plusSeconds(90);

        assertThat(migration.get().header("Retry-After")).isEqualTo(ReplyWriter.httpDate(until));
    }

    @Test
    void answersAnErrorInTheEnvelope() {
        inject(new Fault.ErrorStatus(500, "Something is broken"));

        Caller.Reply reply = migration.get();

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().at("/errors/0/message").asString()).isEqualTo("Something is broken");
    }

    @ParameterizedTest
    @CsvSource({"502, false, ReceivingFiles", "503, true, Aborted", "504, true, Aborted"})
    void answersAnErrorInHtmlBeforeOrAfterTheWork(int status, boolean afterWork, String word) {
        inject(new Fault.GatewayError(status, afterWork));

        Caller.Reply reply = migration.post("abort");
        caller.advance(Caller.AFTER_LAG);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).startsWith("<html>");
        assertThat(migration.status()).isEqualTo(word);
    }

    @Test
    void isSilentForAWhileAndThenAnswers() throws IOException {
        inject(new Fault.SlowAnswer(Duration.ofMillis(1)));

        assertThat(raw("GET", migration.path())).contains("\"status\":\"ReceivingFiles\"");
    }

    @Test
    void keepsAClientWaitingForTheSecondHalf() throws IOException {
        inject(new Fault.StalledAnswer(Duration.ofDays(1)));
        try (Wire wire = new Wire(simulator)) {
            wire.send("GET " + migration.path() + " HTTP/1.1\r\nAuthorization: Bearer " + simulator.fullToken()
                    + "\r\n\r\n");

            assertThat(wire.readUntil("\"status\":")).contains("Content-Length: ");
        }
    }

    @Test
    void sendsTheSecondHalfInTheEnd() {
        inject(new Fault.StalledAnswer(Duration.ofMillis(1)));

        assertThat(migration.status()).isEqualTo("ReceivingFiles");
    }

    @Test
    void cutsTheBodyInTheMiddle() throws IOException {
        inject(new Fault.TruncatedBody());

        String reply = raw("GET", migration.path());
        String whole = raw("GET", migration.path());

        assertThat(reply).hasSizeBetween(whole.length() / 3, whole.length() - 10);
        assertThat(whole).startsWith(reply);
    }

    @Test
    void answersWithAnEmptyBody() {
        inject(new Fault.EmptyBody());

        Caller.Reply reply = migration.get();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void answersWithSixtyFourMegabytesOfJson() {
        inject(new Fault.HugeBody(64L * 1024 * 1024));

        Caller.Reply reply = migration.get();

        assertThat(reply.body()).hasSize(64 * 1024 * 1024);
        assertThat(reply.text("status")).isEqualTo("ReceivingFiles");
    }

    @Test
    void leavesAFieldOut() {
        inject(new Fault.MissingField("uploadCredentials.credentialExpiration"));

        assertThat(migration.get().json().path("uploadCredentials").propertyNames())
                .containsExactly("name", "keys", "hint");
    }

    @Test
    void makesAFieldNull() {
        inject(new Fault.NullField("status"));

        assertThat(migration.get().json().get("status").isNull()).isTrue();
    }

    @Test
    void addsAFieldNobodyKnows() {
        inject(new Fault.UnknownField("residency"));

        assertThat(migration.get().json().path("residency").isObject()).isTrue();
    }

    @Test
    void changesTheTypeOfAField() {
        inject(new Fault.WrongType("status"));
        inject(new Fault.WrongType("uploadCredentials"));

        assertThat(migration.get().json().get("status").isObject()).isTrue();
        assertThat(migration.get().json().get("uploadCredentials").isNumber()).isTrue();
    }

    @Test
    void spoilsAFieldOfEveryElementOfAList() {
        caller.database(Cloud.GCP);
        inject(new Fault.NullField("info.name"));

        assertThat(caller.get("/v2/databases").json().valueStream())
                .hasSize(2)
                .allMatch(database -> database.at("/info/name").isNull());
    }

    @Test
    void spoilsNoFieldOfAnError() {
        inject(new Fault.MissingField("errors"));

        assertThat(migration.post("pause").json().path("errors").isArray()).isTrue();
    }

    @Test
    void usesAStatusWordNobodyKnows() {
        inject(new Fault.StatusWord("Hibernating"));

        assertThat(migration.status()).isEqualTo("Hibernating");
    }

    @Test
    void tellsAWrongTimeInTheDateHeader() {
        inject(new Fault.WrongClock(Duration.ofMinutes(-7)));
        Instant told = simulator.clock().instant().minus(Duration.ofMinutes(7));

        assertThat(migration.get().header("Date")).isEqualTo(ReplyWriter.httpDate(told));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307, 308})
    void redirectsToAnotherHost(int status) {
        inject(new Fault.Redirect(status, URI.create("http://elsewhere.invalid/v2")));

        Caller.Reply reply = migration.get();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Location")).isEqualTo("http://elsewhere.invalid/v2");
    }

    @ParameterizedTest
    @MethodSource("aimsAtTheSecondStatusCall")
    void hitsOnlyWhatItIsAimedAt(Aim aim) {
        simulator.faults().inject(new Fault.ErrorStatus(503, "hit"), aim);

        List<Integer> statuses = List.of(
                caller.get("/v2/databases").status(),
                migration.post("resume").status(),
                migration.get().status(),
                migration.get().status(),
                migration.get().status());

        assertThat(statuses).containsExactly(200, 200, 200, 503, 200);
    }

    static Stream<Aim> aimsAtTheSecondStatusCall() {
        return Stream.of(
                Aim.at(Operation.STATUS).skip(1),
                Aim.any().skip(3),
                Aim.any().method("GET").skip(2),
                Aim.any().path("/migrations/[^/]+$").skip(1),
                Aim.any().method("GET").path("migrations").skip(1).times(1));
    }

    @Test
    void hitsOneMigrationAndSparesAnother() {
        Migration other = caller.receivingFiles(migration.databaseId());
        simulator.faults()
                .inject(new Fault.ErrorStatus(503, "hit"), Aim.any().migration(migration.id()).always());

        assertThat(other.get().status()).isEqualTo(200);
        assertThat(migration.get().status()).isEqualTo(503);
        assertThat(migration.post("launch").status()).isEqualTo(503);
    }

    @Test
    void hitsAsOftenAsAsked() {
        simulator.faults().inject(new Fault.ErrorStatus(503, "hit"), Aim.any().times(2));

        assertThat(statuses(4)).containsExactly(503, 503, 200, 200);
        assertThat(simulator.faults().waiting()).isEmpty();
    }

    @Test
    void hitsWithTheLikelihoodAskedFor() {
        simulator.faults().inject(new Fault.ErrorStatus(503, "hit"), Aim.any().probability(0.5));

        assertThat(statuses(100)).filteredOn(status -> status == 503).hasSizeBetween(30, 70);
    }

    @Test
    void hitsTheSameRequestsForTheSameSeed() {
        simulator.faults().inject(new Fault.ErrorStatus(503, "hit"), Aim.at(Operation.LIST_DATABASES).probability(0.5));
        try (Caller twin = Caller.atAStandstill()) {
            twin.simulator().faults().inject(new Fault.ErrorStatus(503, "hit"), Aim.any().probability(0.5));

            assertThat(Stream.generate(() -> twin.get("/v2/databases").status()).limit(20))
                    .isEqualTo(Stream.generate(() -> caller.get("/v2/databases").status())
                            .limit(20)
                            .toList());
        }
    }

    @Test
    void goesWellAgainWhenEveryFaultIsTakenBack() {
        simulator.faults().inject(new Fault.ErrorStatus(503, "hit"), Aim.any().always());

        simulator.faults().clear();

        assertThat(migration.get().status()).isEqualTo(200);
    }

    private void inject(Fault fault) {
        simulator.faults().inject(fault, Aim.any());
    }

    private List<Integer> statuses(int count) {
        return Stream.generate(() -> migration.get().status()).limit(count).toList();
    }

    private String raw(String method, String path) throws IOException {
        try (Wire wire = new Wire(simulator)) {
            return wire.exchange(method, path, simulator.fullToken());
        }
    }
}
