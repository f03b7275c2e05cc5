package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.fact.KeystoreFact;
import dev.longshore.support.TestWait;

/** A keystore of a test that is locked and unlocked, and the token stores of the programs that use it. */
public final class LockableKeystore {
    private final FakeKeystore keystore = new FakeKeystore();

    /** What the next program uses. */
    public KeyringTokenStore open() {
        return new KeyringTokenStore(keystore, TestWait.LIMIT);
    }

    /** Nothing is read or written until it is unlocked. */
    public void lock() {
        keystore.locked = true;
        keystore.keystoreBehaviour = FakeKeystore.failingWith(KeystoreState.Locked.of(KeystoreFact.LOCKED));
    }

    /** Everything is read and written again. */
    public void unlock() {
        keystore.locked = false;
        keystore.keystoreBehaviour = FakeKeystore.WELL;
    }
}
