package dev.longshore.ui.actions;

import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Views;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Shows a dialog as long as an action waits for a confirmation. */
public final class ConfirmPresenter {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final Dialogs dialogs;
    private boolean showing;

    /** Shows what {@code actions} ask on {@code dialogs}. */
    public ConfirmPresenter(UiContext context, SnapshotFeed feed, Dialogs dialogs, ActionsViewModel actions) {
        this.context = context;
        this.feed = feed;
        this.dialogs = dialogs;
        actions.confirmationProperty().subscribe(this::present);
        actions.bulkScheduleProperty().subscribe(this::presentBulk);
    }

    private void presentBulk(Optional<BulkScheduleViewModel> bulk) {
        if (bulk.isPresent()) {
            showing = true;
            var view = new Views(context.texts()).load(new BulkScheduleView(context, feed, bulk.get()));
            dialogs.show((Region) view, bulk.get()::cancel);
        } else {
            close();
        }
    }

    private void present(Optional<ConfirmViewModel> confirmation) {
        if (confirmation.isPresent()) {
            showing = true;
            var view = new Views(context.texts()).load(new ConfirmView(context, confirmation.get()));
            dialogs.show((Region) view, confirmation.get()::cancel);
        } else {
            close();
        }
    }

    private void close() {
        if (showing) {
            showing = false;
            dialogs.close();
        }
    }
}
