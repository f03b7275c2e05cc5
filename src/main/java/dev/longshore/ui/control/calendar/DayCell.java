package dev.longshore.ui.control.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** One day of a month. */
final class DayCell extends EntryCell {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass OTHER_MONTH = PseudoClass.getPseudoClass("other-month");

    private final Label number = new Label();
    private final FontIcon snowflake = new FontIcon(MaterialDesignS.SNOWFLAKE);
    private LocalDate date = LocalDate.EPOCH;
    private String inFull = "";

    DayCell(CleanupCalendar calendar) {
        super(calendar);
        getStyleClass().add("day-cell");
        number.getStyleClass().add("number");
        number.setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    LocalDate date() {
        return date;
    }

    void show(LocalDate shown) {
        if (!shown.equals(date)) {
            date = shown;
            inFull = text("EEEE d MMMM yyyy");
            setId("day-" + shown);
            number.setText(text(shown.getDayOfMonth() == 1 ? "d MMM" : "d"));
        }
        pseudoClassStateChanged(TODAY, shown.equals(calendar().todayProperty().get()));
        pseudoClassStateChanged(OTHER_MONTH, !calendar().month().equals(YearMonth.from(shown)));
        show(calendar().entries().inDays(shown), shown.equals(calendar().shownProperty().get()));
        var freezes = calendar().freezesOn(shown);
        number.setGraphic(freezes.isEmpty() ? null : snowflake);
        showFreezes(freezes, calendar().texts().get("control.calendar.day", inFull, entries().size()));
    }

    private String text(String pattern) {
        return calendar().time().pattern(pattern).format(date);
    }

    @Override
    List<Node> head() {
        return List.of(number);
    }

    @Override
    double headHeight() {
        return number.prefHeight(-1);
    }
}
