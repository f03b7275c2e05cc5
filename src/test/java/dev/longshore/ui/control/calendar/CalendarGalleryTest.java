package dev.longshore.ui.control.calendar;

import dev.longshore.support.ControlPictures;
import dev.longshore.support.FxExtension;
import dev.longshore.ui.control.timeline.SampleTimelines;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** Leaves pictures of the calendar, empty, with a dozen entries and with hundreds on a day, in target/screenshots. */
@ExtendWith(FxExtension.class)
class CalendarGalleryTest {
    @Test
    void calendars(FxRobot robot) {
        robot.interact(() -> {
            for (var view : CleanupCalendar.CalendarViewMode.values()) {
                var name = "calendar-" + view.name().toLowerCase(Locale.ROOT);
                ControlPictures.take(name, page(calendar(view, SampleEntries.everyKind())), 960, 640);
                ControlPictures.take(name + "-empty", page(calendar(view, List.of())), 960, 640);
                var full = calendar(view, SampleEntries.threeHundred());
                full.shownProperty().set(SampleTimelines.days(2).atZone(SampleTimelines.BERLIN).toLocalDate());
                ControlPictures.take(name + "-300", page(full), 1600, 1000);
            }
        });
    }

    private static CleanupCalendar calendar(CleanupCalendar.CalendarViewMode view, List<CleanupEntry> entries) {
        var calendar = new CleanupCalendar(SampleTimelines.time());
        calendar.localeProperty().set(Locale.GERMANY);
        calendar.viewProperty().set(view);
        calendar.entriesProperty().set(EntryIndex.of(entries, SampleTimelines.BERLIN));
        VBox.setVgrow(calendar, Priority.ALWAYS);
        return calendar;
    }

    private static VBox page(CleanupCalendar calendar) {
        var page = new VBox(calendar);
        page.setStyle("-fx-padding: 16px;");
        return page;
    }
}
