package dev.longshore.secret;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** Stands for GNOME's window that asks for a password: counts how often it should be shown. */
final class PromptingProgram implements AutoCloseable {
    private final AtomicInteger shown = new AtomicInteger();
    private final DBusConnection connection;

    /** As GNOME Keyring calls it. */
    @DBusInterfaceName("org.gnome.keyring.internal.Prompter")
    public interface Prompter extends DBusInterface {
        @DBusMemberName("BeginPrompting")
        void beginPrompting(DBusPath callback);
    }

    /** One that a person leaves open. */
    static PromptingProgram leftOpen(DesktopSession session) throws DBusException {
        return new PromptingProgram(session.environment(), () -> {});
    }

    /** One that a person closes. */
    static PromptingProgram declined(DesktopSession session) throws DBusException {
        return new PromptingProgram(session.environment(), () -> {
            throw new DBusExecutionException("declined");
        });
    }

    private PromptingProgram(Map<String, String> environment, Runnable answer) throws DBusException {
        connection = DBusConnectionBuilder.forAddress(environment.get("DBUS_SESSION_BUS_ADDRESS"))
                .withShared(false)
                .build();
        connection.requestBusName("org.gnome.keyring.SystemPrompter");
        connection.exportObject("/org/gnome/keyring/Prompter", new CountingPrompter(shown, answer));
    }

    int timesShown() {
        return shown.get();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /** Exported to the bus. */
    public record CountingPrompter(AtomicInteger shown, Runnable answer) implements Prompter {
        @Override
        public void beginPrompting(DBusPath callback) {
            shown.incrementAndGet();
            answer.run();
        }

        @Override
        public boolean isRemote() {
            return false;
        }

        @Override
        public String getObjectPath() {
            return "/org/gnome/keyring/Prompter";
        }
    }
}
