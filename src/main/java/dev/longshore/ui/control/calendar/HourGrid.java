package dev.longshore.ui.control.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The hours of seven days, with the clock at the left edge. */
final class HourGrid extends Pane {
    /** Hours of a day, by the wall clock. */
    static final int HOURS = 24;
    /** How wide the clock is, in pixels. */
    static final double GUTTER = 52;
    private static final double PADDING = 8;
    private static final double LABEL = 18;

    private final CleanupCalendar calendar;
    private final List<HourCell> cells;
    private final List<Label> clock;
    private HourRows rows = HourRows.of(new int[HOURS], 0);
    private double room;

    HourGrid(CleanupCalendar calendar) {
        this.calendar = calendar;
        getStyleClass().add("hour-grid");
        cells = IntStream.range(0, CalendarDays.WEEK * HOURS)
                .mapToObj(each -> new HourCell(calendar, each % HOURS))
                .toList();
        clock = IntStream.range(0, HOURS).mapToObj(each -> label(LocalTime.of(each, 0).toString())).toList();
        getChildren().addAll(clock);
        getChildren().addAll(cells);
    }

    /** The fields, day by day. */
    List<HourCell> cells() {
        return cells;
    }

    HourRows rows() {
        return rows;
    }

    void show(List<LocalDate> days, LocalDate selectedDay, int selectedHour) {
        for (var i = 0; i < days.size(); i++) {
            show(days.get(i), cells.subList(i * HOURS, (i + 1) * HOURS), days.get(i).equals(selectedDay), selectedHour);
        }
        fit(room);
    }

    private void show(LocalDate day, List<HourCell> hours, boolean isSelected, int selectedHour) {
        var due = calendar.entries().inDays(day).stream()
                .collect(Collectors.groupingBy(each -> calendar.text().hour(day, each)));
        var freezes = calendar.freezesOn(day);
        hours.forEach(each -> each.show(
                day, due.getOrDefault(each.hour(), List.of()), isSelected && each.hour() == selectedHour, freezes));
    }

    /** Makes the hours fill {@code height}, or as much more as they need. */
    void fit(double height) {
        room = height;
        rows = HourRows.of(IntStream.range(0, HOURS).map(this::most).toArray(), height);
        setMinHeight(rows.total());
        setPrefHeight(rows.total());
        requestLayout();
    }

    private int most(int hour) {
        return IntStream.range(0, CalendarDays.WEEK)
                .map(day -> cells.get(day * HOURS + hour).entries().size())
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        var width = (getWidth() - GUTTER - 1) / CalendarDays.WEEK;
        for (var i = 0; i < cells.size(); i++) {
            var column = i / HOURS;
            var hour = i % HOURS;
            var x = snapPositionX(GUTTER + column * width);
            var y = snapPositionY(rows.top(hour));
            var right = snapPositionX(GUTTER + (column + 1) * width);
            var bottom = snapPositionY(rows.top(hour) + rows.height(hour));
            cells.get(i).resizeRelocate(x, y, right - x + 1, bottom - y + 1);
        }
        for (var i = 0; i < HOURS; i++) {
            layoutInArea(clock.get(i), 0, rows.top(i), GUTTER - PADDING, LABEL, 0, HPos.RIGHT, VPos.CENTER);
        }
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().add("hour");
        return label;
    }
}
