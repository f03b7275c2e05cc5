package dev.longshore.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.KeystoreFact;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The macOS Keychain and the Windows Credential Manager, through java-keyring. They ask the user by themselves when
 * they are locked.
 */
final class JavaKeyring implements Keystore {
    // java-keyring has one exception for every failure. These are its words for an entry that is not there: its own, the
    // Keychain's errSecItemNotFound, and ERROR_NOT_FOUND of the Credential Manager.
    private static final Pattern NOT_THERE = Pattern
            .compile(".*No stored credentials match.*|.*could not be found.*|Error code 1168", Pattern.DOTALL);

    private static final Logger LOG = LoggerFactory.getLogger(JavaKeyring.class);

    private final String name;
    private final List<KeyringStorageType> backends;

    /** @param backends those to try, in this order */
    JavaKeyring(String name, List<KeyringStorageType> backends) {
        this.name = name;
        this.backends = backends;
    }

    @Override
    public KeystoreState state() throws KeystoreException {
        open();
        return KeystoreState.Available.of(name);
    }

    @Override
    public KeystoreState unlock() throws KeystoreException {
        return state();
    }

    @Override
    public Optional<Secret> read(KeystoreEntry keystoreEntry) throws KeystoreException {
        try {
            return Optional.of(Secret.of(open().getPassword(SERVICE, keystoreEntry.account())));
        } catch (PasswordAccessException e) {
            refuseUnlessNotThere(e);
            return Optional.empty();
        }
    }

    @Override
    public void write(KeystoreEntry keystoreEntry, Secret token, BooleanSupplier wanted) throws KeystoreException {
        var characters = token.reveal();
        try {
            open().setPassword(SERVICE, keystoreEntry.account(), new String(characters));
        } catch (PasswordAccessException e) {
            throw refused(e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    @Override
    public void delete(KeystoreEntry keystoreEntry) throws KeystoreException {
        try {
            open().deletePassword(SERVICE, keystoreEntry.account());
        } catch (PasswordAccessException e) {
            refuseUnlessNotThere(e);
        }
    }

    // Not closed: on these systems there is nothing behind it that stays open.
    private Keyring open() throws KeystoreException {
        for (var backend : backends) {
            try {
                return Keyring.create(backend);
            } catch (BackendNotSupportedException | LinkageError e) {
                LOG.info("{} is not usable here: {}", backend, e.toString());
            }
        }
        throw new KeystoreException(KeystoreState.Missing.of(KeystoreFact.UNUSABLE, name));
    }

    private void refuseUnlessNotThere(PasswordAccessException e) throws KeystoreException {
        if (!saysNotThere(e)) {
            throw refused(e);
        }
    }

    /** Whether it means no more than that there is no such entry. */
    static boolean saysNotThere(PasswordAccessException e) {
        return NOT_THERE.matcher(String.valueOf(e.getMessage())).matches();
    }

    private KeystoreException refused(PasswordAccessException e) {
        return new KeystoreException(KeystoreState.Locked.of(KeystoreFact.ACCESS_REFUSED, name), e);
    }
}
