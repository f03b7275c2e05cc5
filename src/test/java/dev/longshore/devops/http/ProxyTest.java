package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.errorOf;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.ProxyChoice;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private static final String REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";

    @Test
    void theServiceIsReachedThroughTheProxyThatWasChosen() throws IOException {
        try (var proxy = refusingProxy();
                var api = through(new ProxyChoice.Http("127.0.0.1", proxy.port())).at("https://api.example.com")) {
            errorOf(api.act(Action.PAUSE, TestClient.REF, null));

            assertThat(proxy.requestLines()).containsExactly("CONNECT api.example.com:443 HTTP/1.1");
        }
    }

    @Test
    void theTokenIsNotShownToTheProxy() throws IOException {
        try (var proxy = refusingProxy();
                var api = through(new ProxyChoice.Http("127.0.0.1", proxy.port())).at("https://api.example.com")) {
            errorOf(api.act(Action.PAUSE, TestClient.REF, null));

            assertThat(proxy.headLines()).isNotEmpty().noneMatch(line -> line.contains("AstraCS"));
        }
    }

    @Test
    void aProxyThatRefusesIsToldAndCertainlyChangedNothing() throws IOException {
        try (var proxy = refusingProxy();
                var api = through(new ProxyChoice.Http("127.0.0.1", proxy.port())).at("https://api.example.com")) {
            var error = errorOf(api.act(Action.PAUSE, TestClient.REF, null));

            assertThat(error).isInstanceOf(ApiError.Network.class);
            assertThat(error.mayHaveHappened()).isFalse();
            assertThat(say(error.fact()))
                    .isEqualTo("The proxy did not connect to https://api.example.com"
                            + " (Unexpected response code for CONNECT: 403). Could not pause the import;"
                            + " nothing was changed. Check the proxy. Proxies that need a login are not supported.");
        }
    }

    @Test
    void aProxyThatWantsALoginIsTold() throws IOException {
        try (var proxy = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.write("HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n");
        });
                var api = through(new ProxyChoice.Http("127.0.0.1", proxy.port())).at("https://api.example.com")) {
            assertThat(say(errorOf(api.act(Action.PAUSE, TestClient.REF, null)).fact()))
                    .startsWith("The proxy did not connect to https://api.example.com");
        }
    }

    @Test
    void aLoopbackAddressIsReachedWithoutTheProxyThatWasChosen() throws IOException {
        try (var proxy = refusingProxy();
                var service = service();
                var api = through(new ProxyChoice.Http("127.0.0.1", proxy.port())).at(service.url())) {
            assertThat(api.act(Action.PAUSE, TestClient.REF, null)).isInstanceOf(ApiResult.Success.class);
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void theSystemsProxyIsUsedForTheServiceAndNotForLoopback() throws IOException {
        var before = ProxySelector.getDefault();
        try (var proxy = refusingProxy();
                var service = service()) {
            ProxySelector.setDefault(always(proxy.port()));
            var testClient = through(new ProxyChoice.OfSystem());
            try (var far = testClient.at("https://api.example.com");
                    var near = testClient.at(service.url())) {
                errorOf(far.act(Action.PAUSE, TestClient.REF, null));
                assertThat(near.act(Action.PAUSE, TestClient.REF, null)).isInstanceOf(ApiResult.Success.class);

                assertThat(proxy.requestLines()).containsExactly("CONNECT api.example.com:443 HTTP/1.1");
            }
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void nothingGoesOutDirectlyWhereTheSystemNamesAProxyThatCannotBeUsed() {
        var unusable = new ProxySelector() {
            @Override
            public List<Proxy> select(@Nullable URI uri) {
                throw new FactException(Fact.of(ServiceFact.PROXY_UNUSABLE, "https_proxy"));
            }

            @Override
            public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException fault) {
                // The test sees it by itself.
            }
        };
        try (var api = new TestClient(TestClient.OPTIONS.proxiesOf(unusable), new ProxyChoice.OfSystem())
                .at("https://api.example.com")) {
            var error = errorOf(api.act(Action.PAUSE, TestClient.REF, null));

            assertThat(error).isInstanceOf(ApiError.Network.class);
            assertThat(error.mayHaveHappened()).isFalse();
            assertThat(say(error.fact())).startsWith("The proxy that https_proxy names cannot be used");
        }
    }

    private static TestClient through(ProxyChoice proxy) {
        return new TestClient(TestClient.OPTIONS, proxy);
    }

    private static RawService refusingProxy() throws IOException {
        return new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.write(REFUSAL);
        });
    }

    private static RawService service() throws IOException {
        return new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.answer(ApiCall.PAUSE.goodAnswer());
        });
    }

    private static ProxySelector always(int port) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(@Nullable URI uri) {
                return List
                        .of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
            }

            @Override
            public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException fault) {
                // The test sees it by itself.
            }
        };
    }
}
