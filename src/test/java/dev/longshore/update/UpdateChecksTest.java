package dev.longshore.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.FactKind;
import dev.longshore.model.fact.UpdateFact;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TestOrganisation;
import dev.longshore.update.UpdateChecks.UpdateResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed comes from a server on this computer. */
class UpdateChecksTest {
    private final SampleFeeds feeds = new SampleFeeds();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer server;

    UpdateChecksTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"1.0.1", "1.1", "2", "1.0.10", "1.0.0.1"})
    void aNewerVersionIsToldWithItsPage(String version) {
        answer(feeds.of(version));

        assertThat(check("")).isEqualTo(new UpdateResult.NewerRelease(
                version, URI.create("https://longshore.example/releases/" + version)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.0", "0.9.9", "1"})
    void anEqualOrOlderVersionIsNoNews(String version) {
        answer(feeds.of(version));

        assertThat(check("")).isEqualTo(new UpdateResult.UpToDate());
    }

    @Test
    void aFeedThatIsSentAgainAfterANewerOneIsNotBelieved() {
        answer(feeds.of("1.1.0"));

        assertThat(reason("1.2.0")).isEqualTo(UpdateFact.OLDER_THAN_BEFORE);
        assertThat(check("1.1.0")).isInstanceOf(UpdateResult.NewerRelease.class);
    }

    @Test
    void aFeedThatHasRunOutIsNotBelieved() {
        answer(feeds.signed("longshore-update 1\nversion=1.2\nexpires=2026-01-01\npage=https://a.example/\n"));

        assertThat(reason("")).isEqualTo(UpdateFact.EXPIRED);
    }

    @Test
    void aFeedWithoutSignatureIsNotRead() {
        answer("longshore-update 1\nversion=9\nexpires=2027-12-31\npage=https://a.example/\n");

        assertThat(reason("")).isEqualTo(UpdateFact.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature=", "signature=AAAA", "signature=%%%", "signature=é"})
    void aFeedWithABrokenSignatureIsNotRead(String line) {
        answer("longshore-update 1\nversion=9\nexpires=2027-12-31\npage=https://a.example/\n" + line);

        assertThat(reason("")).isEqualTo(UpdateFact.WRONG_SIGNATURE);
    }

    @Test
    void aFeedOfSomebodyElseOrOneThatWasChangedIsNotRead() {
        answer(new SampleFeeds().of("2.0.0"));
        assertThat(reason("")).isEqualTo(UpdateFact.WRONG_SIGNATURE);

        answer(new String(feeds.of("2.0.0"), StandardCharsets.UTF_8).replace("releases/2", "releases/3"));
        assertThat(reason("")).isEqualTo(UpdateFact.WRONG_SIGNATURE);
    }

    @Test
    void nothingCanBePutBehindWhatIsSigned() {
        answer(new String(feeds.of("2.0.0"), StandardCharsets.UTF_8) + "version=3\nsignature=AAAA\n");

        assertThat(reason("")).isEqualTo(UpdateFact.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "<html>\n", "longshore-update 2\nversion=2\nexpires=2027-12-31\npage=https://a.example/\n",
        "longshore-update 1\nversion=two\nexpires=2027-12-31\npage=https://a.example/\n",
        "longshore-update 1\nversion=2\nexpires=soon\npage=https://a.example/\n",
        "longshore-update 1\nversion=2\nexpires=2027-12-31\npage=http://a.example/\n",
        "longshore-update 1\nversion=2\nexpires=2027-12-31\npage=https://user@a.example/\n",
        "longshore-update 1\nversion=2\nexpires=2027-12-31\npage=javascript:alert(1)\n",
        "longshore-update 1\nversion=2\nversion=3\nexpires=2027-12-31\npage=https://a.example/\n",
        "longshore-update 1\nversion=2\nno line\nexpires=2027-12-31\npage=https://a.example/\n"
    })
    void aSignedFeedThatIsNoneIsNotUnderstood(String text) {
        answer(feeds.signed(text.isEmpty() ? "\n" : text));

        assertThat(reason("")).isEqualTo(UpdateFact.MALFORMED);
    }

    @Test
    void aHugeFeedIsNotReadToItsEnd() {
        answer(feeds.signed("longshore-update 1\n" + "x=1\n".repeat(1_000_000)));

        assertThat(reason("")).isEqualTo(UpdateFact.TOO_LARGE);
    }

    @Test
    void aRedirectIsNotFollowed() {
        handle("/feed", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        handle("/elsewhere", exchange -> send(exchange, feeds.of("2")));

        assertThat(reason("")).isEqualTo(UpdateFact.REDIRECTED);
        assertThat(calls).hasValue(1);
    }

    @Test
    void anErrorIsSaid() {
        handle("/feed", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });

        assertThat(reason("")).isEqualTo(UpdateFact.ANSWERED);
    }

    @Test
    void aServerThatNobodyIsIsSaid() {
        server.stop(0);

        var result = check("");

        assertThat(EnglishText.say(((UpdateResult.NoAnswer) result).reason()))
                .startsWith("Cannot reach http://127.0.0.1");
    }

    @Test
    void aFeedThatComesTooSlowlyIsGivenUp() {
        handle("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('l');
            exchange.getResponseBody().flush();
            await();
            exchange.close();
        });

        assertThat(source().map(each -> fault(each, Duration.ofMillis(300)))).contains(UpdateFact.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com/feed", "http://localhost.example.com/", "ftp://127.0.0.1/", "file:///etc",
                "", "not an address", "${longshore.update.feed}"})
    void onlyAnHttpsAddressOrThisComputerIsAsked(String address) {
        assertThat(UpdateSource.of(address, feeds.publicKey())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no key", "${longshore.update.key}"})
    void withoutAKeyNobodyIsAsked(String key) {
        assertThat(UpdateSource.of("https://example.com/feed", key)).isEmpty();
    }

    @Test
    void thisBuildAsksNobody() {
        assertThat(UpdateSource.ofThisProgram()).isEmpty();
    }

    private static FactKind fault(UpdateSource source, Duration limit) {
        try {
            source.fetch(limit);
            throw new AssertionError("There was a feed.");
        } catch (FactException e) {
            return e.fact().kind();
        }
    }

    private void await() {
        try {
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private FactKind reason(String seenBefore) {
        return ((UpdateResult.NoAnswer) check(seenBefore)).reason().kind();
    }

    private UpdateResult check(String seenBefore) {
        return new UpdateChecks(source(), PackageOwner.NOBODY, "1.0.0", InstantSource.fixed(TestOrganisation.NOW),
                Runnable::run).check(seenBefore).join();
    }

    private Optional<UpdateSource> source() {
        return UpdateSource.of("http://127.0.0.1:" + server.getAddress().getPort() + "/feed", feeds.publicKey());
    }

    private void answer(String feed) {
        answer(feed.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(byte[] feed) {
        handle("/feed", exchange -> send(exchange, feed));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void handle(String path, HttpHandler handler) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException _) {
            // There was none before.
        }
        server.createContext(path, exchange -> {
            calls.incrementAndGet();
            handler.handle(exchange);
        });
    }
}
