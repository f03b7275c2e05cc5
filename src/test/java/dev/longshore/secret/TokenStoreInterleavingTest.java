package dev.longshore.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.Secret;
import dev.longshore.support.TestWait;
import dev.longshore.support.TwoThreads;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Public, and its tests without parameters, for Fray. */
public class TokenStoreInterleavingTest {
    private static final Connection PROD = new Connection(
            new ConnectionId("prod"), "prod", URI.create("https://example.invalid"), Environment.TEST, false,
            Connection.TokenOrigin.KEYSTORE);

    private final FakeKeystore keystore = new FakeKeystore();
    private final KeyringTokenStore store = new KeyringTokenStore(keystore, TestWait.LIMIT);

    private String found() {
        return store.find(PROD) instanceof FindResult.TokenFound found ? new String(found.token().reveal()) : "";
    }

    @Test
    public void whoLooksForATokenWhileItIsReplacedFindsOneOfTheTwo() {
        store.save(PROD, Secret.of("one"));

        TwoThreads.run(() -> store.save(PROD, Secret.of("two")), () -> assertThat(found()).isIn("one", "two"));

        assertThat(found()).isEqualTo("two");
    }

    @Test
    public void whoLooksForATokenWhileItIsForgottenFindsItOrNone() {
        store.save(PROD, Secret.of("one"));

        TwoThreads.run(() -> store.forget(PROD.id()), () -> assertThat(found()).isIn("one", ""));

        assertThat(found()).isEmpty();
    }

    @Test
    public void whatIsForgottenWhileItIsSavedIsHeldInMemoryOnlyWhereItIsInTheKeystore() {
        TwoThreads.run(() -> store.save(PROD, Secret.of("one")), () -> store.forget(PROD.id()));

        assertThat(List.of(found())).isEqualTo(keystore.tokens.isEmpty() ? List.of("")
                : List.copyOf(keystore.tokens.values()));
    }

    @Test
    public void ofTwoTokensThatAreSavedAtTheSameTimeTheOneInMemoryIsInTheKeystore() {
        TwoThreads.run(() -> store.save(PROD, Secret.of("one")), () -> store.save(PROD, Secret.of("two")));

        assertThat(keystore.tokens.values()).containsExactly(found());
    }
}
