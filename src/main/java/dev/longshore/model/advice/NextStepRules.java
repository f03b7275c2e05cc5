package dev.longshore.model.advice;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.Status;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactKind;
import dev.longshore.model.fact.LifecycleFact;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.model.lifecycle.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the next step: what may be lost first, then what waits for a user, then what is merely the next phase. */
final class NextStepRules {
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
            return hint(AdviceFact.WAIT_FOR_ANSWER);
        }
        return switch (known.status()) {
            case Status.UnknownStatus unknownStatus ->
                extend(unknownStatus, Risk.RED).orElseGet(() -> hint(AdviceFact.CLARIFY_STATUS, unknownStatus));
            case Status.KnownStatus status when status.meaning().isClosing() -> closing(status.meaning());
            case Status.KnownStatus status -> extend(status, Risk.RED)
                    .or(this::undecided)
                    .or(this::withoutEffect)
                    .orElseGet(() -> inPhase(status));
        };
    }

    /** Nothing is decided on what may be old, but a later cleanup can do nothing but save the files. */
    NextStep withoutAnswer(Silence silence) {
        var length = Duration.between(silence.since(), situation.now());
        var retry = Optional.ofNullable(silence.retryAt())
                .map(at -> Fact.of(AdviceFact.NEXT_CHECK, new Distance(at)));
        return Optional.ofNullable(situation.lastKnown()).map(LastKnown::status)
                .flatMap(status -> extend(status, Risk.RED))
                .filter(step -> step.action().isPresent())
                .map(step -> new NextStep(Fact.of(AdviceFact.NO_ANSWER_EXTEND, length), step.reason(), step.action()))
                .orElseGet(() -> new NextStep(Fact.of(AdviceFact.NO_ANSWER, length),
                        retry, Optional.empty()));
    }

    private static NextStep closing(Phase phase) {
        return hint(phase == Phase.CLOSED ? AdviceFact.NOTHING_LEFT : AdviceFact.CLEANUP_RUNS);
    }

    private Optional<NextStep> extend(Status status, Risk risk) {
        var collision = CollisionGuard.assess(situation.now(), status, deadlines, forecast);
        return CollisionGuard.cleanup(deadlines)
                .filter(due -> collision.risk() == risk)
                .map(due -> step(Fact.of(AdviceFact.SCHEDULE_LATER_CLEANUP), margin(due, risk),
                        Action.SCHEDULE_CLEANUP));
    }

    /** How little time is left; where that is not urgent yet, also how much it should be. */
    private Fact margin(Deadline due, Risk risk) {
        var left = CollisionGuard.inShort(situation.now(), due, forecast);
        return risk == Risk.RED ? left
                : Fact.sentences(left, Fact.of(AdviceFact.MARGIN_RECOMMENDED, CollisionGuard.AMBER_UNDER));
    }

    private Optional<NextStep> undecided() {
        return situation.undecided().stream().findFirst().map(NextStepRules::waitFor);
    }

    private static NextStep waitFor(Command open) {
        return open.action() == Action.PAUSE && open.state() instanceof CommandState.Accepted accepted
                ? hint(AdviceFact.PAUSING, accepted.at())
                : hint(LifecycleFact.WAITING_FOR_EFFECT, open.action(), open.requestedAt());
    }

    private Optional<NextStep> withoutEffect() {
        return Optional.ofNullable(latest)
                .filter(command -> isAllowed(command.action()))
                .flatMap(command -> tryAgain(command.state())
                        .map(kind -> step(Fact.of(kind, command.action()), command.action())));
    }

    private static Optional<AdviceFact> tryAgain(CommandState state) {
        return switch (state.kind()) {
            case NO_EFFECT -> Optional.of(AdviceFact.TRY_AGAIN);
            case REFUSED -> Optional.of(AdviceFact.TRY_AGAIN_REFUSED);
            case NOT_SENT -> Optional.of(AdviceFact.TRY_AGAIN_NOT_SENT);
            case REQUESTED, ACCEPTED, UNANSWERED, OBSERVED -> Optional.empty();
        };
    }

    private NextStep inPhase(Status.KnownStatus status) {
        return switch (status.meaning()) {
            case FAILED -> afterFailure(FailureCause.of(Objects.requireNonNull(situation.lastKnown())));
            case PAUSED -> step(resume(), Action.RESUME);
            case RECEIVING_FILES -> credentials().or(() -> extend(status, Risk.AMBER)).orElseGet(this::launch);
            case INITIALIZING -> hint(AdviceFact.WAIT_FOR_DIRECTORY);
            case STARTING -> amberOr(status, hint(AdviceFact.WAIT_FOR_IMPORT));
            case IMPORT_IN_PROGRESS -> amberOr(status, hint(AdviceFact.IMPORT_RUNS));
            case MIGRATION_DONE -> step(Fact.of(AdviceFact.CHECK_DATA), Action.CLEAN_UP);
            case ABORTED -> step(Fact.of(AdviceFact.CLEAN_UP_ABORTED), Action.CLEAN_UP);
            case CLEANING_UP_FILES, CLOSED -> closing(status.meaning());
        };
    }

    private Fact resume() {
        return CollisionGuard.cleanup(deadlines)
                .map(due -> Fact.of(AdviceFact.RESUME_BEFORE_CLEANUP, new Distance(due.at())))
                .orElse(Fact.of(AdviceFact.RESUME));
    }

    private NextStep amberOr(Status status, NextStep otherwise) {
        return extend(status, Risk.AMBER).orElse(otherwise);
    }

    private Optional<NextStep> credentials() {
        return deadlines.stream()
                .filter(each -> each.isEndOfCredentials(situation.now()))
                .map(each -> new NextStep(AlertRules.credentials(situation.now(), each.at()), Optional.empty()))
                .findFirst();
    }

    private NextStep launch() {
        return switch (Lifecycle.ruling(Action.LAUNCH, situation)) {
            case Ruling.Allowed _ -> step(Fact.of(AdviceFact.LAUNCH), Action.LAUNCH);
            case Ruling.Denied denied -> hint(AdviceFact.KEEP_UPLOADING, denied);
        };
    }

    /** A launch is offered only where the cause is known to lie outside the files. */
    private NextStep afterFailure(FailureCause cause) {
        if (cause.isInTheFiles()) {
            return new NextStep(Fact.of(AdviceFact.UPLOAD_AGAIN),
                    Optional.of(Fact.of(AdviceFact.FILES_AT_FAULT, cause)),
                    Optional.empty());
        }
        return cause == FailureCause.UNKNOWN
                ? new NextStep(Fact.of(AdviceFact.FIND_CAUSE), Optional.of(Fact.of(AdviceFact.RELAUNCH_OR_ANEW)),
                        Optional.empty())
                : relaunch();
    }

    private NextStep relaunch() {
        return switch (Lifecycle.ruling(Action.LAUNCH, situation)) {
            case Ruling.Allowed _ -> step(Fact.of(AdviceFact.RELAUNCH), Fact.of(AdviceFact.NO_NEW_UPLOAD),
                    Action.LAUNCH);
            case Ruling.Denied denied -> hint(AdviceFact.RELAUNCH_LATER, denied);
        };
    }

    private boolean isAllowed(Action action) {
        return Lifecycle.ruling(action, situation).isAllowed();
    }

    private NextStep step(Fact fact, Action action) {
        return new NextStep(fact, Optional.of(action).filter(this::isAllowed));
    }

    private NextStep step(Fact fact, Fact reason, Action action) {
        return new NextStep(fact, Optional.of(reason), Optional.of(action).filter(this::isAllowed));
    }

    private static NextStep hint(FactKind kind, Ruling.Denied denied) {
        return new NextStep(Fact.of(kind), Optional.of(denied.why()), Optional.empty());
    }

    private static NextStep hint(FactKind kind, Object... figures) {
        return new NextStep(Fact.of(kind, figures), Optional.empty());
    }
}
