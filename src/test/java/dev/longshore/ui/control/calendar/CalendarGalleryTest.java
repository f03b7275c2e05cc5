package dev.longshore.ui.control.calendar;

import dev.longshore.support.FxExtension;
import dev.longshore.ui.control.Gallery;
import dev.longshore.ui.control.Samples;
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
            for (var view : CleanupCalendar.View.values()) {
                var name = "calendar-" + view.name().toLowerCase(Locale.ROOT);
                Gallery.hang(name, page(calendar(view, Entries.everyKind())), 960, 640);
                Gallery.hang(name + "-empty", page(calendar(view, List.of())), 960, 640);
                var full = calendar(view, Entries.threeHundred());
                full.shownProperty().set(Samples.days(2).atZone(Samples.BERLIN).toLocalDate());
                Gallery.hang(name + "-300", page(full), 1600, 1000);
            }
        });
    }

    private static CleanupCalendar calendar(CleanupCalendar.View view, List<CleanupEntry> entries) {
        var calendar = new CleanupCalendar(Samples.time());
        calendar.localeProperty().set(Locale.GERMANY);
        calendar.viewProperty().set(view);
        calendar.entriesProperty().set(EntryIndex.of(entries, Samples.BERLIN));
        VBox.setVgrow(calendar, Priority.ALWAYS);
        return calendar;
    }

    private static VBox page(CleanupCalendar calendar) {
        var page = new VBox(calendar);
        page.setStyle("-fx-padding: 16px;");
        return page;
    }
}
