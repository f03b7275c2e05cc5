package dev.longshore.ui.control;

import javafx.scene.control.SkinBase;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The header, below it month, week or agenda, and above both the list of one day when it is open. */
final class CleanupCalendarSkin extends SkinBase<CleanupCalendar> {
    private static final double GAP = 8;
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 320;

    private final CalendarHeader header;
    private final MonthView month;
    private final AgendaView agenda;
    private final DayList dayList;
    private final Pane surface = new Pane();

    CleanupCalendarSkin(CleanupCalendar control) {
        super(control);
        header = new CalendarHeader(control);
        month = new MonthView(control);
        agenda = new AgendaView(control);
        dayList = new DayList(control);
        surface.getChildren().setAll(header, month, agenda, dayList);
        surface.getChildren().forEach(each -> each.setManaged(false));
        getChildren().setAll(surface);
        month.cells().forEach(each -> each.more().setOnAction(_ -> list(each)));
        EntryDrag.install(surface, new MonthDrop(month, control), (chip, _) -> control.open(chip.entry()));
        month.setOnEnter(this::enter);
        control.indexProperty().subscribe(_ -> update());
        control.todayProperty().subscribe(_ -> update());
        control.localeProperty().subscribe(_ -> update());
        control.viewProperty().subscribe(_ -> update());
        control.shownProperty().subscribe(_ -> turn());
    }

    private void turn() {
        dayList.close();
        update();
    }

    private void update() {
        var view = getSkinnable().viewProperty().get();
        header.update();
        month.setVisible(view == CleanupCalendar.View.MONTH);
        agenda.setVisible(view != CleanupCalendar.View.MONTH);
        switch (view) {
            case MONTH -> month.update();
            case WEEK, AGENDA -> agenda.update();
        }
        dayList.update();
        getSkinnable().requestLayout();
    }

    /** One entry is opened, several are listed. */
    private void enter(DayCell cell) {
        var entries = getSkinnable().index().cleanups(cell.date());
        if (entries.size() == 1) {
            getSkinnable().open(entries.getFirst());
        } else if (!entries.isEmpty()) {
            list(cell);
        }
    }

    private void list(DayCell cell) {
        dayList.open(cell.date(), cell.localToScene(cell.getLayoutBounds()), cell::requestFocus);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        surface.resizeRelocate(x, y, width, height);
        var top = header.prefHeight(width);
        header.resizeRelocate(0, 0, width, top);
        for (var each : new Region[]{month, agenda}) {
            each.resizeRelocate(0, top + GAP, width, height - top - GAP);
        }
        dayList.toFront();
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
