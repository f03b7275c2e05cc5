package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of the service is bounded, holds nothing secret, and shows every sign that cannot be seen. */
class ForeignTextTest {
    @Test
    void signsThatCannotBeSeenAreWrittenOutSoThatANameCanBeTyped() {
        assertThat(ForeignText.name("orders\nprod", 100)).isEqualTo("orders\\nprod");
        assertThat(ForeignText.name("orders\r\nprod", 100)).isEqualTo("orders\\r\\nprod");
        assertThat(ForeignText.name("or\u202Esre", 100)).isEqualTo("or\\u202Esre");
        assertThat(ForeignText.name("or\u200Bders", 100)).isEqualTo("or\\u200Bders");
        assertThat(ForeignText.name("a\u2028b\u0007c\u007Fd", 100)).isEqualTo("a\\u2028b\\u0007c\\u007Fd");
        assertThat(ForeignText.name("a\uD800b", 100)).isEqualTo("a\\uD800b");
        assertThat(ForeignText.name("\uDB40\uDC41x", 100)).isEqualTo("\\uE0041x");
    }

    @Test
    void blanksOfANameAreThoseOfAKeyboard() {
        assertThat(ForeignText.name(" orders\u00A0eu\u3000one ", 100)).isEqualTo("orders eu one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bestellungen-Ä", "注文", "الطلبات", "orders 🚢", "a_b.c-d", "\"quoted\" 'name' $x"})
    void whatCanBeSeenStaysAsItIs(String name) {
        assertThat(ForeignText.name(name, 100)).isEqualTo(name);
        assertThat(ForeignText.line(name, 100)).isEqualTo(name);
        assertThat(ForeignText.lines(name, 100)).isEqualTo(name);
    }

    @Test
    void aTextInSeveralLinesKeepsThem() {
        assertThat(ForeignText.lines("12 of 48\r\nsubset 3\rsubset 4\ttwo\u001B[31m", 100))
                .isEqualTo("12 of 48\nsubset 3\nsubset 4 two\\u001B[31m");
    }

    @Test
    void aTextOfAnyLengthIsCutToALineOfItsOwn() {
        assertThat(ForeignText.line("x".repeat(7_000_000), 100)).hasSize(100).endsWith("x…");
        assertThat(ForeignText.name("🚢".repeat(7_000), 100)).hasSizeBetween(98, 100).endsWith("🚢…");
        assertThat(ForeignText.lines("a\n".repeat(700_000), 100)).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "AstraCS:s3cr3t:abc", "https://a.blob.core.windows.net/c?sv=1&sig=s3cr3tabc%3D", "sv=1&amp;sig=s3cr3tabc",
        "-----BEGIN RSA PRIVATE KEY-----\ns3cr3t\n-----END RSA PRIVATE KEY-----",
        "{\\\"secretAccessKey\\\":\\\"s3cr3t\\\"}",
        "AccountKey=s3cr3t;", "client_secret: s3cr3t", "Authorization: Bearer s3cr3ts3cr3t"})
    void secretsAreTakenOut(String secret) {
        assertThat(ForeignText.line("before " + secret + " after", 200)).startsWith("before").doesNotContain("s3cr3t");
        assertThat(ForeignText.lines("before " + secret, 200)).doesNotContain("s3cr3t");
        assertThat(ForeignText.name(secret, 200)).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001B[201~b", "a\u0003", "a\nb", "a\rb", "a\tb", "a\u007F", "a\u009Bb", "a\u0000",
        "a\u202Eb"})
    void controlsAreFound(String text) {
        assertThat(ForeignText.hasControls(text)).isTrue();
    }
}
