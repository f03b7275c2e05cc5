package dev.longshore.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.Secrets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRedactionTest {
    @SuppressWarnings("unused") static final List<String> SECRETS = Secrets.ALL.stream()
            .filter(each -> each.startsWith("AstraCS:"))
            .toList();

    @ParameterizedTest
    @FieldSource("SECRETS")
    void noTokenIsLeft(String token) {
        assertThat(MessageRedaction.of("Import failed: “denied for " + token + "”")).doesNotContain(token.substring(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "s3://ds-mig-0b9d3c1e/5f0c7a52/sstables/",
        "gs://ds-mig-0b9d3c1e/5f0c7a52/sstables/",
        "https://dsmig.blob.core.windows.net/5f0c7a52/sstables/?sv=2024&sig=abc",
        "https://ds-mig-0b9d3c1e.s3.eu-west-1.amazonaws.com/5f0c7a52/sstables/",
        "https://storage.googleapis.com/ds-mig-0b9d3c1e/5f0c7a52"
    })
    void noAddressOfStagedFilesIsLeft(String address) {
        assertThat(MessageRedaction.of("Cannot read " + address + " now"))
                .isEqualTo("Cannot read ••• now");
    }

    @Test
    void ofOtherAddressesTheHostIsLeft() {
        assertThat(MessageRedaction.of("Cannot reach https://user:pw@api.astra.datastax.com/v2/x?token=abcdef12."))
                .isEqualTo("Cannot reach https://api.astra.datastax.com");
    }

    @Test
    void itIsOneLineOfSaneLength() {
        assertThat(MessageRedaction.of("a\r\nb\u2028c\u0000d\u202Ee")).isEqualTo("a b c d e");
        assertThat(MessageRedaction.of("x".repeat(5000))).hasSize(1000).endsWith("…");
        assertThat(MessageRedaction.of("x😀y", 3)).isEqualTo("x…");
    }
}
