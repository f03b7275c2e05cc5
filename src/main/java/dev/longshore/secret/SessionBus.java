package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.fact.KeystoreFact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.UInt32;

/** A connection to the D-Bus session bus. Its threads end when it is closed. */
final class SessionBus implements AutoCloseable {
    private static final UInt32 NO_FLAGS = new UInt32(0);

    private final DBusConnection connection;

    private SessionBus(DBusConnection connection) {
        this.connection = connection;
    }

    /** @throws KeystoreException when there is none, or it does not take the connection */
    static SessionBus connect(Map<String, String> environment) throws KeystoreException {
        var address = address(environment)
                .orElseThrow(() -> new KeystoreException(KeystoreState.Missing.of(KeystoreFact.NO_SESSION_BUS)));
        try {
            // Not shared: closing a shared one would not end its threads.
            return new SessionBus(DBusConnectionBuilder.forAddress(address).withShared(false).build());
        } catch (DBusException | RuntimeException e) {
            throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.SESSION_BUS_UNREACHABLE), e);
        }
    }

    DBusConnection connection() {
        return connection;
    }

    /** Whether a program owns that name now. */
    boolean has(String name) throws KeystoreException {
        return bus().NameHasOwner(name);
    }

    /**
     * Has the bus start the program that offers that name, where none does yet.
     *
     * @throws KeystoreException when no program does after that
     */
    void start(String name) throws KeystoreException {
        try {
            bus().StartServiceByName(name, NO_FLAGS);
        } catch (ServiceUnknown e) {
            throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.NO_KEYRING), e);
        } catch (DBusExecutionException e) {
            throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.KEYRING_NOT_STARTED), e);
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private DBus bus() throws KeystoreException {
        try {
            return connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
        } catch (DBusException e) {
            throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.SESSION_BUS_UNREACHABLE), e);
        }
    }

    // Of several addresses the first; without the variable, where systemd puts the bus.
    private static Optional<String> address(Map<String, String> environment) {
        var given = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").strip();
        if (!given.isEmpty()) {
            return Optional.of(given.split(";", 2)[0]);
        }
        return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .map(folder -> Path.of(folder, "bus"))
                .filter(Files::exists)
                .map(socket -> "unix:path=" + socket);
    }
}
