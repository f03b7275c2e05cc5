package dev.longshore.ui.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.model.fact.UpdateFact;
import dev.longshore.support.ManualClock;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.update.PackageOwner;
import dev.longshore.update.SampleFeeds;
import dev.longshore.update.UpdateChecks;
import dev.longshore.update.UpdateSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateNoticeTest {
    private final ManualClock clock = new ManualClock(TestOrganisation.NOW);
    private final Map<String, String> saved = new HashMap<>();
    private final Map<String, String> savedAtOnce = new HashMap<>();
    private final List<URI> opened = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final SampleFeeds feeds = new SampleFeeds();
    private final HttpServer server;
    private volatile String version = "1.1.0";
    private Optional<Fact> trouble = Optional.empty();
    private PackageOwner owner = PackageOwner.NOBODY;

    UpdateNoticeTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            var feed = feeds.of(version);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void nobodyIsAskedUntilTheUserWantsIt() {
        var notice = notice();

        pass(notice, Duration.ofDays(30));

        assertThat(calls).hasValue(0);
        assertThat(saved).isEmpty();
    }

    @Test
    void switchedOnItAsksAtOnceAndTellsWithALink() {
        var notice = notice();

        notice.want(true);

        var newer = notice.newer().orElseThrow();
        assertThat(newer.version()).isEqualTo("1.1.0");
        notice.open(newer);
        assertThat(opened).containsExactly(URI.create("https://longshore.example/releases/1.1.0"));
    }

    /** A program that is killed asks neither without being allowed to, nor once more at each start. */
    @Test
    void whatWasAllowedAndWhenItAskedIsOnDiskBeforeItAsks() {
        var notice = notice();
        notice.want(true);
        assertThat(savedAtOnce).containsEntry("update.wanted", "true")
                .containsEntry("update.asked", clock.instant().toString());

        notice.want(false);
        assertThat(savedAtOnce).containsEntry("update.wanted", "false");
    }

    @Test
    void nobodyIsAskedWhereTheNextStartWouldNotKnowOfIt() {
        var notice = notice();
        trouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));

        assertThat(notice.want(true).join()).isEqualTo(trouble);
        assertThat(notice.wantedProperty().get()).isFalse();
        assertThat(calls).hasValue(0);

        trouble = Optional.empty();
        notice.want(true);
        trouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));
        pass(notice, Duration.ofDays(2));
        pass(notice, Duration.ofMinutes(1));

        assertThat(calls).hasValue(1);
        assertThat(notice.problem()).isEqualTo(trouble);

        assertThat(notice.want(false).join()).isEqualTo(trouble);
        assertThat(notice.wantedProperty().get()).isFalse();
    }

    @Test
    void atMostOnceADayAlsoOverSeveralStarts() {
        notice().want(true);
        assertThat(calls).hasValue(1);

        pass(notice(), Duration.ofHours(23));
        pass(notice(), Duration.ofMinutes(59));
        assertThat(calls).hasValue(1);
        pass(notice(), Duration.ofMinutes(2));

        assertThat(calls).hasValue(2);
    }

    @Test
    void switchingOffAndOnDoesNotAskAgain() {
        var notice = notice();
        notice.want(true);
        notice.want(false);
        pass(notice, Duration.ofDays(3));
        notice.want(true);
        notice.want(false);
        notice.want(true);

        assertThat(calls).hasValue(2);
    }

    @Test
    void whatWasFoundIsToldAtTheNextStartWithoutAsking() {
        notice().want(true);

        assertThat(notice().newer()).isPresent();
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatWasFoundIsNoNewsAfterTheUpdateOrWhenItIsSwitchedOff() {
        var notice = notice();
        notice.want(true);
        notice.want(false);
        assertThat(notice.newer()).isEmpty();

        saved.put("update.wanted", "true");
        saved.put("update.seen", "1.0.0");
        assertThat(notice().newer()).isEmpty();
        saved.put("update.seen", "1.1.0");
        saved.put("update.page", "http://elsewhere.example/");
        assertThat(notice().newer()).isEmpty();
    }

    @Test
    void anOlderFeedThatIsSentAgainIsNotBelievedAfterANewStart() {
        notice().want(true);
        version = "1.0.5";
        clock.advance(Duration.ofDays(2));

        var notice = notice();
        notice.askIfDue();

        assertThat(notice.newer()).isEmpty();
        assertThat(notice.problem().orElseThrow().kind()).isEqualTo(UpdateFact.OLDER_THAN_BEFORE);
    }

    @Test
    void aPackageManagerIsNotDisturbed() {
        owner = PackageOwner.DEB;

        notice().want(true);

        assertThat(calls).hasValue(0);
        assertThat(notice().isPossible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2099-01-01T00:00:00Z"})
    void aTimeThatCannotBeIsNotBelieved(String asked) {
        saved.put("update.wanted", "true");
        saved.put("update.asked", asked);

        notice().askIfDue();

        assertThat(calls).hasValue(1);
    }

    private void pass(UpdateNotice notice, Duration time) {
        clock.advance(time);
        notice.askIfDue();
    }

    private UpdateNotice notice() {
        var source = UpdateSource.of("http://127.0.0.1:" + server.getAddress().getPort() + "/", feeds.publicKey());
        var preferences = new Preferences() {
            @Override
            public Optional<String> find(String key) {
                return Optional.ofNullable(saved.get(key));
            }

            @Override
            public void save(String key, String value) {
                saved.put(key, value);
            }

            @Override
            public CompletableFuture<Optional<Fact>> saveAtOnce(String key, String value) {
                save(key, value);
                savedAtOnce.put(key, value);
                return CompletableFuture.completedFuture(trouble);
            }

            @Override
            public CompletableFuture<Optional<Fact>> saveOrRevert(String key, String value) {
                return trouble.isPresent() ? CompletableFuture.completedFuture(trouble) : saveAtOnce(key, value);
            }
        };
        return new UpdateNotice(preferences, new SameThreadUi(),
                new UpdateChecks(source, owner, "1.0.0", clock, Runnable::run), opened::add);
    }
}
