package dev.longshore.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.Connection;
import dev.longshore.model.Environment;
import dev.longshore.model.ProxyChoice;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.secret.AstraCliProfile;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.connect.ConnectViewModel.ConnectAttempt;
import dev.longshore.ui.connect.ProxyViewModel.ProxyMode;
import dev.longshore.watch.ConnectionCheck;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectViewModelTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final ConnectViewModel model = model(Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"AstraCS:one:1f", "  AstraCS:one:1f\n", "\"AstraCS:one:1f\"", "'AstraCS:one:1f' ",
        "\tAstraCS:one:1f\r\n"})
    void takesATokenAsItIsPasted(String pasted) {
        model.connect(pasted.toCharArray());

        assertThat(window.watch.tokens).containsExactly("AstraCS:one:1f");
    }

    @Test
    void wipesWhatWasTyped() {
        var typed = "AstraCS:one:1f".toCharArray();

        model.connect(typed);

        assertThat(typed).containsOnly('\0');
    }

    @Test
    void goesThroughTheProxyThatWasEntered() {
        model.proxy().modeProperty().set(ProxyMode.PROXY);
        model.proxy().proxyProperty().set("proxy.example.com:3128");

        model.connect("AstraCS:one:1f".toCharArray());

        assertThat(window.watch.connected).extracting(Connection::proxy)
                .containsExactly(new ProxyChoice.Http("proxy.example.com", 3128));
    }

    @Test
    void goesWithoutAProxyWhereNoneIsWanted() {
        model.proxy().modeProperty().set(ProxyMode.DIRECT);

        model.connect("AstraCS:one:1f".toCharArray());

        assertThat(window.watch.connected).extracting(Connection::proxy).containsExactly(new ProxyChoice.None());
    }

    @Test
    void refusesAProxyWithALogin() {
        model.proxy().modeProperty().set(ProxyMode.PROXY);
        model.proxy().proxyProperty().set("http://me:pass@proxy.example.com:3128");

        model.connect("AstraCS:one:1f".toCharArray());

        assertThat(window.watch.connected).isEmpty();
        assertThat(bad()).contains("without a user name or password").doesNotContain("pass@");
    }

    @Test
    void tellsWhatTheSystemsProxyIs() {
        assertThat(model.proxy().systemProxyProperty().get()).isEqualTo("currently proxy.example.com:3128");
    }

    @Test
    void asksForATokenForAnotherAddress() {
        var changing = model(Optional.of(TestOrganisation.PRODUCTION));
        changing.endpointProperty().set("https://elsewhere.example.com");

        changing.connect(new char[0]);

        assertThat(window.watch.connected).isEmpty();
        assertThat(changing.attemptProperty().get()).isInstanceOfSatisfying(ConnectAttempt.ConnectFailed.class,
                connectFailed -> assertThat(connectFailed.sentence()).contains("not sent elsewhere"));
    }

    @Test
    void keepsTheOriginOfATokenThatIsNotReplaced() {
        var given = new Connection(
                TestOrganisation.PRODUCTION.id(), "given", TestOrganisation.PRODUCTION.endpoint(), Environment.TEST,
                false,
                Connection.TokenOrigin.ENVIRONMENT_VARIABLE);

        model(Optional.of(given)).connect(new char[0]);
        model(Optional.of(given)).connect("AstraCS:two:1f".toCharArray());

        assertThat(window.watch.connected).extracting(Connection::origin).containsExactly(
                Connection.TokenOrigin.ENVIRONMENT_VARIABLE, Connection.TokenOrigin.KEYSTORE);
    }

    @Test
    void asksForTheTokenThatIsToBeReplaced() {
        var changing = model(Optional.of(TestOrganisation.PRODUCTION));
        changing.expectToken();

        changing.connect(new char[0]);

        assertThat(window.watch.connected).isEmpty();
    }

    @Test
    void forgetsANewConnectionThatWasAcceptedAfterThePersonHadGone() {
        window.watch.answerConnect(_ -> {
            model.close();
            return new ConnectionCheck.Passed(List.of(), Fact.recorded("The service accepts the token."));
        });

        model.connect("AstraCS:one:1f".toCharArray());

        assertThat(window.watch.forgotten).containsExactly(window.watch.connected.getFirst().id());
    }

    @Test
    void wantsNoChangeOnceThePersonHasGone() {
        var changing = model(Optional.of(TestOrganisation.PRODUCTION));
        window.watch.answerConnect(_ -> {
            changing.close();
            return new ConnectionCheck.Failed(Fact.recorded("Nothing was changed."));
        });

        changing.connect("AstraCS:one:1f".toCharArray());

        assertThat(window.watch.wanted).containsExactly(false);
        assertThat(window.watch.forgotten).isEmpty();
    }

    @Test
    void takesNameAndEndpointOfEachProfileThatIsChosen() {
        choose(profile("dev", "https://api.dev.cloud.datastax.com"));
        choose(profile("test", "https://api.test.cloud.datastax.com"));

        assertThat(model.nameProperty().get()).isEqualTo("test");
        assertThat(model.endpointProperty().get()).isEqualTo("https://api.test.cloud.datastax.com");
    }

    @Test
    void leavesANameThatThePersonTyped() {
        model.nameProperty().set("Frankfurt");

        choose(profile("dev", "https://api.dev.cloud.datastax.com"));

        assertThat(model.nameProperty().get()).isEqualTo("Frankfurt");
    }

    @Test
    void theTokenOfAProfileGoesToNoOtherAddress() {
        choose(profile("dev", "https://api.dev.cloud.datastax.com"));
        model.endpointProperty().set("https://elsewhere.example.com");

        model.connect(new char[0]);

        assertThat(window.watch.connected).isEmpty();
        assertThat(bad()).contains("“dev”", "https://api.dev.cloud.datastax.com", "not sent elsewhere");

        model.endpointProperty().set("https://API.dev.cloud.datastax.com/");
        model.connect(new char[0]);

        assertThat(window.watch.tokens).containsExactly("AstraCS:dev:1f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"clientId\":\"x\",\"secret\":\"y\"}", "AstraCS:one", "hunter2", "AstraCS:a:1 AstraCS:b:2"})
    void nothingButATokenLeaves(String typed) {
        model.connect(typed.toCharArray());

        assertThat(window.watch.connected).isEmpty();
        assertThat(bad()).containsAnyOf("not an application token", "several tokens").doesNotContain(typed);
    }

    @Test
    void wipesTheTokensOfProfilesThatAreFoundAfterThePersonHadGone() {
        var late = profile("late", "https://api.astra.datastax.com");
        model.close();

        find(late);

        assertThat(late.token().isEmpty()).isTrue();
    }

    private void choose(AstraCliProfile profile) {
        find(profile);
        model.profileProperty().set(profile);
    }

    private void find(AstraCliProfile profile) {
        var before = model.profilesProperty().get().profiles();
        var all = new ArrayList<>(before);
        all.add(profile);
        model.found(new AstraCliProfiles.FoundProfiles(Optional.empty(), all, List.of()));
    }

    private static AstraCliProfile profile(String name, String endpoint) {
        return new AstraCliProfile(name, Secret.of("AstraCS:" + name + ":1f"), URI.create(endpoint));
    }

    private String bad() {
        assertThat(model.attemptProperty().get()).isInstanceOf(ConnectAttempt.ConnectFailed.class);
        return ((ConnectAttempt.ConnectFailed) model.attemptProperty().get()).sentence();
    }

    @Test
    void saysWhereTheSystemsProxyCannotBeUsed() {
        var unusable = new ConnectViewModel(window.context(new SameThreadUi()), Runnable::run,
                OkHttpConnector::readEndpoint, _ -> {
                    throw new FactException(Fact.of(ServiceFact.PROXY_UNUSABLE, "https_proxy"));
                }, Optional.empty());

        assertThat(unusable.proxy().systemProxyProperty().get())
                .contains("The proxy that https_proxy names cannot be used", "Nothing is sent directly");
    }

    private ConnectViewModel model(Optional<Connection> existing) {
        return new ConnectViewModel(
                window.context(new SameThreadUi()), Runnable::run, OkHttpConnector::readEndpoint,
                _ -> Optional.of("proxy.example.com:3128"), existing);
    }
}
