package dev.longshore.ui.control.calendar;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The header, below it month, week or agenda, and above both the list of one field when it is open. */
final class CleanupCalendarSkin extends SkinBase<CleanupCalendar> {
    private static final double GAP = 8;
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 320;

    private final Map<CleanupCalendar.CalendarViewMode, CalendarPage> pages = new EnumMap<>(
            CleanupCalendar.CalendarViewMode.class);
    private final CalendarHeader header;
    private final Pane surface = new Pane();
    private @Nullable EntryList list;
    private boolean isToUpdate;

    CleanupCalendarSkin(CleanupCalendar control) {
        super(control);
        header = new CalendarHeader(control);
        header.setManaged(false);
        surface.getChildren().add(header);
        getChildren().setAll(surface);
        control.entriesProperty().subscribe((_, _) -> updateSoon());
        control.freezesProperty().subscribe((_, _) -> updateSoon());
        control.todayProperty().subscribe((_, _) -> update());
        control.localeProperty().subscribe((_, _) -> update());
        control.shownProperty().subscribe((_, _) -> showPage());
        control.viewProperty().subscribe((_, _) -> showPage());
        if (isInWindow()) {
            updateSoon();
        } else {
            update();
        }
    }

    /** Else nobody waits for a frame, as where a picture is taken. */
    private boolean isInWindow() {
        var scene = getSkinnable().getScene();
        return scene != null && scene.getWindow() != null;
    }

    /**
     * In a task of its own: to put thousands of entries in order, or to make the screen around this calendar, has taken a
     * part of this frame.
     */
    private void updateSoon() {
        if (!isToUpdate) {
            isToUpdate = true;
            Platform.runLater(this::update);
        }
    }

    private void showPage() {
        if (list != null) {
            list.close();
        }
        update();
    }

    private void update() {
        isToUpdate = false;
        var page = page();
        header.update();
        page.update();
        var children = list == null ? List.of(header, page) : List.of(header, page, list);
        if (!surface.getChildren().equals(children)) {
            children.forEach(each -> each.setManaged(false));
            surface.getChildren().setAll(children);
        }
        if (list != null) {
            list.update();
        }
        getSkinnable().requestLayout();
    }

    /** The list is made when it is first opened. */
    private void openList(EntryCell field) {
        if (list == null) {
            list = new EntryList(getSkinnable());
            surface.getChildren().add(list);
        }
        list.open(field);
    }

    /** A page is made when it is first gone to. */
    private CalendarPage page() {
        return pages.computeIfAbsent(getSkinnable().viewProperty().get(), this::make);
    }

    private CalendarPage make(CleanupCalendar.CalendarViewMode view) {
        return switch (view) {
            case MONTH -> grid(new MonthView(getSkinnable()));
            case WEEK -> grid(new WeekView(getSkinnable()));
            case AGENDA -> new AgendaView(getSkinnable());
        };
    }

    private EntryGrid grid(EntryGrid grid) {
        grid.setOnList(this::openList);
        return grid;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        surface.resizeRelocate(x, y, width, height);
        var top = header.prefHeight(width);
        header.resizeRelocate(0, 0, width, top);
        var page = pages.get(getSkinnable().viewProperty().get());
        if (page != null) {
            page.resizeRelocate(0, top + GAP, width, height - top - GAP);
        }
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
