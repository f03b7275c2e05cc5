package dev.longshore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Connection;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitializeDeskTest {
    private static final DatabaseId DB = new DatabaseId("db-1");
    private static final MigrationRef MADE = new MigrationRef(DB, new MigrationId("made-1"));

    @TempDir private Path folder;

    private static InitializeOutcome initialize(WatchRig rig) {
        return rig.watch
                .initialize(WatchRig.PROD.id(), InitializeRequest.into(DB), " customers ")
                .join();
    }

    private static List<Initialization> kept(WatchRig rig) {
        return rig.watch.initializations().join();
    }

    private static WatchRig connected(Path folder) {
        var rig = WatchRig.begin(folder);
        rig.connect();
        return rig;
    }

    @Test
    void putsWhatWasMadeOnTheListAtOnceAndWatchesIt() {
        try (var rig = connected(folder)) {
            var outcome = initialize(rig);
            rig.pass(Duration.ofSeconds(5));

            assertThat(outcome).isInstanceOf(InitializeOutcome.Made.class);
            assertThat(rig.row(MADE).name()).isEqualTo("customers");
            assertThat(rig.row(MADE).lastKnown()).isNotNull();
        }
    }

    @Test
    void keepsTheNoteBeforeTheCallLeaves() {
        try (var rig = connected(folder)) {
            var onDisk = new ArrayList<Initialization>();
            rig.api.duringPost = () -> onDisk.addAll(rig.journal.initializations());

            initialize(rig);

            assertThat(onDisk)
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.answer()).isInstanceOf(Answer.Open.class));
        }
    }

    @Test
    void keepsTheIdWithTheAnswer() {
        try (var rig = connected(folder)) {
            initialize(rig);

            assertThat(kept(rig)).extracting(Initialization::answer)
                    .containsExactly(new Answer.Made(rig.clock.instant(), WatchRig.key(MADE)));
            assertThat(rig.journal.register()).extracting(RegisteredMigration::key)
                    .containsExactly(WatchRig.key(MADE));
        }
    }

    @Test
    void tellsWhatToDoAboutALostAnswerAndDoesNotAskAgain() {
        try (var rig = connected(folder)) {
            rig.api.brokenPosts = new ApiError.Network("The answer was lost.", true);

            var outcome = initialize(rig);
            rig.pass(Duration.ofHours(1));

            assertThat(outcome).isInstanceOfSatisfying(InitializeOutcome.Unanswered.class, lost -> assertThat(
                    lost.sentence()).startsWith("The answer was lost.").contains("cannot list migrations"));
            assertThat(rig.api.initialized).hasSize(1);
            assertThat(kept(rig)).extracting(Initialization::answer)
                    .singleElement()
                    .isInstanceOf(Answer.Unanswered.class);
        }
    }

    @Test
    void tellsWhatTheServiceRefused() {
        try (var rig = connected(folder)) {
            rig.api.brokenPosts = new ApiError.Forbidden("The token's role may not do that.");

            assertThat(initialize(rig)).isEqualTo(new InitializeOutcome.Refused("The token's role may not do that."));
        }
    }

    @Test
    void countsACallThatWasUnderWayAtTheEndOfTheProgramAsUnanswered() {
        var rig = connected(folder);
        rig.journal.initializing(new Initialization(
                "i-1", WatchRig.PROD.id(), DB, null, "customers", rig.clock.instant(), new Answer.Open()));
        try (var again = rig.restarted(folder)) {
            again.connect();
            again.pass(Duration.ofMinutes(1));

            assertThat(again.api.initialized).isEmpty();
            assertThat(kept(again)).singleElement().satisfies(asked -> assertThat(asked.answer())
                    .isInstanceOfSatisfying(Answer.Unanswered.class, lost -> assertThat(lost.why())
                            .startsWith("Longshore ended before the answer came.")));
        }
    }

    @Test
    void sendsNothingThatCannotBeNoted() {
        try (var rig = connected(folder)) {
            rig.journal.close();

            assertThat(initialize(rig)).isInstanceOf(InitializeOutcome.Refused.class);
            assertThat(rig.api.initialized).isEmpty();
        }
    }

    @Test
    void showsTheIdToWriteDownWhenItCannotBeKept() {
        try (var rig = connected(folder)) {
            rig.api.duringPost = rig.journal::close;

            var outcome = initialize(rig);
            rig.watch.tick();

            assertThat(outcome).isInstanceOfSatisfying(InitializeOutcome.Made.class,
                    made -> assertThat(made.sentence()).contains("made-1").contains("write it down"));
            assertThat(rig.row(MADE)).isNotNull();
        }
    }

    @Test
    void sendsNothingThroughAConnectionThatIsReadOnlyOrNotThere() {
        try (var rig = connected(folder)) {
            rig.watch.open(readOnly(WatchRig.PROD), Secret.of("AstraCS:test"));

            assertThat(initialize(rig)).isInstanceOf(InitializeOutcome.Refused.class);
            assertThat(rig.watch
                    .initialize(OtherConnection.TEST.id(), InitializeRequest.into(DB), "")
                    .join()).isInstanceOf(InitializeOutcome.Refused.class);
            assertThat(rig.api.initialized).isEmpty();
        }
    }

    private static Connection readOnly(Connection other) {
        return new Connection(
                other.id(), other.name(), other.endpoint(), other.environment(), true, other.origin());
    }
}
