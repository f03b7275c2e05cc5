package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.KeystoreFact;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.ObjectPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.secret.Collection;
import org.freedesktop.secret.Item;
import org.freedesktop.secret.Service;
import org.freedesktop.secret.Static;
import org.freedesktop.secret.TransportEncryption;
import org.jspecify.annotations.Nullable;

/**
 * The program behind the Secret Service, over one connection. The library below answers {@code null} where the program
 * did not answer or refused; here that is a {@link KeystoreException}.
 */
final class SecretService {
    private static final String NOTHING = "/";
    private static final Map<String, String> KNOWN = Map.of(
            "org.gnome.keyring", "GNOME Keyring",
            "org.kde.kwalletd6", "KWallet",
            "org.kde.kwalletd5", "KWallet",
            "org.keepassxc.KeePassXC.MainWindow", "KeePassXC");

    private final SessionBus bus;
    private final Service service;
    private final Collection collection;

    private SecretService(SessionBus bus, Service service, Collection collection) {
        this.bus = bus;
        this.service = service;
        this.collection = collection;
    }

    /** @throws KeystoreException when there is no such program, or it has no default keyring */
    static SecretService on(SessionBus bus) throws KeystoreException {
        if (!bus.has(Static.Service.SECRETS)) {
            bus.start(Static.Service.SECRETS);
        }
        var service = new Service(bus.connection());
        var keyring = answered(service.readAlias("default"));
        if (keyring.getPath().equals(NOTHING)) {
            throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.NO_DEFAULT_KEYRING));
        }
        // Without signals: the library hears them on its first connection only.
        return new SecretService(bus, service, new Collection(keyring, service, null));
    }

    /** As the user knows it. */
    String name() throws KeystoreException {
        for (var program : KNOWN.entrySet()) {
            if (bus.has(program.getKey())) {
                return program.getValue();
            }
        }
        return "Secret Service";
    }

    boolean isLocked() throws KeystoreException {
        var locked = service.getMessageHandler()
                .getProperty(Static.Service.SECRETS, collection.getObjectPath(), Static.Interfaces.COLLECTION,
                        "Locked");
        return (boolean) answered(locked).getValue();
    }

    /** Has the user asked, and waits; false when the keyring is still locked after that. */
    boolean unlock() throws KeystoreException {
        unlock(List.of(collection.getPath()));
        return !isLocked();
    }

    Optional<Secret> read(Map<String, String> attributes) throws KeystoreException {
        var items = search(attributes);
        return items.isEmpty() ? Optional.empty() : Optional.of(read(items.getFirst()));
    }

    void write(String label, Map<String, String> attributes, Secret token) throws KeystoreException {
        var older = search(attributes);
        var item = create(label, attributes, token);
        for (var path : older) {
            // One of the same attributes in the same keyring was replaced and is the new one.
            if (!path.getPath().equals(item)) {
                delete(path);
            }
        }
    }

    void delete(Map<String, String> attributes) throws KeystoreException {
        for (var path : search(attributes)) {
            delete(path);
        }
        if (!search(attributes).isEmpty()) {
            throw new KeystoreException(KeystoreState.Locked.of(KeystoreFact.NO_ANSWER));
        }
    }

    private List<ObjectPath> search(Map<String, String> attributes) throws KeystoreException {
        var found = answered(service.searchItems(attributes));
        var all = new ArrayList<>(found.a);
        if (!found.b.isEmpty()) {
            unlock(found.b);
            all.addAll(found.b);
        }
        return all;
    }

    private void unlock(List<ObjectPath> locked) throws KeystoreException {
        var response = answered(service.unlock(locked));
        if (!response.b.getPath().equals(NOTHING)) {
            SecretServicePrompt.show(bus.connection(), response.b);
        }
    }

    private Secret read(ObjectPath path) throws KeystoreException {
        try (var encryption = session()) {
            try (var encrypted = answered(new Item(path, service).getSecret(service.getSession().getPath()))) {
                var characters = answered(encryption.decrypt(encrypted));
                var token = Secret.of(characters);
                Arrays.fill(characters, '\0');
                return token;
            }
        } catch (GeneralSecurityException e) {
            throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.LIBRARY_FAILED), e);
        }
    }

    private String create(String label, Map<String, String> attributes, Secret token) throws KeystoreException {
        var characters = token.reveal();
        try (var encryption = session();
                var encrypted = encryption.encrypt(CharBuffer.wrap(characters))) {
            var response = answered(collection.createItem(Item.createProperties(label, attributes), encrypted, true));
            if (response.a.getPath().equals(NOTHING)) {
                SecretServicePrompt.show(bus.connection(), response.b);
            }
            return response.a.getPath();
        } catch (GeneralSecurityException e) {
            throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.LIBRARY_FAILED), e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private void delete(ObjectPath item) throws KeystoreException {
        var prompt = answered(new Item(item, service).delete());
        if (!prompt.getPath().equals(NOTHING)) {
            SecretServicePrompt.show(bus.connection(), prompt);
        }
    }

    private TransportEncryption session() throws KeystoreException {
        var encryption = new TransportEncryption(service);
        try {
            encryption.initialize();
            if (encryption.openSession()) {
                encryption.generateSessionKey();
                return encryption;
            }
            throw new KeystoreException(KeystoreState.Locked.of(KeystoreFact.NO_ANSWER));
        } catch (GeneralSecurityException | DBusException e) {
            throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.LIBRARY_FAILED), e);
        }
    }

    private static <T> T answered(@Nullable T answer) throws KeystoreException {
        if (answer == null) {
            throw new KeystoreException(KeystoreState.Locked.of(KeystoreFact.NO_ANSWER));
        }
        return answer;
    }
}
