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
    private String inFull = "";

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

    /**
     * Shows this hour of {@code day}.
     *
     * @param due what is due in it, the most urgent first
     */
    void show(LocalDate day, List<CleanupEntry> due, boolean selected) {
        if (!day.equals(date)) {
            date = day;
            inFull = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", calendar().time().locale())
                    .format(day.atTime(LocalTime.of(hour, 0)));
            setId("hour-" + day + "-" + hour);
        }
        pseudoClassStateChanged(TODAY, day.equals(calendar().todayProperty().get()));
        show(due, selected);
        setAccessibleText(calendar().texts().get("control.calendar.day", inFull, entries().size()));
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
