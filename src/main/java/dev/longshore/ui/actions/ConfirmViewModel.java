package dev.longshore.ui.actions;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.FreeText;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Ruling;
import dev.longshore.model.Ruling.LifecycleRule;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.userdate.FreezeRule;
import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import dev.longshore.text.ActionText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.StatusText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/**
 * An action above one click while a user decides about it. What it says follows the newest snapshot, so that nobody
 * confirms what is no longer true; it is answered once, and only by {@link #proceed()}, {@link #cancel()} or the end of
 * the countdown. FX thread only.
 */
final class ConfirmViewModel {
    private static final long UNDO_SECONDS = 10;

    private final StringProperty typedName = new SimpleStringProperty(this, "typedName", "");
    private final StringProperty freezeReason = new SimpleStringProperty(this, "freezeReason", "");
    private final ReadOnlyObjectWrapper<ConfirmState> state;
    private final MigrationKey key;
    private final Action action;
    private final boolean isForLater;
    private final UiContext context;
    private final SnapshotFeed feed;
    private final Consumer<ConfirmViewModel> whenAnswered;
    private final FreshStatus fresh;
    private final Optional<ScheduleViewModel> schedule;
    private final Optional<LaunchChecklist> checklist;
    private final Subscription subscription;
    private WatchedMigration migration;
    private Optional<Long> countdown = Optional.empty();
    private Optional<CleanupTime> instead = Optional.empty();
    private boolean confirmed;
    private boolean answered;

    /**
     * Begins to ask.
     *
     * @param confirmationRequest what is asked for
     * @param whenAnswered told once, when it is confirmed or cancelled
     */
    ConfirmViewModel(ConfirmationRequest confirmationRequest, UiContext context, SnapshotFeed feed,
            Consumer<ConfirmViewModel> whenAnswered) {
        this.context = context;
        this.feed = feed;
        this.whenAnswered = whenAnswered;
        migration = confirmationRequest.migration();
        key = migration.key();
        action = confirmationRequest.action();
        isForLater = confirmationRequest.isForLater();
        fresh = new FreshStatus(context, migration);
        schedule = action == Action.SCHEDULE_CLEANUP
                ? Optional.of(new ScheduleViewModel(context, feed, migration, confirmationRequest.cleanupTime()))
                : Optional.empty();
        checklist = action == Action.LAUNCH
                ? Optional.of(new LaunchChecklist(context, feed, migration, isForLater))
                : Optional.empty();
        state = new ReadOnlyObjectWrapper<>(this, "state", evaluate());
        subscription = listen();
    }

    /**
     * What a user asks for.
     *
     * @param cleanupTime the time to begin with when a cleanup is scheduled, in UTC
     * @param isForLater whether a launch is only approved, for the queue to do when it is its turn
     */
    record ConfirmationRequest(
            WatchedMigration migration, Action action, Optional<Instant> cleanupTime, boolean isForLater) {}

    MigrationKey key() {
        return key;
    }

    Action action() {
        return action;
    }

    WatchedMigration migration() {
        return migration;
    }

    /** True when a launch is only approved, for the queue to do when it is its turn. */
    boolean isForLater() {
        return isForLater;
    }

    boolean isConfirmed() {
        return confirmed;
    }

    /** What is asked for when it was confirmed: what the dialog said last. */
    CommandRequest request() {
        return state.get().request().orElseThrow();
    }

    private Optional<CommandRequest> enteredRequest() {
        return schedule.isEmpty()
                ? Optional.of(new CommandRequest(key, action, null, reason()))
                : schedule.flatMap(each -> each.chosen()
                        .map(time -> new CommandRequest(key, action, time, each.reasonProperty().get().strip())));
    }

    /** Why, in the user's own words: in a freeze, and where files are missing. */
    private String reason() {
        var ofLedger = checklist.filter(each -> each.needsLedgerReason(migration))
                .map(each -> each.ledgerReasonProperty().get()).orElse("");
        return Stream.of(freezeReason.get(), ofLedger).map(String::strip).filter(each -> !each.isEmpty()).distinct()
                .collect(Collectors.joining("; "));
    }

    Optional<ScheduleViewModel> schedule() {
        return schedule;
    }

    Optional<LaunchChecklist> launchChecklist() {
        return checklist;
    }

    List<ChecklistItem> checklist() {
        return checklist.map(LaunchChecklist::items).orElse(List.of());
    }

    /** Why it is to be done in a freeze; a schedule has a field of its own for that. */
    StringProperty freezeReasonProperty() {
        return freezeReason;
    }

    StringProperty typedNameProperty() {
        return typedName;
    }

    ReadOnlyObjectProperty<ConfirmState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Confirms; for what deletes data at once, begins the time in which it can be called back. */
    void proceed() {
        refresh();
        if (answered || countdown.isPresent() || !state.get().canProceed()) {
            return;
        }
        if (action == Action.CLEAN_UP) {
            countdown = Optional.of(UNDO_SECONDS);
            refresh();
        } else {
            answer(true);
        }
    }

    /** Does not ask for it, or calls it back. */
    void cancel() {
        answer(false);
    }

    /** Asks for a fresh status once more. */
    void askAgain() {
        fresh.request(migration);
        refresh();
    }

    /** A safe time for the cleanup, where a launch would leave too little room before it; else empty. */
    Optional<CleanupTime> saferTime() {
        return action == Action.LAUNCH
                ? CollisionGuard.atLaunch(
                        migration.situation().now(), migration.deadlines(), migration.forecast()).saferTime()
                : Optional.empty();
    }

    /** Cancels, and asks for the cleanup to be scheduled first. */
    void scheduleInstead() {
        instead = saferTime();
        cancel();
    }

    /** When the cleanup is to be scheduled for instead of what was asked. */
    Optional<CleanupTime> instead() {
        return instead;
    }

    /** Why it was not asked for although it was confirmed and not called back. */
    Optional<String> withheld() {
        return isOver() ? state.get().blocked() : Optional.empty();
    }

    /** Lets go of the snapshots. */
    void close() {
        subscription.unsubscribe();
    }

    private void answer(boolean proceed) {
        if (!answered) {
            answered = true;
            confirmed = proceed;
            whenAnswered.accept(this);
        }
    }

    private Subscription listen() {
        return Stream.of(
                feed.snapshotProperty().subscribe(() -> refresh()),
                feed.secondsProperty().subscribe(() -> tick()),
                typedName.subscribe(() -> refresh()),
                freezeReason.subscribe(() -> refresh()),
                schedule.map(each -> each.onChange(() -> refresh())).orElse(Subscription.EMPTY),
                checklist.map(each -> each.onChange(() -> refresh())).orElse(Subscription.EMPTY))
                .reduce(Subscription.EMPTY, Subscription::and);
    }

    /** A computer that sleeps counts no seconds, so nothing leaves the moment a user wakes it. */
    private void tick() {
        countdown = countdown.map(left -> left - 1);
        refresh();
        if (isOver() && !answered) {
            answer(state.get().blocked().isEmpty());
        }
    }

    private boolean isOver() {
        return countdown.filter(left -> left <= 0).isPresent();
    }

    private void refresh() {
        migration = feed.migration(key).orElse(migration);
        checklist.ifPresent(each -> each.refresh(migration));
        state.set(evaluate());
    }

    private ConfirmState evaluate() {
        var blocked = blocked();
        var request = enteredRequest();
        return new ConfirmState(
                request,
                verb(request),
                request.map(this::inWords).orElse(""),
                request.map(CommandRequest::cleanupTime).flatMap(this::margin),
                observed(),
                warning() + consequence(), needsName(), blocked,
                blocked.isEmpty() && countdown.isEmpty() ? missing() : Optional.empty(), countdown,
                freeze().map(each -> context.sentence(FreezeRule.needsReason(each))),
                checklist.filter(each -> each.needsLedgerReason(migration)).isPresent(), fresh.hasFailed(migration));
    }

    private String consequence() {
        var consequences = new ConsequenceText(context, feed);
        return isForLater ? consequences.ofApproval(migration) : consequences.of(action, migration);
    }

    private String inWords(CommandRequest request) {
        var time = request.cleanupTime();
        return time == null ? "" : schedule.map(each -> each.inWords(time)).orElse("");
    }

    /** What the button does: a cleanup that is scheduled already is moved. */
    private String verb(Optional<CommandRequest> request) {
        var texts = context.texts();
        if (isForLater) {
            return texts.get("actions.approve.verb");
        }
        if (schedule.isEmpty()) {
            return new ActionText(texts).verb(action);
        }
        var moves = ConsequenceText.isScheduled(migration);
        return request.map(CommandRequest::cleanupTime).map(CleanupTime::at).map(context.times()::at)
                .map(at -> texts.get(moves ? "actions.schedule.verb.move" : "actions.schedule.verb.set", at))
                .orElseGet(() -> texts
                        .get(moves ? "actions.schedule.verb.moveNone" : "text.action.SCHEDULE_CLEANUP.verb"));
    }

    private Optional<CleanupMargin> margin(CleanupTime time) {
        return schedule.filter(each -> each.refusal(time, migration).isEmpty())
                .map(_ -> CleanupMargin.of(context, feed, migration, time.at()));
    }

    private String observed() {
        var known = migration.lastKnown();
        var word = new StatusText(context.texts()).word(known == null ? null : known.status());
        var age = new MigrationText(context.texts(), context.times()).observed(migration, feed.nowProperty().get());
        return context.texts().get("actions.confirm.age", word, age);
    }

    /** Why it must not be asked for now, whatever the user types. */
    private Optional<String> blocked() {
        return notFresh().or(this::forbidden).or(() -> schedule.flatMap(each -> each.refusal(migration)));
    }

    /** A later cleanup can do nothing but save the files, so it need not wait for a status that does not come. */
    private Optional<String> notFresh() {
        return fresh.why(migration).filter(_ -> !(fresh.hasFailed(migration) && isLater()));
    }

    private boolean isLater() {
        return schedule.filter(each -> each.isLater(migration)).isPresent();
    }

    /** That what is known is old, where that does not forbid what was chosen. */
    private String warning() {
        return migration.lastKnown() != null && fresh.hasFailed(migration) && isLater()
                ? migration.age(context.clock().instant())
                        .map(age -> context.texts().get("actions.confirm.old", context.times().duration(age),
                                fresh.why(migration).orElse("")))
                        .orElseGet(() -> context.texts().get("actions.confirm.old.unknown",
                                fresh.why(migration).orElse("")))
                        + "\n"
                : "";
    }

    private Optional<String> forbidden() {
        return switch (migration.ruling(action)) {
            case Ruling.Allowed _ -> Optional.empty();
            case Ruling.Denied(var rule, _) when isForLater && rule == LifecycleRule.ANOTHER_IMPORT_RUNS ->
                Optional.empty();
            case Ruling.Denied denied -> Optional.of(context.sentence(denied.why()));
        };
    }

    /** What the user has still to do. */
    private Optional<String> missing() {
        var open = checklist.flatMap(each -> each.missing(migration));
        if (open.isPresent()) {
            return open;
        }
        var refused = enteredRequest().flatMap(each -> FreeText.refusal(each.reason()));
        if (refused.isPresent()) {
            return refused.map(context::sentence);
        }
        if (isReasonMissing() && freeze().isPresent()) {
            return freeze().map(each -> context.sentence(FreezeRule.needsReason(each)));
        }
        return needsName() && !typedName.get().strip().equals(migration.name())
                ? Optional.of(context.texts().get("actions.confirm.typeName", migration.name()))
                : Optional.empty();
    }

    private boolean isReasonMissing() {
        return schedule.isPresent() ? enteredRequest().filter(each -> each.reason().isBlank()).isPresent()
                : freezeReason.get().isBlank();
    }

    /** The freeze that asks for a reason; a launch for later waits for its end. */
    private Optional<FreezePeriod> freeze() {
        return FreezeRule.isGuarded(action) && !isForLater ? migration.ownDates().freezeAt(feed.serviceTime(key))
                : Optional.empty();
    }

    private boolean needsName() {
        return switch (action) {
            case PAUSE, RESUME, LAUNCH -> false;
            case SCHEDULE_CLEANUP -> schedule.filter(each -> each.isGrave(migration)).isPresent();
            case CLEAN_UP, ABORT -> true;
        };
    }
}
