package dev.longshore.ui.control.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** One hour of a day, by the wall clock: an hour that comes twice in a night is one field. */
final class HourCell extends EntryCell {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");

    private final int hour;
    private LocalDate date = LocalDate.EPOCH;

    HourCell(CleanupCalendar calendar, int hour) {
        super(calendar);
        this.hour = hour;
        getStyleClass().add("hour-cell");
    }

    @Override
    LocalDate date() {
        return date;
    }

    int hour() {
        return hour;
    }

    void show(LocalDate day, boolean selected) {
        date = day;
        setId("hour-" + day + "-" + hour);
        pseudoClassStateChanged(TODAY, day.equals(calendar().todayProperty().get()));
        var due = calendar().index().inDays(day).stream().filter(this::isInThisHour).toList();
        show(due, selected);
        var when = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", calendar().time().locale());
        setAccessibleText(calendar().texts().get(
                "control.calendar.day", when.format(day.atTime(LocalTime.of(hour, 0))), count()));
    }

    private boolean isInThisHour(CleanupEntry entry) {
        return calendar().text().hour(date, entry) == hour;
    }

    @Override
    List<Node> head() {
        return List.of();
    }

    @Override
    double headHeight() {
        return 0;
    }
}
