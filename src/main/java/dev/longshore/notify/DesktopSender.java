package dev.longshore.notify;

import dev.longshore.model.Alert;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.notify.FreedesktopNotifications.ActionInvoked;
import dev.longshore.notify.Message.MessageEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows notifications of the desktop over the session bus, and withdraws them when their alert is over or acknowledged.
 * Its connection stays open, for the button <em>Show</em>.
 */
final class DesktopSender implements MessageSender {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopSender.class);
    /** The name of the menu entry that the package installs, and of its icon. */
    private static final String DESKTOP_ID = "dev.longshore.Longshore";
    private static final UInt32 NEW = new UInt32(0);
    /** The specification's own word for a click on the notification itself. */
    private static final String DEFAULT_ACTION = "default";
    private static final int AS_THE_DESKTOP_LIKES = -1;

    private final Map<String, String> environment;
    private final MessageText text;
    private final Consumer<Message> show;
    /** Which notification tells of an alert, by the alert's ID; and of what it tells, by its number. */
    private final Map<String, UInt32> shown = new HashMap<>();
    private final Map<UInt32, Message> byNumber = new ConcurrentHashMap<>();
    private volatile @Nullable DBusConnection bus;

    /** @param show brings the window to what a message is about */
    DesktopSender(Map<String, String> environment, MessageText text, Consumer<Message> show) {
        this.environment = Map.copyOf(environment);
        this.text = text;
        this.show = show;
    }

    @Override
    public DeliveryResult send(List<Message> messages) {
        var address = address(environment);
        if (address.isEmpty()) {
            return DeliveryResult.Undelivered.of(Fact.of(
                    System.getProperty("os.name", "").startsWith("Linux") ? NotifyFact.DESKTOP_NO_BUS
                            : NotifyFact.DESKTOP_OTHER_SYSTEM));
        }
        try {
            var notifications = connected(address.get()).getRemoteObject(
                    FreedesktopNotifications.NAME, FreedesktopNotifications.PATH, FreedesktopNotifications.class);
            messages.stream().filter(DesktopSender::isToBeWithdrawn).forEach(each -> withdraw(notifications, each));
            show(notifications, messages.stream().filter(each -> !isToBeWithdrawn(each)).toList());
            return new DeliveryResult.Delivered(Fact.of(NotifyFact.DESKTOP_SHOWN));
        } catch (ServiceUnknown e) {
            return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.DESKTOP_NO_SERVICE));
        } catch (DBusException | DBusExecutionException e) {
            LOG.info("The session bus did not take a notification: {}", e.getClass().getSimpleName());
            close();
            return DeliveryResult.Undelivered.of(Fact.of(NotifyFact.DESKTOP_FAILED));
        }
    }

    private static boolean isToBeWithdrawn(Message message) {
        return message.event() == MessageEvent.RESOLVED || message.isAcknowledgement();
    }

    private DBusConnection connected(String address) throws DBusException {
        var open = bus;
        if (open == null || !open.isConnected()) {
            open = DBusConnectionBuilder.forAddress(address).withShared(false).build();
            open.addSigHandler(ActionInvoked.class, this::invoked);
            bus = open;
        }
        return open;
    }

    private void invoked(ActionInvoked action) {
        var message = byNumber.get(action.number());
        if (message != null) {
            show.accept(message);
        }
    }

    private void withdraw(FreedesktopNotifications notifications, Message over) {
        var number = shown.remove(over.id());
        // One that tells of several stays until the last of them is over.
        if (number != null && !shown.containsValue(number)) {
            byNumber.remove(number);
            notifications.CloseNotification(number);
        }
    }

    private void show(FreedesktopNotifications notifications, List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var first = messages.getFirst();
        var replaced = messages.size() == 1 ? shown.getOrDefault(first.id(), NEW) : NEW;
        var number = notifications.Notify(
                "Longshore", replaced, DESKTOP_ID, text.title(messages), body(notifications, messages),
                List.of(DEFAULT_ACTION, text.label("show")), hints(messages), AS_THE_DESKTOP_LIKES);
        byNumber.put(number, first);
        messages.forEach(each -> shown.put(each.id(), number));
    }

    private String body(FreedesktopNotifications notifications, List<Message> messages) {
        var lines = messages.size() == 1 ? text.lines(messages.getFirst()) : text.list(messages);
        var plain = String.join("\n", lines);
        return notifications.GetCapabilities().contains("body-markup")
                ? plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                : plain;
    }

    private static Map<String, Variant<?>> hints(List<Message> messages) {
        var isUrgent = messages.stream().anyMatch(each -> each.urgency() == Alert.Severity.ACT_NOW);
        return Map.of("urgency", new Variant<>((byte) (isUrgent ? 2 : 1)),
                "desktop-entry", new Variant<>(DESKTOP_ID), "category", new Variant<>("transfer"));
    }

    /** Of several addresses the first; without the variable, where systemd puts the bus. */
    private static Optional<String> address(Map<String, String> environment) {
        var given = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").strip();
        if (!given.isEmpty()) {
            return Optional.of(given.split(";", 2)[0]);
        }
        return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR")).map(folder -> Path.of(folder, "bus"))
                .filter(Files::exists).map(socket -> "unix:path=" + socket);
    }

    @Override
    public boolean isForPeople() {
        return true;
    }

    @Override
    public boolean takes(Message message) {
        return true;
    }

    @Override
    public void close() {
        var open = bus;
        bus = null;
        if (open != null) {
            open.disconnect();
        }
    }
}
