package dev.longshore.ui.cleanup;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.advice.Silence;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.PlanFact;
import dev.longshore.model.plan.PlanChange;
import dev.longshore.model.plan.PlanOutcome;
import dev.longshore.model.plan.PlanStart;
import dev.longshore.model.plan.PlanStart.ImportLength;
import dev.longshore.model.plan.PlanStep;
import dev.longshore.model.plan.PlanStep.StepKind;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.control.calendar.CleanupEntry.EntryKind;
import dev.longshore.ui.control.timeline.DrawnDate;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A plan for one migration and what it leads to. It asks the service for nothing. FX thread only. */
public final class WhatIfViewModel {
    /** A range that is longer says nothing about a day. */
    private static final Duration LONGEST_DRAWN = Duration.ofDays(31);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final double SECONDS_A_DAY = 86_400;

    private final BooleanProperty planning = new SimpleBooleanProperty(this, "planning");
    private final ObjectProperty<Optional<MigrationKey>> migration = new SimpleObjectProperty<>(this, "migration",
            Optional.empty());
    private final Map<StepKind, ObjectProperty<Optional<Instant>>> times = new EnumMap<>(StepKind.class);
    private final ObjectProperty<OptionalDouble> days = new SimpleObjectProperty<>(this, "days",
            OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<PlanView> plan = new ReadOnlyObjectWrapper<>(this, "plan", PlanView.NONE);
    private final UiContext context;
    private final SnapshotFeed feed;
    private final ActionsViewModel actions;
    private @Nullable PlanBasis basis;

    /**
     * What a plan rests on besides what is entered.
     *
     * @param ofDatabase the migrations of its database, its own among them
     * @param silentSince since when there is no answer about its own, where what is known of it is old
     * @param passed how many of the planned times are over
     */
    private record PlanBasis(List<WatchedMigration> ofDatabase, Optional<Instant> silentSince, long passed) {}

    /**
     * What is shown of a plan.
     *
     * @param ghosts what lies in the calendar if it is carried out
     * @param changes the same for the timeline of the migration
     * @param verdict whether anything can be lost, in a few words
     * @param outcome what comes of it in sentences, one outcome a line
     * @param urgency calm where nothing can be lost
     * @param action which dialog does the first of it now; empty where none does
     * @param saferCleanup a cleanup time at which nothing is lost, where the plan loses something; else empty
     */
    record PlanView(List<CleanupEntry> ghosts, List<DrawnDate> changes, String verdict, String outcome,
            Urgency urgency, Optional<Action> action, Optional<Instant> saferCleanup) {
        static final PlanView NONE = new PlanView(List.of(), List.of(), "", "", Urgency.CALM,
                Optional.empty(), Optional.empty());
    }

    /** No plan yet, and plan mode is off. */
    public WhatIfViewModel(UiContext context, SnapshotFeed feed, ActionsViewModel actions) {
        this.context = context;
        this.feed = feed;
        this.actions = actions;
        for (var kind : StepKind.values()) {
            var time = new SimpleObjectProperty<Optional<Instant>>(this, kind.name(), Optional.empty());
            time.addListener((_, _, _) -> update());
            times.put(kind, time);
        }
        planning.addListener((_, _, _) -> update());
        migration.addListener((_, _, _) -> update());
        days.addListener((_, _, _) -> update());
        context.times().zoneProperty().addListener((_, _, _) -> update());
        feed.shownProperty().addListener((_, _, _) -> follow());
        feed.nowProperty().addListener((_, _, _) -> follow());
    }

    /** Whether plan mode is on; else nothing is worked out and nothing is drawn. */
    BooleanProperty planningProperty() {
        return planning;
    }

    /** Which migration the plan is for. */
    ObjectProperty<Optional<MigrationKey>> migrationProperty() {
        return migration;
    }

    /** When that is done in the plan, in UTC; empty where it is no part of it. */
    ObjectProperty<Optional<Instant>> timeProperty(StepKind kind) {
        var time = times.get(kind);
        if (time == null) {
            throw new IllegalArgumentException(kind.name());
        }
        return time;
    }

    /** How many days the import takes, where the user says so; a forecast out of its own progress comes first. */
    ObjectProperty<OptionalDouble> daysProperty() {
        return days;
    }

    /** What comes of the plan. */
    ReadOnlyObjectProperty<PlanView> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** What is drawn of the plan in the timeline of its migration; empty while plan mode is off. */
    public ObservableValue<List<DrawnDate>> plannedChanges() {
        return plan.map(PlanView::changes);
    }

    /** Makes the plan one for that migration, whose cleanup is moved. */
    void plan(MigrationKey key, Instant cleanup) {
        if (!migration.get().equals(Optional.of(key))) {
            reset();
            migration.set(Optional.of(key));
        }
        timeProperty(StepKind.SCHEDULE).set(Optional.of(cleanup));
    }

    /** The migration whose cleanup needs the user first; empty where none does. */
    Optional<MigrationKey> mostUrgent(List<WatchedMigration> some) {
        return some.stream().filter(each -> Urgency.of(feed.collision(each)) == Urgency.ACUTE)
                .filter(each -> each.cleanup().isPresent())
                .min(Comparator.comparing(each -> each.cleanup().map(Deadline::at).orElse(Instant.MAX)))
                .map(WatchedMigration::key);
    }

    /** Takes everything out of the plan. */
    void reset() {
        times.values().forEach(each -> each.set(Optional.empty()));
        days.set(OptionalDouble.empty());
    }

    /** Opens the dialog that does the first of it, with the time that was planned. Only that dialog sends anything. */
    void act() {
        migration.get().ifPresent(key -> plan.get().action().ifPresent(action -> {
            if (action == Action.LAUNCH) {
                actions.requestLaunch(key);
            } else {
                timeProperty(StepKind.SCHEDULE).get().ifPresent(at -> actions.requestCleanupAt(key, at));
            }
        }));
    }

    /** A plan is worked out anew only where what it rests on is another. */
    private void follow() {
        if (!Objects.equals(planned().map(this::basis).orElse(null), basis)) {
            update();
        }
    }

    private void update() {
        var planned = planned();
        basis = planned.map(this::basis).orElse(null);
        plan.set(planned.map(this::view).orElse(PlanView.NONE));
    }

    private Optional<WatchedMigration> planned() {
        return planning.get() ? migration.get().flatMap(feed::migration) : Optional.empty();
    }

    private PlanBasis basis(WatchedMigration chosen) {
        var now = feed.serviceTime(chosen.key());
        return new PlanBasis(ofDatabase(chosen).toList(),
                chosen.silence(feed.nowProperty().get()).map(Silence::since),
                steps().stream().filter(each -> !each.at().isAfter(now)).count());
    }

    private Stream<WatchedMigration> ofDatabase(WatchedMigration chosen) {
        return feed.snapshotProperty().get().migrations().stream()
                .filter(each -> each.key().connection().equals(chosen.key().connection())
                        && each.key().ref().database().equals(chosen.key().ref().database()));
    }

    private PlanView view(WatchedMigration chosen) {
        return start(chosen).map(start -> view(chosen, PlanOutcome.of(start, steps())))
                .orElseGet(() -> new PlanView(List.of(), List.of(), "",
                        context.sentence(Fact.of(PlanFact.NOTHING_TO_PLAN)), Urgency.CALM, Optional.empty(),
                        Optional.empty()));
    }

    private PlanView view(WatchedMigration chosen, PlanOutcome outcome) {
        var old = chosen.silence(feed.nowProperty().get())
                .map(silence -> context.texts().get("cleanup.old", context.times().at(silence.since())));
        var sentences = Stream.concat(old.stream(), outcome.facts().stream().map(context::sentence));
        var verdict = context.texts().get(outcome.isSafe() ? "cleanup.whatIf.safe" : "cleanup.whatIf.unsafe");
        var ghosts = ghosts(chosen, outcome);
        return new PlanView(ghosts, ghosts.stream().map(this::change).toList(), verdict,
                sentences.collect(Collectors.joining("\n")),
                outcome.isSafe() ? Urgency.CALM : Urgency.ACUTE, action(),
                outcome.isSafe() ? Optional.empty() : saferCleanup(chosen));
    }

    /** The one the collision guard proposes, or a week behind all that is planned; where the plan is safe with it. */
    private Optional<Instant> saferCleanup(WatchedMigration chosen) {
        var proposed = feed.collision(chosen).flatMap(Collision::saferTime).map(CleanupTime::at);
        var behind = steps().stream().filter(each -> each.kind() != StepKind.SCHEDULE).map(PlanStep::at)
                .max(Comparator.naturalOrder()).map(last -> last.plus(A_WEEK));
        return Stream.of(proposed, behind).flatMap(Optional::stream).filter(at -> isSafeWith(chosen, at)).findFirst();
    }

    private boolean isSafeWith(WatchedMigration chosen, Instant cleanup) {
        return start(chosen).filter(start -> PlanOutcome.of(start, with(cleanup)).isSafe()).isPresent();
    }

    private List<PlanStep> with(Instant cleanup) {
        return Stream.concat(
                steps().stream().filter(each -> each.kind() != StepKind.SCHEDULE),
                Stream.of(new PlanStep(StepKind.SCHEDULE, cleanup))).toList();
    }

    /** Moves the cleanup of the plan to a time at which nothing is lost. */
    void makeSafe() {
        plan.get().saferCleanup().ifPresent(at -> timeProperty(StepKind.SCHEDULE).set(Optional.of(at)));
    }

    private Optional<PlanStart> start(WatchedMigration chosen) {
        return PlanStart.of(feed.serviceTime(chosen.key()), chosen.situation().phase(), chosen.cleanup(),
                importLength(chosen), busyUntil(chosen));
    }

    private List<PlanStep> steps() {
        return times.entrySet().stream()
                .flatMap(each -> each.getValue().get().map(at -> new PlanStep(each.getKey(), at)).stream()).toList();
    }

    private ImportLength importLength(WatchedMigration chosen) {
        var imports = chosen.situation().phase().filter(Phase::occupiesTheDatabase).isPresent();
        if (imports && chosen.forecast() instanceof Forecast.Range range) {
            var now = feed.serviceTime(chosen.key());
            return ImportLength.between(untilThen(now, range.earliest()), untilThen(now, range.latest()));
        }
        var length = days.get().stream().mapToObj(each -> Duration.ofSeconds(Math.round(each * SECONDS_A_DAY)))
                .findFirst();
        return length.map(each -> ImportLength.between(each, each)).orElseGet(ImportLength::unknown);
    }

    private static Duration untilThen(Instant now, Instant end) {
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }

    /** When the database takes an import, by what is known of the others. */
    private @Nullable Instant busyUntil(WatchedMigration chosen) {
        return ofDatabase(chosen).filter(each -> !each.key().equals(chosen.key()))
                .filter(each -> each.situation().phase().map(Phase::occupiesTheDatabase).orElse(true))
                .map(each -> each.situation().phase().isPresent() && each.forecast() instanceof Forecast.Range range
                        ? range.latest()
                        : Instant.MAX)
                .reduce((one, other) -> one.isAfter(other) ? one : other).orElse(null);
    }

    private Optional<Action> action() {
        if (timeProperty(StepKind.SCHEDULE).get().flatMap(CleanupTime::of).isPresent()) {
            return Optional.of(Action.SCHEDULE_CLEANUP);
        }
        return timeProperty(StepKind.LAUNCH).get().map(_ -> Action.LAUNCH);
    }

    private List<CleanupEntry> ghosts(WatchedMigration chosen, PlanOutcome outcome) {
        var ghosts = new ArrayList<CleanupEntry>();
        for (var scenario : outcome.scenarios()) {
            scenario.changes().stream()
                    .filter(each -> each.rule() != PlanFact.SCHEDULED)
                    .filter(each -> !isAsItIs(chosen, each))
                    .filter(each -> Duration.between(each.earliest(), each.latest()).compareTo(LONGEST_DRAWN) <= 0)
                    .map(each -> ghost(chosen, scenario, each, outcome.lengthIsKnown()))
                    .forEach(ghosts::add);
        }
        return ghosts.stream().distinct().toList();
    }

    /** True for what lies in the calendar already, at the same time. */
    private static boolean isAsItIs(WatchedMigration chosen, PlanChange change) {
        if (change.isCleanup()) {
            return change.earliest().equals(change.latest()) && chosen.cleanup().map(Deadline::at)
                    .filter(at -> CleanupTime.isSameSecond(at, change.earliest())).isPresent();
        }
        return change.rule() == PlanFact.IMPORT_ENDS && chosen.forecast() instanceof Forecast.Range range
                && CleanupTime.isSameSecond(range.earliest(), change.earliest())
                && CleanupTime.isSameSecond(range.latest(), change.latest());
    }

    private CleanupEntry ghost(WatchedMigration chosen, PlanOutcome.Scenario scenario, PlanChange change,
            boolean lengthIsKnown) {
        var told = new ArrayList<Fact>(List.of(change.fact(lengthIsKnown)));
        if (change.isCleanup()) {
            told.add(Fact.of(scenario.loss()));
        }
        if (!scenario.documented()) {
            told.add(Fact.of(PlanFact.UNDOCUMENTED));
        }
        var urgency = change.isCleanup() && !scenario.isSafe() ? Urgency.ACUTE : Urgency.CALM;
        var detail = context.sentence(Fact.sentences(told.toArray(Fact[]::new)));
        return new CleanupEntry(
                chosen.key(), context.texts().get("cleanup.whatIf.ghost", chosen.name()), kind(change),
                change.earliest(), change.latest(), urgency, detail);
    }

    private DrawnDate change(CleanupEntry ghost) {
        return new DrawnDate(
                ghost.key(), DrawnDate.DateOrigin.PLAN, context.texts().get("cleanup.whatIf.ghost", context.texts().get(
                        "cleanup.whatIf.kind." + ghost.kind())),
                ghost.detail(), ghost.from(), ghost.until(), ghost.urgency());
    }

    private static EntryKind kind(PlanChange change) {
        if (change.isCleanup()) {
            return EntryKind.PLANNED_CLEANUP;
        }
        return change.rule() == PlanFact.IMPORT_ENDS || change.rule() == PlanFact.IMPORT_FAILS
                ? EntryKind.PLANNED_IMPORT_END
                : EntryKind.PLANNED_STEP;
    }
}
