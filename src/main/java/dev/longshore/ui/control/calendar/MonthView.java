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

/** Five weeks: week numbers, the names of the days, and a cell for each day. */
final class MonthView extends EntryGrid {
    private static final double NUMBERS = 34;
    private static final double HEAD = 24;

    private final CleanupCalendar calendar;
    private final List<DayCell> cells;
    private final List<Label> names = labels(CalendarDays.WEEK, "day-name");
    private final List<Label> numbers = labels(CalendarDays.WEEKS, "week-number");

    MonthView(CleanupCalendar calendar) {
        super(calendar);
        this.calendar = calendar;
        getStyleClass().add("month-view");
        cells = IntStream.range(0, CalendarDays.WEEKS * CalendarDays.WEEK).mapToObj(_ -> cell()).toList();
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
        return cells;
    }

    @Override
    void drop(CleanupEntry entry, EntryCell cell) {
        calendar.move(entry, cell.date());
    }

    /** Shows the weeks of the day that is selected, as the calendar is now. */
    @Override
    void update() {
        var locale = calendar.localeProperty().get();
        var days = CalendarDays.ofFiveWeeks(calendar.shownProperty().get(), calendar.todayProperty().get(), locale);
        var focused = cells.stream().anyMatch(EntryCell::holdsFocus);
        for (var i = 0; i < cells.size(); i++) {
            cells.get(i).show(days.get(i));
        }
        for (var i = 0; i < CalendarDays.WEEKS; i++) {
            numbers.get(i).setText(number(days.get(i * CalendarDays.WEEK)));
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
            case PAGE_UP -> day.minusWeeks(CalendarDays.WEEKS);
            case PAGE_DOWN -> day.plusWeeks(CalendarDays.WEEKS);
            case HOME -> CalendarDays.startOfWeek(day, calendar.localeProperty().get());
            case END -> CalendarDays.startOfWeek(day, calendar.localeProperty().get()).plusDays(CalendarDays.WEEK - 1);
            case T -> calendar.todayProperty().get();
            default -> CalendarDays.beside(day, code);
        };
    }

    @Override
    protected void layoutChildren() {
        var width = (getWidth() - NUMBERS - 1) / CalendarDays.WEEK;
        var height = (getHeight() - HEAD - 1) / CalendarDays.WEEKS;
        for (var i = 0; i < CalendarDays.WEEK; i++) {
            layoutInArea(names.get(i), NUMBERS + i * width, 0, width, HEAD, 0, HPos.CENTER, VPos.CENTER);
        }
        for (var i = 0; i < CalendarDays.WEEKS; i++) {
            layoutInArea(numbers.get(i), 0, HEAD + i * height, NUMBERS, HEAD, 0, HPos.CENTER, VPos.CENTER);
        }
        for (var i = 0; i < cells.size(); i++) {
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
