package dev.longshore.ui.control.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** Everything from the selected day on, day by day. */
final class AgendaView extends CalendarPage {
    private final ListView<EntryRow.EntryRowItem> list = new ListView<>();
    private final CleanupCalendar calendar;

    AgendaView(CleanupCalendar calendar) {
        this.calendar = calendar;
        getStyleClass().add("agenda-view");
        list.setPlaceholder(new Label(calendar.texts().get("control.calendar.agenda.empty")));
        list.setAccessibleText(calendar.texts().get("control.calendar.agenda"));
        EntryRow.install(list, calendar);
        getChildren().add(list);
    }

    @Override
    void update() {
        var rows = calendar.entries().daysFrom(calendar.shownProperty().get()).stream()
                .flatMap(this::rows)
                .toList();
        if (!rows.equals(list.getItems())) {
            list.getItems().setAll(List.copyOf(rows));
        }
        list.refresh();
    }

    private Stream<EntryRow.EntryRowItem> rows(LocalDate day) {
        var entries = calendar.entries().all(day);
        return Stream.concat(
                Stream.of(new EntryRow.EntryRowItem.DayHeading(day, entries.size())),
                entries.stream().map(each -> new EntryRow.EntryRowItem.DatedEntry(day, each)));
    }
}
