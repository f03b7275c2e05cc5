package dev.longshore.ui.actions;

import dev.longshore.devops.CurlCommand.CurlShell;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Ruling;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.text.ActionText;
import dev.longshore.text.CommandText;
import dev.longshore.ui.actions.ConfirmViewModel.ConfirmationRequest;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The actions on the selected migrations. FX thread only. */
public final class ActionsViewModel {
    private static final int MOST_AT_ONCE = 100;

    private final Map<Action, ReadOnlyObjectWrapper<ActionAvailability>> availabilities = new EnumMap<>(Action.class);
    private final ReadOnlyObjectWrapper<Optional<ConfirmViewModel>> confirmation = new ReadOnlyObjectWrapper<>(this,
            "confirmation", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<BulkScheduleViewModel>> bulkSchedule = new ReadOnlyObjectWrapper<>(
            this,
            "bulkSchedule", Optional.empty());
    private final ReadOnlyObjectWrapper<String> scheduleLabel = new ReadOnlyObjectWrapper<>(this, "scheduleLabel", "");
    private final ReadOnlyObjectWrapper<Optional<ActionFeedback>> feedback = new ReadOnlyObjectWrapper<>(this, "notice",
            Optional.empty());
    private final ReadOnlyObjectWrapper<ActionAvailability> removal = new ReadOnlyObjectWrapper<>(this, "removal");
    private final PendingRequests pendingRequests = new PendingRequests();
    private final UiContext context;
    private final SnapshotFeed feed;
    private final ActionText words;
    private List<MigrationKey> selection = List.of();

    /** Nothing is selected yet. */
    public ActionsViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        words = new ActionText(context.texts());
        for (var action : Action.values()) {
            availabilities.put(action, new ReadOnlyObjectWrapper<>(this, "offer", availability(action, List.of())));
        }
        feed.snapshotProperty().subscribe(newest -> {
            pendingRequests.shown(newest);
            refresh();
        });
    }

    /** Offers the actions for these. */
    public void select(List<MigrationKey> keys) {
        selection = List.copyOf(keys);
        refresh();
    }

    /** Whether {@code action} can be asked for now. */
    public ReadOnlyObjectProperty<ActionAvailability> availabilityProperty(Action action) {
        return wrapper(action).getReadOnlyProperty();
    }

    /** Whether {@code action} can be asked for now for that migration alone. */
    public ActionAvailability availability(Action action, WatchedMigration migration) {
        return availability(action, List.of(migration));
    }

    /** The dialog a user has to answer first, if there is one. */
    ReadOnlyObjectProperty<Optional<ConfirmViewModel>> confirmationProperty() {
        return confirmation.getReadOnlyProperty();
    }

    /** The dialog for the cleanups of several migrations, if there is one. */
    ReadOnlyObjectProperty<Optional<BulkScheduleViewModel>> bulkScheduleProperty() {
        return bulkSchedule.getReadOnlyProperty();
    }

    /** What the button that schedules a cleanup says: for how many, where it is several. */
    ReadOnlyObjectProperty<String> scheduleLabelProperty() {
        return scheduleLabel.getReadOnlyProperty();
    }

    /** Whether what is selected can be taken off the list. */
    public ReadOnlyObjectProperty<ActionAvailability> removalProperty() {
        return removal.getReadOnlyProperty();
    }

    /** Takes what is selected off the list, which can be undone; never touches the service. */
    public void removeFromList() {
        var removed = selected();
        if (!removed.isEmpty()) {
            removed.forEach(each -> unobserved(context.watch().remove(each.key())));
            var names = removed.stream().map(WatchedMigration::name).collect(Collectors.joining(", "));
            showFeedback(new ActionFeedback(context.texts().get("actions.removed", names),
                    Optional.of(() -> restore(removed))));
        }
    }

    private void restore(List<WatchedMigration> removed) {
        removed.forEach(each -> unobserved(context.watch().add(each.key(), each.name(), each.tags())));
        dismissFeedback();
    }

    /** What becomes of it is seen in the snapshots. */
    private static void unobserved(CompletableFuture<?> future) {
        var _ = future;
    }

    /** Takes the notice away. */
    public void dismissFeedback() {
        feedback.set(Optional.empty());
    }

    private void showFeedback(ActionFeedback newFeedback) {
        feedback.set(Optional.of(newFeedback).filter(each -> !each.sentence().isBlank()));
    }

    /** Says what became of something that was done beside the actions. */
    public void say(String sentence) {
        showFeedback(ActionFeedback.of(sentence));
    }

    /** The same, with what takes it back. */
    public void say(String sentence, Runnable undo) {
        showFeedback(new ActionFeedback(sentence, Optional.of(() -> {
            dismissFeedback();
            undo.run();
        })));
    }

    /** The calls that ask for the status of what is selected. */
    public String statusCurl(CurlShell shell) {
        return selection.stream().map(each -> context.curl().status(each, shell)).collect(Collectors.joining("\n"));
    }

    /** The calls that ask for {@code action}; for a cleanup to be scheduled, at the time that is planned, or now. */
    public String curl(Action action, CurlShell shell) {
        return selected().stream()
                .map(each -> context.curl().action(each.key(), action, plannedCleanup(action, each), shell))
                .collect(Collectors.joining("\n"));
    }

    private @Nullable CleanupTime plannedCleanup(Action action, WatchedMigration migration) {
        return action == Action.SCHEDULE_CLEANUP
                ? migration.cleanup().map(Deadline::at).flatMap(CleanupTime::of)
                        .orElseGet(() -> new CleanupTime(feed.nowProperty().get()))
                : null;
    }

    /** What became of what was done last, where that is worth a word. */
    public ReadOnlyObjectProperty<Optional<ActionFeedback>> feedbackProperty() {
        return feedback.getReadOnlyProperty();
    }

    /** Asks for {@code action} for all that is selected: at once, or by way of a confirmation. */
    public void request(Action action) {
        refresh();
        if (isAsking() || !wrapper(action).get().enabled()) {
            return;
        }
        if (action == Action.SCHEDULE_CLEANUP && selected().size() > 1) {
            openBulkSchedule();
            return;
        }
        switch (action) {
            case PAUSE, RESUME -> selection.forEach(key -> unobserved(send(new CommandRequest(key, action, null, ""))));
            case LAUNCH, SCHEDULE_CLEANUP, CLEAN_UP, ABORT -> confirm(
                    new ConfirmationRequest(selected().getFirst(), action, Optional.empty(), false));
        }
    }

    private boolean isAsking() {
        return confirmation.get().isPresent() || bulkSchedule.get().isPresent();
    }

    private void openBulkSchedule() {
        dismissFeedback();
        bulkSchedule.set(Optional.of(new BulkScheduleViewModel(selected(), context, feed, this)));
    }

    /** The dialog for several cleanups is over. */
    void closeBulkSchedule() {
        bulkSchedule.get().ifPresent(BulkScheduleViewModel::close);
        bulkSchedule.set(Optional.empty());
    }

    /** Opens the dialog that launches the import of one migration. */
    public void requestLaunch(MigrationKey key) {
        request(key, Action.LAUNCH, Optional.empty());
    }

    /**
     * Opens the dialog that approves the launch of one migration, for its queue to do when it is its turn.
     *
     * @return why that is not possible, if so
     */
    public Optional<String> requestApproval(MigrationKey key) {
        var migration = feed.migration(key);
        var refused = migration.flatMap(this::whyNotInQueue);
        if (migration.isPresent() && refused.isEmpty() && !isAsking()) {
            confirm(new ConfirmationRequest(migration.get(), Action.LAUNCH, Optional.empty(), true));
        }
        return refused;
    }

    /** That another import runs is what a queue is for. */
    private Optional<String> whyNotInQueue(WatchedMigration migration) {
        return migration.ruling(Action.LAUNCH) instanceof Ruling.Denied(var rule, _)
                && rule == Ruling.LifecycleRule.ANOTHER_IMPORT_RUNS ? Optional.empty()
                        : refusal(Action.LAUNCH, migration);
    }

    /** Opens the schedule editor for one migration with a time at which nothing can be lost. */
    public void requestSafeCleanup(MigrationKey key) {
        request(key, Action.SCHEDULE_CLEANUP, Optional.empty());
    }

    /** Opens the schedule editor for one migration with the time that was asked for elsewhere. */
    public void requestCleanupAt(MigrationKey key, Instant wanted) {
        request(key, Action.SCHEDULE_CLEANUP, Optional.of(wanted));
    }

    private void request(MigrationKey key, Action action, Optional<Instant> wanted) {
        feed.migration(key).ifPresent(migration -> {
            var refused = refusal(action, migration);
            showFeedback(ActionFeedback.of(refused.orElse("")));
            if (refused.isEmpty() && !isAsking()) {
                confirm(new ConfirmationRequest(migration, action, wanted, false));
            }
        });
    }

    private void confirm(ConfirmationRequest confirmationRequest) {
        dismissFeedback();
        confirmation.set(Optional.of(new ConfirmViewModel(confirmationRequest, context, feed, this::finish)));
    }

    private void finish(ConfirmViewModel answered) {
        confirmation.set(Optional.empty());
        answered.close();
        if (answered.isConfirmed() && answered.isForLater()) {
            approve(answered);
        } else if (answered.isConfirmed()) {
            unobserved(send(answered.request()));
        } else {
            answered.withheld()
                    .ifPresent(why -> showFeedback(ActionFeedback.of(context.texts().get("actions.withheld", why))));
            answered.instead().ifPresent(safer -> requestCleanupAt(answered.key(), safer.at()));
        }
    }

    private void approve(ConfirmViewModel answered) {
        var key = answered.key();
        var approval = new QueueChange.LaunchApproved(key.ref().migration(), answered.request().reason());
        context.whenDone(context.watch().changeQueue(key.databaseKey(), approval), trouble -> {
            if (!trouble.isEmpty()) {
                showFeedback(ActionFeedback.of(context.texts().get("actions.approve.failed", trouble)));
            }
        });
    }

    /** Takes a dialog away that is still open; nothing is sent. */
    public void close() {
        confirmation.get().ifPresent(ConfirmViewModel::cancel);
        closeBulkSchedule();
    }

    /** Sends it once, unless something is under way for its migration; completed on the FX thread. */
    CompletableFuture<Command> send(CommandRequest request) {
        var key = request.migration();
        var answer = new CompletableFuture<Command>();
        if (!pendingRequests.begin(key)) {
            return answer;
        }
        dismissFeedback();
        refresh();
        var _ = context.watch().command(request).whenComplete((command, failure) -> context.thread().run(() -> {
            answered(key, command, failure);
            var _ = failure == null ? answer.complete(command) : answer.completeExceptionally(failure);
        }));
        return answer;
    }

    private void answered(MigrationKey key, @Nullable Command command, @Nullable Throwable failure) {
        if (command == null) {
            pendingRequests.end(key);
            showFeedback(ActionFeedback.of(context.texts().get("actions.failed", context.sentence(failure))));
        } else {
            pendingRequests.answered(key, command, feed.snapshotProperty().get());
            showFeedback(ActionFeedback.of(new CommandText(context.texts(), context.times()).reason(command)));
        }
        refresh();
    }

    private void refresh() {
        var selected = selected();
        availabilities.forEach((action, wrapper) -> set(wrapper, availability(action, selected)));
        scheduleLabel.set(selected.size() > 1 ? context.texts().get("actions.schedule.many", selected.size())
                : context.texts().get("actions.schedule"));
        set(removal, new ActionAvailability(
                !selected.isEmpty(),
                context.texts().get(selected.isEmpty() ? "actions.selectFirst" : "actions.remove.explanation")));
    }

    private static void set(ReadOnlyObjectWrapper<ActionAvailability> wrapper, ActionAvailability availability) {
        if (!availability.equals(wrapper.get())) {
            wrapper.set(availability);
        }
    }

    private List<WatchedMigration> selected() {
        return selection.stream().flatMap(key -> feed.migration(key).stream()).toList();
    }

    private ActionAvailability availability(Action action, List<WatchedMigration> selected) {
        if (selected.isEmpty()) {
            return new ActionAvailability(false, context.texts().get("actions.selectFirst"));
        }
        if (selected.size() > 1 && action == Action.SCHEDULE_CLEANUP) {
            return bulkAvailability(selected);
        }
        if (selected.size() > 1 && isGuarded(action)) {
            return new ActionAvailability(false, context.texts().get("actions.oneAtATime"));
        }
        return selected.stream()
                .flatMap(each -> refusal(action, each).stream())
                .findFirst()
                .map(why -> new ActionAvailability(false, why))
                .orElseGet(() -> new ActionAvailability(true, words.explanation(action)));
    }

    /** Those for which it is forbidden are left out, so that one is enough. */
    private ActionAvailability bulkAvailability(List<WatchedMigration> selected) {
        if (selected.size() > MOST_AT_ONCE) {
            return new ActionAvailability(false, context.texts().get("actions.bulk.tooMany", MOST_AT_ONCE));
        }
        var refusals = selected.stream().flatMap(each -> refusal(Action.SCHEDULE_CLEANUP, each).stream()).toList();
        return refusals.size() == selected.size()
                ? new ActionAvailability(false, refusals.getFirst())
                : new ActionAvailability(true, context.texts().get("actions.bulk.explanation", selected.size()));
    }

    private static boolean isGuarded(Action action) {
        return switch (action) {
            case PAUSE, RESUME -> false;
            case LAUNCH, SCHEDULE_CLEANUP, CLEAN_UP, ABORT -> true;
        };
    }

    Optional<String> refusal(Action action, WatchedMigration migration) {
        if (pendingRequests.contains(migration.key())) {
            return Optional.of(context.texts().get("actions.underWay", migration.name()));
        }
        return switch (migration.ruling(action)) {
            case Ruling.Allowed _ -> Optional.empty();
            case Ruling.Denied denied -> Optional.of(context.sentence(denied.why()));
        };
    }

    private ReadOnlyObjectWrapper<ActionAvailability> wrapper(Action action) {
        return Objects.requireNonNull(availabilities.get(action));
    }
}
