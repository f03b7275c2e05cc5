package dev.longshore.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("keystore")
class KeystoreOfTheSystemTest {

    private static final String SERVICE = "dev.longshore.test";

    @Test
    void givesBackWhatWasStored() throws Exception {
        try (var keyring = Keyring.create()) {
            keyring.setPassword(SERVICE, "stored", "a secret");

            assertThat(keyring.getPassword(SERVICE, "stored")).isEqualTo("a secret");

            keyring.deletePassword(SERVICE, "stored");
        }
    }

    @Test
    void forgetsWhatWasDeleted() throws Exception {
        try (var keyring = Keyring.create()) {
            keyring.setPassword(SERVICE, "deleted", "a secret");
            keyring.deletePassword(SERVICE, "deleted");

            assertThatThrownBy(() -> keyring.getPassword(SERVICE, "deleted"))
                    .isInstanceOf(PasswordAccessException.class);
        }
    }
}
