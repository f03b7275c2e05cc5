package dev.longshore.ui.control.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** A week: seven days of twenty-four hours. */
final class WeekView extends EntryGrid {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final double HEAD = 30;
    private static final int MORNING = 8;

    private final CleanupCalendar calendar;
    private final HourGrid hours;
    private final ScrollPane scroll;
    private final List<Label> names;
    private int hour = MORNING;

    WeekView(CleanupCalendar calendar) {
        super(calendar);
        this.calendar = calendar;
        getStyleClass().add("week-view");
        hours = new HourGrid(calendar);
        hours.cells()
                .forEach(each -> each.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> select(each.date(), each.hour())));
        names = IntStream.range(0, CalendarDays.WEEK).mapToObj(_ -> new Label()).toList();
        names.forEach(each -> each.getStyleClass().add("day-name"));
        scroll = new ScrollPane(hours);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(names);
        getChildren().add(scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    List<HourCell> cells() {
        return hours.cells();
    }

    @Override
    void drop(CleanupEntry entry, EntryCell cell) {
        if (cell instanceof HourCell to && !to.entries().contains(entry)) {
            calendar.move(entry, to.date().atTime(to.hour(), 0).atZone(calendar.time().zoneId()));
        }
    }

    @Override
    Optional<? extends EntryCell> cellAt(double sceneX, double sceneY) {
        return scroll.contains(scroll.sceneToLocal(sceneX, sceneY)) ? super.cellAt(sceneX, sceneY) : Optional.empty();
    }

    /** Shows the week of the day that is selected, as the calendar is now. */
    @Override
    void update() {
        var shown = calendar.shownProperty().get();
        var days = CalendarDays.ofWeek(shown, calendar.localeProperty().get());
        var format = calendar.time().pattern("EEE d MMM");
        for (var i = 0; i < days.size(); i++) {
            names.get(i).setText(format.format(days.get(i)));
            names.get(i).pseudoClassStateChanged(TODAY, days.get(i).equals(calendar.todayProperty().get()));
        }
        hours.show(days, shown, hour);
        requestLayout();
    }

    private void select(LocalDate day, int at) {
        hour = Math.clamp(at, 0, HourGrid.HOURS - 1);
        calendar.shownProperty().set(day);
        update();
        cells().stream()
                .filter(each -> each.date().equals(day) && each.hour() == hour && !each.holdsFocus())
                .forEach(this::focus);
    }

    private void focus(HourCell cell) {
        cell.requestFocus();
        var room = hours.getHeight() - scroll.getViewportBounds().getHeight();
        var top = scroll.sceneToLocal(cell.localToScene(0, 0)).getY();
        if (room > 0 && (top < 0 || top + cell.getHeight() > scroll.getHeight())) {
            scroll.setVvalue(Math.clamp(hours.rows().top(Math.max(0, hour - 1)) / room, 0, 1));
        }
    }

    private void key(KeyEvent event) {
        var code = event.getCode();
        if (event.getTarget() instanceof EntryChip chip && event.isAltDown() && code.isArrowKey()) {
            move(chip.entry(), code);
        } else if (event.getTarget() instanceof HourCell cell && code == KeyCode.ENTER) {
            enter(cell);
        } else if (!step(code)) {
            return;
        }
        event.consume();
    }

    private void move(CleanupEntry entry, KeyCode code) {
        var at = calendar.time().zoned(entry.from());
        switch (code) {
            case UP -> calendar.move(entry, at.minus(Duration.ofHours(1)));
            case DOWN -> calendar.move(entry, at.plus(Duration.ofHours(1)));
            default -> calendar.move(entry, CalendarDays.beside(at.toLocalDate(), code));
        }
    }

    private boolean step(KeyCode code) {
        var day = calendar.shownProperty().get();
        switch (code) {
            case UP -> select(day, hour - 1);
            case DOWN -> select(day, hour + 1);
            case LEFT -> select(day.minusDays(1), hour);
            case RIGHT -> select(day.plusDays(1), hour);
            case PAGE_UP -> select(day.minusWeeks(1), hour);
            case PAGE_DOWN -> select(day.plusWeeks(1), hour);
            case HOME -> select(day, 0);
            case END -> select(day, HourGrid.HOURS - 1);
            case T -> select(calendar.todayProperty().get(), hour);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void layoutChildren() {
        scroll.resizeRelocate(0, HEAD, getWidth(), getHeight() - HEAD);
        hours.fit(getHeight() - HEAD - 1);
        scroll.layout();
        var width = (scroll.getViewportBounds().getWidth() - HourGrid.GUTTER) / CalendarDays.WEEK;
        for (var i = 0; i < names.size(); i++) {
            layoutInArea(names.get(i), HourGrid.GUTTER + i * width, 0, width, HEAD, 0, HPos.CENTER, VPos.CENTER);
        }
    }
}
