package dev.longshore.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import dev.longshore.model.KeystoreState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of it can be tested on a system that has neither a Keychain nor a Credential Manager. */
class JavaKeyringTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "No stored credentials match Longshore account: id",
                "No password to delete. No stored credentials match Longshore account: id",
                "The specified item could not be found in the keychain.",
                "Failed to get credential. The specified item could not be found in the keychain.", "Error code 1168"})
    void knowsWhenThereIsNoSuchEntry(String message) {
        assertThat(JavaKeyring.saysNotThere(new PasswordAccessException(message))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "User interaction is not allowed.", "Failed to get credential. User canceled the operation.",
                "No password to delete. Failed to get credential. The user name or passphrase is not correct.",
                "Error code 5", "Error code 11680", ""})
    void takesEverythingElseForARefusal(String message) {
        assertThat(JavaKeyring.saysNotThere(new PasswordAccessException(message))).isFalse();
    }

    @Test
    void isMissingWhereNoneOfItsBackendsWorks() {
        var keyring = new JavaKeyring(
                "macOS Keychain", List.of(KeyringStorageType.OSX_KEYCHAIN, KeyringStorageType.LEGACY_OSX_KEYCHAIN));

        assertThatThrownBy(keyring::state).isInstanceOfSatisfying(KeystoreException.class,
                e -> assertThat(e.state()).isInstanceOf(KeystoreState.Missing.class));
        assertThatThrownBy(keyring::unlock).isInstanceOf(KeystoreException.class);
    }
}
