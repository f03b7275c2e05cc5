package dev.longshore.secret;

import com.github.javakeyring.KeyringStorageType;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A keystore of an operating system. Nothing is touched before the first call. Every call may block for as long as it
 * likes, so each is made by {@link KeystoreWorker} only, one at a time; {@link #close} may come from any thread.
 */
interface Keystore extends AutoCloseable {
    /** The service under which all entries are filed, and the first word of their names. */
    String SERVICE = "Longshore";

    /** The keystore of the system with that name; not even looked for before the first call. */
    static Keystore ofSystem(String osName, Map<String, String> environment) {
        var name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new JavaKeyring(
                    "Windows Credential Manager", List.of(KeyringStorageType.WINDOWS_CREDENTIAL_STORE));
        }
        if (name.startsWith("mac")) {
            // The first of them brings a native library that is not there for every processor.
            return new JavaKeyring(
                    "macOS Keychain",
                    List.of(KeyringStorageType.OSX_KEYCHAIN, KeyringStorageType.LEGACY_OSX_KEYCHAIN));
        }
        return new SecretServiceKeystore(environment);
    }

    /**
     * What there is; asks the user for nothing.
     *
     * @throws KeystoreException when there is none, or it does not answer
     */
    KeystoreState state() throws KeystoreException;

    /**
     * What there is after the user was asked to unlock it, where it was locked and the system can ask.
     *
     * @throws KeystoreException when there is none, it does not answer, or it is still locked
     */
    KeystoreState unlock() throws KeystoreException;

    /**
     * The token of that entry, or nothing when there is no such entry.
     *
     * @throws KeystoreException when the keystore could not say
     */
    Optional<Secret> read(KeystoreEntry keystoreEntry) throws KeystoreException;

    /**
     * Files the token, in place of an older one.
     *
     * @param wanted asked again after every wait for the user; false when the caller has given up, and then nothing is
     *     filed any more
     * @throws KeystoreException when it was not filed
     */
    void write(KeystoreEntry keystoreEntry, Secret token, BooleanSupplier wanted) throws KeystoreException;

    /**
     * Takes the entry away; does nothing when there is none.
     *
     * @throws KeystoreException when it may still be there
     */
    void delete(KeystoreEntry keystoreEntry) throws KeystoreException;

    /** Ends a call that still hangs, where that can be done. Does not throw. */
    @Override
    default void close() {}

    /**
     * An entry of the keystore.
     *
     * @param account what it is looked up by: the connection's ID, so that a new name does not lose the token
     * @param label what a user reads in the system's own list of passwords
     */
    record KeystoreEntry(String account, String label) {
        /** The entry of a connection, with the name and the endpoint that it has now. */
        static KeystoreEntry of(Connection connection) {
            return new KeystoreEntry(
                    connection.id().value(),
                    SERVICE + ": " + connection.name() + " (" + connection.endpoint().getAuthority() + ")");
        }

        /** The entry of a connection whose name does not matter, to read or delete it. */
        static KeystoreEntry of(ConnectionId connection) {
            return new KeystoreEntry(connection.value(), SERVICE);
        }
    }
}
