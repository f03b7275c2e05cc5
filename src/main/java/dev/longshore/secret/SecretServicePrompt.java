package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.fact.KeystoreFact;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.secret.Static;
import org.freedesktop.secret.interfaces.Prompt;

/** A window of the system that asks the user for the password of a keyring. */
final class SecretServicePrompt {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private SecretServicePrompt() {}

    /** A prompt as the bus knows it. */
    @DBusInterfaceName(Static.Interfaces.PROMPT)
    interface RemotePrompt extends DBusInterface {
        @DBusMemberName("Prompt")
        void prompt(String windowId);
    }

    /**
     * Shows it and waits until the user has answered or declined.
     *
     * @throws KeystoreException when it cannot be shown or is not answered
     */
    static void show(DBusConnection connection, DBusPath path) throws KeystoreException {
        var completed = new CompletableFuture<Prompt.Completed>();
        DBusSigHandler<Prompt.Completed> handler = signal -> {
            if (signal.getPath().equals(path.getPath())) {
                completed.complete(signal);
            }
        };
        try {
            connection.addSigHandler(Prompt.Completed.class, handler);
            connection.getRemoteObject(Static.Service.SECRETS, path.getPath(), RemotePrompt.class).prompt("");
            completed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (DBusException | DBusExecutionException | ExecutionException | TimeoutException e) {
            throw new KeystoreException(KeystoreState.Locked.of(KeystoreFact.NOT_UNLOCKED), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeystoreException(KeystoreState.Locked.of(KeystoreFact.CLOSING), e);
        }
    }
}
