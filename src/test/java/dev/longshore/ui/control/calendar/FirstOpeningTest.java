package dev.longshore.ui.control.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.ui.control.calendar.CleanupCalendar.CalendarViewMode;
import dev.longshore.ui.control.timeline.SampleTimelines;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.look.Urgency;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Opening a calendar of a thousand entries makes what can be seen and no more: counted, since time depends on the computer. */
@ExtendWith(FxExtension.class)
class FirstOpeningTest {
    private static final int ENTRIES = 1_000;
    /** Five weeks of days with as many entries as one of them has room for, and a few that are about to grow. */
    private static final int MOST_CHIPS = 35 * 8;
    private static final int DAYS = 30;

    private final FxRobot robot = new FxRobot();
    private final StackPane page = new StackPane();

    @Test
    void aMonthOfAThousandEntriesMakesOnlyTheChipsThatAreSeen() {
        open(CalendarViewMode.MONTH);

        assertThat(count(".entry-chip")).isBetween(35L, (long) MOST_CHIPS);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(count(".entry-chip")).isBetween(35L, (long) MOST_CHIPS);
        assertThat(count(".more")).as("days that say how many more there are").isGreaterThan(DAYS / 2);
    }

    @Test
    void aWeekOfAThousandEntriesMakesOnlyTheChipsThatAreSeen() {
        open(CalendarViewMode.WEEK);

        assertThat(count(".entry-chip")).isLessThan(ENTRIES / 2);
    }

    @Test
    void anAgendaOfAThousandEntriesMakesOnlyTheRowsThatAreSeen() {
        open(CalendarViewMode.AGENDA);

        assertThat(count(".list-cell")).isLessThan(100);
    }

    private void open(CalendarViewMode mode) {
        robot.interact(() -> {
            var calendar = new CleanupCalendar(SampleTimelines.time());
            calendar.viewProperty().set(mode);
            calendar.entriesProperty().set(EntryIndex.of(IntStream.range(0, ENTRIES)
                    .mapToObj(each -> SampleEntries.entry("m" + each, each * DAYS / (double) ENTRIES,
                            CleanupEntry.EntryKind.CLEANUP_IDLE, Urgency.CALM, ""))
                    .toList(), SampleTimelines.BERLIN));
            page.getChildren().setAll(calendar);
            var scene = new Scene(page, 1_280, 800);
            new Theme().applyTo(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }

    private long count(String selector) {
        var found = new long[1];
        robot.interact(() -> found[0] = page.lookupAll(selector).stream().filter(Node::isVisible)
                .filter(each -> !(each instanceof Label label) || !label.getText().isEmpty()).count());
        return found[0];
    }
}
