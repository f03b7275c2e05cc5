package dev.longshore.secret;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.TestWait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real GNOME Keyring on a bus of the test's own. */
@Tag("keystore")
class SecretServiceKeystoreTest {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final ConnectionId ID = new ConnectionId("prod-eu-3f9c");

    @TempDir Path folder;

    private DesktopSession session;
    private KeyringTokenStore store;

    @BeforeEach
    void logIn() throws Exception {
        session = new DesktopSession(folder);
        store = newStore();
    }

    @AfterEach
    void logOut() {
        store.close();
        session.close();
    }

    @Test
    void namesTheKeystore() throws Exception {
        session.startKeyring();

        assertThat(store.state()).isEqualTo(KeystoreState.Available.of("GNOME Keyring"));
    }

    @Test
    void showsTheTokenToSecretToolUnderTheConnectionsName() throws Exception {
        session.startKeyring();

        assertThat(keep("prod eu", "AstraCS:one")).isEmpty();

        assertThat(secretTool())
                .contains("label = Longshore: prod eu (api.astra.datastax.com)\n", "secret = AstraCS:one\n")
                .contains("attribute.service = Longshore\n", "attribute.account = prod-eu-3f9c\n");
    }

    @Test
    void saysWhenThereIsNoToken() throws Exception {
        session.startKeyring();

        assertThat(store.find(connection(ID, "prod eu"))).isEqualTo(new FindResult.TokenAbsent());
    }

    @Test
    void findsTheTokenInASecondProgram() throws Exception {
        session.startKeyring();
        keep("prod eu", "AstraCS:one");

        assertThat(session.run(FindTokenProgram.command(ID))).contains("found AstraCS:one\n");
    }

    @Test
    void findsTheTokenAfterTheNextLogin() throws Exception {
        var keyring = session.startKeyring();
        keep("prod eu", "AstraCS:one");
        DesktopSession.stop(keyring);

        session.startKeyring();

        assertThat(found(newStore())).isEqualTo("AstraCS:one");
    }

    @Test
    void findsTheTokenOfARenamedConnection() throws Exception {
        session.startKeyring();
        keep("prod eu", "AstraCS:one");

        keep("Frankfurt", "AstraCS:two");

        assertThat(found(newStore())).isEqualTo("AstraCS:two");
        assertThat(secretTool()).containsOnlyOnce("label = ")
                .contains("label = Longshore: Frankfurt (api.astra.datastax.com)\n");
    }

    @Test
    void keepsTokensOfSeveralConnectionsApart() throws Exception {
        session.startKeyring();
        keep("prod eu", "AstraCS:one");

        store.save(connection(new ConnectionId("other"), "other"), Secret.of("AstraCS:two"));

        assertThat(found(newStore())).isEqualTo("AstraCS:one");
    }

    @Test
    void forgetsTheToken() throws Exception {
        session.startKeyring();
        keep("prod eu", "AstraCS:one");

        assertThat(store.forget(ID)).isEmpty();

        assertThat(secretTool()).doesNotContain("AstraCS");
        assertThat(newStore().find(connection(ID, "prod eu"))).isEqualTo(new FindResult.TokenAbsent());
    }

    @Test
    void reachesTheBusThroughTheRuntimeFolder() throws Exception {
        session.startKeyring();

        var state = new KeyringTokenStore(
                new SecretServiceKeystore(Map.of("XDG_RUNTIME_DIR", folder.toString())), PROMISED)
                .state();

        assertThat(state).isInstanceOf(KeystoreState.Available.class);
    }

    @Test
    @ExpectedFault("NO_KEYRING")
    void saysWhatToInstallWhereNoKeyringRuns() {
        assertThat(inTime(store::state)).isInstanceOfSatisfying(KeystoreState.Missing.class,
                state -> assertThat(say(state.fact())).contains("Install gnome-keyring"));
    }

    @Test
    @ExpectedFault("NO_KEYRING")
    void keepsTheTokenForTheSessionWhereNoKeyringRuns() {
        assertThat(inTime(() -> keep("prod eu", "AstraCS:one")))
                .containsInstanceOf(KeystoreState.Missing.class);
    }

    @Test
    void saysThatTheKeyringIsLocked() throws Exception {
        session.startLockedKeyring();

        assertThat(inTime(store::state)).isInstanceOf(KeystoreState.Locked.class);
    }

    @Test
    void doesNotAskThePersonOnlyToSayWhatThereIs() throws Exception {
        session.startLockedKeyring();
        try (var prompting = PromptingProgram.declined(session)) {
            store.state();

            assertThat(prompting.timesShown()).isZero();
        }
    }

    @Test
    void asksThePersonOnlyOnce() throws Exception {
        session.startLockedKeyring();
        try (var prompting = PromptingProgram.declined(session)) {
            assertThat(inTime(() -> store.find(connection(ID, "prod eu"))))
                    .isInstanceOf(FindResult.KeystoreUnavailable.class);
            assertThat(inTime(() -> keep("prod eu", "AstraCS:one"))).isPresent();

            assertThat(prompting.timesShown()).isEqualTo(1);
        }
    }

    @Test
    void asksThePersonAgainWhenToldTo() throws Exception {
        session.startLockedKeyring();
        try (var prompting = PromptingProgram.declined(session)) {
            store.find(connection(ID, "prod eu"));

            assertThat(inTime(store::unlock)).isInstanceOf(KeystoreState.Locked.class);

            assertThat(prompting.timesShown()).isEqualTo(2);
        }
    }

    @Test
    void doesNotWaitForAPersonWhoIsAway() throws Exception {
        session.startLockedKeyring();
        try (var prompting = PromptingProgram.leftOpen(session)) {
            assertThat(inTime(() -> store.find(connection(ID, "prod eu"))))
                    .isInstanceOfSatisfying(FindResult.KeystoreUnavailable.class,
                            result -> assertThat(result.why()).isInstanceOf(KeystoreState.Locked.class));

            assertThat(prompting.timesShown()).isEqualTo(1);
        }
    }

    @Test
    void endsAlthoughThePersonIsAway() throws Exception {
        session.startLockedKeyring();
        try (var prompting = PromptingProgram.leftOpen(session)) {
            var program = session.start(FindTokenProgram.command(ID));

            TestWait.untilEnded(program);
            assertThat(prompting.timesShown()).isEqualTo(1);
        }
    }

    @Test
    void saysThatTheKeyringDoesNotAnswer() throws Exception {
        DesktopSession.signal(session.startKeyring(), "STOP");

        assertThat(inTime(store::state)).isInstanceOf(KeystoreState.Locked.class);
        assertThat(inTime(() -> keep("prod eu", "AstraCS:one"))).isPresent();
    }

    @Test
    void endsAlthoughTheKeyringDoesNotAnswer() throws Exception {
        DesktopSession.signal(session.startKeyring(), "STOP");

        var program = session.start(FindTokenProgram.command(ID));

        TestWait.untilEnded(program);
    }

    @Test
    @ExpectedFault("NO_KEYRING")
    void survivesThatTheKeyringIsKilledInTheMiddleOfACall() throws Exception {
        var keyring = session.startKeyring();
        DesktopSession.signal(keyring, "STOP");

        var call = CompletableFuture.supplyAsync(() -> inTime(() -> store.find(connection(ID, "prod eu"))));
        await().until(SecretServiceKeystoreTest::aCallWaitsForItsReply);
        DesktopSession.stop(keyring);

        assertThat(call.get()).isInstanceOf(FindResult.KeystoreUnavailable.class);
        assertThat(inTime(store::state)).isInstanceOf(KeystoreState.Missing.class);
    }

    @Test
    void survivesThatTheBusDoesNotAnswer() throws Exception {
        session.startKeyring();
        DesktopSession.signal(session.bus(), "STOP");

        assertThat(inTime(store::state)).isInstanceOf(KeystoreState.Locked.class);
    }

    @Test
    void endsAlthoughTheBusDoesNotAnswer() throws Exception {
        session.startKeyring();
        DesktopSession.signal(session.bus(), "STOP");

        var program = session.start(FindTokenProgram.command(ID));

        TestWait.untilEnded(program);
    }

    private KeyringTokenStore newStore() {
        return KeyringTokenStore.ofSystem("Linux", session.environment(), KeyringTokenStore.USUAL_DEADLINE);
    }

    private Optional<KeystoreState> keep(String name, String token) {
        return store.save(connection(ID, name), Secret.of(token));
    }

    private String secretTool() throws Exception {
        return session.run("secret-tool", "search", "--all", "service", "Longshore");
    }

    private static String found(KeyringTokenStore store) {
        var result = store.find(connection(ID, "prod eu"));
        assertThat(result).isInstanceOfSatisfying(FindResult.TokenFound.class,
                found -> assertThat(found.memoryOnly()).isEmpty());
        return new String(((FindResult.TokenFound) result).token().reveal());
    }

    private static Connection connection(ConnectionId id, String name) {
        return new Connection(
                id,
                name,
                Connection.PUBLIC_ENDPOINT,
                Environment.PRODUCTION,
                false,
                Connection.TokenOrigin.KEYSTORE);
    }

    private static boolean aCallWaitsForItsReply() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("keystore"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getMethodName().equals("getReply"));
    }

    private static <T> T inTime(Supplier<T> call) {
        long begin = System.nanoTime();
        var answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMISED);
        return answer;
    }
}
