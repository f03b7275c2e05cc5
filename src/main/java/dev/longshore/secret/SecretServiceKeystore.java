package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.KeystoreFact;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.freedesktop.secret.Static;
import org.jspecify.annotations.Nullable;

/**
 * The Secret Service of freedesktop.org: GNOME Keyring, KWallet, KeePassXC. Each call opens a connection of its own to
 * the session bus and closes it.
 */
final class SecretServiceKeystore implements Keystore {
    private final Map<String, String> environment;
    private final AtomicReference<@Nullable SessionBus> open = new AtomicReference<>();
    private volatile boolean declined;

    SecretServiceKeystore(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public KeystoreState state() throws KeystoreException {
        return with(this::stateOf);
    }

    @Override
    public KeystoreState unlock() throws KeystoreException {
        declined = false;
        return with(service -> {
            unlock(service);
            return stateOf(service);
        });
    }

    @Override
    public Optional<Secret> read(KeystoreEntry keystoreEntry) throws KeystoreException {
        return with(service -> {
            unlock(service);
            return service.read(attributes(keystoreEntry));
        });
    }

    @Override
    public void write(KeystoreEntry keystoreEntry, Secret token, BooleanSupplier wanted) throws KeystoreException {
        with(service -> {
            unlock(service);
            if (wanted.getAsBoolean()) {
                service.write(keystoreEntry.label(), attributes(keystoreEntry), token);
            }
            return keystoreEntry;
        });
    }

    @Override
    public void delete(KeystoreEntry keystoreEntry) throws KeystoreException {
        with(service -> {
            unlock(service);
            service.delete(attributes(keystoreEntry));
            return keystoreEntry;
        });
    }

    /** Cuts the connection of a call that still hangs, which ends it. */
    @Override
    public void close() {
        var hanging = open.getAndSet(null);
        if (hanging != null) {
            hanging.close();
        }
    }

    @FunctionalInterface
    private interface SecretServiceTask<T> {
        T run(SecretService service) throws KeystoreException;
    }

    private KeystoreState stateOf(SecretService service) throws KeystoreException {
        return service.isLocked() ? KeystoreState.Locked.of(KeystoreFact.LOCKED)
                : KeystoreState.Available.of(service.name());
    }

    private void unlock(SecretService service) throws KeystoreException {
        if (!service.isLocked()) {
            declined = false;
        } else if (declined || !service.unlock()) {
            declined = true;
            throw new KeystoreException(KeystoreState.Locked.of(KeystoreFact.NOT_UNLOCKED));
        }
    }

    private <T> T with(SecretServiceTask<T> secretServiceTask) throws KeystoreException {
        try (var connection = SessionBus.connect(environment)) {
            open.set(connection);
            return answeredOn(connection, secretServiceTask);
        } finally {
            open.set(null);
        }
    }

    // The bus drops the name of a program that died before it tells whoever waits for its answer.
    private static <T> T answeredOn(SessionBus connection, SecretServiceTask<T> secretServiceTask)
            throws KeystoreException {
        try {
            return secretServiceTask.run(SecretService.on(connection));
        } catch (KeystoreException e) {
            if (e.state().fact().kind() == KeystoreFact.NO_ANSWER && !connection.has(Static.Service.SECRETS)) {
                throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.NO_KEYRING), e);
            }
            throw e;
        }
    }

    // The connection's name is not part of them: a renamed connection keeps its token.
    private static Map<String, String> attributes(KeystoreEntry keystoreEntry) {
        return Map.of("service", SERVICE, "account", keystoreEntry.account());
    }
}
