package dev.longshore.ui.control.calendar;

import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import java.time.LocalDate;
import java.time.LocalTime;
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
     * @param freezes those that touch the day
     */
    void show(LocalDate day, List<CleanupEntry> due, boolean selected, List<FreezePeriod> freezes) {
        if (!day.equals(date)) {
            date = day;
            inFull = calendar().time().pattern("EEEE d MMMM yyyy, HH:mm")
                    .format(day.atTime(LocalTime.of(hour, 0)));
            setId("hour-" + day + "-" + hour);
        }
        pseudoClassStateChanged(TODAY, day.equals(calendar().todayProperty().get()));
        show(due, selected);
        showFreezes(freezes.isEmpty() ? freezes : freezes.stream().filter(this::touches).toList(),
                calendar().texts().get("control.calendar.day", inFull, entries().size()));
    }

    /** By the wall clock, so that an hour that comes twice is touched where one of the two is. */
    private boolean touches(FreezePeriod period) {
        var begin = date.atTime(hour, 0);
        var zone = calendar().time().zoneId();
        return period.from().atZone(zone).toLocalDateTime().isBefore(begin.plusHours(1))
                && period.until().atZone(zone).toLocalDateTime().isAfter(begin);
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
