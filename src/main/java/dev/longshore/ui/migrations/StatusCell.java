package dev.longshore.ui.migrations;

import dev.longshore.model.LastKnown;
import dev.longshore.text.CommandText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.StatusBadge;
import dev.longshore.ui.fx.LayoutBoundary;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The status, and below it how far the newest command has come; in compact rows beside it, and then the status is an
 * icon.
 */
final class StatusCell extends LiveTimeCell {
    private final StatusBadge badge;
    private final Label command = new Label();
    private final Pane lines;
    private final boolean isCompact;
    private final Tooltip more = new Tooltip();
    private final CommandText commands;
    private final MigrationText text;
    private List<String> shown = List.of();

    StatusCell(RowClock clock, Texts texts, MigrationText text, CommandText commands, boolean isCompact) {
        super(clock);
        this.text = text;
        badge = new StatusBadge(texts);
        this.isCompact = isCompact;
        lines = isCompact ? new HBox(badge, command) : new VBox(badge, command);
        this.commands = commands;
        command.getStyleClass().addAll("second-line", "command-line");
        lines.getStyleClass().addAll(isCompact ? List.of("cell-lines", "one-line") : List.of("cell-lines"));
        setGraphic(new LayoutBoundary(lines));
    }

    @Override
    void write(@Nullable WatchedMigration migration, Instant now) {
        lines.setVisible(migration != null);
        if (migration != null) {
            badge.setStatus(Optional.ofNullable(migration.lastKnown()).map(LastKnown::status).orElse(null));
            var isStale = migration.isStale(now);
            badge.ageProperty().set(isStale ? text.observed(migration, now) : "");
            badge.staleProperty().set(isStale);
            writeCommand(commands.progress(migration.latest()), commands.reason(migration.latest()));
        }
    }

    /** Mostly nothing has changed, and a badge that is given a width is laid out anew, also where it is the same. */
    private void writeCommand(String news, String why) {
        var next = List.of(news, why, badge.getText());
        if (!next.equals(shown)) {
            shown = next;
            show(news, why);
        }
    }

    private void show(String news, String why) {
        badge.setContentDisplay(isCompact && !news.isEmpty() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        badge.setMinWidth(news.isEmpty() ? 0 : Region.USE_PREF_SIZE);
        command.setText(news);
        Visibility.set(command, !news.isEmpty());
        more.setText(why.isEmpty() ? news : news + ". " + why);
        command.setTooltip(news.isEmpty() ? null : more);
        setAccessibleText(String.join(", ", badge.getText(), news).strip());
    }
}
