package dev.longshore.ui.control;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

/** Everything from the selected day on, day by day. */
final class AgendaView extends StackPane {
    private final ListView<EntryRow.Item> list = new ListView<>();
    private final CleanupCalendar calendar;

    AgendaView(CleanupCalendar calendar) {
        this.calendar = calendar;
        getStyleClass().add("agenda-view");
        list.setPlaceholder(new Label(calendar.texts().get("control.calendar.agenda.empty")));
        list.setAccessibleText(calendar.texts().get("control.calendar.agenda"));
        EntryRow.install(list, calendar);
        getChildren().add(list);
    }

    void update() {
        var rows = calendar.index().daysFrom(calendar.shownProperty().get()).stream()
                .flatMap(this::rows)
                .toList();
        if (!rows.equals(list.getItems())) {
            list.getItems().setAll(List.copyOf(rows));
        }
        list.refresh();
    }

    private Stream<EntryRow.Item> rows(LocalDate day) {
        var entries = calendar.index().all(day);
        return Stream.concat(
                Stream.of(new EntryRow.Item.Day(day, entries.size())), entries.stream().map(EntryRow.Item.Due::new));
    }
}
