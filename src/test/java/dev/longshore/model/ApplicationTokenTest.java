package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is taken out of what surrounds it, and nothing else is ever one. */
class ApplicationTokenTest {
    private static final String WHOLE = "AstraCS:" + "abcdefghijklmnopqrstuvwx" + ":" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(strings = {
        "%s", "  %s\r\n", "\"%s\"", "'%s'", "\u201c%s\u201d", "<%s>",
        "{\"clientId\":\"x\",\"secret\":\"y\",\"token\":\"%s\"}",
        "ASTRA_DB_APPLICATION_TOKEN=%s", "export ASTRA_DB_APPLICATION_TOKEN=\"%s\"\n",
        "set ASTRA_DB_APPLICATION_TOKEN=%s\r\nset X=y\r\n",
        "%s~", "%s.", "%s,", "%s;", "Authorization: Bearer %s", "curl -H 'Authorization: Bearer %s' https://x",
        "token: %s # mine",
        "\u200b%s\u200b", "\ufeff%s", "\u001b[32m%s\u001b[0m", "[32m%s[0m", "\u00a0%s\u00a0", "%s\n%<s\n", "token,%s,y"
    })
    void aTokenIsTakenOutOfWhatSurroundsIt(String form) {
        assertThat(read(form.formatted("AstraCS:abc:def"))).isEqualTo("AstraCS:abc:def");
        assertThat(read(form.formatted(WHOLE))).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n", "\"\"", "\u200b"})
    void nothingIsNoToken(String text) {
        assertThat(ApplicationToken.in(text.toCharArray())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "AstraCS:", "AstraCS:abc", "AstraCS::def", "AstraCS:abc:", "AstraCS:abc:def:ghi", "astracs:abc:def",
        "AstraCS:a b:c", "AstraCS:abc:d\u00e9f",
        "AstraCS:abc:def...", "AstraCS:abc:def\u2026", "AstraCS:abc:12***", "AstraCS:abc:\u2022\u2022\u2022",
        "AstraCS:abc:def\n0123\n", "AstraCS:abc:def_x",
        "xAstraCS:abc:def", "AstraCS%3Aabc%3Adef", "{\"clientId\":\"x\",\"secret\":\"y\"}",
        "ASTRA_DB_APPLICATION_TOKEN=", "eyJhbGciOiJIUzI1NiJ9.e30.x", "hunter2",
        "AstraCS:abc:def\u0131", "AstraCS:abc:de\u0301f", "AstraCS\uff1aabc\uff1adef", "AstraCS\\:abc\\:def",
        "AstraCS&#58;abc&#58;def", "AstraCS :abc:def", "AstraCS:abcdefghijklmnopqrstuvwx:0123456789abcdef",
        "AstraCS:abcdefghijklmnopqrstuvwx:0123456789abcdef 0123456789abcdef",
        "token=AstraCS:abcdefghijklmnopqrstuvwx:0123456789abcdef&x"
    })
    void anythingElseIsRefusedAndNotRepeated(String text) {
        assertThatExceptionOfType(FactException.class).isThrownBy(() -> ApplicationToken.in(text.toCharArray()))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.TOKEN_MALFORMED)));
        assertThat(ApplicationToken.find(text)).isEmpty();
        assertThat(ApplicationToken.isOne(text.toCharArray())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AstraCS:abc:def AstraCS:abc:dea", "AstraCS:abc:def\nAstraCS:xyz:def"})
    void ofSeveralTokensNoneIsTaken(String text) {
        assertThatExceptionOfType(FactException.class).isThrownBy(() -> ApplicationToken.in(text.toCharArray()))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.SEVERAL_TOKENS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASTRA_DB_ID=x", "0123", "export", " y"})
    void aWholeTokenEndsWhereItEndsThoughAFieldOfOneLineDroppedTheLineEnd(String next) {
        assertThat(read("ASTRA_DB_APPLICATION_TOKEN=" + WHOLE + next)).isEqualTo(WHOLE);
    }

    @Property
    void whateverIsTakenHasTheFormOfAToken(@ForAll("texts") String text) {
        ApplicationToken.find(text).ifPresent(token -> {
            assertThat(ApplicationToken.isOne(token.reveal())).isTrue();
            assertThat(text).contains(new String(token.reveal()));
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("AstraCS", ":", "AstraCS:ab:c1", "x", "\"", "=", " ", "\n", "~", "secret", "-", "*")
                .list().ofMaxSize(8)
                .map(each -> String.join("", each));
    }

    private static String read(String text) {
        return new String(ApplicationToken.in(text.toCharArray()).orElseThrow().reveal());
    }
}
