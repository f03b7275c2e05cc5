package dev.longshore.ui.control.calendar;

import javafx.scene.layout.StackPane;

/** Month, week or agenda. */
abstract class CalendarPage extends StackPane {
    /** Shows the calendar as it is now. */
    abstract void update();
}
