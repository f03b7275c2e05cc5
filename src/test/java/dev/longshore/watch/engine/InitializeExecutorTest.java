package dev.longshore.watch.engine;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.ApiError;
import dev.longshore.model.Connection;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.support.ExpectedFault;
import dev.longshore.watch.InitializeOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitializeExecutorTest {
    private static final DatabaseId DB = new DatabaseId("db-1");
    private static final MigrationRef MADE = new MigrationRef(DB, new MigrationId("made-1"));

    private static final Initialization.InitializeSettings SETTINGS = new Initialization.InitializeSettings(
            "db-1-2", OptionalInt.of(4), OptionalDouble.of(2.5));

    @TempDir private Path folder;

    private static InitializeOutcome initialize(WatchFixture fixture) {
        return fixture.watch
                .initialize(WatchFixture.PROD.id(), InitializeRequest.into(DB), " customers ")
                .join();
    }

    private static List<Initialization> kept(WatchFixture fixture) {
        return fixture.journal.initializations();
    }

    private static WatchFixture connected(Path folder) {
        var fixture = WatchFixture.begin(folder);
        fixture.connect();
        return fixture;
    }

    @Test
    void putsWhatWasMadeOnTheListAtOnceAndWatchesIt() {
        try (var fixture = connected(folder)) {
            var outcome = initialize(fixture);
            fixture.pass(Duration.ofSeconds(5));

            assertThat(outcome).isInstanceOf(InitializeOutcome.Initialized.class);
            assertThat(fixture.row(MADE).name()).isEqualTo("customers");
            assertThat(fixture.row(MADE).lastKnown()).isNotNull();
        }
    }

    @Test
    void knowsAtOnceAndAfterARestartInWhosePlaceItWasMade() {
        var failed = WatchFixture.key(new MigrationRef(DB, new MigrationId("failed-1")));
        try (var fixture = connected(folder)) {
            fixture.watch.initialize(WatchFixture.PROD.id(), InitializeRequest.into(DB), "again", failed).join();
            fixture.pass(Duration.ofSeconds(5));

            assertThat(fixture.row(MADE).earlierAttempts()).containsExactly(failed);
            assertThat(fixture.row(MADE).attempt()).isEqualTo(2);
            assertThat(fixture.journal.register()).singleElement()
                    .satisfies(each -> assertThat(each.earlierAttempts()).containsExactly(failed));
        }
    }

    @Test
    void keepsTheNoteBeforeTheCallLeaves() {
        try (var fixture = connected(folder)) {
            var onDisk = new ArrayList<Initialization>();
            fixture.api.duringPost = () -> onDisk.addAll(fixture.journal.initializations());

            initialize(fixture);

            assertThat(onDisk)
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.answer()).isInstanceOf(Answer.Pending.class));
        }
    }

    @Test
    void keepsTheIdWithTheAnswer() {
        try (var fixture = connected(folder)) {
            initialize(fixture);

            assertThat(kept(fixture)).extracting(Initialization::answer)
                    .containsExactly(new Answer.Created(fixture.clock.instant(), WatchFixture.key(MADE)));
            assertThat(fixture.journal.register()).extracting(RegisteredMigration::key)
                    .containsExactly(WatchFixture.key(MADE));
        }
    }

    @Test
    void tellsWhatToDoAboutALostAnswerAndDoesNotAskAgain() {
        try (var fixture = connected(folder)) {
            fixture.api.brokenPosts = new ApiError.Network(Fact.recorded("The answer was lost."), true);

            var outcome = initialize(fixture);
            fixture.pass(Duration.ofHours(1));

            assertThat(outcome).isInstanceOfSatisfying(InitializeOutcome.MayExist.class,
                    lost -> assertThat(lost.fact()).isEqualTo(
                            Fact.sentences(Fact.recorded("The answer was lost."),
                                    Fact.of(WatchFact.INITIALIZE_UNCERTAIN))));
            assertThat(fixture.api.initialized).hasSize(1);
            assertThat(kept(fixture)).extracting(Initialization::answer)
                    .singleElement()
                    .isInstanceOf(Answer.Lost.class);
        }
    }

    @Test
    void tellsWhatTheServiceRefused() {
        try (var fixture = connected(folder)) {
            fixture.api.brokenPosts = new ApiError.Forbidden(Fact.recorded("The token's role may not do that."));

            assertThat(initialize(fixture))
                    .isEqualTo(
                            new InitializeOutcome.NotInitialized(Fact.recorded("The token's role may not do that.")));
        }
    }

    @Test
    void countsACallThatWasUnderWayAtTheEndOfTheProgramAsUnanswered() {
        var fixture = connected(folder);
        fixture.journal.recordInitialization(new Initialization(
                "i-1", WatchFixture.PROD.id(), DB, Initialization.InitializeSettings.DEFAULT, "customers", "dba",
                fixture.clock.instant(), new Answer.Pending()));
        try (var again = fixture.restarted(folder)) {
            again.connect();
            again.pass(Duration.ofMinutes(1));

            assertThat(again.api.initialized).isEmpty();
            assertThat(kept(again)).singleElement().satisfies(asked -> assertThat(asked.answer())
                    .isInstanceOfSatisfying(Answer.Lost.class, lost -> assertThat(say(lost.why()))
                            .startsWith("Longshore closed before the reply came.")));
        }
    }

    @Test
    void tellsOfALostAnswerUntilItIsDismissed() {
        try (var fixture = connected(folder)) {
            lose(fixture);
            assertThat(unanswered(fixture)).singleElement()
                    .satisfies(each -> assertThat(each.name()).isEqualTo("customers"))
                    .satisfies(each -> assertThat(each.settings()).isEqualTo(SETTINGS))
                    .satisfies(each -> assertThat(each.askedBy()).isEqualTo("dba"))
                    .satisfies(each -> assertThat(each.answer()).isInstanceOf(Answer.Lost.class));

            assertThat(fixture.watch.dismissInitialization(unanswered(fixture).getFirst().id()).join()).isEmpty();

            assertThat(unanswered(fixture)).isEmpty();
            assertThat(kept(fixture)).singleElement()
                    .satisfies(each -> assertThat(each.answer()).isInstanceOf(Answer.Dismissed.class));
        }
    }

    @Test
    void tellsOfALostAnswerAlsoAfterTheNextStart() {
        var fixture = connected(folder);
        lose(fixture);
        var before = unanswered(fixture);
        try (var again = fixture.restarted(folder)) {
            assertThat(again.watch.snapshot().unanswered()).isEqualTo(before);
        }
    }

    @Test
    void whatIsDismissedStaysSoAfterTheNextStart() {
        var fixture = connected(folder);
        lose(fixture);
        fixture.watch.dismissInitialization(unanswered(fixture).getFirst().id()).join();
        try (var again = fixture.restarted(folder)) {
            assertThat(again.watch.snapshot().unanswered()).isEmpty();
        }
    }

    @Test
    void tellsOfACallThatWasUnderWayAtTheEndOfTheProgram() {
        var fixture = connected(folder);
        fixture.journal.recordInitialization(new Initialization(
                "i-1", WatchFixture.PROD.id(), DB, SETTINGS, "customers", "dba", fixture.clock.instant(),
                new Answer.Pending()));
        try (var again = fixture.restarted(folder)) {
            assertThat(again.watch.snapshot().unanswered()).extracting(Initialization::id).containsExactly("i-1");
        }
    }

    @Test
    void newestComesFirstAndOneIsDismissedWithoutTheOthers() {
        try (var fixture = connected(folder)) {
            lose(fixture);
            fixture.pass(Duration.ofMinutes(1));
            lose(fixture);
            var both = unanswered(fixture);
            assertThat(both).extracting(Initialization::at).isSortedAccordingTo(Comparator.reverseOrder());

            fixture.watch.dismissInitialization(both.getFirst().id()).join();

            assertThat(unanswered(fixture)).containsExactly(both.getLast());
        }
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void whatCannotBeDismissedStaysAndSaysWhy() {
        try (var fixture = connected(folder)) {
            lose(fixture);
            fixture.journal.close();

            var trouble = fixture.watch.dismissInitialization(unanswered(fixture).getFirst().id()).join();

            assertThat(trouble).isPresent();
            assertThat(unanswered(fixture)).hasSize(1);
        }
    }

    @Test
    void nothingIsToldOfAConnectionThatWasRemoved() {
        try (var fixture = connected(folder)) {
            lose(fixture);

            fixture.watch.forget(WatchFixture.PROD.id()).join();

            assertThat(unanswered(fixture)).isEmpty();
            assertThat(kept(fixture)).hasSize(1);
        }
    }

    @Test
    void aSecondClickDismissesNothingElse() {
        try (var fixture = connected(folder)) {
            lose(fixture);
            var id = unanswered(fixture).getFirst().id();
            fixture.watch.dismissInitialization(id).join();

            assertThat(fixture.watch.dismissInitialization(id).join()).isEmpty();
        }
    }

    private static void lose(WatchFixture fixture) {
        fixture.api.brokenPosts = new ApiError.Network(Fact.recorded("The answer was lost."), true);
        fixture.watch.initialize(WatchFixture.PROD.id(), new InitializeRequest(
                DB, SETTINGS.datacenter(), SETTINGS.concurrency(), SETTINGS.targetSubsetSizeGb()), "customers").join();
    }

    private static List<Initialization> unanswered(WatchFixture fixture) {
        fixture.watch.tick();
        return fixture.watch.snapshot().unanswered();
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void sendsNothingThatCannotBeNoted() {
        try (var fixture = connected(folder)) {
            fixture.journal.close();

            assertThat(initialize(fixture)).isInstanceOf(InitializeOutcome.NotInitialized.class);
            assertThat(fixture.api.initialized).isEmpty();
        }
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void showsTheIdToWriteDownWhenItCannotBeKept() {
        try (var fixture = connected(folder)) {
            fixture.api.duringPost = fixture.journal::close;

            var outcome = initialize(fixture);
            fixture.watch.tick();

            assertThat(outcome).isInstanceOfSatisfying(InitializeOutcome.Initialized.class,
                    initialized -> assertThat(say(initialized.fact())).contains("made-1").contains("write it down"));
            assertThat(fixture.row(MADE)).isNotNull();
        }
    }

    @Test
    void sendsNothingThroughAConnectionThatIsReadOnlyOrNotThere() {
        try (var fixture = connected(folder)) {
            fixture.watch.open(readOnly(WatchFixture.PROD), Secret.of("AstraCS:test"));

            assertThat(initialize(fixture)).isInstanceOf(InitializeOutcome.NotInitialized.class);
            assertThat(fixture.watch
                    .initialize(SecondConnection.TEST.id(), InitializeRequest.into(DB), "")
                    .join()).isInstanceOf(InitializeOutcome.NotInitialized.class);
            assertThat(fixture.api.initialized).isEmpty();
        }
    }

    private static Connection readOnly(Connection other) {
        return new Connection(
                other.id(), other.name(), other.endpoint(), other.environment(), true, other.origin());
    }
}
