package dev.longshore.ui.control.calendar;

import static dev.longshore.support.ControlPictures.shown;
import static dev.longshore.support.ControlPictures.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.ControlPictures;
import dev.longshore.support.FxExtension;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.calendar.CleanupCalendar.CalendarViewMode;
import dev.longshore.ui.control.timeline.SampleTimelines;
import dev.longshore.ui.look.Urgency;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/**
 * Pictures of the calendar, empty, with a dozen entries and with hundreds on a day, light and dark, each only of what
 * makes it that state.
 */
@ExtendWith(FxExtension.class)
class CalendarGalleryTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private final ControlPictures pictures = new ControlPictures();

    @ParameterizedTest
    @EnumSource
    void everyViewShowsNothingSomethingAndHundreds(CalendarViewMode view, FxRobot robot) {
        var name = "calendar-" + view.name().toLowerCase(Locale.ROOT);
        robot.interact(() -> {
            pictures.take(name, page(calendar(view, SampleEntries.everyKind())), 960, 640,
                    scene -> assertFilled(view, scene));
            pictures.take(name + "-empty", page(calendar(view, List.of())), 960, 640,
                    scene -> assertEmpty(view, scene));
            var full = calendar(view, SampleEntries.threeHundred());
            full.shownProperty().set(SampleTimelines.days(2).atZone(SampleTimelines.BERLIN).toLocalDate());
            pictures.take(name + "-300", page(full), 1600, 1000, scene -> assertFull(view, scene));
        });
    }

    private static void assertFilled(CalendarViewMode view, Scene scene) {
        assertView(view, scene);
        var entries = shown(scene, entry(view));
        assertThat(entries).hasSizeGreaterThan(3);
        for (var urgency : urgenciesSeen(view)) {
            assertThat(shown(scene, entry(view) + "." + urgency.colorRole().styleClass())).as("%s in %s", urgency, view)
                    .isNotEmpty();
        }
        if (view != CalendarViewMode.AGENDA) {
            assertThat(entries).allSatisfy(CalendarGalleryTest::assertInsideItsField);
        }
    }

    /** What needs the user soon lies in the week after. */
    private static List<Urgency> urgenciesSeen(CalendarViewMode view) {
        return view == CalendarViewMode.WEEK ? List.of(Urgency.ACUTE) : List.of(Urgency.ACUTE, Urgency.SOON);
    }

    private static void assertEmpty(CalendarViewMode view, Scene scene) {
        assertView(view, scene);
        assertThat(shown(scene, entry(view))).isEmpty();
        if (view == CalendarViewMode.AGENDA) {
            assertThat(texts(scene, ".list-view .placeholder .label"))
                    .containsExactly(TEXTS.get("control.calendar.agenda.empty"));
        }
    }

    /** Some are seen, and where the others have no room it is said how many they are. */
    private static void assertFull(CalendarViewMode view, Scene scene) {
        assertView(view, scene);
        assertThat(shown(scene, entry(view))).isNotEmpty();
        if (view != CalendarViewMode.AGENDA) {
            assertThat(shown(scene, entry(view))).hasSizeLessThan(300);
            assertThat(shown(scene, ".more")).isNotEmpty().allSatisfy(ControlPictures::assertWhole);
        }
    }

    private static void assertView(CalendarViewMode view, Scene scene) {
        for (var each : CalendarViewMode.values()) {
            assertThat(shown(scene, "." + each.name().toLowerCase(Locale.ROOT) + "-view")).as("%s in %s", each, view)
                    .hasSize(each == view ? 1 : 0);
        }
        assertThat(shown(scene, ".calendar-header .title")).hasSize(1).allSatisfy(ControlPictures::assertWhole);
    }

    private static void assertInsideItsField(Node entry) {
        var field = entry.getParent().getLayoutBounds();
        var bounds = entry.getBoundsInParent();
        assertThat(field.contains(bounds)).as("%s lies within %s", entry, entry.getParent()).isTrue();
    }

    private static String entry(CalendarViewMode view) {
        return view == CalendarViewMode.AGENDA ? ".entry-row-content" : ".entry-chip";
    }

    private static CleanupCalendar calendar(CalendarViewMode view, List<CleanupEntry> entries) {
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
