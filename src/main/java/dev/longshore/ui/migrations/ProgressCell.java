package dev.longshore.ui.migrations;

import dev.longshore.text.MigrationText;
import dev.longshore.ui.fx.LayoutBoundary;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The progress: a bar only where a number is known, and the service's own text always; in compact rows beside a bar only
 * in the tooltip.
 */
final class ProgressCell extends LiveTimeCell {
    private final ProgressBar bar = new ProgressBar();
    private final Label percent = new Label();
    private final Label raw = new Label();
    private final HBox figure = new HBox(bar, percent);
    private final VBox lines = new VBox(figure, raw);
    private final Tooltip tooltip = new Tooltip();
    private final MigrationText text;
    private final boolean isCompact;
    private @Nullable ShownProgress shown;

    private record ShownProgress(OptionalDouble done, String words) {}

    ProgressCell(RowClock clock, MigrationText text, boolean isCompact) {
        super(clock);
        this.text = text;
        this.isCompact = isCompact;
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        percent.setMinWidth(Region.USE_PREF_SIZE);
        figure.getStyleClass().add("progress-figure");
        raw.getStyleClass().add("second-line");
        lines.getStyleClass().add("cell-lines");
        setGraphic(new LayoutBoundary(lines));
    }

    @Override
    void write(@Nullable WatchedMigration migration, Instant now) {
        lines.setVisible(migration != null);
        if (migration != null) {
            write(text.percent(migration), text.progressText(migration));
        }
    }

    private void write(OptionalDouble done, String words) {
        var next = new ShownProgress(done, words);
        if (!next.equals(shown)) {
            shown = next;
            show(done, words);
        }
    }

    private void show(OptionalDouble done, String words) {
        Visibility.set(figure, done.isPresent());
        done.ifPresent(value -> bar.setProgress(value / 100));
        percent.setText(done.isPresent() ? text.percent(done.getAsDouble()) : "");
        Visibility.set(raw, !isCompact || done.isEmpty());
        raw.setText(words);
        tooltip.setText(words);
        setTooltip(words.isEmpty() ? null : tooltip);
        setAccessibleText(String.join(", ", percent.getText(), words).strip());
    }
}
