package dev.longshore.secret;

import com.github.javakeyring.KeyringStorageType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Chooses the keystore by the system. */
final class SystemKeystore {

    private SystemKeystore() {}

    static Keystore named(String osName, Map<String, String> environment) {
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
}
