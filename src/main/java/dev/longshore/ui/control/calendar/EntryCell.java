package dev.longshore.ui.control.calendar;

import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import dev.longshore.ui.look.Urgency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A field of a calendar: as many entries as there is room for, the most urgent ones by time, and how many more there are. One
 * field of a calendar is selected; it and what is in it can be reached by keyboard.
 */
abstract class EntryCell extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    private static final double PADDING = 4;
    private static final double GAP = 2;
    private static final int MOST_SHOWN = 30;
    private static final int LEAST_SHOWN = 4;
    private static final double LEAST_ROW = 14;

    private final Hyperlink more = new Hyperlink();
    private @Nullable Tooltip freezeTip;
    private final CleanupCalendar calendar;
    private boolean selected;
    private @Nullable LocalDate shownOn;
    private List<CleanupEntry> entries = List.of();
    private List<EntryChip> chips = List.of();

    EntryCell(CleanupCalendar calendar) {
        this.calendar = calendar;
        getStyleClass().add("entry-cell");
        more.getStyleClass().add("more");
        setAccessibleRole(AccessibleRole.BUTTON);
        heightProperty().subscribe(this::fillUp);
    }

    CleanupCalendar calendar() {
        return calendar;
    }

    /** The link that says how many more there are. */
    Hyperlink more() {
        return more;
    }

    /** All that is due in this field, the most urgent first. */
    List<CleanupEntry> entries() {
        return entries;
    }

    /** What stands above the entries. */
    abstract List<Node> head();

    /** How much room the head takes, in pixels. */
    abstract double headHeight();

    /** Which day it is, or is a part of. */
    abstract LocalDate date();

    /**
     * Shows {@code due} on {@link #date()}.
     *
     * @param due the most urgent first
     */
    void show(List<CleanupEntry> due, boolean isSelected) {
        if (!date().equals(shownOn) || isSelected != selected || !due.equals(entries)) {
            entries = due;
            selected = isSelected;
            shownOn = date();
            write();
        }
    }

    private void write() {
        var first = entries.subList(0, Math.min(room(), entries.size()));
        // A chip that is pressed or has the focus stays with its entry; else the place is what is cheap to keep.
        chips = isPressed() || isFocusWithin() ? byEntry(first) : byPlace(first);
        showSelected();
        fill();
    }

    /**
     * How many entries could be seen: there may be hundreds. An entry is no lower than the head. A
     * field that is about to grow has some already.
     */
    private int room() {
        return Math.clamp((int) (getHeight() / Math.max(LEAST_ROW, headHeight())), LEAST_SHOWN, MOST_SHOWN);
    }

    /** A field that has grown has room for more, after the layout in which it grew. */
    private void fillUp() {
        if (chips.size() < Math.min(room(), entries.size())) {
            Platform.runLater(this::write);
        }
    }

    private List<EntryChip> byEntry(List<CleanupEntry> first) {
        return first.stream()
                .map(entry -> shown(
                        entry, chips.stream().filter(each -> each.entry().isSameAs(entry)).findFirst()))
                .toList();
    }

    private List<EntryChip> byPlace(List<CleanupEntry> first) {
        return IntStream.range(0, first.size())
                .mapToObj(i -> shown(
                        first.get(i), i < chips.size() ? Optional.of(chips.get(i)) : Optional.empty()))
                .toList();
    }

    private EntryChip shown(CleanupEntry entry, Optional<EntryChip> chip) {
        chip.ifPresent(each -> each.show(entry, date()));
        return chip.orElseGet(() -> new EntryChip(entry, date(), calendar));
    }

    private void fill() {
        var children = new ArrayList<>(head());
        children.addAll(chips);
        // Most fields are empty when a calendar is opened, and a link takes time to be made.
        if (!entries.isEmpty()) {
            children.add(more);
        }
        // A chip that is being pressed must stay where it is.
        if (!getChildren().equals(children)) {
            getChildren().setAll(children);
        }
        requestLayout();
    }

    private void showSelected() {
        pseudoClassStateChanged(SELECTED, selected);
        setViewOrder(selected ? -1 : 0);
        setFocusTraversable(selected);
        chips.forEach(each -> each.setFocusTraversable(selected));
        more.setFocusTraversable(selected);
    }

    /**
     * Shows the freezes that touch this field, and says in words what it is.
     *
     * @param field what it is besides
     */
    void showFreezes(List<FreezePeriod> periods, String field) {
        var frozen = calendar.frozen(periods);
        pseudoClassStateChanged(FROZEN, !periods.isEmpty());
        explain(frozen);
        setAccessibleText(frozen.isEmpty() ? field : field + "\n" + frozen);
    }

    /** Few fields are frozen, and a tooltip takes time to be made. */
    private void explain(String frozen) {
        var tip = freezeTip;
        if (tip == null && !frozen.isEmpty()) {
            freezeTip = new Tooltip(frozen);
            Tooltip.install(this, freezeTip);
        } else if (tip != null && frozen.isEmpty()) {
            Tooltip.uninstall(this, tip);
            freezeTip = null;
        } else if (tip != null) {
            tip.setText(frozen);
        }
    }

    /** Marks this field as the one an entry that is dragged would come to. */
    void setTarget(boolean target) {
        pseudoClassStateChanged(TARGET, target);
    }

    boolean holdsFocus() {
        return isFocused() || isFocusWithin();
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth() - 2 * PADDING;
        var top = headHeight() == 0 ? GAP : PADDING + headHeight() + GAP;
        head().forEach(
                each -> each.resizeRelocate(PADDING, PADDING, Math.min(each.prefWidth(-1), width), headHeight()));
        var row = chips.isEmpty() ? 1 : chips.getFirst().prefHeight(-1) + GAP;
        var rows = (int) ((getHeight() - top - GAP) / row);
        var seen = Math.min(chips.size(), entries.size() <= rows ? entries.size() : Math.max(0, rows - 1));
        for (var i = 0; i < chips.size(); i++) {
            chips.get(i).setVisible(i < seen);
        }
        // Which are seen is decided by urgency, their order by time.
        var byTime = chips.stream().limit(seen).sorted(Comparator.comparing(each -> each.entry().from())).toList();
        for (var i = 0; i < byTime.size(); i++) {
            byTime.get(i).resizeRelocate(PADDING, top + i * row, width, row - GAP);
        }
        if (!entries.isEmpty()) {
            layoutMore(seen, top + seen * row);
        }
    }

    /** Below the entries; beside the head where there is no room for any. */
    private void layoutMore(int seen, double y) {
        more.setVisible(seen < entries.size());
        var urgent = entries.stream().skip(seen).filter(each -> each.urgency() == Urgency.ACUTE).count();
        more.setText(urgent == 0 ? calendar.texts().get("control.calendar.more", entries.size() - seen)
                : calendar.texts().get("control.calendar.more.urgent", entries.size() - seen, urgent));
        more.pseudoClassStateChanged(URGENT, urgent > 0);
        var height = more.prefHeight(-1);
        var beside = y + height > getHeight();
        var x = beside ? PADDING + head().stream().mapToDouble(each -> each.prefWidth(-1)).sum() : PADDING;
        more.resizeRelocate(x, beside ? PADDING : y, Math.min(more.prefWidth(-1), getWidth() - x - 1), height);
    }
}
