package dev.longshore.ui.migrations;

import dev.longshore.model.LastKnown;
import dev.longshore.text.CommandText;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.StatusBadge;
import dev.longshore.ui.fx.LayoutBoundary;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The status, and below it how far the newest command has come. */
final class StatusCell extends LiveTimeCell {
    private final StatusBadge badge;
    private final Label command = new Label();
    private final VBox lines;
    private final Tooltip more = new Tooltip();
    private final CommandText commands;

    StatusCell(RowClock clock, Texts texts, CommandText commands) {
        super(clock);
        badge = new StatusBadge(texts);
        lines = new VBox(badge, command);
        this.commands = commands;
        command.getStyleClass().addAll("second-line", "command-line");
        lines.getStyleClass().add("cell-lines");
        setGraphic(new LayoutBoundary(lines));
    }

    @Override
    void write(@Nullable WatchedMigration migration, Instant now) {
        lines.setVisible(migration != null);
        if (migration != null) {
            badge.setStatus(Optional.ofNullable(migration.lastKnown()).map(LastKnown::status).orElse(null));
            badge.staleProperty().set(migration.isStale(now));
            writeCommand(commands.progress(migration.latest()), commands.reason(migration.latest()));
        }
    }

    private void writeCommand(String news, String why) {
        command.setText(news);
        Visibility.set(command, !news.isEmpty());
        more.setText(why.isEmpty() ? news : news + ". " + why);
        command.setTooltip(news.isEmpty() ? null : more);
        setAccessibleText(String.join(", ", Optional.ofNullable(badge.getText()).orElse(""), news).strip());
    }
}
