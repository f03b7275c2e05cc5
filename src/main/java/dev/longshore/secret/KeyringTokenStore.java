package dev.longshore.secret;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps tokens in the keystore of the operating system and, for the session, in memory, so that the keystore is asked
 * for each only once. The tokens that it hands out are copies; the caller wipes its own. Safe for use by several
 * threads.
 */
public final class KeyringTokenStore implements TokenStore, AutoCloseable {
    /** How long a call waits for the keystore, unless another deadline is asked for. */
    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(4);

    private static final Duration FOR_A_PERSON = Duration.ofMinutes(3);
    private static final Logger LOG = LoggerFactory.getLogger(KeyringTokenStore.class);

    private final Keystore keystore;
    private final KeystoreWorker worker;
    private final Map<ConnectionId, FindResult.TokenFound> cached = new ConcurrentHashMap<>();
    /** Of each connection what was asked for last: what was asked for before changes nothing any more. */
    private final Map<ConnectionId, TokenChange> newest = new ConcurrentHashMap<>();

    /** A token that is to be kept or forgotten; every one is another. */
    private static final class TokenChange {
        private final boolean forgets;

        TokenChange(boolean forgets) {
            this.forgets = forgets;
        }
    }

    KeyringTokenStore(Keystore keystore, Duration deadline) {
        this.keystore = keystore;
        this.worker = new KeystoreWorker(deadline);
    }

    /**
     * A store over the keystore of this system: the Secret Service, the macOS Keychain or the Windows Credential
     * Manager. Touches nothing yet.
     *
     * @param osName the system property {@code os.name}
     * @param environment the environment variables
     * @param deadline how long each call waits for the keystore
     */
    public static KeyringTokenStore ofSystem(String osName, Map<String, String> environment, Duration deadline) {
        return new KeyringTokenStore(Keystore.ofSystem(osName, environment), deadline);
    }

    @Override
    public Optional<KeystoreState> save(Connection connection, Secret token) {
        var keystoreEntry = Keystore.KeystoreEntry.of(connection);
        var change = new TokenChange(false);
        newest.put(connection.id(), change);
        BooleanSupplier isNewest = () -> change.equals(newest.get(connection.id()));
        var memoryOnly = failure(wanted -> {
            if (isNewest.getAsBoolean()) {
                keystore.write(keystoreEntry, token, wanted);
            }
            return true;
        });
        cache(connection.id(), new FindResult.TokenFound(token.copy(), memoryOnly), isNewest);
        return memoryOnly;
    }

    @Override
    public FindResult find(Connection connection) {
        var id = connection.id();
        var remembered = new AtomicReference<FindResult.@Nullable TokenFound>();
        // In one step: whoever replaces or forgets it wipes it.
        cached.computeIfPresent(id, (_, found) -> {
            remembered.set(found.copy());
            return found;
        });
        var copy = remembered.get();
        if (copy != null) {
            return copy;
        }
        try {
            return worker.call(wanted -> read(id, wanted));
        } catch (KeystoreException e) {
            return new FindResult.KeystoreUnavailable(logged(e));
        }
    }

    @Override
    public Optional<KeystoreState> forget(ConnectionId connection) {
        var change = new TokenChange(true);
        newest.put(connection, change);
        removeCached(connection);
        return failure(_ -> {
            if (change.equals(newest.get(connection))) {
                keystore.delete(Keystore.KeystoreEntry.of(connection));
            }
            return true;
        });
    }

    private boolean isForgotten(ConnectionId connection) {
        var change = newest.get(connection);
        return change != null && change.forgets;
    }

    @Override
    public KeystoreState state() {
        try {
            return worker.call(wanted -> keystore.state());
        } catch (KeystoreException e) {
            return logged(e);
        }
    }

    @Override
    public KeystoreState unlock() {
        var now = state();
        if (!(now instanceof KeystoreState.Locked)) {
            return now;
        }
        try {
            return worker.call(wanted -> keystore.unlock(), FOR_A_PERSON);
        } catch (KeystoreException e) {
            return logged(e);
        }
    }

    @Override
    public void onLateAnswer(Runnable listener) {
        worker.onLateAnswer(listener);
    }

    /** Wipes what is in memory and lets go of the keystore. Does not throw. */
    @Override
    public void close() {
        cached.keySet().forEach(this::removeCached);
        keystore.close();
    }

    /** Makes a call whose answer is only that it went well, and says why where it did not. */
    private Optional<KeystoreState> failure(KeystoreWorker.KeystoreCall<Boolean> call) {
        try {
            worker.call(call);
            return Optional.empty();
        } catch (KeystoreException e) {
            return Optional.of(logged(e));
        }
    }

    // Held also when it comes after the deadline, so that a user who was slow to answer is not asked again; but not
    // when the connection was forgotten or got another token meanwhile.
    private FindResult read(ConnectionId connection, BooleanSupplier wanted) throws KeystoreException {
        var token = keystore.read(Keystore.KeystoreEntry.of(connection));
        if (token.isEmpty()) {
            return new FindResult.TokenAbsent();
        }
        try (var secret = token.get()) {
            var found = new FindResult.TokenFound(secret, Optional.empty());
            if (wanted.getAsBoolean()) {
                cache(connection, found.copy(), () -> !isForgotten(connection));
                return found.copy();
            }
            cached.computeIfAbsent(connection, id -> isForgotten(id) ? null : found.copy());
            return new FindResult.TokenAbsent();
        }
    }

    // The user reads the sentence in the window; the log is for what a library says besides.
    private static KeystoreState logged(KeystoreException e) {
        if (e.getCause() == null) {
            LOG.info("{}", e.state());
        } else {
            LOG.warn("{} ({})", e.state(), e.getCause().toString());
        }
        return e.state();
    }

    /** In one step with the question whether it is still to be held: whoever forgets it asks for that first. */
    private void cache(ConnectionId connection, FindResult.TokenFound found, BooleanSupplier isToBeHeld) {
        cached.compute(connection, (_, before) -> {
            var dropped = isToBeHeld.getAsBoolean() ? before : found;
            if (dropped != null) {
                dropped.token().close();
            }
            return found.equals(dropped) ? before : found;
        });
    }

    private void removeCached(ConnectionId connection) {
        var before = cached.remove(connection);
        if (before != null) {
            before.token().close();
        }
    }
}
