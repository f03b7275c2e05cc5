package dev.longshore.ui.control;

import java.util.stream.Stream;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Pane;

/** The header, below it month, week or agenda, and above both the list of one field when it is open. */
final class CleanupCalendarSkin extends SkinBase<CleanupCalendar> {
    private static final double GAP = 8;
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 320;

    private final CalendarHeader header;
    private final MonthView month;
    private final WeekView week;
    private final AgendaView agenda;
    private final EntryList list;
    private final Pane surface = new Pane();

    CleanupCalendarSkin(CleanupCalendar control) {
        super(control);
        header = new CalendarHeader(control);
        month = new MonthView(control);
        week = new WeekView(control);
        agenda = new AgendaView(control);
        list = new EntryList(control);
        surface.getChildren().setAll(header, month, week, agenda, list);
        surface.getChildren().forEach(each -> each.setManaged(false));
        getChildren().setAll(surface);
        Stream.concat(month.cells().stream(), week.cells().stream())
                .forEach(each -> each.more().setOnAction(_ -> list.open(each)));
        EntryDrag.install(month, new MonthDrop(month, control), control::open);
        EntryDrag.install(week, new WeekDrop(week, control), control::open);
        month.setOnEnter(this::enter);
        week.setOnEnter(this::enter);
        listen(control);
    }

    private void listen(CleanupCalendar control) {
        control.indexProperty().subscribe(_ -> update());
        control.todayProperty().subscribe(_ -> update());
        control.localeProperty().subscribe(_ -> update());
        control.shownProperty().subscribe(_ -> turn());
        control.viewProperty().subscribe(_ -> turn());
    }

    private void turn() {
        list.close();
        update();
    }

    private void update() {
        var view = getSkinnable().viewProperty().get();
        header.update();
        month.setVisible(view == CleanupCalendar.View.MONTH);
        week.setVisible(view == CleanupCalendar.View.WEEK);
        agenda.setVisible(view == CleanupCalendar.View.AGENDA);
        switch (view) {
            case MONTH -> month.update();
            case WEEK -> week.update();
            case AGENDA -> agenda.update();
        }
        list.update();
        getSkinnable().requestLayout();
    }

    /** One entry is opened, several are listed. */
    private void enter(EntryCell cell) {
        if (cell.entries().size() == 1) {
            getSkinnable().open(cell.entries().getFirst());
        } else if (!cell.entries().isEmpty()) {
            list.open(cell);
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        surface.resizeRelocate(x, y, width, height);
        var top = header.prefHeight(width);
        header.resizeRelocate(0, 0, width, top);
        Stream.of(month, week, agenda).forEach(each -> each.resizeRelocate(0, top + GAP, width, height - top - GAP));
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return LEAST_WIDTH + left + right;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return LEAST_HEIGHT + top + bottom;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return 2 * LEAST_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return 2 * LEAST_HEIGHT;
    }
}
