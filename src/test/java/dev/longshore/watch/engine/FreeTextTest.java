package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.BILLING;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static dev.longshore.watch.engine.WatchFixture.PROD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.journal.JournalException;
import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.FreeText;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Remark;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import dev.longshore.support.EnglishText;
import dev.longshore.watch.AddOutcome;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.InitializeOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people write in their own words passes one rule before it is written down. */
class FreeTextTest {
    @TempDir private Path folder;

    @Test
    void whatPeopleWriteUsuallyIsNoSecret() {
        assertThat(FreeText.refusal("Go live", "nightly import, tier 1", "CHG-10432: the owner has agreed", "",
                "orders 4f2a", "Übergabe 10 %", "basic checks", "token renewed by Ann")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "AstraCS:abcdefgh:0123456789", "my AstraCS:zyxwvuts:9876543210", "password=correct-horse",
        "Bearer 0123456789abcdef", "https://ann:opensesame@example.invalid/", "AKIAABCDEFGHIJKLMNOP"})
    void noFieldKeepsASecret(String secret) throws IOException {
        try (var fixture = WatchFixture.importing(folder)) {
            var watch = fixture.watch;
            var key = WatchFixture.key(ORDERS);
            var sentence = EnglishText.say(FreeText.refusal(secret).orElseThrow());

            assertThat(watch.save(deadline(secret, "")).join().map(EnglishText::say)).contains(sentence);
            assertThat(watch.save(deadline("Go live", secret)).join()).isPresent();
            assertThat(watch.save(freeze(secret, "")).join()).isPresent();
            assertThat(watch.save(freeze("Audit", secret)).join()).isPresent();
            assertThat(watch.add(WatchFixture.key(BILLING), secret).join()).isInstanceOf(AddOutcome.NotAdded.class);
            assertThat(watch.add(WatchFixture.key(BILLING), "", List.of("eu", secret)).join())
                    .isInstanceOf(AddOutcome.NotAdded.class);
            assertThatThrownBy(() -> watch.rename(key, secret).join()).isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(FactException.class);
            assertThatThrownBy(() -> watch.tag(key, List.of(secret)).join()).hasCauseInstanceOf(FactException.class);
            assertThat(watch.note(key, secret).join().map(EnglishText::say)).contains(sentence);
            assertThat(watch.changeQueue(new DatabaseKey(PROD.id(), ORDERS.database()), new QueueChange.LaunchApproved(
                    ORDERS.migration(), secret)).join().map(EnglishText::say)).contains(sentence);
            var command = watch.command(new CommandRequest(key, Action.PAUSE, null, secret)).join();
            assertThat(command.state()).isInstanceOf(CommandState.Refused.class);
            assertThat(command.author().reason()).isEmpty();
            assertThat(watch.connect(named(secret), Secret.of("AstraCS:test")).join())
                    .isInstanceOf(ConnectionCheck.Failed.class);
            assertThat(watch.initialize(PROD.id(), request(), secret).join())
                    .isInstanceOf(InitializeOutcome.NotInitialized.class);

            assertThat(fixture.api.posts).isEmpty();
            assertThat(fixture.api.initialized).isEmpty();
            assertThat(watch.snapshot().troubles()).as("the journal is well").isEmpty();
            assertThat(watch.snapshot().toString()).doesNotContain(secret);
        }
        assertThat(kept()).doesNotContain(secret);
    }

    @Test
    void theJournalIsTheLastToRefuseIt() {
        try (var fixture = WatchFixture.importing(folder)) {
            var secret = "AstraCS:abcdefgh:0123456789";
            var journal = fixture.journal;

            assertThatThrownBy(() -> journal.save(deadline(secret, ""))).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> journal.save(freeze("Audit", secret))).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> journal.save(named(secret))).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> journal.save(new RegisteredMigration(
                    WatchFixture.key(BILLING), "billing", List.of(secret), Instant.EPOCH)))
                    .isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> journal.recordRemark(new Remark(
                    "r", WatchFixture.key(ORDERS), null, Remark.RemarkKind.NOTE, "ann", Instant.EPOCH, secret)))
                    .isInstanceOf(JournalException.class);
            assertThat(journal.ownDeadlines()).isEmpty();
        }
    }

    private String kept() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static OwnDeadline deadline(String name, String route) {
        return new OwnDeadline("d", WatchFixture.key(ORDERS), name, new DeadlineRule.FixedTime(Instant.EPOCH), route,
                Instant.EPOCH, false);
    }

    private static FreezeWindow freeze(String name, String tag) {
        return new FreezeWindow("f", name, new FreezeScope(Optional.empty(), tag),
                new FreezeTimes.OnceFrozen(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)));
    }

    private static Connection named(String name) {
        return new Connection(PROD.id(), name, PROD.endpoint(), PROD.environment(), false, PROD.origin());
    }

    private static InitializeRequest request() {
        return new InitializeRequest(ORDERS.database(), null, OptionalInt.empty(), OptionalDouble.empty());
    }
}
