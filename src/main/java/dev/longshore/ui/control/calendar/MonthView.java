package dev.longshore.ui.control.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** A month: week numbers, the names of the days, and a cell for each day. */
final class MonthView extends EntryGrid {
    private static final int MOST_WEEKS = 6;
    private static final double NUMBERS = 34;
    private static final double HEAD = 24;

    private final CleanupCalendar calendar;
    private final List<DayCell> cells;
    private final List<Label> names = labels(CalendarDays.WEEK, "day-name");
    private final List<Label> numbers = labels(MOST_WEEKS, "week-number");
    private int weeks = MOST_WEEKS;

    MonthView(CleanupCalendar calendar) {
        super(calendar);
        this.calendar = calendar;
        getStyleClass().add("month-view");
        cells = IntStream.range(0, MOST_WEEKS * CalendarDays.WEEK).mapToObj(_ -> cell()).toList();
        getChildren().addAll(names);
        getChildren().addAll(numbers);
        getChildren().addAll(cells);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private DayCell cell() {
        var cell = new DayCell(calendar);
        cell.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> select(cell.date()));
        return cell;
    }

    @Override
    List<DayCell> cells() {
        return cells.subList(0, weeks * CalendarDays.WEEK);
    }

    @Override
    void drop(CleanupEntry entry, EntryCell cell) {
        calendar.move(entry, cell.date());
    }

    /** Shows the month of the day that is selected, as the calendar is now. */
    @Override
    void update() {
        var locale = calendar.localeProperty().get();
        var days = CalendarDays.ofMonth(calendar.month(), locale);
        var focused = cells.stream().anyMatch(EntryCell::holdsFocus);
        weeks = days.size() / CalendarDays.WEEK;
        for (var i = 0; i < cells.size(); i++) {
            cells.get(i).setVisible(i < days.size());
            if (i < days.size()) {
                cells.get(i).show(days.get(i));
            }
        }
        for (var i = 0; i < MOST_WEEKS; i++) {
            numbers.get(i).setVisible(i < weeks);
            numbers.get(i).setText(i < weeks ? number(days.get(i * CalendarDays.WEEK)) : "");
        }
        nameDays();
        if (focused) {
            focusSelected();
        }
        requestLayout();
    }

    private String number(LocalDate day) {
        return Integer.toString(CalendarDays.weekNumber(day, calendar.localeProperty().get()));
    }

    private void nameDays() {
        var days = CalendarDays.daysOfWeek(calendar.localeProperty().get());
        for (var i = 0; i < days.size(); i++) {
            names.get(i).setText(days.get(i).getDisplayName(TextStyle.SHORT, calendar.time().locale()));
        }
    }

    private void select(LocalDate day) {
        calendar.shownProperty().set(day);
        focusSelected();
    }

    private void focusSelected() {
        cells().stream()
                .filter(each -> each.date().equals(calendar.shownProperty().get()) && !each.holdsFocus())
                .forEach(Node::requestFocus);
    }

    private void key(KeyEvent event) {
        var code = event.getCode();
        var day = calendar.shownProperty().get();
        var next = next(day, code);
        if (event.getTarget() instanceof EntryChip chip && event.isAltDown() && code.isArrowKey()) {
            calendar.move(chip.entry(), CalendarDays.beside(day, code));
        } else if (event.getTarget() instanceof DayCell cell && code == KeyCode.ENTER) {
            enter(cell);
        } else if (!next.equals(day)) {
            select(next);
        } else {
            return;
        }
        event.consume();
    }

    private LocalDate next(LocalDate day, KeyCode code) {
        return switch (code) {
            case PAGE_UP -> day.minusMonths(1);
            case PAGE_DOWN -> day.plusMonths(1);
            case HOME -> CalendarDays.startOfWeek(day, calendar.localeProperty().get());
            case END -> CalendarDays.startOfWeek(day, calendar.localeProperty().get()).plusDays(CalendarDays.WEEK - 1);
            case T -> calendar.todayProperty().get();
            default -> CalendarDays.beside(day, code);
        };
    }

    @Override
    protected void layoutChildren() {
        var width = (getWidth() - NUMBERS - 1) / CalendarDays.WEEK;
        var height = (getHeight() - HEAD - 1) / weeks;
        for (var i = 0; i < CalendarDays.WEEK; i++) {
            layoutInArea(names.get(i), NUMBERS + i * width, 0, width, HEAD, 0, HPos.CENTER, VPos.CENTER);
        }
        for (var i = 0; i < weeks; i++) {
            layoutInArea(numbers.get(i), 0, HEAD + i * height, NUMBERS, HEAD, 0, HPos.CENTER, VPos.CENTER);
        }
        for (var i = 0; i < weeks * CalendarDays.WEEK; i++) {
            var column = i % CalendarDays.WEEK;
            var row = i / CalendarDays.WEEK;
            var x = snapPositionX(NUMBERS + column * width);
            var y = snapPositionY(HEAD + row * height);
            var right = snapPositionX(NUMBERS + (column + 1) * width);
            var bottom = snapPositionY(HEAD + (row + 1) * height);
            cells.get(i).resizeRelocate(x, y, right - x + 1, bottom - y + 1);
        }
    }

    private static List<Label> labels(int count, String style) {
        var labels = new ArrayList<Label>();
        for (var i = 0; i < count; i++) {
            var label = new Label();
            label.getStyleClass().add(style);
            labels.add(label);
        }
        return labels;
    }
}
