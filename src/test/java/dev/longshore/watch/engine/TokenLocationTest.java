package dev.longshore.watch.engine;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.ApiError;
import dev.longshore.model.Connection;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.EnglishText;
import dev.longshore.support.FakeTokens;
import dev.longshore.support.ManualClock;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where tokens are, and what becomes of connections whose token the keystore does not give or take. */
class TokenLocationTest {
    private static final Connection PROD = WatchFixture.PROD;

    private final FakeTokens tokens = new FakeTokens();
    private final List<String> used = new ArrayList<>();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T03:00:00Z"));
    private final FakeApi api = new FakeApi(clock);
    private SqliteJournal journal;
    private PollingWatch watch;

    @BeforeEach
    void begin(@TempDir Path folder) {
        journal = SqliteJournal.open(folder, clock, EnglishText::say);
        start();
    }

    /** As at the start of the program. */
    private void start() {
        var dependencies = new WatchDependencies(journal, tokens, (_, token) -> {
            used.add(new String(token.reveal()));
            return api;
        }, clock, Runnable::run);
        watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(7), "dba");
    }

    @AfterEach
    void end() {
        watch.close();
        journal.close();
    }

    @Test
    void keepsANewTokenInTheKeystore() {
        connect("AstraCS:one");

        assertThat(tokens.inKeystore).containsEntry(PROD.id(), "AstraCS:one");
        assertThat(line().token()).isEqualTo(new TokenLocation.InKeystore());
    }

    @Test
    void saysOnceThatATokenIsForThisSessionOnlyAndWhy() {
        tokens.state = FakeTokens.MISSING;

        var check = connect("AstraCS:one");

        assertThat(say(((ConnectionCheck.Passed) check).fact()))
                .endsWith(
                        "The token is kept in memory until you close Longshore. " + say(FakeTokens.MISSING.fact()));
        assertThat(line().token()).isEqualTo(new TokenLocation.SessionOnly(FakeTokens.MISSING));
    }

    @Test
    void waitsForALockedKeystoreAtTheStart() {
        restore(FakeTokens.LOCKED);

        assertThat(line().health())
                .isEqualTo(new WatchedConnection.Health.Stopped(FakeTokens.LOCKED.fact()));
        assertThat(line().token()).isEqualTo(new TokenLocation.NoToken(Optional.of(FakeTokens.LOCKED)));
        assertThat(used).isEmpty();
    }

    @Test
    void watchesWhatWaitedOnceItIsUnlocked() {
        restore(FakeTokens.LOCKED);

        assertThat(watch.unlock().join()).isEqualTo(FakeTokens.THERE);

        assertThat(line().health()).isEqualTo(new WatchedConnection.Health.Watching());
        assertThat(used).containsExactly("AstraCS:kept");
    }

    @Test
    void watchesWhatWaitedAlsoWhenThePersonWasSlow() {
        restore(FakeTokens.LOCKED);

        tokens.unlockedLate();

        assertThat(line().token()).isEqualTo(new TokenLocation.InKeystore());
    }

    @Test
    void stillWaitsWhereThePersonDeclined() {
        restore(FakeTokens.LOCKED);
        tokens.afterUnlock = FakeTokens.LOCKED;

        assertThat(watch.unlock().join()).isEqualTo(FakeTokens.LOCKED);

        assertThat(used).isEmpty();
    }

    @Test
    void goesOnWithATokenForThisSessionOnly() {
        restore(FakeTokens.LOCKED);

        connect("AstraCS:one");

        assertThat(line().health()).isEqualTo(new WatchedConnection.Health.Watching());
        assertThat(line().token()).isEqualTo(new TokenLocation.SessionOnly(FakeTokens.LOCKED));
    }

    @Test
    void filesWhatWasForThisSessionOnlyOnceItIsUnlocked() {
        tokens.state = FakeTokens.LOCKED;
        connect("AstraCS:one");

        watch.unlock().join();

        assertThat(tokens.inKeystore).containsEntry(PROD.id(), "AstraCS:one");
        assertThat(line().token()).isEqualTo(new TokenLocation.InKeystore());
    }

    @Test
    void rejectedTokenIsNotReadFromTheKeystoreAgainAndANewOneStartsTheConnectionAtOnce() {
        connect("AstraCS:old");
        api.broken = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
        pass(Duration.ofHours(2));
        var listings = api.listings;
        used.clear();

        pass(Duration.ofHours(2));
        assertThat(api.listings - listings).isBetween(1, 9);
        assertThat(used).isEmpty();
        api.broken = null;
        connect("AstraCS:new");

        assertThat(line().health()).isEqualTo(new WatchedConnection.Health.Watching());
        assertThat(used).containsExactly("AstraCS:new");
    }

    @Test
    void saysWhenATokenMayStillBeInTheKeystore() {
        connect("AstraCS:one");
        tokens.state = FakeTokens.LOCKED;

        var left = watch.forget(PROD.id()).join();

        assertThat(left).hasValueSatisfying(sentence -> assertThat(say(sentence))
                .contains("may still be in the keystore", "The keyring is locked."));
    }

    @Test
    void saysNothingWhereThereIsNoKeystoreToForgetItIn() {
        tokens.state = FakeTokens.MISSING;
        connect("AstraCS:one");

        assertThat(watch.forget(PROD.id()).join()).isEmpty();
    }

    @Test
    void changesAConnectionThatWasGivenAtTheStartWithoutItsToken() {
        var given = given("given", false);
        watch.open(given, Secret.of("AstraCS:given"));

        var check = watch.connect(given("renamed", true), null).join();

        assertThat(check).isInstanceOf(ConnectionCheck.Passed.class);
        watch.tick();
        assertThat(line().connection()).isEqualTo(given("renamed", true));
        assertThat(used).containsExactly("AstraCS:given");
    }

    private static Connection given(String name, boolean readOnly) {
        return new Connection(
                PROD.id(), name, PROD.endpoint(), PROD.environment(), readOnly,
                Connection.TokenOrigin.ENVIRONMENT_VARIABLE);
    }

    private ConnectionCheck connect(String token) {
        var check = watch.connect(PROD, Secret.of(token)).join();
        watch.tick();
        return check;
    }

    private void restore(KeystoreState state) {
        tokens.inKeystore.put(PROD.id(), "AstraCS:kept");
        tokens.state = state;
        journal.save(PROD);
        watch.close();
        start();
        journal.connections().forEach(watch::restore);
        watch.tick();
    }

    private void pass(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusMinutes(1)) {
            clock.advance(Duration.ofMinutes(1));
            watch.tick();
        }
    }

    private WatchedConnection line() {
        watch.tick();
        return watch.snapshot().connection(PROD.id()).orElseThrow();
    }
}
