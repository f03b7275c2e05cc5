package dev.longshore.ui.control;

/** Drops an entry on a day of the month: it is asked to be moved there, at its time of day. */
final class MonthDrop implements EntryDrag.Target {
    private final MonthView month;
    private final CleanupCalendar calendar;

    MonthDrop(MonthView month, CleanupCalendar calendar) {
        this.month = month;
        this.calendar = calendar;
    }

    @Override
    public void over(double sceneX, double sceneY) {
        var over = month.cellAt(sceneX, sceneY);
        month.cells().forEach(each -> each.setTarget(over.filter(each::equals).isPresent()));
    }

    @Override
    public void drop(CleanupEntry entry, double sceneX, double sceneY) {
        month.cellAt(sceneX, sceneY).ifPresent(each -> calendar.move(entry, each.date()));
    }

    @Override
    public void end() {
        month.cells().forEach(each -> each.setTarget(false));
    }
}
