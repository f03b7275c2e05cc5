package dev.longshore.model.cleanup;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.History;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling.Denied;
import dev.longshore.model.Status;
import dev.longshore.model.advice.NextStep;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.model.timeline.Timeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for whatever a service may answer and a person may ask for, in whatever order. */
class AnyHistoryTest {
    /** One step of a history: what is seen so many minutes after the step before it. */
    record HistoryStep(int minutes, String word, Optional<String> progress, Optional<Integer> cleanupHours) {}

    @Property(tries = 400)
    void spansFollowEachOtherWithoutGapsFromTheFirstObservationOn(
            @ForAll("steps") List<HistoryStep> steps, @ForAll("commands") List<Command> commands) {
        var observations = observations(steps);
        var spans = timeline(observations, commands).spans();

        assertThat(spans.getFirst().from()).isEqualTo(observations.getFirst().at());
        assertThat(spans.getLast().to()).isNull();
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i - 1).to()).isEqualTo(spans.get(i).from());
            assertThat(spans.get(i - 1).status()).isNotEqualTo(spans.get(i).status());
        }
    }

    @Property(tries = 400)
    void eventsAndDeadlinesAreInTheOrderOfTime(
            @ForAll("steps") List<HistoryStep> steps, @ForAll("commands") List<Command> commands) {
        var timeline = timeline(observations(steps), commands);

        assertThat(timeline.events()).isSortedAccordingTo(Comparator.comparing(Timeline.TimelineEvent::at));
        assertThat(timeline.deadlines()).isSortedAccordingTo(Comparator.comparing(Deadline::at));
    }

    @Property(tries = 400)
    void aForecastLiesAheadAndInOrder(@ForAll("steps") List<HistoryStep> steps) {
        var timeline = timeline(observations(steps), List.of());

        if (timeline.forecast() instanceof Forecast.Range range) {
            assertThat(range.earliest()).isBetween(timeline.now(), range.latest());
        } else {
            assertThat(say(((Forecast.NoForecast) timeline.forecast()).reason())).endsWith(".");
        }
    }

    @Property(tries = 400)
    void everyRefusalIsASentence(@ForAll("steps") List<HistoryStep> steps, @ForAll Action action) {
        var ruling = Lifecycle.ruling(action, situation(observations(steps)));

        assertThat(ruling instanceof Denied denied ? say(denied.why()) : "Allowed.").matches("(?s)\\S.*\\.");
    }

    @Property(tries = 400)
    void inAStatusThatNobodyKnowsTheCleanupIsOnlyPutOff(
            @ForAll("steps") List<HistoryStep> steps, @ForAll Action action, @ForAll("times") Instant time) {
        var situation = situation(observations(steps));
        var planned = known(observations(steps)).expectedCleanupTime();
        var later = planned != null && time.truncatedTo(ChronoUnit.SECONDS).isAfter(planned.value());
        var allowed = action == Action.SCHEDULE_CLEANUP
                ? Lifecycle.scheduling(new CleanupTime(time), situation).isAllowed() && !later
                : Lifecycle.ruling(action, situation).isAllowed();

        assertThat(situation.phase().isEmpty() && allowed).isFalse();
    }

    @Property(tries = 400)
    void aCleanupIsNeverAllowedWhileAnImportRuns(@ForAll("steps") List<HistoryStep> steps) {
        var situation = situation(observations(steps));
        var imports = situation.phase().filter(phase -> phase == Phase.IMPORT_IN_PROGRESS).isPresent();

        assertThat(imports && Lifecycle.ruling(Action.CLEAN_UP, situation).isAllowed()).isFalse();
    }

    @Property(tries = 400)
    void aTimeThatIsNotInTheFutureIsNeverScheduled(@ForAll("steps") List<HistoryStep> steps,
            @ForAll("times") Instant time) {
        var situation = situation(observations(steps));

        assertThat(Lifecycle.scheduling(new CleanupTime(time), situation).isAllowed()
                && time.getEpochSecond() * 1000 <= situation.now().toEpochMilli()).isFalse();
    }

    @Property(tries = 400)
    void theNextStepIsASentenceAndAnActionThatIsAllowed(
            @ForAll("steps") List<HistoryStep> steps, @ForAll("commands") List<Command> commands) {
        var timeline = timeline(observations(steps), commands);
        var situation = situation(observations(steps));
        var latest = commands.isEmpty() ? null : commands.getLast();
        var next = NextStep.of(situation, timeline.deadlines(), timeline.forecast(), latest);

        assertThat(say(next.fact())).matches("(?s)\\S.*[.?]");
        assertThat(next.action().filter(action -> !Lifecycle.ruling(action, situation).isAllowed())).isEmpty();
    }

    @Property(tries = 400)
    void aScheduledCleanupStaysScheduledWhateverFollows(
            @ForAll("steps") List<HistoryStep> steps, @ForAll("steps") List<HistoryStep> more,
            @ForAll("commands") List<Command> commands) {
        var all = new ArrayList<>(steps);
        all.addAll(more);
        var observations = observations(all);
        var before = CleanupCauseRule.of(
                new History(observations.subList(0, steps.size()), commands, List.of()),
                known(observations.subList(0, steps.size())));
        var after = CleanupCauseRule.of(new History(observations, commands, List.of()), known(observations));

        assertThat(before == Deadline.Cause.CLEANUP_SCHEDULED && after == Deadline.Cause.CLEANUP_IDLE).isFalse();
    }

    @Property(tries = 400)
    void anOpenCommandIsSettledByWhateverIsSeenAfterTheLag(
            @ForAll("steps") List<HistoryStep> steps, @ForAll("commands") @Size(min = 1) List<Command> commands) {
        var command = commands.getFirst();
        var late = observations(steps).getLast();
        var seen = seen(command.state().at().plus(ModelSamples.LAG), late.status());

        assertThat(Lifecycle.outcome(command, seen, ModelSamples.LAG).isPresent()).isEqualTo(command.isOpen());
    }

    @Provide
    Arbitrary<List<HistoryStep>> steps() {
        var words = Arbitraries.of(
                "Initializing", "ReceivingFiles", "READY", "STARTING", "ImportInProgress", "IN_PROGRESS", "Paused",
                "DONE",
                "ERROR", "Aborted", "CleaningUpFiles", "Closed", "Rebalancing", "");
        var progress = Arbitraries.of("", "Converting", "1 %", "30 %", "31 %", "60 of 80", "100 %",
                "Importing metadata");
        return Combinators.combine(
                Arbitraries.integers().between(0, 6000), words, progress.optional(),
                Arbitraries.integers().between(-300, 900).optional())
                .as(HistoryStep::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        return Combinators
                .combine(times(), Arbitraries.of(Action.values()), times(), Arbitraries.integers().between(0, 5))
                .as(AnyHistoryTest::command)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs().between(-600_000, 60_000_000).map(seconds -> NOON.plusMillis(seconds * 100));
    }

    private static Command command(Instant at, Action action, Instant cleanup, int state) {
        var asked = new Command("c", ModelSamples.ORDERS, action, new CleanupTime(cleanup),
                List.of(new CommandState.Requested(at)));
        return switch (state) {
            case 0 -> asked;
            case 1 -> asked.withState(new CommandState.Accepted(at));
            case 2 -> asked.withState(new CommandState.Unanswered(at, Fact.recorded("")));
            case 3 -> asked.withState(new CommandState.Observed(at));
            case 4 -> asked.withState(new CommandState.Refused(at, Fact.recorded("")));
            default -> asked.withState(new CommandState.NoEffect(at, Fact.recorded("")));
        };
    }

    private static List<Observation> observations(List<HistoryStep> steps) {
        var observations = new ArrayList<Observation>();
        var time = NOON;
        for (var historyStep : steps) {
            time = time.plusSeconds(historyStep.minutes() * 60L);
            observations.add(seen(
                    time, Status.of(historyStep.word()), historyStep.progress().orElse(null),
                    historyStep.cleanupHours().map(ModelSamples::hours).orElse(null)));
        }
        return observations;
    }

    private static Timeline timeline(List<Observation> observations, List<Command> commands) {
        return Timeline.of(
                new History(observations, commands, List.of()), known(observations), observations.getLast().at());
    }

    private static Situation situation(List<Observation> observations) {
        return new Situation(observations.getLast().at(), known(observations), false, null, List.of());
    }
}
