package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.text.Texts;
import dev.longshore.ui.fx.WrappingCell;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows a lane as its card, which is made anew only when something else is said in it. */
final class DatabaseQueueCell extends WrappingCell<DatabaseQueue> {
    private final Texts texts;
    private final Consumer<MigrationKey> open;
    private @Nullable DatabaseQueue shown;

    DatabaseQueueCell(Texts texts, Consumer<MigrationKey> open) {
        this.texts = texts;
        this.open = open;
    }

    @Override
    protected void show(@Nullable DatabaseQueue queue) {
        if (queue == null) {
            setGraphic(null);
        } else if (!queue.equals(shown)) {
            setGraphic(new DatabaseQueueCard(queue, texts, open));
        }
        shown = queue;
    }
}
