package dev.longshore.ui.actions;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.FreeText;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.model.userdate.FreezeRule;
import dev.longshore.text.CommandText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * New times for the cleanups of several migrations while the user decides about them, and their sending one after the
 * other. What is sent is what {@link BulkScheduleState} said last when it was confirmed. FX thread only.
 */
final class BulkScheduleViewModel {
    private static final Duration A_WEEK = Duration.ofDays(7);

    /** By which rule the new times are found. */
    enum NewTimeRule {
        /** A week later than now planned, each. */
        WEEK_LATER,
        /** A week after the latest expected end, each. */
        WEEK_AFTER_END,
        /** The time that is typed, for all. */
        SAME_TIME
    }

    private final ObjectProperty<NewTimeRule> rule = new SimpleObjectProperty<>(this, "rule", NewTimeRule.WEEK_LATER);
    private final StringProperty typedNumber = new SimpleStringProperty(this, "typedNumber", "");
    private final ReadOnlyObjectWrapper<BulkScheduleState> state;
    private final Map<MigrationKey, WatchedMigration> migrations = new LinkedHashMap<>();
    private final Map<MigrationKey, FreshStatus> fresh = new HashMap<>();
    private final Map<MigrationKey, BulkScheduleState.Outcome> outcomes = new HashMap<>();
    private final Map<MigrationKey, Command> sent = new HashMap<>();
    private final Queue<CommandRequest> unsent = new ArrayDeque<>();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final ActionsViewModel actions;
    private final ScheduleViewModel schedule;
    private final CommandText commands;
    private final Subscription subscription;
    private BulkScheduleState.BulkStage stage = BulkScheduleState.BulkStage.CHOOSING;
    private boolean isStopped;
    private boolean isLimited;

    /** Begins to ask for these. */
    BulkScheduleViewModel(List<WatchedMigration> selected, UiContext context, SnapshotFeed feed,
            ActionsViewModel actions) {
        this.context = context;
        this.feed = feed;
        this.actions = actions;
        commands = new CommandText(context.texts(), context.times());
        selected.forEach(each -> {
            migrations.put(each.key(), each);
            fresh.put(each.key(), new FreshStatus(context, each));
        });
        schedule = new ScheduleViewModel(context, feed, selected.getFirst(), latest(selected));
        state = new ReadOnlyObjectWrapper<>(this, "state", evaluate());
        subscription = feed.snapshotProperty().subscribe(() -> refresh())
                .and(feed.secondsProperty().subscribe(() -> refresh())).and(rule.subscribe(() -> refresh()))
                .and(typedNumber.subscribe(() -> refresh())).and(schedule.onChange(() -> refresh()));
    }

    /** A week after the last of the cleanups that are planned now. */
    private Optional<Instant> latest(List<WatchedMigration> selected) {
        return selected.stream().map(each -> planned(each).plus(A_WEEK)).max(Instant::compareTo);
    }

    ObjectProperty<NewTimeRule> ruleProperty() {
        return rule;
    }

    /** How many are moved, as typed. */
    StringProperty typedNumberProperty() {
        return typedNumber;
    }

    /** The time for all, as typed, and the reason. */
    ScheduleViewModel schedule() {
        return schedule;
    }

    Collection<WatchedMigration> migrations() {
        return migrations.values();
    }

    ReadOnlyObjectProperty<BulkScheduleState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Confirms: from here on the requests are what they are now. */
    void proceed() {
        refresh();
        if (state.get().canProceed()) {
            stage = BulkScheduleState.BulkStage.SENDING;
            unsent.addAll(state.get().requests());
            unsent.forEach(each -> outcomes.put(each.migration(), outcome("actions.bulk.waiting")));
            sendNext();
        }
    }

    /** Leaves it; while it is being sent, stops after the one that is under way. */
    void cancel() {
        switch (stage) {
            case CHOOSING, DONE -> actions.closeBulkSchedule();
            case SENDING -> {
                isStopped = true;
                refresh();
            }
        }
    }

    /** Sends no more and lets go of the snapshots. */
    void close() {
        isStopped = true;
        subscription.unsubscribe();
    }

    /** True when a fresh status was asked for and did not come. */
    boolean canAskAgain() {
        return migrations.entrySet().stream().anyMatch(each -> freshness(each.getKey()).hasFailed(each.getValue()));
    }

    /** Asks once more for the statuses that did not come. */
    void askAgain() {
        migrations.forEach((key, migration) -> {
            if (freshness(key).hasFailed(migration)) {
                freshness(key).request(migration);
            }
        });
        refresh();
    }

    private void sendNext() {
        var next = unsent.poll();
        if (next == null) {
            stage = BulkScheduleState.BulkStage.DONE;
        } else if (isStopped) {
            outcomes.put(next.migration(), outcome(isLimited ? "actions.bulk.limited" : "actions.bulk.stopped"));
            sendNext();
        } else {
            send(next);
        }
        refresh();
    }

    /** Meanwhile it may have become forbidden. */
    private void send(CommandRequest request) {
        var key = request.migration();
        var migration = feed.migration(key).orElse(Objects.requireNonNull(migrations.get(key)));
        var refusal = refusal(migration, Optional.ofNullable(request.cleanupTime()));
        if (refusal.isPresent()) {
            outcomes.put(key, new BulkScheduleState.Outcome(
                    context.texts().get("actions.withheld", refusal.get()), false));
            sendNext();
        } else {
            outcomes.put(key, outcome("actions.bulk.sending"));
            refresh();
            var _ = actions.send(request).whenComplete((command, failure) -> {
                outcomes.put(key, answered(command, failure));
                if (command != null) {
                    sent.put(key, command);
                    stopWhereLimited(command);
                }
                sendNext();
            });
        }
    }

    /** Whatever is sent to a service that asks to wait would be refused, too. */
    private void stopWhereLimited(Command command) {
        if (command.state().reason().filter(why -> why.says(ServiceFact.RATE_LIMIT)).isPresent()) {
            isLimited = true;
            isStopped = true;
        }
    }

    private BulkScheduleState.Outcome answered(@Nullable Command command, @Nullable Throwable failure) {
        if (command == null) {
            return new BulkScheduleState.Outcome(
                    context.texts().get("actions.failed", context.sentence(failure)), false);
        }
        var reason = commands.reason(command);
        var said = commands.outcome(command);
        return new BulkScheduleState.Outcome(reason.isEmpty() ? said : said + ". " + reason, command.isOpen());
    }

    private BulkScheduleState.Outcome outcome(String key) {
        return new BulkScheduleState.Outcome(context.texts().get(key), true);
    }

    private void refresh() {
        if (stage == BulkScheduleState.BulkStage.CHOOSING) {
            migrations.replaceAll((key, before) -> feed.migration(key).orElse(before));
        }
        followSent();
        state.set(evaluate());
    }

    /** What is accepted, or has no reply, is decided by later observations. */
    private void followSent() {
        sent.replaceAll((key, before) -> feed.migration(key).map(WatchedMigration::latest)
                .filter(each -> each.id().equals(before.id()) && each.states().size() > before.states().size())
                .orElse(before));
        sent.forEach((key, command) -> outcomes.put(key, answered(command, null)));
    }

    private BulkScheduleState evaluate() {
        var lines = stage == BulkScheduleState.BulkStage.CHOOSING
                ? migrations.values().stream().map(this::line).toList()
                : state.get().lines().stream().map(each -> each.with(outcomes.get(each.migration().key()))).toList();
        return new BulkScheduleState(lines, blocked().or(() -> missingReason(lines)), typedNumber.get().strip(), stage,
                isStopped);
    }

    /** Why nothing at all can be sent: the typed time is none. */
    private Optional<String> blocked() {
        return rule.get() == NewTimeRule.SAME_TIME && schedule.chosen().isEmpty()
                ? schedule.refusal(migrations.values().iterator().next())
                : Optional.empty();
    }

    /** A freeze asks for a reason once, for all that are in one; which window that is, is said. */
    private Optional<String> missingReason(List<BulkScheduleState.BulkLine> lines) {
        var reason = schedule.reasonProperty().get();
        var refused = FreeText.refusal(reason);
        if (refused.isPresent() || !reason.isBlank()) {
            return refused.map(context::sentence);
        }
        var windows = lines.stream().filter(BulkScheduleState.BulkLine::isSent).map(each -> each.migration())
                .flatMap(each -> each.ownDates().freezeAt(feed.serviceTime(each.key())).stream())
                .map(each -> context.sentence(FreezeRule.needsReason(each))).distinct().toList();
        return windows.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", windows));
    }

    private BulkScheduleState.BulkLine line(WatchedMigration migration) {
        var time = newTime(migration);
        var freshness = freshness(migration.key());
        var isWaiting = freshness.why(migration).isPresent() && !freshness.hasFailed(migration);
        var leftOut = freshness.why(migration).or(() -> refusal(migration, time));
        var request = time.map(each -> new CommandRequest(
                migration.key(), Action.SCHEDULE_CLEANUP, each, schedule.reasonProperty().get().strip()));
        return new BulkScheduleState.BulkLine(
                migration, request, leftOut, isWaiting,
                time.filter(each -> schedule.isGrave(each, migration)).isPresent(),
                null);
    }

    private FreshStatus freshness(MigrationKey key) {
        return Objects.requireNonNull(fresh.get(key));
    }

    private Optional<String> refusal(WatchedMigration migration, Optional<CleanupTime> time) {
        return actions.refusal(Action.SCHEDULE_CLEANUP, migration).or(() -> time.isPresent()
                ? schedule.refusal(time.get(), migration)
                : Optional.of(context.texts().get(rule.get() == NewTimeRule.WEEK_AFTER_END
                        ? "actions.bulk.endUnknown" : "actions.bulk.noTime")));
    }

    private Optional<CleanupTime> newTime(WatchedMigration migration) {
        return switch (rule.get()) {
            case WEEK_LATER -> inMinutes(planned(migration).plus(A_WEEK));
            case WEEK_AFTER_END -> feed.expectedEnd(migration) instanceof Forecast.Range range
                    ? inMinutes(range.latest().plus(A_WEEK)) : Optional.empty();
            case SAME_TIME -> schedule.chosen();
        };
    }

    /** A begun minute is rounded up, as in the dialog for one. */
    private static Optional<CleanupTime> inMinutes(Instant at) {
        return CleanupTime.of(at.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES));
    }

    private Instant planned(WatchedMigration migration) {
        var now = feed.serviceTime(migration.key());
        return migration.cleanup().map(Deadline::at).filter(due -> due.isAfter(now)).orElse(now);
    }
}
