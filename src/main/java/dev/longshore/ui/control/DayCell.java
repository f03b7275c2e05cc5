package dev.longshore.ui.control;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One day of a month: its number, as many entries as there is room for, and how many more there are. */
final class DayCell extends Region {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass OTHER_MONTH = PseudoClass.getPseudoClass("other-month");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final double PADDING = 4;
    private static final double GAP = 2;
    private static final int MOST_SHOWN = 30;
    private static final Comparator<CleanupEntry> MOST_URGENT_FIRST = Comparator.comparing(CleanupEntry::risk)
            .reversed().thenComparing(CleanupEntry::at);

    private final Label number = new Label();
    private final Hyperlink more = new Hyperlink();
    private final CleanupCalendar calendar;
    private List<EntryChip> chips = List.of();
    private LocalDate date = LocalDate.EPOCH;
    private int count;

    DayCell(CleanupCalendar calendar) {
        this.calendar = calendar;
        getStyleClass().add("day-cell");
        number.getStyleClass().add("number");
        more.getStyleClass().add("more");
        more.setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    LocalDate date() {
        return date;
    }

    /** The link that says how many more there are. */
    Hyperlink more() {
        return more;
    }

    List<EntryChip> chips() {
        return chips;
    }

    void show(LocalDate shown) {
        date = shown;
        setId("day-" + shown);
        var entries = calendar.index().cleanups(shown).stream().sorted(MOST_URGENT_FIRST).toList();
        var first = entries.stream().limit(MOST_SHOWN).toList();
        if (!first.equals(chips.stream().map(EntryChip::entry).toList())) {
            chips = first.stream().map(each -> new EntryChip(each, calendar)).toList();
        }
        count = entries.size();
        number.setText(text(shown.getDayOfMonth() == 1 ? "d MMM" : "d"));
        pseudoClassStateChanged(TODAY, shown.equals(calendar.todayProperty().get()));
        pseudoClassStateChanged(OTHER_MONTH, !calendar.month().equals(YearMonth.from(shown)));
        setSelected(shown.equals(calendar.shownProperty().get()));
        setAccessibleText(calendar.texts().get("control.calendar.day", text("EEEE d MMMM yyyy"), count));
        fill();
    }

    private void fill() {
        var children = new ArrayList<Node>(List.of(number));
        children.addAll(chips);
        children.add(more);
        // A chip that is being pressed must stay where it is.
        if (!getChildren().equals(children)) {
            getChildren().setAll(children);
        }
        requestLayout();
    }

    private void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
        setViewOrder(selected ? -1 : 0);
        setFocusTraversable(selected);
        chips.forEach(each -> each.setFocusTraversable(selected));
        more.setFocusTraversable(selected);
    }

    /** Marks this cell as the one an entry that is dragged would come to. */
    void setTarget(boolean target) {
        pseudoClassStateChanged(TARGET, target);
    }

    private String text(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, calendar.time().locale()).format(date);
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth() - 2 * PADDING;
        var top = PADDING + number.prefHeight(-1) + GAP;
        layoutInArea(number, PADDING, PADDING, width, number.prefHeight(-1), 0, HPos.LEFT, VPos.TOP);
        var row = chips.isEmpty() ? 0 : chips.getFirst().prefHeight(-1) + GAP;
        var rows = row == 0 ? 0 : (int) ((getHeight() - top - PADDING + GAP) / row);
        var seen = count <= rows ? count : Math.max(0, rows - 1);
        for (var i = 0; i < chips.size(); i++) {
            chips.get(i).setVisible(i < seen);
            chips.get(i).resizeRelocate(PADDING, top + i * row, width, row - GAP);
        }
        layoutMore(seen, width, top + seen * row, rows);
    }

    private void layoutMore(int seen, double width, double y, int rows) {
        more.setVisible(seen < count);
        more.setText(
                calendar.texts().get(rows == 0 ? "control.calendar.count" : "control.calendar.more", count - seen));
        var height = more.prefHeight(-1);
        var fits = Math.min(y, getHeight() - height - 1);
        var x = rows == 0 ? PADDING + number.prefWidth(-1) + GAP : PADDING;
        more.resizeRelocate(x, rows == 0 ? PADDING : fits, Math.min(more.prefWidth(-1), width - x + PADDING), height);
    }
}
