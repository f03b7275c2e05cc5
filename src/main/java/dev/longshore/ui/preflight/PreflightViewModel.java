package dev.longshore.ui.preflight;

import dev.longshore.model.DatabaseKey;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.model.launch.LaunchCheck;
import dev.longshore.model.launch.LaunchCheck.CheckResult;
import dev.longshore.model.launch.LaunchCheck.CheckSubject;
import dev.longshore.model.launch.Preflight;
import dev.longshore.model.launch.Preflight.PreflightKnowledge;
import dev.longshore.model.launch.Preflight.ServiceAnswer;
import dev.longshore.model.launch.Preflight.ServiceAnswers;
import dev.longshore.ui.context.UiContext;
import dev.longshore.watch.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The checks before a migration of a database is initialized or launched. Asks, and changes nothing. FX thread only. */
public final class PreflightViewModel {
    private final ReadOnlyObjectWrapper<PreflightState> state = new ReadOnlyObjectWrapper<>(this, "state",
            new PreflightState(false, List.of()));
    private final UiContext context;
    private Optional<DatabaseKey> asked = Optional.empty();
    private Optional<DatabaseKey> underWay = Optional.empty();
    private Optional<ServiceAnswers> answered = Optional.empty();
    private Set<String> keyspaces = Set.of();

    /**
     * How far the checks have come.
     *
     * @param isUnderWay whether the service is being asked
     * @param checks what came of the last ones; empty before
     */
    public record PreflightState(boolean isUnderWay, List<LaunchCheck> checks) {
        public PreflightState {
            checks = List.copyOf(checks);
        }

        /** How many have failed. */
        public long failed() {
            return checks.stream().filter(each -> each.result() instanceof CheckResult.CheckFailed).count();
        }

        /** True where the database was asked about and nobody knows whether it is ready. */
        public boolean isDatabaseUnknown() {
            return checks.stream().anyMatch(each -> each.subject() == CheckSubject.DATABASE
                    && each.result() instanceof CheckResult.CheckNotKnown);
        }
    }

    /** Nothing is checked yet. */
    public PreflightViewModel(UiContext context) {
        this.context = context;
    }

    /** What is known. */
    public ReadOnlyObjectProperty<PreflightState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Checks for a database. A box in which one is chosen by key takes its choice back and makes it again: that asks once. */
    public void check(DatabaseKey database) {
        if (underWay.filter(database::equals).isPresent()) {
            asked = underWay;
            state.set(new PreflightState(true, List.of()));
        } else {
            ask(database);
        }
    }

    /** These are the keyspaces of the upload; none where nobody said. */
    public void setKeyspaces(Set<String> names) {
        if (!keyspaces.equals(names)) {
            keyspaces = Set.copyOf(names);
            asked.ifPresent(question -> answered.ifPresent(answers -> show(question, answers)));
        }
    }

    /** Checks the same once more. */
    public void checkAgain() {
        asked.ifPresent(this::ask);
    }

    /** Shows nothing: no database is chosen. */
    public void clear() {
        asked = Optional.empty();
        answered = Optional.empty();
        state.set(new PreflightState(false, List.of()));
    }

    /** What came of the last checks stays meanwhile, if it is of the same database. */
    private void ask(DatabaseKey question) {
        var checks = asked.filter(question::equals).isPresent() ? state.get().checks() : List.<LaunchCheck>of();
        asked = Optional.of(question);
        underWay = asked;
        state.set(new PreflightState(true, checks));
        var _ = context.watch().askAbout(question)
                .whenComplete((answers, failure) -> context.thread().run(() -> answered(question, answers, failure)));
    }

    /** An answer to an earlier question says nothing any more. */
    @SuppressWarnings("ReferenceEquality")
    private void answered(DatabaseKey question, @Nullable ServiceAnswers answers, @Nullable Throwable failure) {
        if (underWay.filter(each -> each == question).isPresent()) {
            underWay = Optional.empty();
        }
        if (asked.filter(each -> each == question).isPresent()) {
            show(question, answers == null ? unanswered(failure) : answers);
        }
    }

    private void show(DatabaseKey question, ServiceAnswers answers) {
        answered = Optional.of(answers);
        state.set(new PreflightState(
                false, Preflight.checks(answers, knowledge(question, context.watch().snapshot()))));
    }

    private ServiceAnswers unanswered(@Nullable Throwable failure) {
        var why = Fact.of(ServiceFact.UNEXPECTED_ERROR, context.sentence(failure));
        return new ServiceAnswers(new ServiceAnswer.NotAnswered<>(why), new ServiceAnswer.NotAnswered<>(why));
    }

    private PreflightKnowledge knowledge(DatabaseKey question, Snapshot snapshot) {
        var connection = snapshot.connection(question.connection());
        return new PreflightKnowledge(
                connection.filter(each -> each.connection().readOnly()).isPresent(),
                snapshot.recentCommands().stream()
                        .filter(each -> each.key().connection().equals(question.connection())).toList(),
                connection.map(each -> each.clockOffset()).orElse(null),
                keyspaces);
    }
}
