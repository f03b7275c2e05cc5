package dev.longshore.devops.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Secret;
import org.junit.jupiter.api.Test;

class SafeQuoteTest {
    private final SafeQuote safeQuote = new SafeQuote(new BearerToken(Secret.of("t0p-s3cr3t")));

    @Test
    void becomesOneLineWithoutControlCharacters() {
        assertThat(safeQuote.of("a\r\nb\tc\u0000d\u001b[31me\u202ef\u2028g\u00a0h  i", 100))
                .isEqualTo("a b c d [31me f g h i");
    }

    @Test
    void isCutToItsLength() {
        assertThat(safeQuote.of("x".repeat(1000), 10)).isEqualTo("xxxxxxxxx…");
    }

    @Test
    void isNotCutWithinACharacter() {
        assertThat(safeQuote.of("🚢".repeat(10), 6)).isEqualTo("🚢🚢…");
    }

    @Test
    void hidesTheToken() {
        assertThat(safeQuote.of("bad token t0p-s3cr3t!", 100)).isEqualTo("bad token •••!");
    }

    @Test
    void hidesTheTokenBeforeItIsCut() {
        assertThat(safeQuote.of("t0p-s3cr3t", 6)).doesNotContain("t0p");
    }

    @Test
    void hidesWhateverLooksLikeAToken() {
        assertThat(safeQuote.of("tried AstraCS:abc:def, then astracs%3Axyz.", 100)).isEqualTo("tried •••, then •••");
    }
}
