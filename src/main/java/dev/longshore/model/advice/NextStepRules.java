package dev.longshore.model.advice;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.ModelText;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.Status;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.CollisionText;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.model.lifecycle.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the next step: what may be lost first, then what waits for a person, then what is merely the next phase. */
final class NextStepRules {
    private static final Duration CREDENTIALS_SOON = Duration.ofMinutes(15);

    private final Situation situation;
    private final List<Deadline> deadlines;
    private final Forecast forecast;
    private final @Nullable Command latest;

    NextStepRules(Situation situation, List<Deadline> deadlines, Forecast forecast, @Nullable Command latest) {
        this.situation = situation;
        this.deadlines = deadlines;
        this.forecast = forecast;
        this.latest = latest;
    }

    NextStep mostUrgent() {
        var known = situation.lastKnown();
        if (known == null) {
            return hint(Fact.recorded("Wait for the first answer of the service."));
        }
        return switch (known.status()) {
            case Status.UnknownStatus unknownStatus ->
                extend(unknownStatus, Risk.RED).orElseGet(() -> hint(Fact.recorded("Find out what the status "
                        + ModelText.status(unknownStatus) + " means: until then only the cleanup can be put off.")));
            case Status.KnownStatus status when status.meaning().isClosing() -> closing(status.meaning());
            case Status.KnownStatus status -> extend(status, Risk.RED)
                    .or(this::undecided)
                    .or(this::withoutEffect)
                    .orElseGet(() -> inPhase(status));
        };
    }

    private static NextStep closing(Phase phase) {
        return hint(Fact.recorded(
                phase == Phase.CLOSED ? "Nothing left to do: it is cleaned up." : "Nothing to do: the cleanup runs."));
    }

    private Optional<NextStep> extend(Status status, Risk risk) {
        var collision = CollisionGuard.assess(situation.now(), status, deadlines, forecast);
        return CollisionGuard.cleanup(deadlines)
                .filter(due -> collision.risk() == risk)
                .map(due -> "Extend the cleanup: it " + CollisionText.inShort(situation.now(), due, forecast) + ".")
                .map(sentence -> step(Fact.recorded(sentence), Action.SCHEDULE_CLEANUP));
    }

    private Optional<NextStep> undecided() {
        return Optional.ofNullable(situation.open())
                .filter(Command::isOpen)
                .map(open -> hint(Fact
                        .recorded("Wait: " + ModelText.noun(open.action()) + " was asked for and is not seen yet.")));
    }

    private Optional<NextStep> withoutEffect() {
        return Optional.ofNullable(latest)
                .filter(NextStepRules::didNotHappen)
                .map(Command::action)
                .filter(this::isAllowed)
                .map(action -> step(
                        Fact.recorded(ModelText.capital(ModelText.noun(action))
                                + " did not happen: ask again if it is still wanted."),
                        action));
    }

    private static boolean didNotHappen(Command command) {
        return switch (command.state()) {
            case CommandState.NoEffect _,CommandState.Refused _ -> true;
            case CommandState.Requested _,CommandState.Accepted _,CommandState.Unanswered _,CommandState.Observed _ ->
                false;
        };
    }

    private NextStep inPhase(Status.KnownStatus status) {
        return switch (status.meaning()) {
            case FAILED -> relaunch();
            case PAUSED ->
                step(Fact.recorded("Resume the import when you are ready: the cleanup clock goes on."), Action.RESUME);
            case RECEIVING_FILES -> credentials().or(() -> extend(status, Risk.AMBER)).orElseGet(this::launch);
            case INITIALIZING -> hint(Fact.recorded("Wait for the upload directory."));
            case STARTING -> amberOr(status, hint(Fact.recorded("Wait for the import to run.")));
            case IMPORT_IN_PROGRESS -> amberOr(status, hint(Fact.recorded("Nothing to do: the import runs.")));
            case MIGRATION_DONE -> step(Fact.recorded("Check the imported data, then clean up."), Action.CLEAN_UP);
            case ABORTED -> step(Fact.recorded("Clean up, and begin a new migration if the data is still wanted."),
                    Action.CLEAN_UP);
            case CLEANING_UP_FILES, CLOSED -> closing(status.meaning());
        };
    }

    private NextStep amberOr(Status status, NextStep otherwise) {
        return extend(status, Risk.AMBER).orElse(otherwise);
    }

    private Optional<NextStep> credentials() {
        return deadlines.stream()
                .filter(each -> each.cause() == Deadline.Cause.CREDENTIALS)
                .map(each -> Duration.between(situation.now(), each.at()))
                .filter(left -> left.compareTo(CREDENTIALS_SOON) < 0)
                .map(left -> hint(Fact.recorded(left.isPositive()
                        ? "Renew the upload credentials: they end in " + ModelText.span(left) + "."
                        : "Renew the upload credentials: they have ended.")))
                .findFirst();
    }

    private NextStep launch() {
        return switch (Lifecycle.ruling(Action.LAUNCH, situation)) {
            case Ruling.Allowed _ ->
                step(Fact.recorded("Launch the import once every upload is complete."), Action.LAUNCH);
            case Ruling.Denied denied ->
                hint(Fact.sentences(Fact.recorded("Upload, but do not launch yet:"), denied.why()));
        };
    }

    private NextStep relaunch() {
        var choice = "Read why it failed: launch again if the cause lies outside the files, else begin a new migration.";
        return switch (Lifecycle.ruling(Action.LAUNCH, situation)) {
            case Ruling.Allowed _ -> step(Fact.recorded(choice), Action.LAUNCH);
            case Ruling.Denied denied -> hint(Fact.sentences(Fact.recorded(choice + " Not yet:"), denied.why()));
        };
    }

    private boolean isAllowed(Action action) {
        return Lifecycle.ruling(action, situation).isAllowed();
    }

    private NextStep step(Fact fact, Action action) {
        return new NextStep(fact, Optional.of(action).filter(this::isAllowed));
    }

    private static NextStep hint(Fact fact) {
        return new NextStep(fact, Optional.empty());
    }
}
