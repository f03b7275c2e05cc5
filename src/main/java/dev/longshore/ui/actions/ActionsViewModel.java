package dev.longshore.ui.actions;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Ruling;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.text.ActionText;
import dev.longshore.ui.text.CommandText;
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
    private final Map<Action, ReadOnlyObjectWrapper<Offer>> offers = new EnumMap<>(Action.class);
    private final ReadOnlyObjectWrapper<Optional<ConfirmViewModel>> confirmation = new ReadOnlyObjectWrapper<>(this,
            "confirmation", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(this, "notice",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Offer> removal = new ReadOnlyObjectWrapper<>(this, "removal");
    private final UnderWay underWay = new UnderWay();
    private final Ui ui;
    private final Feed feed;
    private final ActionText words;
    private List<MigrationKey> selection = List.of();

    /** Nothing is selected yet. */
    public ActionsViewModel(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        words = new ActionText(ui.texts());
        for (var action : Action.values()) {
            offers.put(action, new ReadOnlyObjectWrapper<>(this, "offer", offer(action, List.of())));
        }
        feed.snapshotProperty().subscribe(newest -> {
            underWay.shown(newest);
            refresh();
        });
    }

    /** Offers the actions for these. */
    public void select(List<MigrationKey> keys) {
        selection = List.copyOf(keys);
        refresh();
    }

    /** Whether {@code action} can be asked for now. */
    public ReadOnlyObjectProperty<Offer> offerProperty(Action action) {
        return wrapper(action).getReadOnlyProperty();
    }

    /** The dialog a person has to answer first, if there is one. */
    ReadOnlyObjectProperty<Optional<ConfirmViewModel>> confirmationProperty() {
        return confirmation.getReadOnlyProperty();
    }

    /** Whether what is selected can be taken off the list. */
    public ReadOnlyObjectProperty<Offer> removalProperty() {
        return removal.getReadOnlyProperty();
    }

    /** Takes what is selected off the list, which can be undone; never touches the service. */
    public void removeFromList() {
        var removed = selected();
        if (!removed.isEmpty()) {
            removed.forEach(each -> unobserved(ui.watch().remove(each.key())));
            var names = removed.stream().map(WatchedMigration::name).collect(Collectors.joining(", "));
            tell(new Notice(ui.texts().get("actions.removed", names), Optional.of(() -> restore(removed))));
        }
    }

    private void restore(List<WatchedMigration> removed) {
        removed.forEach(each -> unobserved(ui.watch().add(each.key(), each.name(), each.tags())));
        dismissNotice();
    }

    /** What becomes of it is seen in the snapshots. */
    private static void unobserved(CompletableFuture<?> future) {
        var _ = future;
    }

    /** Takes the notice away. */
    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    private void tell(Notice said) {
        notice.set(Optional.of(said).filter(each -> !each.sentence().isBlank()));
    }

    /** The calls that ask for the status of what is selected. */
    public String statusCurl() {
        return selection.stream().map(ui.curl()::status).collect(Collectors.joining("\n"));
    }

    /** The calls that ask for {@code action}; for a cleanup to be scheduled, at the time that is planned now. */
    public String curl(Action action) {
        return selected().stream()
                .map(each -> ui.curl().action(each.key(), action, plannedCleanup(action, each)))
                .collect(Collectors.joining("\n"));
    }

    private @Nullable Instant plannedCleanup(Action action, WatchedMigration migration) {
        return action == Action.SCHEDULE_CLEANUP
                ? migration.cleanup().map(Deadline::at).orElseGet(feed.nowProperty()::get)
                : null;
    }

    /** What became of what was done last, where that is worth a word. */
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Asks for {@code action} for all that is selected: at once, or by way of a confirmation. */
    public void request(Action action) {
        refresh();
        if (confirmation.get().isPresent() || !wrapper(action).get().enabled()) {
            return;
        }
        switch (action) {
            case PAUSE, RESUME -> selection.forEach(key -> send(new CommandRequest(key, action, null, "")));
            case LAUNCH, SCHEDULE_CLEANUP, CLEAN_UP, ABORT -> confirm(selected().getFirst(), action, Optional.empty());
        }
    }

    /** Opens the schedule editor for one migration with a time at which nothing can be lost. */
    public void requestSafeCleanup(MigrationKey key) {
        requestCleanup(key, Optional.empty());
    }

    /** Opens the schedule editor for one migration with the time that was asked for elsewhere. */
    public void requestCleanupAt(MigrationKey key, Instant wanted) {
        requestCleanup(key, Optional.of(wanted));
    }

    private void requestCleanup(MigrationKey key, Optional<Instant> wanted) {
        feed.migration(key).ifPresent(migration -> {
            var refused = refusal(Action.SCHEDULE_CLEANUP, migration);
            tell(Notice.of(refused.orElse("")));
            if (refused.isEmpty() && confirmation.get().isEmpty()) {
                confirm(migration, Action.SCHEDULE_CLEANUP, wanted);
            }
        });
    }

    private void confirm(WatchedMigration migration, Action action, Optional<Instant> wanted) {
        dismissNotice();
        var request = new ConfirmViewModel.Request(migration, action, wanted);
        confirmation.set(Optional.of(new ConfirmViewModel(request, ui, feed, this::finish)));
    }

    private void finish(ConfirmViewModel answered) {
        confirmation.set(Optional.empty());
        answered.close();
        if (answered.isConfirmed()) {
            send(answered.request());
        } else {
            answered.withheld().ifPresent(why -> tell(Notice.of(ui.texts().get("actions.withheld", why))));
            answered.instead().ifPresent(at -> requestCleanupAt(answered.key(), at));
        }
    }

    /** Takes a dialog away that is still open; nothing is sent. */
    public void close() {
        confirmation.get().ifPresent(ConfirmViewModel::cancel);
    }

    private void send(CommandRequest request) {
        var key = request.migration();
        if (!underWay.begin(key)) {
            return;
        }
        dismissNotice();
        refresh();
        var _ = ui.watch().command(request).whenComplete(
                (command, failure) -> ui.thread().run(() -> answered(key, command, failure)));
    }

    private void answered(MigrationKey key, @Nullable Command command, @Nullable Throwable failure) {
        if (command == null) {
            underWay.end(key);
            tell(Notice.of(ui.texts().get("actions.failed", ui.sentence(failure))));
        } else {
            underWay.answered(key, command, feed.snapshotProperty().get());
            tell(Notice.of(new CommandText(ui.texts()).reason(command)));
        }
        refresh();
    }

    private void refresh() {
        var selected = selected();
        offers.forEach((action, wrapper) -> set(wrapper, offer(action, selected)));
        set(removal, new Offer(
                !selected.isEmpty(),
                ui.texts().get(selected.isEmpty() ? "actions.selectFirst" : "actions.remove.explanation")));
    }

    private static void set(ReadOnlyObjectWrapper<Offer> wrapper, Offer offer) {
        if (!offer.equals(wrapper.get())) {
            wrapper.set(offer);
        }
    }

    private List<WatchedMigration> selected() {
        return selection.stream().flatMap(key -> feed.migration(key).stream()).toList();
    }

    private Offer offer(Action action, List<WatchedMigration> selected) {
        if (selected.isEmpty()) {
            return new Offer(false, ui.texts().get("actions.selectFirst"));
        }
        if (selected.size() > 1 && isGuarded(action)) {
            return new Offer(false, ui.texts().get("actions.oneAtATime"));
        }
        return selected.stream()
                .flatMap(each -> refusal(action, each).stream())
                .findFirst()
                .map(why -> new Offer(false, why))
                .orElseGet(() -> new Offer(true, words.explanation(action)));
    }

    private static boolean isGuarded(Action action) {
        return switch (action) {
            case PAUSE, RESUME -> false;
            case LAUNCH, SCHEDULE_CLEANUP, CLEAN_UP, ABORT -> true;
        };
    }

    private Optional<String> refusal(Action action, WatchedMigration migration) {
        if (underWay.contains(migration.key())) {
            return Optional.of(ui.texts().get("actions.underWay", migration.name()));
        }
        return switch (migration.ruling(action)) {
            case Ruling.Allowed _ -> Optional.empty();
            case Ruling.Forbidden forbidden -> Optional.of(forbidden.why());
        };
    }

    private ReadOnlyObjectWrapper<Offer> wrapper(Action action) {
        return Objects.requireNonNull(offers.get(action));
    }
}
