package dev.longshore.ui.control.calendar;

import dev.longshore.ui.fx.SegmentedChoice;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Above the calendar: back, today, on, what is shown, and the choice of month, week and agenda. */
final class CalendarHeader extends HBox {
    private static final double SPACING = 6;
    /** Where there is less room, the title is short: cut it would say nothing. */
    private static final double LEAST_FOR_ALL = 620;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final CleanupCalendar calendar;
    private final Label title = new Label();
    private final Tooltip inFull = new Tooltip();

    CalendarHeader(CleanupCalendar calendar) {
        super(SPACING);
        this.calendar = calendar;
        getStyleClass().add("calendar-header");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(arrow("calendarPrevious", MaterialDesignC.CHEVRON_LEFT, -1), today(),
                arrow("calendarNext", MaterialDesignC.CHEVRON_RIGHT, 1), title, space, views());
        widthProperty().map(width -> width.doubleValue() < LEAST_FOR_ALL).subscribe((_, _) -> update());
        title.setMinWidth(USE_PREF_SIZE);
        title.setTooltip(inFull);
    }

    private Button arrow(String id, Ikon icon, int step) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(_ -> goTo(step));
        name(button, "control.calendar." + (step < 0 ? "previous" : "next"));
        return button;
    }

    private Button today() {
        var button = new Button(calendar.texts().get("control.calendar.today"));
        button.setId("calendarToday");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> calendar.shownProperty().set(calendar.todayProperty().get()));
        return button;
    }

    private SegmentedButton views() {
        var views = new SegmentedButton(
                view("calendarMonth", CleanupCalendar.CalendarViewMode.MONTH),
                view("calendarWeek", CleanupCalendar.CalendarViewMode.WEEK),
                view("calendarAgenda", CleanupCalendar.CalendarViewMode.AGENDA));
        SegmentedChoice.bind(views, calendar.viewProperty(), List.of(CleanupCalendar.CalendarViewMode.values()));
        return views;
    }

    private ToggleButton view(String id, CleanupCalendar.CalendarViewMode view) {
        var button = new ToggleButton(calendar.texts().get("control.calendar.view." + view.name()));
        button.setId(id);
        return button;
    }

    private void name(ButtonBase button, String key) {
        button.setAccessibleText(calendar.texts().get(key));
        button.setTooltip(new Tooltip(calendar.texts().get(key)));
    }

    private void goTo(int step) {
        var shown = calendar.shownProperty();
        shown.set(switch (calendar.viewProperty().get()) {
            case MONTH -> shown.get().plusWeeks(step * (long) CalendarDays.WEEKS);
            case WEEK, AGENDA -> shown.get().plusWeeks(step);
        });
    }

    void update() {
        var isNarrow = getWidth() > 0 && getWidth() < LEAST_FOR_ALL;
        title.pseudoClassStateChanged(NARROW, isNarrow);
        inFull.setText(said(""));
        title.setAccessibleText(inFull.getText());
        title.setText(isNarrow ? said(".short") : inFull.getText());
    }

    private String said(String form) {
        return switch (calendar.viewProperty().get()) {
            case MONTH -> fiveWeeks(form);
            case WEEK -> week(form);
            case AGENDA -> calendar.texts().get("control.calendar.from" + form,
                    text(form.isEmpty() ? "d MMMM yyyy" : "d MMM"));
        };
    }

    private String fiveWeeks(String form) {
        var days = CalendarDays.ofFiveWeeks(calendar.shownProperty().get(), calendar.todayProperty().get(),
                calendar.localeProperty().get());
        var format = calendar.time().pattern("d MMM");
        return calendar.texts().get("control.calendar.weeks" + form, format.format(days.getFirst()),
                format.format(days.getLast()), days.getLast().getYear());
    }

    private String week(String form) {
        var days = CalendarDays.ofWeek(calendar.shownProperty().get(), calendar.localeProperty().get());
        var number = CalendarDays.weekNumber(calendar.shownProperty().get(), calendar.localeProperty().get());
        var format = calendar.time().pattern("d MMM");
        return calendar.texts().get("control.calendar.week" + form, number, format.format(days.getFirst()),
                format.format(days.getLast()), days.getLast().getYear());
    }

    private String text(String pattern) {
        return calendar.time().pattern(pattern).format(calendar.shownProperty().get());
    }
}
