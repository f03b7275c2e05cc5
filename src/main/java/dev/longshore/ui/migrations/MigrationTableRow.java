package dev.longshore.ui.migrations;

import dev.longshore.model.advice.RiskRank;
import dev.longshore.text.MigrationText;
import dev.longshore.text.Texts;
import dev.longshore.ui.fx.WrappedTooltip;
import dev.longshore.ui.migrations.DatabaseGroups.GroupHead;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A row whose edge says how urgent its migration is and that looks old when the migration is; or the head of a group,
 * which lies across all columns.
 */
final class MigrationTableRow extends TableRow<MigrationRow> {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass AT_RISK = PseudoClass.getPseudoClass("at-risk");
    private static final PseudoClass NEEDS_DECISION = PseudoClass.getPseudoClass("needs-decision");
    private static final PseudoClass LITTLE_TIME = PseudoClass.getPseudoClass("little-time");
    private static final PseudoClass GROUP_HEAD = PseudoClass.getPseudoClass("group-head");

    private final Tooltip tooltip = new WrappedTooltip();
    private final Texts texts;
    private final MigrationText text;
    private final RowClock clock;
    private final Function<MigrationRow, GroupHead> heads;
    private final FontIcon arrow = new FontIcon();
    private final Label title = new Label();
    private final Label counts = new Label();
    private final Label end = new Label();
    private final HBox head = new HBox(arrow, title, counts, end);
    private final InvalidationListener onTick = this::tick;

    /** @param heads what the head of a group says now */
    MigrationTableRow(Texts texts, MigrationText text, RowClock clock, Function<MigrationRow, GroupHead> heads) {
        this.texts = texts;
        this.text = text;
        this.clock = clock;
        this.heads = heads;
        head.getStyleClass().add("group-head");
        title.getStyleClass().add("group-title");
        counts.getStyleClass().add("note");
        head.setMouseTransparent(true);
        title.setMinWidth(Region.USE_PREF_SIZE);
        counts.setMinWidth(Region.USE_PREF_SIZE);
        end.setMinWidth(0);
        clock.addListener(onTick);
    }

    @Override
    protected void updateItem(@Nullable MigrationRow row, boolean empty) {
        super.updateItem(row, empty);
        mark();
    }

    private void tick(Observable ticked) {
        if (ticked.equals(clock.of(getIndex()))) {
            mark();
        }
    }

    /** The skin has put the cells there; the head lies above them. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (isHead()) {
            if (!getChildren().contains(head)) {
                getChildren().add(head);
            }
            head.resizeRelocate(0, 0, getWidth(), getHeight());
        } else {
            getChildren().remove(head);
        }
    }

    private boolean isHead() {
        return !isEmpty() && getItem() != null && getItem().isHead();
    }

    private void mark() {
        var item = isEmpty() ? null : getItem();
        var row = item == null || item.isHead() ? null : item;
        pseudoClassStateChanged(GROUP_HEAD, isHead());
        pseudoClassStateChanged(STALE, row != null && row.migration().isStale(clock.of(getIndex()).getValue()));
        markEdge(row == null ? null : row.rank().level());
        if (item != null && item.isHead()) {
            write(heads.apply(item));
        } else {
            explain(row == null ? "" : text.problem(row.migration()));
            setAccessibleText(null);
        }
    }

    private void explain(String said) {
        tooltip.setText(said);
        setTooltip(said.isEmpty() ? null : tooltip);
    }

    private void write(GroupHead said) {
        arrow.setIconLiteral(said.isCollapsed() ? "mdi2c-chevron-right" : "mdi2c-chevron-down");
        title.setText(said.title());
        counts.setText(said.counts());
        end.setText(said.end());
        explain((said.end() + "\n" + said.basis()).strip());
        setAccessibleText(texts.get("migrations.group.spoken", said.title(), said.counts(), said.end(),
                said.basis()).strip());
        setAccessibleHelp(texts.get(said.isCollapsed() ? "migrations.group.expand" : "migrations.group.collapse"));
        requestLayout();
    }

    private void markEdge(RiskRank.@Nullable Level level) {
        pseudoClassStateChanged(AT_RISK, level == RiskRank.Level.AT_RISK);
        pseudoClassStateChanged(NEEDS_DECISION, level == RiskRank.Level.NEEDS_DECISION);
        pseudoClassStateChanged(LITTLE_TIME, level == RiskRank.Level.LITTLE_TIME);
    }
}
