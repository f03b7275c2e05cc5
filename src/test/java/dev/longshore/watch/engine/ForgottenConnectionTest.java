package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Connection;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.FakeTokens;
import dev.longshore.support.ManualClock;
import dev.longshore.support.TestOrganisation;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that is forgotten while something about it is under way does not come back. */
class ForgottenConnectionTest {
    private static final Connection PROD = WatchFixture.PROD;
    private static final Connection GIVEN = new Connection(
            PROD.id(), "given", PROD.endpoint(), PROD.environment(), false,
            Connection.TokenOrigin.ENVIRONMENT_VARIABLE);

    private final FakeTokens tokens = new FakeTokens();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T03:00:00Z"));
    private final FakeApi api = new FakeApi(clock);
    private final FakeApi other = new FakeApi(clock);
    private FakeApi next = api;
    private Runnable aroundWrite = () -> {};
    private SqliteJournal journal;
    private PollingWatch watch;

    @BeforeEach
    void begin(@TempDir Path folder) {
        journal = SqliteJournal.open(folder, clock, EnglishText::say);
        start();
    }

    /** As at the start of the program. */
    private void start() {
        var dependencies = new WatchDependencies(
                withHook(journal), tokens, (_, _) -> next, clock, Runnable::run);
        watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(7), "dba");
    }

    /** The journal, before and after each of whose writes {@link #aroundWrite} runs. */
    private Journal withHook(Journal real) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[]{Journal.class}, (_, method, values) -> {
                    var isWrite = method.getReturnType() == void.class;
                    if (isWrite) {
                        aroundWrite.run();
                    }
                    try {
                        return method.invoke(real, values);
                    } finally {
                        if (isWrite) {
                            aroundWrite.run();
                        }
                    }
                });
    }

    /** Forgets it at the {@code nth} of the moments before and after the journal is written. */
    private void forgetAtWrite(int nth) {
        var left = new AtomicInteger(nth);
        aroundWrite = () -> {
            if (left.getAndDecrement() == 0) {
                forget();
            }
        };
    }

    @AfterEach
    void end() {
        watch.close();
        journal.close();
    }

    @Test
    void whileItsSettingsAreChecked() {
        watch.open(GIVEN, Secret.of("AstraCS:given"));
        api.duringListing = this::forget;

        var check = watch.connect(GIVEN, null).join();

        assertThat(check).isInstanceOf(ConnectionCheck.Failed.class);
        assertIsForgotten();
    }

    @Test
    void whileAnotherTokenIsTried() {
        connect("AstraCS:one");
        next = other;
        other.duringListing = this::forget;

        var check = connect("AstraCS:two");

        assertThat(check).isInstanceOf(ConnectionCheck.Failed.class);
        assertThat(other.closed).isTrue();
        assertIsForgotten();
    }

    @Test
    void whileATokenThatWasAcceptedIsSaved() {
        connect("AstraCS:one");
        next = other;
        tokens.beforeSave = this::forget;

        var check = connect("AstraCS:two");

        assertThat(check).isInstanceOf(ConnectionCheck.Failed.class);
        assertThat(other.closed).isTrue();
        assertIsForgotten();
    }

    @Test
    void whileItIsOpenedAtTheStart() {
        journal.save(PROD);
        start();
        tokens.beforeSave = this::forget;

        watch.open(PROD, Secret.of("AstraCS:one"));

        assertIsForgotten();
    }

    @Test
    void whileItsTokenIsLookedForAtTheStart() {
        journal.save(PROD);
        tokens.inKeystore.put(PROD.id(), "AstraCS:kept");
        start();
        tokens.duringFind = this::forget;

        watch.restore(PROD);

        assertIsForgotten();
    }

    @Test
    void beforeItsTurnComesAtTheStart() {
        journal.save(PROD);
        start();
        forget();

        watch.restore(PROD);

        assertIsForgotten();
    }

    @Test
    void whileItsTokenIsMovedIntoTheKeystore() {
        tokens.state = FakeTokens.LOCKED;
        connect("AstraCS:one");
        tokens.beforeSave = this::forget;

        watch.unlock().join();

        assertIsForgotten();
    }

    @Test
    void whileItsTokenIsLookedForAgainOnceTheKeystoreIsUnlocked() {
        journal.save(PROD);
        tokens.inKeystore.put(PROD.id(), "AstraCS:kept");
        tokens.state = FakeTokens.LOCKED;
        start();
        watch.restore(PROD);
        tokens.duringFind = this::forget;

        watch.unlock().join();

        assertIsForgotten();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whileAnotherTokenIsRecorded(int write) {
        connect("AstraCS:one");
        next = other;
        forgetAtWrite(write);

        connect("AstraCS:two");

        assertIsForgotten();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whileItsSettingsAreRecorded(int write) {
        watch.open(GIVEN, Secret.of("AstraCS:given"));
        forgetAtWrite(write);

        watch.connect(GIVEN, null).join();

        assertIsForgotten();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whileItsDatabasesAreRecorded(int write) {
        connect("AstraCS:one");
        api.databases.add(TestOrganisation.PROD_EU);
        clock.advance(Duration.ofHours(2));
        forgetAtWrite(write);

        watch.tick();

        assertIsForgotten();
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void oneThatCannotBeTakenOffTheListCanBeConnectedAgain() {
        connect("AstraCS:one");
        aroundWrite = () -> {
            aroundWrite = () -> {};
            throw new JournalException(Fact.recorded("The disk is full."));
        };

        watch.forget(PROD.id()).join();
        watch.tick();
        assertThat(watch.snapshot().connection(PROD.id()).orElseThrow().health())
                .isInstanceOf(WatchedConnection.Health.Stopped.class);

        assertThat(connect("AstraCS:two")).isInstanceOf(ConnectionCheck.Passed.class);
    }

    @Test
    void whileItsDatabasesAreListed() {
        connect("AstraCS:one");
        api.databases.add(TestOrganisation.PROD_EU);
        api.duringListing = this::forget;
        clock.advance(Duration.ofHours(2));

        watch.tick();

        assertIsForgotten();
    }

    @Test
    void oneThatWasForgottenCanBeMadeAnew() {
        connect("AstraCS:one");
        forget();

        assertThat(connect("AstraCS:two")).isInstanceOf(ConnectionCheck.Passed.class);

        watch.tick();
        assertThat(watch.snapshot().connection(PROD.id())).isPresent();
        assertThat(journal.connections()).containsExactly(PROD);
        assertThat(tokens.inKeystore).containsEntry(PROD.id(), "AstraCS:two");
    }

    private ConnectionCheck connect(String token) {
        return watch.connect(PROD, Secret.of(token)).join();
    }

    /** Once: what goes on after that may lead here again. */
    private void forget() {
        api.duringListing = () -> {};
        other.duringListing = () -> {};
        tokens.duringFind = () -> {};
        tokens.beforeSave = () -> {};
        aroundWrite = () -> {};
        assertThat(watch.forget(PROD.id()).join()).isEmpty();
    }

    private void assertIsForgotten() {
        watch.tick();
        assertThat(watch.snapshot().connections()).isEmpty();
        assertThat(journal.connections()).isEmpty();
        assertThat(journal.databases(PROD.id())).isEmpty();
        assertThat(tokens.inKeystore).isEmpty();
        assertThat(tokens.inMemory).isEmpty();
    }
}
