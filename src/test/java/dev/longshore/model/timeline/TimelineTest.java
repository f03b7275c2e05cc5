package dev.longshore.model.timeline;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.ORDERS;
import static dev.longshore.model.ModelSamples.accepted;
import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.history;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.refused;
import static dev.longshore.model.ModelSamples.requested;
import static dev.longshore.model.ModelSamples.scheduled;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.model.ModelSamples.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.History;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.StatusChange;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ForecastFact;
import dev.longshore.model.timeline.Timeline.Span;
import dev.longshore.model.timeline.Timeline.TimelineEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineTest {
    @Test
    void showsOnePhaseAfterTheOtherWithoutGaps() {
        var observations = List.of(
                seen(NOON, Phase.INITIALIZING),
                seen(minutes(5), Phase.RECEIVING_FILES),
                seen(minutes(9), Phase.RECEIVING_FILES, days(7)),
                seen(hours(2), Status.of("READY")));

        assertThat(timeline(observations).spans())
                .containsExactly(
                        new Span(status(Phase.INITIALIZING), new StatusChange(null, NOON),
                                new StatusChange(NOON, minutes(5))),
                        new Span(status(Phase.RECEIVING_FILES), new StatusChange(NOON, minutes(5)),
                                new StatusChange(minutes(9), hours(2))),
                        new Span(Status.of("READY"), new StatusChange(minutes(9), hours(2)), null));
    }

    @Test
    void aPhaseBeganAfterTheLastLookThatSawTheOneBefore() {
        var history = new History(
                List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(hours(9), Phase.MIGRATION_DONE)), List.of(),
                List.of(),
                Map.of(hours(9), hours(2)));

        var spans = Timeline.of(history, null, hours(10)).spans();

        assertThat(spans.getFirst().length(hours(10)))
                .isEqualTo(new StatusChange.DurationRange(Duration.ofHours(2), null));
        assertThat(spans.getLast().began()).isEqualTo(new StatusChange(hours(2), hours(9)));
        assertThat(spans.getLast().length(hours(10)))
                .isEqualTo(new StatusChange.DurationRange(Duration.ofHours(1), Duration.ofHours(8)));
    }

    @Test
    void isEmptyBeforeTheFirstAnswer() {
        var timeline = Timeline.of(history(), null, NOON);

        assertThat(timeline.now()).isEqualTo(NOON);
        assertThat(timeline.spans()).isEmpty();
        assertThat(timeline.events()).isEmpty();
        assertThat(timeline.deadlines()).isEmpty();
        assertThat(timeline.forecast()).isInstanceOf(Forecast.NoForecast.class);
    }

    @Test
    void carriesDeadlinesForecastAndBlindSpans() {
        var seen = seen(NOON, Phase.RECEIVING_FILES, days(7));
        var blind = new WatchGap(ORDERS, NOON, hours(1), WatchGap.Reason.ASLEEP);
        var timeline = Timeline.of(new History(List.of(seen), List.of(), List.of(blind)), known(seen), hours(2));

        assertThat(timeline.watchGaps()).containsExactly(blind);
        assertThat(timeline.deadlines()).extracting(Deadline::at).containsExactly(days(7));
        assertThat(timeline.forecast())
                .isEqualTo(new Forecast.NoForecast(Fact.of(ForecastFact.NOT_LAUNCHED)));
    }

    @Test
    void showsEveryStateOfEveryCommandInTheOrderOfTime() {
        var pause = accepted(Action.PAUSE, minutes(10)).withState(new CommandState.Observed(minutes(30)));
        var resume = requested(Action.RESUME, minutes(20));

        assertThat(timeline(List.of(seen(NOON, Phase.PAUSED)), pause, resume).events())
                .containsExactly(
                        new TimelineEvent.CommandChanged(minutes(10), pause, pause.states().get(0)),
                        new TimelineEvent.CommandChanged(minutes(10), pause, pause.states().get(1)),
                        new TimelineEvent.CommandChanged(minutes(20), resume, resume.state()),
                        new TimelineEvent.CommandChanged(minutes(30), pause, pause.state()));
    }

    @Test
    void showsOnceWhenTheDirectoryWasSeenToBeSealed() {
        var observations = List.of(
                seen(NOON, Phase.INITIALIZING),
                seen(hours(1), Phase.RECEIVING_FILES),
                seen(hours(2), Phase.STARTING),
                seen(hours(3), Phase.IMPORT_IN_PROGRESS),
                seen(hours(4), Phase.FAILED),
                seen(hours(5), Phase.IMPORT_IN_PROGRESS));

        assertThat(ofType(TimelineEvent.Sealed.class, observations))
                .containsExactly(new TimelineEvent.Sealed(hours(2)));
    }

    @ParameterizedTest
    @EnumSource(names = {"INITIALIZING", "RECEIVING_FILES"})
    void seesTheSealFromEitherPhaseBeforeIt(Phase phase) {
        assertThat(ofType(TimelineEvent.Sealed.class, List.of(seen(NOON, phase), seen(hours(1), Phase.MIGRATION_DONE))))
                .hasSize(1);
    }

    @Test
    void claimsNoTimeOfTheSealWhereNobodyWatched() {
        assertThat(ofType(TimelineEvent.Sealed.class,
                List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(hours(1), Phase.MIGRATION_DONE))))
                .isEmpty();
        assertThat(ofType(TimelineEvent.Sealed.class,
                List.of(seen(NOON, Phase.RECEIVING_FILES), seen(hours(1), Phase.CLOSED))))
                .isEmpty();
    }

    @Test
    void theSealLiesBetweenTheLastOpenLookAndTheFirstSealedOne() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES), seen(hours(2), Phase.STARTING), seen(hours(3), Phase.FAILED));

        assertThat(sealing(observations)).contains(new StatusChange(NOON, hours(2)));
        assertThat(sealing(observations.subList(0, 1))).isEmpty();
        assertThat(sealing(observations.subList(1, 3))).contains(new StatusChange(null, hours(2)));
    }

    @Test
    void aLaunchFromHereThatWasAcceptedIsTheMomentOfTheSeal() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES), seen(hours(2), Phase.STARTING), seen(hours(3), Phase.FAILED));

        assertThat(sealing(observations, accepted(Action.LAUNCH, minutes(30))))
                .contains(StatusChange.at(minutes(30)));
        assertThat(sealing(observations, accepted(Action.LAUNCH, hours(4)), accepted(Action.PAUSE, hours(1))))
                .contains(new StatusChange(NOON, hours(2)));
    }

    private static Optional<StatusChange> sealing(List<Observation> observations, Command... commands) {
        return TimelineEvents.sealing(new History(observations, List.of(commands), List.of()));
    }

    @Test
    void showsThePointOfNoReturnOncePerImport() {
        var observations = List.of(
                seen(NOON, Phase.IMPORT_IN_PROGRESS, "Converting 3 of 9"),
                seen(hours(1), Phase.IMPORT_IN_PROGRESS, "Importing metadata 1 of 9"),
                seen(hours(2), Phase.IMPORT_IN_PROGRESS, "Importing metadata 2 of 9"),
                seen(hours(3), Phase.FAILED),
                seen(hours(4), Phase.IMPORT_IN_PROGRESS, "Importing metadata 1 of 9"));

        assertThat(ofType(TimelineEvent.PointOfNoReturnPassed.class, observations))
                .containsExactly(new TimelineEvent.PointOfNoReturnPassed(hours(1)),
                        new TimelineEvent.PointOfNoReturnPassed(hours(4)));
    }

    /** Each change of phase with what explains it: nothing needed, nothing does, or commands of ours. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            INITIALIZING,       RECEIVING_FILES,    ''
            INITIALIZING,       FAILED,             ''
            INITIALIZING,       IMPORT_IN_PROGRESS, LAUNCH
            RECEIVING_FILES,    INITIALIZING,       nothing
            RECEIVING_FILES,    STARTING,           LAUNCH
            RECEIVING_FILES,    IMPORT_IN_PROGRESS, LAUNCH
            RECEIVING_FILES,    PAUSED,             LAUNCH PAUSE
            RECEIVING_FILES,    MIGRATION_DONE,     LAUNCH
            RECEIVING_FILES,    FAILED,             LAUNCH
            RECEIVING_FILES,    ABORTED,            LAUNCH ABORT
            RECEIVING_FILES,    CLEANING_UP_FILES,  CLEAN_UP
            RECEIVING_FILES,    CLOSED,             CLEAN_UP
            STARTING,           IMPORT_IN_PROGRESS, ''
            STARTING,           FAILED,             ''
            STARTING,           ABORTED,            ABORT
            IMPORT_IN_PROGRESS, MIGRATION_DONE,     ''
            IMPORT_IN_PROGRESS, FAILED,             ''
            IMPORT_IN_PROGRESS, PAUSED,             PAUSE
            IMPORT_IN_PROGRESS, ABORTED,            ABORT
            IMPORT_IN_PROGRESS, RECEIVING_FILES,    ABORT
            IMPORT_IN_PROGRESS, CLOSED,             CLEAN_UP
            PAUSED,             IMPORT_IN_PROGRESS, RESUME
            PAUSED,             MIGRATION_DONE,     ''
            PAUSED,             FAILED,             ''
            PAUSED,             ABORTED,            ABORT
            FAILED,             IMPORT_IN_PROGRESS, LAUNCH
            FAILED,             MIGRATION_DONE,     LAUNCH
            MIGRATION_DONE,     IMPORT_IN_PROGRESS, nothing
            MIGRATION_DONE,     FAILED,             nothing
            MIGRATION_DONE,     CLEANING_UP_FILES,  CLEAN_UP
            ABORTED,            IMPORT_IN_PROGRESS, nothing
            ABORTED,            CLOSED,             CLEAN_UP
            CLEANING_UP_FILES,  CLOSED,             ''
            CLOSED,             IMPORT_IN_PROGRESS, nothing
            """)
    void tellsAChangeByOthersFromOurOwnAndFromTheLifecycles(Phase from, Phase to, String needed) {
        var observations = List.of(seen(NOON, from, days(7)), seen(hours(1), to));
        var all = new ArrayList<Command>();
        for (var action : Action.values()) {
            all.add(accepted(action, minutes(30)));
        }
        var others = List.of(new TimelineEvent.ChangedByOthers(hours(1), status(from), status(to)));

        assertThat(changes(observations, all)).isEqualTo(needed.equals("nothing") ? others : List.of());
        for (var action : Action.values()) {
            var without = all.stream().filter(each -> each.action() != action).toList();
            assertThat(changes(observations, without))
                    .as("without %s", action)
                    .isEqualTo(needed.equals("nothing") || needed.contains(action.name()) ? others : List.of());
        }
    }

    @Test
    void blamesNobodyForACleanupThatWasDue() {
        assertThat(changes(List.of(seen(NOON, Phase.FAILED, minutes(65)), seen(hours(1), Phase.CLEANING_UP_FILES)),
                List.of()))
                .isEmpty();
        assertThat(changes(List.of(seen(NOON, Phase.FAILED, minutes(66)), seen(hours(1), Phase.CLEANING_UP_FILES)),
                List.of()))
                .hasSize(1);
        assertThat(changes(List.of(seen(NOON, Phase.FAILED), seen(hours(1), Phase.CLEANING_UP_FILES)), List.of()))
                .isEmpty();
    }

    @Test
    void blamesNobodyForAnotherWordOfTheSamePhaseOrAWordThatNobodyKnows() {
        var observations = List.of(
                seen(NOON, Status.of("Pausing")), seen(hours(1), Status.of("Paused")),
                seen(hours(2), Status.of("Rebalancing")), seen(hours(3), Phase.ABORTED));

        assertThat(changes(observations, List.of())).isEmpty();
    }

    @Test
    void explainsOneChangeByOneCommandOnly() {
        var pause = accepted(Action.PAUSE, minutes(10)).withState(new CommandState.Observed(minutes(30)));
        var observations = List.of(
                seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(minutes(30), Phase.PAUSED),
                seen(minutes(40), Phase.IMPORT_IN_PROGRESS), seen(minutes(50), Phase.PAUSED));

        assertThat(changes(observations, List.of(pause)))
                .extracting(TimelineEvent::at)
                .containsExactly(minutes(40), minutes(50));
    }

    @Test
    void explainsNoChangeByACommandThatWasRefusedOrCameLater() {
        var observations = List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(minutes(30), Phase.PAUSED));

        assertThat(changes(observations, List.of(refused(Action.PAUSE, minutes(10))))).hasSize(1);
        assertThat(changes(observations, List.of(requested(Action.PAUSE, minutes(31))))).hasSize(1);
        assertThat(changes(observations, List.of(requested(Action.PAUSE, minutes(30))))).isEmpty();
    }

    @Test
    void allowsACommandALateEffect() {
        var resume = accepted(Action.RESUME, NOON)
                .withState(new CommandState.NoEffect(minutes(10), Fact.recorded("Nothing.")));

        assertThat(
                changes(List.of(seen(NOON, Phase.PAUSED), seen(minutes(70), Phase.IMPORT_IN_PROGRESS)),
                        List.of(resume)))
                .isEmpty();
        assertThat(
                changes(List.of(seen(NOON, Phase.PAUSED), seen(minutes(71), Phase.IMPORT_IN_PROGRESS)),
                        List.of(resume)))
                .hasSize(1);
    }

    @Test
    void allowsAPauseAsMuchTimeAsRunningJobsMayTake() {
        var pause = accepted(Action.PAUSE, NOON).withState(new CommandState.NoEffect(NOON, Fact.recorded("Nothing.")));

        assertThat(
                changes(List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(hours(24), Phase.PAUSED)), List.of(pause)))
                .isEmpty();
        assertThat(
                changes(List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(hours(25), Phase.PAUSED)), List.of(pause)))
                .hasSize(1);
    }

    @Test
    void showsWhenSomebodyElseMovedTheCleanup() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES, days(7)),
                seen(hours(1), Phase.RECEIVING_FILES),
                seen(hours(2), Phase.RECEIVING_FILES, days(9)),
                seen(hours(3), Phase.RECEIVING_FILES, days(9).plusSeconds(60)),
                seen(hours(4), Phase.RECEIVING_FILES, days(8)));

        assertThat(ofType(TimelineEvent.CleanupMoved.class, observations))
                .containsExactly(
                        new TimelineEvent.CleanupMoved(hours(2), days(7), days(9)),
                        new TimelineEvent.CleanupMoved(hours(4), days(9).plusSeconds(60), days(8)));
    }

    @Test
    void showsNoMoveThatWeAskedFor() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES, days(7)), seen(hours(2), Phase.RECEIVING_FILES, days(9)));

        assertThat(ofType(TimelineEvent.CleanupMoved.class, observations, scheduled(days(9), hours(1)))).isEmpty();
        assertThat(ofType(TimelineEvent.CleanupMoved.class, observations, scheduled(days(8), hours(1)))).hasSize(1);
    }

    @Test
    void showsNoMoveByALaunchOfOursThatTheStatusDoesNotShowYet() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES, days(6)),
                seen(minutes(12), Phase.RECEIVING_FILES, days(7).plusSeconds(600)));
        var late = List.of(observations.getFirst(), seen(minutes(12), Phase.RECEIVING_FILES, days(8)));

        assertThat(ofType(TimelineEvent.CleanupMoved.class, observations, accepted(Action.LAUNCH, minutes(10))))
                .isEmpty();
        assertThat(ofType(TimelineEvent.CleanupMoved.class, observations, accepted(Action.LAUNCH, minutes(12))))
                .hasSize(1);
        assertThat(ofType(TimelineEvent.CleanupMoved.class, observations, refused(Action.LAUNCH, minutes(10))))
                .hasSize(1);
        assertThat(ofType(TimelineEvent.CleanupMoved.class, late, accepted(Action.LAUNCH, minutes(10)))).hasSize(1);
    }

    @Test
    void showsNoMoveByAnImportThatStartedTheIdleWeekAnew() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES, days(7)),
                seen(days(1), Phase.IMPORT_IN_PROGRESS, days(7)),
                seen(days(2), Phase.MIGRATION_DONE, days(9)),
                seen(days(3), Phase.MIGRATION_DONE, days(8)));

        assertThat(ofType(TimelineEvent.CleanupMoved.class, observations))
                .containsExactly(new TimelineEvent.CleanupMoved(days(3), days(9), days(8)));
    }

    private static Timeline timeline(List<Observation> observations, Command... commands) {
        return Timeline.of(history(observations, commands), known(observations), days(1));
    }

    private static List<TimelineEvent> changes(List<Observation> observations, List<Command> commands) {
        return ofType(TimelineEvent.ChangedByOthers.class, observations, commands.toArray(Command[]::new));
    }

    private static List<TimelineEvent> ofType(Class<? extends TimelineEvent> type, List<Observation> observations,
            Command... commands) {
        return timeline(observations, commands).events().stream().filter(type::isInstance).toList();
    }
}
