package dev.longshore.secret;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
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
    private final Map<ConnectionId, CachedToken> cached = new ConcurrentHashMap<>();
    private final Set<ConnectionId> forgotten = ConcurrentHashMap.newKeySet();

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
        return new KeyringTokenStore(SystemKeystore.named(osName, environment), deadline);
    }

    @Override
    public StoreResult save(Connection connection, Secret token) {
        var keystoreEntry = Keystore.KeystoreEntry.of(connection);
        forgotten.remove(connection.id());
        try {
            worker.call(wanted -> write(keystoreEntry, token, wanted));
            return cache(connection.id(), CachedToken.inKeystore(token));
        } catch (KeystoreException e) {
            return cache(connection.id(), CachedToken.inMemoryOnly(token, logged(e)));
        }
    }

    @Override
    public StoreResult find(ConnectionId connection) {
        var remembered = cached.get(connection);
        if (remembered != null) {
            return remembered.result();
        }
        try {
            return worker.call(wanted -> read(connection, wanted));
        } catch (KeystoreException e) {
            return new StoreResult.Unavailable(logged(e));
        }
    }

    @Override
    public StoreResult forget(ConnectionId connection) {
        forgotten.add(connection);
        removeCached(connection);
        try {
            return worker.call(wanted -> delete(connection));
        } catch (KeystoreException e) {
            return new StoreResult.Unavailable(logged(e));
        }
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

    private Optional<Secret> write(Keystore.KeystoreEntry keystoreEntry, Secret token, BooleanSupplier wanted)
            throws KeystoreException {
        keystore.write(keystoreEntry, token, wanted);
        return Optional.of(token);
    }

    // Held also when it comes after the deadline, so that a person who was slow to answer is not asked again; but not
    // when the connection was forgotten or got another token meanwhile.
    private StoreResult read(ConnectionId connection, BooleanSupplier wanted) throws KeystoreException {
        var token = keystore.read(Keystore.KeystoreEntry.of(connection));
        if (token.isEmpty()) {
            return new StoreResult.Absent();
        }
        try (var found = token.get()) {
            if (wanted.getAsBoolean()) {
                return cache(connection, CachedToken.inKeystore(found));
            }
            cached.computeIfAbsent(connection, id -> forgotten.contains(id) ? null : CachedToken.inKeystore(found));
            return new StoreResult.Absent();
        }
    }

    // Released once more: a search that was under way may have brought it back into memory.
    private StoreResult delete(ConnectionId connection) throws KeystoreException {
        keystore.delete(Keystore.KeystoreEntry.of(connection));
        removeCached(connection);
        return new StoreResult.Absent();
    }

    // The person reads the sentence in the window; the log is for what a library says besides.
    private static KeystoreState logged(KeystoreException e) {
        if (e.getCause() == null) {
            LOG.info("{}", e.state());
        } else {
            LOG.warn("{} ({})", e.state(), e.getCause().toString());
        }
        return e.state();
    }

    private StoreResult cache(ConnectionId connection, CachedToken token) {
        var before = cached.put(connection, token);
        if (before != null) {
            before.token().close();
        }
        return token.result();
    }

    private void removeCached(ConnectionId connection) {
        var before = cached.remove(connection);
        if (before != null) {
            before.token().close();
        }
    }
}
