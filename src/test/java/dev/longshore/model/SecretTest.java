package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void doesNotRevealItself() {
        try (var secret = Secret.of("AstraCS:abc")) {
            assertThat(secret).hasToString("•••").isNotEqualTo(Secret.of("AstraCS:abc"));
            assertThat(secret.reveal()).containsExactly("AstraCS:abc".toCharArray());
        }
    }

    @Test
    void keepsACopyOfItsOwn() {
        var characters = "abc".toCharArray();
        var secret = Secret.of(characters);
        characters[0] = 'x';
        secret.reveal()[1] = 'x';

        assertThat(secret.reveal()).containsExactly('a', 'b', 'c');
    }

    @Test
    void isWipedApartFromItsCopy() {
        var secret = Secret.of("abc");
        var copy = secret.copy();

        secret.close();

        assertThat(copy.reveal()).containsExactly('a', 'b', 'c');
    }

    @Test
    void isEmptyOnceWiped() {
        var secret = Secret.of("abc");
        assertThat(secret.isEmpty()).isFalse();

        secret.close();

        assertThat(secret.isEmpty()).isTrue();
        assertThat(secret.reveal()).containsOnly('\0');
        assertThat(Secret.of("").isEmpty()).isTrue();
    }
}
