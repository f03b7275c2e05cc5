package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Secret;
import dev.longshore.secret.AddressedTokenStore;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.FakeTokens;
import dev.longshore.support.FullDisk;
import dev.longshore.support.ManualClock;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.WatchSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that is made or changed is as before or as it was entered, and no token goes where it was not given for. */
class ChangedConnectionTest {
    private static final Connection PROD = WatchFixture.PROD;
    private static final Connection ELSEWHERE = new Connection(
            PROD.id(), "elsewhere", URI.create("https://elsewhere.invalid"), PROD.environment(), false, PROD.origin());

    private final FakeTokens tokens = new FakeTokens();
    private final List<String> sent = new ArrayList<>();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T03:00:00Z"));
    private final Map<String, String> settings = new HashMap<>();
    private SqliteJournal journal;
    private boolean isFull;
    private PollingWatch watch;

    @BeforeEach
    void begin(@TempDir Path folder) {
        journal = SqliteJournal.open(folder, clock, EnglishText::say);
        start();
        watch.connect(PROD, Secret.of("AstraCS:prod")).join();
        sent.clear();
    }

    /** As at the start of the program. */
    private void start() {
        var dependencies = new WatchDependencies(
                FullDisk.holding(journal, () -> isFull),
                new AddressedTokenStore(tokens, key -> Optional.ofNullable(settings.get(key)), settings::put),
                (connection, token) -> {
                    sent.add(connection.endpoint().getHost() + " " + new String(token.reveal()));
                    return new FakeApi(clock);
                }, clock, Runnable::run);
        watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(7), "dba");
    }

    private void startAgain() {
        watch.close();
        tokens.inMemory.clear();
        sent.clear();
        start();
        journal.connections().forEach(watch::restore);
    }

    @AfterEach
    void end() {
        watch.close();
        journal.close();
    }

    @Test
    void staysAsItIsWhereNobodyWantsTheChangeAnyMore() {
        var check = watch.connect(ELSEWHERE, Secret.of("AstraCS:other"), () -> false).join();

        assertThat(check).isInstanceOf(ConnectionCheck.Failed.class);
        assertIsAsBefore();
        assertThat(tokens.inKeystore).containsEntry(PROD.id(), "AstraCS:prod");
    }

    @Test
    void sendsTheTokenThatIsKeptToNoOtherAddressThanThatOfNow() {
        watch.connect(ELSEWHERE, Secret.of("AstraCS:other")).join();
        sent.clear();

        var asItWasBefore = watch.connect(PROD, null).join();

        assertThat(asItWasBefore).isInstanceOf(ConnectionCheck.Failed.class);
        assertThat(sent).isEmpty();
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void keepsNoTokenBesideAnAddressThatCouldNotBeWritten() {
        isFull = true;

        var check = watch.connect(ELSEWHERE, Secret.of("AstraCS:other")).join();

        assertThat(check).isInstanceOf(ConnectionCheck.Failed.class);
        assertIsAsBefore();
        assertThat(tokens.inKeystore).isEmpty();
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void aNewOneIsRefusedWhereTheNextStartWouldNotKnowOfIt() {
        isFull = true;
        var added = new Connection(new ConnectionId("new"), "new", URI.create("https://new.invalid"),
                PROD.environment(), false, PROD.origin());

        var check = watch.connect(added, Secret.of("AstraCS:new")).join();

        assertThat(check).isInstanceOfSatisfying(ConnectionCheck.Failed.class,
                failed -> assertThat(EnglishText.say(failed.fact())).contains("The disk is full."));
        assertThat(watch.snapshot().connection(added.id())).isEmpty();
        assertThat(tokens.inKeystore).doesNotContainKey(added.id());

        isFull = false;
        assertThat(watch.connect(added, Secret.of("AstraCS:new")).join()).isInstanceOf(ConnectionCheck.Passed.class);
        assertThat(journal.connections()).containsExactlyInAnyOrder(PROD, added);
    }

    @Test
    void doesNotMoveWhileTheKeystoreKeepsTheTokenOfTheAddressBefore() {
        tokens.state = FakeTokens.LOCKED;

        var check = watch.connect(ELSEWHERE, Secret.of("AstraCS:other")).join();

        assertThat(check).isEqualTo(new ConnectionCheck.Failed(FakeTokens.LOCKED.fact()));
        assertIsAsBefore();
    }

    @Test
    void hasTheAddressOnDiskBeforeItsTokenIsKept() {
        tokens.beforeSave = () -> {
            assertThat(journal.connections()).containsExactly(ELSEWHERE);
            assertThat(tokens.inKeystore).isEmpty();
        };

        var check = watch.connect(ELSEWHERE, Secret.of("AstraCS:other")).join();

        assertThat(check).isInstanceOf(ConnectionCheck.Passed.class);
        assertThat(tokens.inKeystore).containsEntry(PROD.id(), "AstraCS:other");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsATokenToNoAddressThatWasChangedWhileThereWasNoKeystore(boolean isKnownForWhich) {
        if (!isKnownForWhich) {
            settings.clear();
        }
        tokens.state = FakeTokens.MISSING;
        watch.connect(ELSEWHERE, Secret.of("AstraCS:other")).join();
        tokens.state = FakeTokens.THERE;

        startAgain();

        assertThat(tokens.inKeystore).containsEntry(PROD.id(), "AstraCS:prod");
        assertThat(sent).isEmpty();

        watch.connect(ELSEWHERE, Secret.of("AstraCS:other")).join();
        startAgain();
        assertThat(sent).containsExactly("elsewhere.invalid AstraCS:other");
    }

    @Test
    void sendsATokenToNoAddressThatAColleagueHasEntered() {
        journal.save(ELSEWHERE);

        startAgain();

        assertThat(sent).isEmpty();
    }

    @Test
    void takesATokenThatWasKeptBeforeAddressesWereForThatOfItsConnection() {
        settings.clear();

        startAgain();
        assertThat(sent).containsExactly("example.invalid AstraCS:prod");

        journal.save(ELSEWHERE);
        startAgain();
        assertThat(sent).isEmpty();
    }

    private void assertIsAsBefore() {
        watch.tick();
        assertThat(journal.connections()).containsExactly(PROD);
        assertThat(watch.snapshot().connection(PROD.id()).orElseThrow().connection()).isEqualTo(PROD);
    }
}
