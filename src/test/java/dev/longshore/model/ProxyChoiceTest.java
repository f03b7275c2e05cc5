package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyChoiceTest {
    @ParameterizedTest
    @ValueSource(strings = {"system", "none", "proxy.example.com:3128", "10.0.0.7:80", "[2001:db8::1]:3128"})
    void writesWhatItReads(String text) {
        assertThat(ProxyChoice.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" proxy.example.com:3128 ", "http://proxy.example.com:3128", "HTTP://Proxy.Example.com:3128/"})
    void readsWhatAPersonPastes(String text) {
        assertThat(ProxyChoice.Http.parse(text))
                .isEqualTo(new ProxyChoice.Http("proxy.example.com", 3128));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "proxy", "proxy:", "proxy:0", "proxy:65536", ":3128", "socks5://proxy:1080", "https://p:1",
                "proxy:3128/path", "pro xy:3128"})
    void saysHowAProxyIsGiven(String text) {
        assertThatThrownBy(() -> ProxyChoice.Http.parse(text)).isInstanceOfSatisfying(FactException.class,
                no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.PROXY_MALFORMED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"me:pass@proxy:3128", "http://me:pass@proxy:3128", "me@proxy:3128"})
    void refusesALoginWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> ProxyChoice.Http.parse(text)).isInstanceOfSatisfying(FactException.class,
                no -> assertThat(no.fact()).isEqualTo(Fact.of(ServiceFact.PROXY_WITH_LOGIN)))
                .hasMessageNotContaining("pass@");
    }
}
