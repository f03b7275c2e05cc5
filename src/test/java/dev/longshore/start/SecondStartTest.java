package dev.longshore.start;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.platform.SecondStartRequest;
import dev.longshore.support.FakeWatch;
import dev.longshore.support.TestOrganisation;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondStartTest {
    private static final MigrationRef REF = MigrationRef.parse("db-1/m-1");

    private final FakeWatch watch = new FakeWatch(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    private final List<URI> connects = new ArrayList<>();
    private final List<Connection> tokens = new ArrayList<>();
    private final List<MigrationKey> shown = new ArrayList<>();
    private final SecondStart secondStart = new SecondStart(watch, connects::add, tokens::add, shown::add);

    @Test
    void watchesThroughTheConnectionThatIsThere() {
        var said = secondStart.accept(new SecondStartRequest(TestOrganisation.PRODUCTION.endpoint(), List.of(REF)));

        assertThat(watch.added).extracting(each -> each.key().connection(), each -> each.key().ref())
                .containsExactly(tuple(TestOrganisation.PRODUCTION.id(), REF));
        assertThat(said).isEqualTo(Fact.of(
                StartFact.OWN_CONNECTION_USED, "production", TestOrganisation.PRODUCTION.endpoint().toString(), 1));
    }

    @Test
    void asksForATokenWhereThereIsNoConnectionToThatEndpoint() {
        var endpoint = URI.create("https://elsewhere.example.com");

        var said = secondStart.accept(new SecondStartRequest(endpoint, List.of(REF)));

        assertThat(connects).containsExactly(endpoint);
        assertThat(watch.added).isEmpty();
        assertThat(say(said)).contains("no token that works for " + endpoint, "never passed on", "--watch");
    }

    @Test
    void showsTheMigrationOfALink() {
        var listed = watch.snapshot().migrations().get(1);

        var said = secondStart.accept(
                new SecondStartRequest(Optional.empty(), List.of(), Optional.of(listed.key().ref())));

        assertThat(shown).containsExactly(listed.key());
        assertThat(said).isEqualTo(Fact.of(StartFact.LINK_SHOWN, listed.name()));
    }

    @Test
    void saysThatALinkNamesAMigrationThatIsNotListed() {
        var said = secondStart.accept(new SecondStartRequest(Optional.empty(), List.of(), Optional.of(REF)));

        assertThat(shown).isEmpty();
        assertThat(say(said)).isEqualTo("The link names a migration that is not on the list: db-1/m-1.");
    }

    @Test
    void asksForATokenOfAConnectionThatHasNoneThatWorks() {
        watch.publish(new Snapshot(
                2, TestOrganisation.NOW,
                List.of(new WatchedConnection(
                        TestOrganisation.PRODUCTION,
                        new WatchedConnection.Health.Stopped(Fact.recorded("It rejects the token.")),
                        new TokenLocation.NoToken(Optional.empty()), List.of(), null, null, null)),
                List.of(), List.of(), List.of()));

        secondStart.accept(new SecondStartRequest(TestOrganisation.PRODUCTION.endpoint(), List.of()));

        assertThat(tokens).containsExactly(TestOrganisation.PRODUCTION);
        assertThat(connects).isEmpty();
    }
}
