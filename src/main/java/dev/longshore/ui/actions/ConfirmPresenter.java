package dev.longshore.ui.actions;

import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Views;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Shows a dialog as long as an action waits for a confirmation. */
public final class ConfirmPresenter {
    private final Ui ui;
    private final Feed feed;
    private final Dialogs dialogs;
    private boolean showing;

    /** Shows what {@code actions} ask on {@code dialogs}. */
    public ConfirmPresenter(Ui ui, Feed feed, Dialogs dialogs, ActionsViewModel actions) {
        this.ui = ui;
        this.feed = feed;
        this.dialogs = dialogs;
        actions.confirmationProperty().subscribe(this::present);
    }

    private void present(Optional<ConfirmViewModel> confirmation) {
        if (confirmation.isPresent()) {
            showing = true;
            var view = new Views(ui.texts()).load(new ConfirmView(ui, feed, confirmation.get()));
            dialogs.show((Region) view, confirmation.get()::cancel);
        } else if (showing) {
            showing = false;
            dialogs.close();
        }
    }
}
