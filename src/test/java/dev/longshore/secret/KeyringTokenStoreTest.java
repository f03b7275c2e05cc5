package dev.longshore.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.KeystoreFact;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.TestWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyringTokenStoreTest {

    private static final ConnectionId ID = new ConnectionId("prod-eu-3f9c");
    private static final String TOKEN = "AstraCS:one";
    private static final KeystoreState LOCKED = new KeystoreState.Locked(Fact.recorded("It is locked."));
    private static final KeystoreState MISSING = new KeystoreState.Missing(Fact.recorded("There is none."));

    private final FakeKeystore keystore = new FakeKeystore();
    private final KeyringTokenStore store = new KeyringTokenStore(keystore, TestWait.LIMIT);
    private final KeyringTokenStore impatient = new KeyringTokenStore(keystore, Duration.ofMillis(50));

    static List<KeystoreState> notAvailable() {
        return List.of(LOCKED, MISSING);
    }

    @Test
    void touchesNothingBeforeItIsAsked() {
        assertThat(keystore.calls).isEmpty();
    }

    @Test
    void keepsTheTokenInTheKeystore() {
        var result = store.save(named("prod eu"), Secret.of(TOKEN));

        assertThat(result).isEmpty();
        assertThat(keystore.tokens).containsExactly(Map.entry("prod-eu-3f9c", TOKEN));
    }

    @Test
    void namesTheEntrySoThatAPersonRecognisesIt() {
        store.save(named("prod eu"), Secret.of(TOKEN));

        assertThat(keystore.labels).containsValue("Longshore: prod eu (api.astra.datastax.com)");
    }

    @Test
    void replacesTheTokenOfAConnectionThatWasRenamed() {
        store.save(named("prod eu"), Secret.of(TOKEN));

        assertThat(store.save(named("Frankfurt"), Secret.of("AstraCS:two"))).isEmpty();
        assertThat(keystore.tokens).containsExactly(Map.entry("prod-eu-3f9c", "AstraCS:two"));
    }

    @Test
    void findsWhatIsInTheKeystore() {
        keystore.tokens.put(ID.value(), TOKEN);

        assertThat(token(store.find(named("prod eu")))).isEqualTo(TOKEN);
    }

    @Test
    void asksTheKeystoreOnlyOnce() {
        keystore.tokens.put(ID.value(), TOKEN);

        store.find(named("prod eu"));
        store.find(named("prod eu"));

        assertThat(keystore.calls).containsExactly("read prod-eu-3f9c");
    }

    @Test
    void findsTheNewTokenAfterItWasReplaced() {
        store.save(named("prod eu"), Secret.of(TOKEN));
        store.save(named("prod eu"), Secret.of("AstraCS:two"));

        assertThat(token(store.find(named("prod eu")))).isEqualTo("AstraCS:two");
    }

    @Test
    void saysWhenThereIsNoToken() {
        assertThat(store.find(named("prod eu"))).isEqualTo(new FindResult.TokenAbsent());
    }

    @Test
    void asksAgainForATokenThatWasNotThere() {
        store.find(named("prod eu"));
        keystore.tokens.put(ID.value(), TOKEN);

        assertThat(token(store.find(named("prod eu")))).isEqualTo(TOKEN);
    }

    @Test
    void forgetsInKeystoreAndMemory() {
        store.save(named("prod eu"), Secret.of(TOKEN));

        assertThat(store.forget(ID)).isEmpty();
        assertThat(keystore.tokens).isEmpty();
        assertThat(store.find(named("prod eu"))).isEqualTo(new FindResult.TokenAbsent());
    }

    @Test
    void handsOutCopies() {
        store.save(named("prod eu"), Secret.of(TOKEN));
        wipe(store.find(named("prod eu")));

        assertThat(token(store.find(named("prod eu")))).isEqualTo(TOKEN);
    }

    @Test
    void leavesTheCallersTokenToTheCaller() {
        var given = Secret.of(TOKEN);

        store.save(named("prod eu"), given);

        assertThat(given.reveal()).containsExactly(TOKEN.toCharArray());
    }

    @Test
    void holdsNothingInMemoryAfterItWasClosed() {
        store.save(named("prod eu"), Secret.of(TOKEN));
        keystore.tokens.clear();

        store.close();

        assertThat(store.find(named("prod eu"))).isEqualTo(new FindResult.TokenAbsent());
    }

    @ParameterizedTest
    @MethodSource("notAvailable")
    void keepsTheTokenForTheSessionWhereTheKeystoreCannot(KeystoreState state) {
        keystore.keystoreBehaviour = FakeKeystore.failingWith(state);

        assertThat(store.save(named("prod eu"), Secret.of(TOKEN))).contains(state);
    }

    @ParameterizedTest
    @MethodSource("notAvailable")
    void findsTheTokenOfTheSessionWithoutTheKeystore(KeystoreState state) {
        keystore.keystoreBehaviour = FakeKeystore.failingWith(state);
        store.save(named("prod eu"), Secret.of(TOKEN));

        assertThat(token(store.find(named("prod eu")))).isEqualTo(TOKEN);
        assertThat(keystore.calls).containsExactly("write prod-eu-3f9c");
    }

    @ParameterizedTest
    @MethodSource("notAvailable")
    void saysWhyItCannotLook(KeystoreState state) {
        keystore.keystoreBehaviour = FakeKeystore.failingWith(state);

        assertThat(store.find(named("prod eu"))).isEqualTo(new FindResult.KeystoreUnavailable(state));
        assertThat(store.state()).isEqualTo(state);
        assertThat(store.unlock()).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("notAvailable")
    void doesNotClaimToHaveForgottenWhatItCouldNotReach(KeystoreState state) {
        store.save(named("prod eu"), Secret.of(TOKEN));
        keystore.keystoreBehaviour = FakeKeystore.failingWith(state);

        assertThat(store.forget(ID)).contains(state);
        assertThat(store.find(named("prod eu"))).isEqualTo(new FindResult.KeystoreUnavailable(state));
    }

    @Test
    void putsTheTokenOfTheSessionIntoTheKeystoreWhenItIsKeptAgain() {
        keystore.keystoreBehaviour = FakeKeystore.failingWith(LOCKED);
        store.save(named("prod eu"), Secret.of(TOKEN));
        keystore.keystoreBehaviour = FakeKeystore.WELL;

        store.save(named("prod eu"), Secret.of(TOKEN));

        assertThat(store.find(named("prod eu"))).isInstanceOfSatisfying(FindResult.TokenFound.class,
                found -> assertThat(found.memoryOnly()).isEmpty());
    }

    @Test
    @ExpectedFault("(java.lang.IllegalStateException: no)")
    void survivesALibraryThatThrows() {
        keystore.keystoreBehaviour = () -> {
            throw new IllegalStateException("no");
        };

        assertThat(store.state()).isInstanceOf(KeystoreState.Missing.class);
    }

    @Test
    @ExpectedFault("(java.lang.UnsatisfiedLinkError: no)")
    void survivesALibraryThatCannotBeLoaded() {
        keystore.keystoreBehaviour = () -> {
            throw new UnsatisfiedLinkError("no");
        };

        assertThat(store.find(named("prod eu"))).isInstanceOfSatisfying(FindResult.KeystoreUnavailable.class,
                result -> assertThat(result.why()).isInstanceOf(KeystoreState.Missing.class));
    }

    @Test
    void callsOnAThreadThatDoesNotKeepTheProgramAlive() {
        store.state();

        assertThat(keystore.threads).hasSize(1).allMatch(Thread::isDaemon).doesNotContain(Thread.currentThread());
    }

    @Test
    void saysLockedWhenTheKeystoreHangs() {
        hang(() -> {
            assertThat(impatient.state()).isInstanceOf(KeystoreState.Locked.class);
            assertThat(impatient.find(named("prod eu"))).isInstanceOf(FindResult.KeystoreUnavailable.class);
            assertThat(impatient.forget(ID)).isPresent();
        });
    }

    @Test
    void keepsTheTokenForTheSessionWhenTheKeystoreHangs() {
        hang(() -> {
            assertThat(impatient.save(named("prod eu"), Secret.of(TOKEN))).isPresent();
            assertThat(token(impatient.find(named("prod eu")))).isEqualTo(TOKEN);
        });
    }

    @Test
    void makesNoOtherCallWhileOneHangs() {
        hang(() -> {
            impatient.state();
            impatient.find(named("prod eu"));
            impatient.save(named("prod eu"), Secret.of(TOKEN));

            await().until(() -> !keystore.calls.isEmpty());
            assertThat(keystore.calls).containsExactly("state");
        });
    }

    @Test
    void answersEveryoneWhileOneCallHangs() {
        hang(() -> {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = new ArrayList<Future<KeystoreState>>();
                for (int i = 0; i < 50; i++) {
                    answers.add(callers.submit((Callable<KeystoreState>) impatient::state));
                }
                for (var answer : answers) {
                    assertThat(answer.get()).isInstanceOf(KeystoreState.Locked.class);
                }
            }
            await().until(() -> !keystore.threads.isEmpty());
            assertThat(keystore.threads).hasSize(1);
        });
    }

    @Test
    void callsAgainOnceTheHangingCallHasEnded() {
        hang(impatient::state);

        await().until(() -> impatient.state() instanceof KeystoreState.Available);
    }

    @Test
    void doesNotFileATokenAfterItSaidSessionOnly() {
        hang(() -> impatient.save(named("prod eu"), Secret.of(TOKEN)));
        awaitEndOfCalls();

        assertThat(keystore.tokens).isEmpty();
    }

    @Test
    void remembersATokenThatCameLate() {
        keystore.tokens.put(ID.value(), TOKEN);
        hang(() -> impatient.find(named("prod eu")));
        awaitEndOfCalls();
        keystore.tokens.clear();

        assertThat(token(impatient.find(named("prod eu")))).isEqualTo(TOKEN);
    }

    @Test
    void doesNotBringBackALateTokenOfAConnectionThatWasForgotten() {
        keystore.tokens.put(ID.value(), TOKEN);
        hang(() -> {
            impatient.find(named("prod eu"));
            impatient.forget(ID);
        });
        awaitEndOfCalls();
        keystore.tokens.clear();

        // Where the answer does not come within its short time, it is asked for again.
        assertThat(await().until(() -> impatient.find(named("prod eu")),
                each -> !(each instanceof FindResult.KeystoreUnavailable)))
                .isEqualTo(new FindResult.TokenAbsent());
    }

    @Test
    void doesNotReplaceANewTokenByAnOldOneThatCameLate() {
        keystore.tokens.put(ID.value(), TOKEN);
        hang(() -> {
            impatient.find(named("prod eu"));
            impatient.save(named("prod eu"), Secret.of("AstraCS:two"));
        });
        awaitEndOfCalls();

        assertThat(token(impatient.find(named("prod eu")))).isEqualTo("AstraCS:two");
    }

    @Test
    void tellsWhenACallEndsThatNobodyWaitsForAnyMore() {
        var told = new AtomicInteger();
        impatient.onLateAnswer(told::incrementAndGet);
        hang(impatient::state);

        await().untilAtomic(told, number -> assertThat(number).isEqualTo(1));
    }

    @Test
    void isNotBusyAnyMoreWhenItTellsThatACallEnded() {
        var after = new AtomicReference<KeystoreState>();
        impatient.onLateAnswer(() -> after.set(impatient.state()));
        hang(impatient::state);

        await().untilAtomic(after, state -> assertThat(state).isNotNull()
                .isNotEqualTo(KeystoreState.Locked.of(KeystoreFact.BUSY)));
    }

    @Test
    void tellsNothingWhenACallEndsInTime() {
        var told = new AtomicInteger();
        store.onLateAnswer(told::incrementAndGet);

        store.state();

        assertThat(told).hasValue(0);
    }

    @Test
    void asksThePersonOnlyWhereItIsLocked() {
        store.unlock();

        assertThat(keystore.calls).containsExactly("state");
    }

    @Test
    void waitsForAPersonLongerThanForAKeystore() {
        keystore.locked = true;
        var letGo = new CountDownLatch(1);
        keystore.asking = FakeKeystore.hangingUntil(letGo);

        var answer = askThePerson();
        await().until(() -> impatient.find(named("prod eu")) instanceof FindResult.KeystoreUnavailable);
        letGo.countDown();

        assertThat(answer.join()).isInstanceOf(KeystoreState.Available.class);
    }

    /** Comes to it only where the keystore says in its short time that it is locked; else it is asked again. */
    private CompletableFuture<KeystoreState> askThePerson() {
        var answer = new AtomicReference<>(CompletableFuture.supplyAsync(impatient::unlock));
        await().until(() -> {
            if (answer.get().isDone()) {
                answer.set(CompletableFuture.supplyAsync(impatient::unlock));
            }
            return keystore.calls.contains("unlock");
        });
        return answer.get();
    }

    @Test
    void givesWayToAnInterrupt() {
        var letGo = new CountDownLatch(1);
        keystore.keystoreBehaviour = FakeKeystore.hangingUntil(letGo);
        Thread.currentThread().interrupt();

        var state = store.state();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(state).isInstanceOf(KeystoreState.Locked.class);
        letGo.countDown();
    }

    @Test
    void showsNoTokenInWhatItAnswers() {
        assertThat(store.save(named("prod eu"), Secret.of(TOKEN)).toString()).doesNotContain("AstraCS");
        assertThat(store.find(named("prod eu")).toString()).doesNotContain("AstraCS");
    }

    /** Lets go once the first call has come to the keystore, which may be later than it was given up. */
    private void hang(ThrowingRunnable whileItHangs) {
        var letGo = new CountDownLatch(1);
        keystore.keystoreBehaviour = FakeKeystore.hangingUntil(letGo);
        try {
            whileItHangs.run();
            await().until(() -> !keystore.threads.isEmpty());
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            keystore.keystoreBehaviour = FakeKeystore.WELL;
            letGo.countDown();
        }
    }

    private void awaitEndOfCalls() {
        await().until(() -> keystore.threads.stream().noneMatch(Thread::isAlive));
    }

    @FunctionalInterface
    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    private static Connection named(String name) {
        return new Connection(
                ID,
                name,
                Connection.PUBLIC_ENDPOINT,
                Environment.PRODUCTION,
                false,
                Connection.TokenOrigin.KEYSTORE);
    }

    private static String token(FindResult result) {
        return switch (result) {
            case FindResult.TokenFound(var token, var memoryOnly) -> new String(token.reveal());
            case FindResult.TokenAbsent absent -> throw new AssertionError(absent);
            case FindResult.KeystoreUnavailable unavailable -> throw new AssertionError(unavailable);
        };
    }

    private static void wipe(FindResult result) {
        assertThat(result).isInstanceOfSatisfying(FindResult.TokenFound.class, found -> found.token().close());
    }
}
