package dev.longshore.ui.control;

/** Drops an entry on an hour of the week: it is asked to be moved there, to the full hour. */
final class WeekDrop implements EntryDrag.Target {
    private final WeekView week;
    private final CleanupCalendar calendar;

    WeekDrop(WeekView week, CleanupCalendar calendar) {
        this.week = week;
        this.calendar = calendar;
    }

    @Override
    public void over(double sceneX, double sceneY) {
        var over = week.cellAt(sceneX, sceneY);
        week.cells().forEach(each -> each.setTarget(over.filter(each::equals).isPresent()));
    }

    @Override
    public void drop(CleanupEntry entry, double sceneX, double sceneY) {
        week.cellAt(sceneX, sceneY).filter(each -> !each.entries().contains(entry)).ifPresent(each -> {
            var zone = calendar.time().zoneId();
            calendar.move(entry, each.date().atTime(each.hour(), 0).atZone(zone));
        });
    }

    @Override
    public void end() {
        week.cells().forEach(each -> each.setTarget(false));
    }
}
