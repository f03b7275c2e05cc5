package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import org.jspecify.annotations.Nullable;

/** The keystore could not do what was asked of it. Carries no message of the keystore that could hold a secret. */
final class KeystoreException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient KeystoreState state;

    KeystoreException(KeystoreState state) {
        super(state.toString());
        this.state = state;
    }

    KeystoreException(KeystoreState state, @Nullable Throwable cause) {
        super(state.toString(), cause);
        this.state = state;
    }

    /** What is the matter, for the user. */
    KeystoreState state() {
        return state;
    }
}
