package dev.longshore.devops.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.astra.datastax.com",
                "HTTPS://API.ASTRA.DATASTAX.COM/",
                "https://10.0.0.1:8443/base",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1:1",
                "http://127.255.255.254",
                "http://[::1]:8080/",
                "http://[0:0:0:0:0:0:0:1]"
            })
    void httpsAndLoopbackAreTaken(String endpoint) {
        assertThatCode(() -> Endpoint.of(endpoint)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.astra.datastax.com",
                "http://localhost.evil.com",
                "http://localhost.",
                "http://127.0.0.1.evil.com",
                "http://127.0.0.256",
                "http://127.1",
                "http://0x7f.0.0.1",
                "http://2130706433",
                "http://0.0.0.0",
                "http://192.168.0.1",
                "http://[::2]",
                "http://[fe80::1]",
                "http://localhost%2eevil.com",
                "http://xn--localhost-3fa"
            })
    void httpToAnywhereElseIsRefused(String endpoint) {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of(endpoint))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_NOT_HTTPS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost@evil.com",
                "http://localhost:80@evil.com",
                "https://user:secret@api.example.com",
                "https://@api.example.com",
                "http://127.0.0.1:1@evil.com/"
            })
    void aUserIsRefusedWithoutBeingRepeated(String endpoint) {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of(endpoint))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_WITH_LOGIN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h?", "https://h/?a=b", "https://h/#", "https://h#x"})
    void aQueryOrAFragmentIsRefused(String endpoint) {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of(endpoint))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_WITH_QUERY)));
    }

    @Test
    void anEmptyPartInThePathIsRefused() {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of("https://h/a//b"))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_WITH_EMPTY_PART)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "localhost:8080", "ftp://localhost", "file:///etc/passwd", "https:h", "https:///x", "//h",
                "https://h:99999", "https://h:0", "mailto:a@b", "https:/h", "https:\\\\h", "https://h\\a",
                "https://h\tx",
                "https://a b", "https://h/a b", "https://user%40h", "https://user\uff20h", "https://h%2fx",
                "https://[::1"
            })
    void whatIsNoWebAddressIsRefused(String endpoint) {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of(endpoint))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_NOT_URL)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://API.Astra.DataStax.com/, https://api.astra.datastax.com",
        "' https://h:443/base/// ', https://h/base",
        "HTTP://LocalHost:80, http://localhost",
        "http://[0:0:0:0:0:0:0:1]:8080/, http://[::1]:8080",
        "https://h/%7Ea/./b|c, https://h/%7Ea/b%7Cc",
        "https://xn--bcher-kva.example, https://xn--bcher-kva.example"
    })
    void anAddressIsWhatIsConnectedTo(String typed, String read) {
        assertThat(Endpoint.of(typed).uri()).hasToString(read);
        assertThat(OkHttpConnector.readEndpoint(read)).hasToString(read);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.astra.datastax.com%2eevil.example, api.astra.datastax.com.evil.example",
        "https://api.astra.datastax.com\uff0eevil.example/v2, api.astra.datastax.com.evil.example",
        "https://api.astra.datastax.com\u3002evil.example, api.astra.datastax.com.evil.example",
        "https://\u0430pi.astra.datastax.com, xn--pi-6kc.astra.datastax.com",
        "https://api.\uff41stra.datastax.com, api.astra.datastax.com",
        "https://\u212aube.example:8443, kube.example",
        "https://b\u00fccher.example, xn--bcher-kva.example"
    })
    void aHostThatLooksLikeAnotherIsRefusedAndNamedAsItIs(String typed, String host) {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of(typed))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_HOST_ENCODED, host)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost\uff0eevil.com", "http://127.0.0.1%2eevil.com", "http://\u217c\u043ecalhost"})
    void httpToWhatOnlyLooksLikeThisComputerIsRefused(String typed) {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of(typed))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_NOT_HTTPS)));
    }

    @Test
    void theConnectorRefusesBeforeAnythingIsSent() {
        var connector = new OkHttpConnector(InstantSource.system(), TestClient.OPTIONS);

        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> connector.connect(TestClient.connection("http://h"), Secret.of(TestClient.TOKEN)))
                .withMessageNotContaining(TestClient.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other/x", "//other/x", "http://h/x", "https://h:444/x", "https://u@h/x", "ftp://h/x",
                "https://h.evil.com/x", "javascript:1"
            })
    void aRedirectToAnotherOriginLeadsNowhere(String location) {
        var endpoint = Endpoint.of("https://h");

        assertThat(endpoint.within(endpoint.base(), location)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "https://h/x", "https://h:443/x", "//h/x", "x"})
    void aRedirectWithinTheOriginIsResolved(String location) {
        var endpoint = Endpoint.of("https://h");

        assertThat(endpoint.within(endpoint.base(), location)).hasToString("https://h/x");
    }
}
