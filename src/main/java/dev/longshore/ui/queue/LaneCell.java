package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.fx.WrappingCell;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows a lane as its card, which is made anew only when something else is said in it. */
final class LaneCell extends WrappingCell<Lane> {
    private final Texts texts;
    private final Consumer<MigrationKey> open;
    private @Nullable Lane shown;

    LaneCell(Texts texts, Consumer<MigrationKey> open) {
        this.texts = texts;
        this.open = open;
    }

    @Override
    protected void show(@Nullable Lane lane) {
        if (lane == null) {
            setGraphic(null);
        } else if (!lane.equals(shown)) {
            setGraphic(new LaneCard(lane, texts, open));
        }
        shown = lane;
    }
}
