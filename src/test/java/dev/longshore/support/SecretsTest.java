package dev.longshore.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @Test
    void findsEachOfThoseThatAreKnown() {
        assertThat(Secrets.ALL).hasSizeGreaterThan(1000).allMatch(each -> !Secrets.in("said " + each + ".").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer AstraCS:abc:def", "astra?t=AstraCS%3Aabc", "export AWS_SECRET_ACCESS_KEY=abcd1234",
                "https://a.blob.core.windows.net/c?sv=1&sig=abcdefghijklmnopqrst%3D"})
    void findsTheLikeOfThem(String text) {
        assertThat(Secrets.in(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer •••", "A token begins with AstraCS: and is long", "export AWS_SECRET_ACCESS_KEY=•••",
                "export AWS_SESSION_TOKEN=\"$session\"", "https://a.blob.core.windows.net/c/"})
    void letsPassWhatIsNone(String text) {
        assertThat(Secrets.in(text)).isEmpty();
    }

    @Test
    void tellsOnlyTheBeginningOfWhatItFinds() {
        assertThat(Secrets.in(Secrets.CLIENT_TOKEN)).containsExactly("AstraCS:Kx7q…");
    }
}
