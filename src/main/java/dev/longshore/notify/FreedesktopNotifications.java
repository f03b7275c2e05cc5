package dev.longshore.notify;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The program that shows notifications, as the specification of freedesktop.org describes it. */
@DBusInterfaceName("org.freedesktop.Notifications")
@SuppressWarnings({"checkstyle:MethodName", "MethodName"})
public interface FreedesktopNotifications extends DBusInterface {
    /** Its name on the bus. */
    String NAME = "org.freedesktop.Notifications";
    /** Its path. */
    String PATH = "/org/freedesktop/Notifications";

    /** Shows one, in the place of another where {@code replaces} is not 0. Returns its number. */
    UInt32 Notify(String application, UInt32 replaces, String icon, String summary, String body, List<String> actions,
            Map<String, Variant<?>> hints, int timeout);

    /** Withdraws one. */
    void CloseNotification(UInt32 number);

    /** What it can do beyond showing a text. */
    List<String> GetCapabilities();

    /** The user has pressed a button of one. */
    class ActionInvoked extends DBusSignal {
        private final UInt32 number;
        private final String action;

        /** As it arrives. */
        public ActionInvoked(String path, UInt32 number, String action) throws DBusException {
            super(path, number, action);
            this.number = number;
            this.action = action;
        }

        /** Which one. */
        public UInt32 number() {
            return number;
        }

        /** Which button. */
        public String action() {
            return action;
        }
    }
}
