package dev.longshore.platform;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.longshore.model.fact.FactException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemProxiesTest {
    private static final URI ASTRA = URI.create("https://api.astra.datastax.com/v2/databases");

    @Test
    void goesAsTheDesktopSaysWhereTheEnvironmentNamesNone() {
        assertThat(of(Map.of())).hasValue("desktop.example:8080");
    }

    @Test
    void goesAsTheDesktopSaysWhereTheVariableIsEmpty() {
        assertThat(of(Map.of("https_proxy", " "))).hasValue("desktop.example:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:3128, proxy.example:3128", "proxy.example:3128, proxy.example:3128",
        "http://proxy.example:3128/, proxy.example:3128", "http://10.0.0.7:80, 10.0.0.7:80",
        "http://proxy.example, proxy.example:1080", "http://[2001:db8::1]:3128, 2001:db8::1:3128"})
    void takesTheProxyOfTheEnvironment(String value, String proxy) {
        assertThat(of(Map.of("https_proxy", value))).hasValue(proxy);
        assertThat(of(Map.of("HTTPS_PROXY", value))).hasValue(proxy);
    }

    @Test
    void prefersTheSmallLetters() {
        assertThat(of(Map.of("https_proxy", "small:1", "HTTPS_PROXY", "large:2"))).hasValue("small:1");
    }

    @Test
    void leavesOutALogin() {
        assertThat(of(Map.of("https_proxy", "http://me:pass@proxy.example:3128"))).hasValue("proxy.example:3128");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "socks5://proxy.example:1080", "socks5h://127.0.0.1:1080", "https://proxy.example:443", "proxy.example:99999",
        "://", "http://proxy.corp:3128/proxy.pac", "http://me:pass@proxy.corp:3128/x"})
    void neverGoesDirectlyWhereTheProxyIsNoneThatItCanUse(String value) {
        for (var variable : List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")) {
            assertThatExceptionOfType(FactException.class).isThrownBy(() -> of(Map.of(variable, value)))
                    .satisfies(no -> assertThat(say(no.fact())).contains(variable, "Nothing is sent directly")
                            .doesNotContain("pass"));
        }
    }

    @Test
    void takesTheProxyOfAllSchemesWhereTheSchemeHasNoneOfItsOwn() {
        assertThat(of(Map.of("ALL_PROXY", "http://all.corp:3128"))).hasValue("all.corp:3128");
        assertThat(of(Map.of("all_proxy", "all.corp:3128", "https_proxy", "own.corp:1"))).hasValue("own.corp:1");
        assertThat(of(Map.of("ALL_PROXY", "socks5://all.corp:1", "no_proxy", "datastax.com"))).isEmpty();
    }

    @Test
    void doesNotTakeTheProxyForPlainHttp() {
        assertThat(of(Map.of("http_proxy", "other.example:3128"))).hasValue("desktop.example:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*", "api.astra.datastax.com", ".datastax.com", "datastax.com", "*.datastax.com",
                "localhost, DATASTAX.com", "localhost api.astra.datastax.com", "astra.datastax.com:443"})
    void goesDirectlyToAnExceptedHost(String exceptions) {
        var uri = URI.create("https://api.astra.datastax.com:443/");
        assertThat(proxies(Map.of("https_proxy", "proxy.example:3128", "no_proxy", exceptions)).of(uri)).isEmpty();
        assertThat(proxies(Map.of("https_proxy", "proxy.example:3128", "NO_PROXY", exceptions)).of(uri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "stax.com", "datastax.com.example", "api.astra.datastax.com:8443", ","})
    void takesTheProxyForEveryOtherHost(String exceptions) {
        assertThat(of(Map.of("https_proxy", "proxy.example:3128", "no_proxy", exceptions)))
                .hasValue("proxy.example:3128");
    }

    @Test
    void doesNotLookUpTheProxysName() {
        var proxy = proxies(Map.of("https_proxy", "proxy.example:3128")).select(ASTRA).getFirst();

        assertThat(((InetSocketAddress) proxy.address()).isUnresolved()).isTrue();
    }

    private static Optional<String> of(Map<String, String> environment) {
        return proxies(environment).of(ASTRA);
    }

    private static SystemProxies proxies(Map<String, String> environment) {
        return new SystemProxies(environment, new ProxySelector() {
            @Override
            public List<Proxy> select(@Nullable URI uri) {
                return List.of(
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("desktop.example", 8080)));
            }

            @Override
            public void connectFailed(
                    @Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException fault) {
                throw new AssertionError("nothing is connected to in this test");
            }
        });
    }
}
