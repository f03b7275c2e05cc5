package dev.longshore.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.cli.Arguments;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.Connection;
import dev.longshore.platform.Folders;
import dev.longshore.watch.engine.PollingWatch;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The token of the environment goes to the endpoint that it was given for, and to no other. */
class TokenOfTheEnvironmentTest {
    private static final String A = "http://127.0.0.1:4801";
    private static final String B = "http://127.0.0.1:4802";

    private final Map<String, String> settings = new HashMap<>();
    private final List<Connection> saved = new ArrayList<>();

    /** The endpoints that a start opens with {@code token}; what it opens is kept for the next one. */
    private List<String> start(String token, String... arguments) {
        var environment = Map.of(Arguments.TOKEN_VARIABLE, token);
        var start = (Arguments.OpenWindow) Arguments.parse(List.of(arguments), environment,
                OkHttpConnector::readEndpoint);
        var program = ProgramStart.of(start, new Folders(Path.of("unused")), environment);
        var opened = new StartConnections(List.copyOf(saved), program.target(), program.tokens(), new GivenTokens(
                key -> Optional.ofNullable(settings.get(key)), settings::put)).all();
        opened.stream().map(PollingWatch.ConnectionToOpen::connection).filter(each -> !saved.contains(each))
                .forEach(saved::add);
        return opened.stream().map(each -> each.connection().endpoint().toString()).toList();
    }

    @Test
    void isTakenOutOfWhatSurroundsItAndNothingElseIsOne() {
        start("AstraCS:a:1f", "--connect", A);

        assertThat(start("export ASTRA_DB_APPLICATION_TOKEN=\"AstraCS:a:1f\"")).containsExactly(A);
        assertThat(start("AstraCS:a")).isEmpty();
        assertThat(start("{\"clientId\": \"x\", \"secret\": \"y\"}")).isEmpty();
    }

    @Test
    void anotherTokenGoesToNoEndpointOfEarlierStarts() {
        start("AstraCS:a:1f", "--connect", A);
        start("AstraCS:b:1f", "--connect", B);

        assertThat(start("AstraCS:c:1f")).isEmpty();
    }

    @Test
    void theSameTokenGoesToItsOwnEndpointOnly() {
        start("AstraCS:a:1f", "--connect", A);
        start("AstraCS:b:1f", "--connect", B);

        assertThat(start("AstraCS:a:1f")).containsExactly(A);
        assertThat(start("AstraCS:b:1f")).containsExactly(B);
    }

    @Test
    void aTokenThatWasGivenForBothGoesToBoth() {
        start("AstraCS:a:1f", "--connect", A);
        start("AstraCS:a:1f", "--connect", B);

        assertThat(start("AstraCS:a:1f")).containsExactly(A, B);
    }

    @Test
    void aTokenThatWasReplacedGoesNowhereAnyMore() {
        start("AstraCS:a:1f", "--connect", A);
        start("AstraCS:b:1f", "--connect", A);

        assertThat(start("AstraCS:a:1f")).isEmpty();
        assertThat(start("AstraCS:b:1f")).containsExactly(A);
    }

    @Test
    void anEndpointThatWasChangedSinceGetsNothing() {
        start("AstraCS:a:1f", "--connect", A);
        var before = saved.removeFirst();
        saved.add(new Connection(before.id(), before.name(), URI.create(B), before.environment(), before.readOnly(),
                before.origin()));

        assertThat(start("AstraCS:a:1f")).isEmpty();
    }

    @Test
    void keptTextThatSomebodyDamagedGivesNothing() {
        start("AstraCS:a:1f", "--connect", A);
        for (var damaged : List.of("", ":", "zz:zz", "00", "00:")) {
            settings.replaceAll((_, _) -> damaged);

            assertThat(start("AstraCS:a:1f")).isEmpty();
        }
    }

    @Test
    void anEmptyTokenGoesNowhere() {
        start("AstraCS:a:1f", "--connect", A);

        assertThat(start(" ")).isEmpty();
    }

    @Test
    void whatIsKeptDoesNotHoldTheToken() {
        start("AstraCS:averysecretone:1f", "--connect", A);

        assertThat(settings.toString()).doesNotContain("AstraCS", "secret");
    }
}
