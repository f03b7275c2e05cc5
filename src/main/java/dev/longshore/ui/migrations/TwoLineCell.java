package dev.longshore.ui.migrations;

import dev.longshore.ui.control.AnchoredPopOver;
import dev.longshore.ui.fx.LayoutBoundary;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A cell of one or two lines that is written anew when its migration or the time changes; in compact rows both stand on
 * one line, and what has no room is in the tooltip.
 */
final class TwoLineCell extends LiveTimeCell {
    private static final PseudoClass EXPLAINED = PseudoClass.getPseudoClass("explained");

    private static final int SHORT = 20;

    private final BiFunction<WatchedMigration, Instant, CellContent> contentAt;
    private final Label first = new Label();
    private final Label second = new Label();
    private final Pane lines;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable CellContent shown;

    TwoLineCell(RowClock clock, BiFunction<WatchedMigration, Instant, CellContent> facet, boolean isCompact) {
        super(clock);
        this.contentAt = facet;
        lines = isCompact ? oneLine() : new VBox(first, second);
        first.getStyleClass().add("first-line");
        second.getStyleClass().add("second-line");
        lines.getStyleClass().add("cell-lines");
        first.textTruncatedProperty().subscribe(this::showTooltip);
        second.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                explain();
            }
        });
        setGraphic(new LayoutBoundary(lines));
    }

    /** The second gives way to the first. */
    private HBox oneLine() {
        second.setMinWidth(0);
        var line = new HBox(first, second);
        line.getStyleClass().add("one-line");
        return line;
    }

    /** Says beside the second line what it means, where that is known. */
    private void explain() {
        if (shown != null && !shown.explanation().isEmpty()) {
            explain(shown.explanation(), second);
        }
    }

    /** Shows {@code said} in a popover beside {@code anchor}. */
    static void explain(String said, Node anchor) {
        var explanation = new Label(said);
        explanation.setId("explanation");
        explanation.setWrapText(true);
        new AnchoredPopOver(explanation).open(anchor);
    }

    /** What is shown, and below it what it means; empty where there is nothing to explain. */
    String explained() {
        if (shown == null || (shown.explanation().isEmpty() && shown.more().isEmpty())) {
            return "";
        }
        var said = Stream.of(shown.first(), shown.second()).filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
        return Stream.of(said, shown.more(), shown.explanation())
                .filter(each -> !each.isEmpty()).distinct().collect(Collectors.joining("\n"));
    }

    @Override
    void write(@Nullable WatchedMigration migration, Instant now) {
        lines.setVisible(migration != null);
        if (migration != null) {
            write(contentAt.apply(migration, now));
        }
    }

    /** Mostly nothing has changed but the time, and a cell that is touched is laid out anew. */
    private void write(CellContent content) {
        if (content.equals(shown)) {
            return;
        }
        show(content.colorRole(), shown == null ? null : shown.colorRole());
        shown = content;
        first.setText(content.first());
        second.setText(content.second());
        Visibility.set(second, !content.second().isEmpty());
        first.setMinWidth(isShort(content) ? Region.USE_PREF_SIZE : 0);
        showTooltip();
        setAccessibleHelp(content.explanation().isEmpty() ? null : content.explanation());
        second.pseudoClassStateChanged(EXPLAINED, !content.explanation().isEmpty());
        setAccessibleText(content.accessibleText());
    }

    /** What the column says besides, below what is cut. */
    private void showTooltip() {
        if (shown != null) {
            var more = shown.more();
            var isCut = first.isTextTruncated() && !more.isEmpty() && !more.contains(shown.first());
            tooltip.setText(isCut ? shown.first() + "\n" + more : more);
            setTooltip(more.isEmpty() ? null : tooltip);
        }
    }

    /** What is short stays whole beside what explains it. */
    private static boolean isShort(CellContent content) {
        return !content.second().isEmpty() && content.first().length() < SHORT;
    }

    private void show(@Nullable ColorRole colorRole, @Nullable ColorRole before) {
        if (colorRole == null) {
            ColorRole.removeFrom(first);
            first.setGraphic(null);
        } else if (colorRole != before) {
            colorRole.applyTo(first);
            first.setGraphic(
                    new FontIcon(
                            colorRole == ColorRole.DANGER ? "mdi2a-alert-octagon-outline" : "mdi2a-alert-outline"));
        }
    }
}
