package dev.longshore.ui.cleanup;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.advice.Silence;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.PlanFact;
import dev.longshore.model.plan.DatabasePlan;
import dev.longshore.model.plan.DatabasePlan.PlannedImport;
import dev.longshore.model.plan.PlanChange;
import dev.longshore.model.plan.PlanOutcome;
import dev.longshore.model.plan.PlanStart;
import dev.longshore.model.plan.PlanStart.ImportLength;
import dev.longshore.model.plan.PlanStep;
import dev.longshore.model.plan.PlanStep.StepKind;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.control.timeline.DrawnDate;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
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

/**
 * A plan for the migrations of one database and what it leads to; one of them is chosen at a time. It asks the service for
 * nothing. FX thread only.
 */
public final class WhatIfViewModel {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final double SECONDS_A_DAY = 86_400;

    private final BooleanProperty planning = new SimpleBooleanProperty(this, "planning");
    private final ObjectProperty<Optional<MigrationKey>> migration = new SimpleObjectProperty<>(this, "migration",
            Optional.empty());
    private final Map<StepKind, ObjectProperty<Optional<Instant>>> times = new EnumMap<>(StepKind.class);
    private final BooleanProperty next = new SimpleBooleanProperty(this, "next");
    private final ObjectProperty<OptionalDouble> days = new SimpleObjectProperty<>(this, "days",
            OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<PlanView> plan = new ReadOnlyObjectWrapper<>(this, "plan", PlanView.NONE);
    /** What is planned for the migrations that are not chosen now. */
    private final Map<MigrationKey, PlanInput> inputs = new HashMap<>();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final ActionsViewModel actions;
    private final PlanGhosts drawing;
    private BiConsumer<WatchedMigration, Instant> remind = (_, _) -> {};
    private @Nullable PlanBasis basis;
    private boolean isFilling;

    /**
     * What a plan rests on besides what is entered.
     *
     * @param ofDatabase the migrations of its database, its own among them
     * @param silentSince since when there is no answer about its own, where what is known of it is old
     * @param passed how many of the planned times are over
     */
    private record PlanBasis(List<WatchedMigration> ofDatabase, Optional<Instant> silentSince, long passed) {}

    /**
     * What is planned for one migration.
     *
     * @param times when what is done
     * @param isNext whether it is launched when the imports before it have ended
     * @param days how many days its import takes, where the user says so
     */
    private record PlanInput(Map<StepKind, Instant> times, boolean isNext, OptionalDouble days) {
        static final PlanInput NOTHING = new PlanInput(Map.of(), false, OptionalDouble.empty());

        /** A launch at a time of its own and one that waits do not go together. */
        List<PlanStep> steps() {
            var timed = times.entrySet().stream().filter(each -> !isNext || each.getKey() != StepKind.LAUNCH)
                    .map(each -> new PlanStep(each.getKey(), each.getValue()));
            return Stream.concat(timed, isNext
                    ? Stream.of(new PlanStep(StepKind.LAUNCH_NEXT, Instant.EPOCH)) : Stream.empty()).toList();
        }

        PlanInput with(Instant cleanup) {
            var changed = new EnumMap<StepKind, Instant>(StepKind.class);
            changed.putAll(times);
            changed.put(StepKind.SCHEDULE, cleanup);
            return new PlanInput(changed, isNext, days);
        }
    }

    /** What {@link #act} does. */
    enum PlanOffer {
        /** Opens the dialog that schedules the cleanup. */
        SCHEDULE,
        /** Opens the dialog for a deadline that reminds the user to launch. */
        REMIND,
        /** Nothing: what waits for other imports is launched from the queue. */
        QUEUE,
        /** Nothing: there is nothing in the plan that can be done from here. */
        NOTHING
    }

    /**
     * What is shown of a plan.
     *
     * @param ghosts what lies in the calendar if it is carried out
     * @param changes the same for the timelines of the migrations
     * @param verdict whether anything can be lost, in a few words
     * @param outcome what comes of it in sentences, one outcome a line
     * @param urgency calm where nothing can be lost
     * @param offer what can be done about it now
     * @param saferCleanup a cleanup time at which nothing is lost, where the plan loses something; else empty
     */
    record PlanView(List<CleanupEntry> ghosts, List<DrawnDate> changes, String verdict, String outcome,
            Urgency urgency, PlanOffer offer, Optional<Instant> saferCleanup) {
        static final PlanView NONE = new PlanView(List.of(), List.of(), "", "", Urgency.CALM,
                PlanOffer.NOTHING, Optional.empty());
    }

    /** No plan yet, and plan mode is off. */
    public WhatIfViewModel(UiContext context, SnapshotFeed feed, ActionsViewModel actions) {
        this.context = context;
        this.feed = feed;
        this.actions = actions;
        drawing = new PlanGhosts(context);
        for (var kind : StepKind.values()) {
            var time = new SimpleObjectProperty<Optional<Instant>>(this, kind.name(), Optional.empty());
            time.addListener((_, _, _) -> update());
            times.put(kind, time);
        }
        planning.addListener((_, _, _) -> update());
        migration.addListener((_, before, chosen) -> choose(before, chosen));
        next.addListener((_, _, _) -> update());
        days.addListener((_, _, _) -> update());
        context.times().zoneProperty().addListener((_, _, _) -> update());
        feed.throttledProperty().addListener((_, _, _) -> follow());
        feed.nowProperty().addListener((_, _, _) -> follow());
    }

    /** Whether plan mode is on; else nothing is worked out and nothing is drawn. */
    BooleanProperty planningProperty() {
        return planning;
    }

    /** Which migration is planned for now; what was planned for the others stays. */
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

    /** Whether it is launched when the imports before it on its database have ended. */
    BooleanProperty nextProperty() {
        return next;
    }

    /** How many days the import takes, where the user says so; a forecast out of its own progress comes first. */
    ObjectProperty<OptionalDouble> daysProperty() {
        return days;
    }

    /** What comes of the plan. */
    ReadOnlyObjectProperty<PlanView> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** What is drawn of the plan in the timelines of its migrations; empty while plan mode is off. */
    public ObservableValue<List<DrawnDate>> plannedChanges() {
        return plan.map(PlanView::changes);
    }

    /** Told which migration is to be launched at which time, when the user wants to be reminded. */
    void onRemind(BiConsumer<WatchedMigration, Instant> action) {
        remind = action;
    }

    /** Makes the plan one for that migration, whose cleanup is moved. */
    void plan(MigrationKey key, Instant cleanup) {
        migration.set(Optional.of(key));
        timeProperty(StepKind.SCHEDULE).set(Optional.of(wholeMinute(cleanup)));
    }

    /** The dialog that schedules it takes whole minutes, and never an earlier time. */
    private static Instant wholeMinute(Instant at) {
        var whole = at.truncatedTo(ChronoUnit.MINUTES);
        return whole.equals(at) ? at : whole.plus(1, ChronoUnit.MINUTES);
    }

    /** The migration whose cleanup needs the user first; empty where none does. */
    Optional<MigrationKey> mostUrgent(List<WatchedMigration> some) {
        return some.stream().filter(each -> Urgency.of(feed.collision(each)) == Urgency.ACUTE)
                .filter(each -> each.cleanup().isPresent())
                .min(Comparator.comparing(each -> each.cleanup().map(Deadline::at).orElse(Instant.MAX)))
                .map(WatchedMigration::key);
    }

    private void choose(Optional<MigrationKey> before, Optional<MigrationKey> chosen) {
        before.ifPresent(key -> inputs.put(key, entered()));
        fill(chosen.map(inputs::remove).orElse(PlanInput.NOTHING));
    }

    private void fill(PlanInput input) {
        isFilling = true;
        times.forEach((kind, time) -> time.set(Optional.ofNullable(input.times().get(kind))));
        next.set(input.isNext());
        days.set(input.days());
        isFilling = false;
        update();
    }

    private PlanInput entered() {
        var set = new EnumMap<StepKind, Instant>(StepKind.class);
        times.forEach((kind, time) -> time.get().ifPresent(at -> set.put(kind, at)));
        return new PlanInput(set, next.get(), days.get());
    }

    /** Takes everything out of the plan, for all migrations of its database. */
    void reset() {
        migration.get()
                .ifPresent(chosen -> inputs.keySet().removeIf(each -> each.databaseKey().equals(chosen.databaseKey())));
        fill(PlanInput.NOTHING);
    }

    /** Opens the dialog for the first of it, with the time that was planned. Nothing is sent but from that dialog. */
    void act() {
        planned().ifPresent(chosen -> {
            switch (plan.get().offer()) {
                case SCHEDULE -> timeProperty(StepKind.SCHEDULE).get()
                        .ifPresent(at -> actions.requestCleanupAt(chosen.key(), at));
                case REMIND -> timeProperty(StepKind.LAUNCH).get().ifPresent(at -> remind.accept(chosen, at));
                case QUEUE, NOTHING -> {
                }
            }
        });
    }

    /** A plan is worked out anew only where what it rests on is another. */
    private void follow() {
        if (!Objects.equals(planned().map(this::basis).orElse(null), basis)) {
            update();
        }
    }

    private void update() {
        if (!isFilling) {
            var planned = planned();
            basis = planned.map(this::basis).orElse(null);
            show(planned.map(this::view).orElse(PlanView.NONE));
        }
    }

    /** What says the same as before is not drawn anew. */
    private void show(PlanView next) {
        if (!next.equals(plan.get())) {
            plan.set(next);
        }
    }

    private Optional<WatchedMigration> planned() {
        return planning.get() ? migration.get().flatMap(feed::migration) : Optional.empty();
    }

    private PlanBasis basis(WatchedMigration chosen) {
        var now = feed.serviceTime(chosen.key());
        var ofDatabase = ofDatabase(chosen).toList();
        return new PlanBasis(ofDatabase,
                chosen.silence(feed.nowProperty().get()).map(Silence::since),
                ofDatabase.stream().flatMap(each -> input(each, chosen).steps().stream())
                        .filter(each -> !each.at().isAfter(now)).count());
    }

    /** In the order of the launch queue, and what is not in it after that, in the order of the list. */
    private Stream<WatchedMigration> ofDatabase(WatchedMigration chosen) {
        var snapshot = feed.snapshotProperty().get();
        var queue = snapshot.queue(chosen.key().databaseKey());
        return snapshot.migrations().stream()
                .filter(each -> each.key().databaseKey().equals(chosen.key().databaseKey()))
                .sorted(Comparator.comparing(each -> each.key().ref().migration(), queue.order()));
    }

    private PlanInput input(WatchedMigration each, WatchedMigration chosen) {
        return each.key().equals(chosen.key()) ? entered() : inputs.getOrDefault(each.key(), PlanInput.NOTHING);
    }

    private PlanView view(WatchedMigration chosen) {
        var outcomes = outcomes(chosen, entered());
        return outcomes.containsKey(chosen.key()) ? view(chosen, outcomes)
                : new PlanView(List.of(), List.of(), "", context.sentence(Fact.of(PlanFact.NOTHING_TO_PLAN)),
                        Urgency.CALM, PlanOffer.NOTHING, Optional.empty());
    }

    private PlanView view(WatchedMigration chosen, SequencedMap<MigrationKey, PlanOutcome> outcomes) {
        var shown = shown(chosen, outcomes);
        var ghosts = shown.stream().flatMap(each -> drawing.of(each, outcome(outcomes, each))).toList();
        var isSafe = shown.stream().allMatch(each -> outcome(outcomes, each).isSafe());
        return new PlanView(ghosts, ghosts.stream().map(drawing::inTimeline).toList(),
                context.texts().get(isSafe ? "cleanup.whatIf.safe" : "cleanup.whatIf.unsafe"),
                shown.stream().map(each -> sentences(each, outcome(outcomes, each), shown.size() > 1))
                        .collect(Collectors.joining("\n")),
                isSafe ? Urgency.CALM : Urgency.ACUTE, offer(), saferCleanup(chosen, outcome(outcomes, chosen)));
    }

    /** The one that is chosen, then those for which something is planned, in the order in which they are launched. */
    private List<WatchedMigration> shown(WatchedMigration chosen, SequencedMap<MigrationKey, PlanOutcome> outcomes) {
        return Stream.concat(Stream.of(chosen), outcomes.sequencedKeySet().stream()
                .filter(key -> !key.equals(chosen.key()) && inputs.containsKey(key)
                        && !inputs.get(key).steps().isEmpty())
                .flatMap(key -> feed.migration(key).stream())).toList();
    }

    private static PlanOutcome outcome(Map<MigrationKey, PlanOutcome> outcomes, WatchedMigration migration) {
        return Objects.requireNonNull(outcomes.get(migration.key()));
    }

    private String sentences(WatchedMigration migration, PlanOutcome outcome, boolean isNamed) {
        var name = isNamed ? Stream.of(context.texts().get("cleanup.whatIf.of", migration.name()))
                : Stream.<String>empty();
        var old = migration.silence(feed.nowProperty().get())
                .map(silence -> context.texts().get("cleanup.old", context.times().at(silence.since())));
        return Stream.of(name, old.stream(), outcome.facts().stream().map(context::sentence)).flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    /** The one the collision guard proposes, or a week behind all that is planned; where the plan is safe with it. */
    private Optional<Instant> saferCleanup(WatchedMigration chosen, PlanOutcome outcome) {
        if (outcome.isSafe()) {
            return Optional.empty();
        }
        var proposed = feed.collision(chosen).flatMap(Collision::saferTime).map(CleanupTime::at);
        var behind = Stream.concat(
                entered().times().entrySet().stream().filter(each -> each.getKey() != StepKind.SCHEDULE)
                        .map(Map.Entry::getValue),
                outcome.lengthIsKnown()
                        ? outcome.scenarios().stream().flatMap(each -> each.changes().stream())
                                .filter(each -> !each.isCleanup()).map(PlanChange::latest)
                        : Stream.empty())
                .max(Comparator.naturalOrder()).map(last -> last.plus(A_WEEK));
        return Stream.of(proposed, behind).flatMap(Optional::stream).map(WhatIfViewModel::wholeMinute)
                .filter(at -> isSafeWith(chosen, at)).findFirst();
    }

    private boolean isSafeWith(WatchedMigration chosen, Instant cleanup) {
        return outcome(outcomes(chosen, entered().with(cleanup)), chosen).isSafe();
    }

    /** Moves the cleanup of the plan to a time at which nothing is lost. */
    void makeSafe() {
        plan.get().saferCleanup().ifPresent(at -> timeProperty(StepKind.SCHEDULE).set(Optional.of(at)));
    }

    private PlanOffer offer() {
        if (timeProperty(StepKind.SCHEDULE).get().flatMap(CleanupTime::of).isPresent()) {
            return PlanOffer.SCHEDULE;
        }
        if (next.get()) {
            return PlanOffer.QUEUE;
        }
        return timeProperty(StepKind.LAUNCH).get().isPresent() ? PlanOffer.REMIND : PlanOffer.NOTHING;
    }

    /** What comes of the plan for it, for those whose import runs, and for those for which something is planned. */
    private SequencedMap<MigrationKey, PlanOutcome> outcomes(WatchedMigration chosen, PlanInput own) {
        var queue = new ArrayList<PlannedImport<MigrationKey>>();
        PlanStart.OccupiedUntil outside = null;
        for (var each : ofDatabase(chosen).toList()) {
            var isChosen = each.key().equals(chosen.key());
            var input = isChosen ? own : inputs.getOrDefault(each.key(), PlanInput.NOTHING);
            var start = start(each, input);
            var mayRun = each.situation().phase().map(Phase::occupiesTheDatabase).orElse(true);
            if (start.isPresent() && (isChosen || mayRun || !input.steps().isEmpty())) {
                queue.add(new PlannedImport<>(each.key(), start.get(), input.steps()));
            } else if (start.isEmpty() && mayRun && !isChosen) {
                // Nobody can plan with it, and nobody knows when it ends.
                outside = PlanStart.OccupiedUntil.until(Instant.MAX);
            }
        }
        return DatabasePlan.outcomes(queue, outside);
    }

    private Optional<PlanStart> start(WatchedMigration planned, PlanInput input) {
        return PlanStart.of(feed.serviceTime(planned.key()), planned.situation().phase(), planned.cleanup(),
                importLength(planned, input), null);
    }

    private ImportLength importLength(WatchedMigration planned, PlanInput input) {
        var imports = planned.situation().phase().filter(Phase::occupiesTheDatabase).isPresent();
        if (imports && planned.forecast() instanceof Forecast.Range range) {
            // A plan begins in a whole second; from then on it is as long until the end as it was from now.
            var now = feed.serviceTime(planned.key()).truncatedTo(ChronoUnit.SECONDS);
            return ImportLength.between(untilThen(now, range.earliest()), untilThen(now, range.latest()));
        }
        var length = input.days().stream().mapToObj(each -> Duration.ofSeconds(Math.round(each * SECONDS_A_DAY)))
                .findFirst();
        return length.map(each -> ImportLength.between(each, each)).orElseGet(ImportLength::unknown);
    }

    private static Duration untilThen(Instant now, Instant end) {
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }
}
