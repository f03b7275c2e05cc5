package dev.longshore.devops.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThatCode(() -> Endpoint.of(URI.create(endpoint))).doesNotThrowAnyException();
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
                .isThrownBy(() -> Endpoint.of(URI.create(endpoint)))
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
                .isThrownBy(() -> Endpoint.of(URI.create(endpoint)))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_WITH_LOGIN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h?", "https://h/?a=b", "https://h/#", "https://h#x"})
    void aQueryOrAFragmentIsRefused(String endpoint) {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of(URI.create(endpoint)))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_WITH_QUERY)));
    }

    @Test
    void anEmptyPartInThePathIsRefused() {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of(URI.create("https://h/a//b")))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_WITH_EMPTY_PART)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "localhost:8080", "ftp://localhost", "file:///etc/passwd", "https:h", "https:///x", "//h",
                "https://h:99999", "mailto:a@b"
            })
    void whatIsNoWebAddressIsRefused(String endpoint) {
        assertThatExceptionOfType(FactException.class)
                .isThrownBy(() -> Endpoint.of(URI.create(endpoint)))
                .satisfies(no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.ENDPOINT_NOT_URL)));
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
        var endpoint = Endpoint.of(URI.create("https://h"));

        assertThat(endpoint.within(endpoint.base(), location)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "https://h/x", "https://h:443/x", "//h/x", "x"})
    void aRedirectWithinTheOriginIsResolved(String location) {
        var endpoint = Endpoint.of(URI.create("https://h"));

        assertThat(endpoint.within(endpoint.base(), location)).hasToString("https://h/x");
    }
}
