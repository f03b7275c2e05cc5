package dev.longshore.ui.migrations;

import dev.longshore.ui.fx.Island;
import dev.longshore.ui.fx.Presence;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.function.BiFunction;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A cell of one or two lines that is written anew when its migration or the time changes. */
final class FacetCell extends ClockedCell {
    private final BiFunction<WatchedMigration, Instant, Facet> facet;
    private final Label first = new Label();
    private final Label second = new Label();
    private final VBox lines = new VBox(first, second);
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Facet shown;

    FacetCell(RowClock clock, BiFunction<WatchedMigration, Instant, Facet> facet) {
        super(clock);
        this.facet = facet;
        first.getStyleClass().add("first-line");
        second.getStyleClass().add("second-line");
        lines.getStyleClass().add("cell-lines");
        setGraphic(new Island(lines));
    }

    @Override
    void write(@Nullable WatchedMigration migration, Instant now) {
        lines.setVisible(migration != null);
        if (migration != null) {
            write(facet.apply(migration, now));
        }
    }

    /** Mostly nothing has changed but the time, and a cell that is touched is laid out anew. */
    private void write(Facet said) {
        if (said.equals(shown)) {
            return;
        }
        show(said.token(), shown == null ? null : shown.token());
        shown = said;
        first.setText(said.first().isEmpty() ? "–" : said.first());
        second.setText(said.second());
        Presence.set(second, !said.second().isEmpty());
        tooltip.setText(said.more());
        setTooltip(said.more().isEmpty() ? null : tooltip);
        setAccessibleText(said.spoken());
    }

    private void show(@Nullable Token token, @Nullable Token before) {
        if (token == null) {
            Token.takeFrom(first);
            first.setGraphic(null);
        } else if (token != before) {
            token.colour(first);
            first.setGraphic(
                    new FontIcon(token == Token.DANGER ? "mdi2a-alert-octagon-outline" : "mdi2a-alert-outline"));
        }
    }
}
