package dev.longshore.ui.actions;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationKey;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** stub */
final class ConfirmViewModel implements AutoCloseable {
    ConfirmViewModel(MigrationKey key, Action action, Ui ui, Feed feed, Consumer<ConfirmViewModel> answered) {
        this.key = key;
        this.action = action;
    }
    final MigrationKey key;
    final Action action;
    MigrationKey key() {
        return key;
    }

    Action action() {
        return action;
    }

    @Nullable
    Instant cleanupTime() {
        return null;
    }

    boolean isConfirmed() {
        return false;
    }

    @Override
    public void close() {}
}
