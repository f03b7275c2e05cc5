package dev.longshore.ui.migrations;

import dev.longshore.model.advice.RiskRank;
import dev.longshore.text.MigrationText;
import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A row whose edge says how urgent its migration is, that looks old when the migration is, and that begins a group where
 * the rows are grouped.
 */
final class MigrationTableRow extends TableRow<MigrationRow> {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass AT_RISK = PseudoClass.getPseudoClass("at-risk");
    private static final PseudoClass NEEDS_DECISION = PseudoClass.getPseudoClass("needs-decision");
    private static final PseudoClass LITTLE_TIME = PseudoClass.getPseudoClass("little-time");
    private static final PseudoClass BEGINS_GROUP = PseudoClass.getPseudoClass("begins-group");

    private final Tooltip problem = new Tooltip();
    private final MigrationText text;
    private final RowClock clock;
    private final BooleanSupplier grouped;
    private final InvalidationListener onTick = this::tick;
    private final InvalidationListener onMove = _ -> markGroup();

    MigrationTableRow(
            TableView<MigrationRow> table, MigrationText text, RowClock clock, BooleanSupplier grouped) {
        this.text = text;
        this.clock = clock;
        this.grouped = grouped;
        problem.setWrapText(true);
        problem.setMaxWidth(420);
        clock.addListener(onTick);
        table.getItems().addListener(new WeakInvalidationListener(onMove));
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

    private void mark() {
        var row = isEmpty() ? null : getItem();
        var said = row == null ? "" : text.problem(row.migration());
        problem.setText(said);
        setTooltip(said.isEmpty() ? null : problem);
        pseudoClassStateChanged(STALE, row != null && row.migration().isStale(clock.of(getIndex()).getValue()));
        markEdge(row == null ? null : row.rank().level());
        markGroup();
    }

    private void markEdge(RiskRank.@Nullable Level level) {
        pseudoClassStateChanged(AT_RISK, level == RiskRank.Level.AT_RISK);
        pseudoClassStateChanged(NEEDS_DECISION, level == RiskRank.Level.NEEDS_DECISION);
        pseudoClassStateChanged(LITTLE_TIME, level == RiskRank.Level.LITTLE_TIME);
    }

    private void markGroup() {
        var row = isEmpty() ? null : getItem();
        pseudoClassStateChanged(BEGINS_GROUP, row != null && grouped.getAsBoolean() && beginsGroup(row));
    }

    private boolean beginsGroup(MigrationRow row) {
        var items = getTableView() == null ? null : getTableView().getItems();
        if (items == null || getIndex() < 1 || getIndex() >= items.size()) {
            return true;
        }
        return !text.database(items.get(getIndex() - 1).migration()).equals(text.database(row.migration()));
    }
}
