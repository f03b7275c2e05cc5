package dev.longshore.ui.control.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.ControlWindow;
import dev.longshore.support.FastRobot;
import dev.longshore.support.FxExtension;
import dev.longshore.text.TimeText;
import dev.longshore.ui.control.timeline.SampleTimelines;
import dev.longshore.ui.fx.WindowTimes;
import dev.longshore.ui.look.Urgency;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class CleanupCalendarTest {
    private final WindowTimes time = SampleTimelines.time();
    private final List<String> opened = new ArrayList<>();
    private final List<String> scheduled = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();
    private final FastRobot fastRobot = new FastRobot(new FxRobot());

    @Test
    void eachCleanupLiesOnItsDayWithItsTime(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());

        assertThat(chips(robot, "#day-2026-11-21")).containsExactly("orders");
        assertThat(chips(robot, "#day-2026-11-17")).containsExactly("past");
        assertThat(robot.lookup("#day-2026-11-24 .time").<Label>query().getText()).isEqualTo("16:54");
    }

    @Test
    void aClickTellsAllThatIsKnownOfAnEntry(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());

        robot.clickOn("#day-2026-11-24 .entry-chip");

        assertThat(robot.lookup("#entryDetails .label").<Label>queryAll()).extracting(Label::getText)
                .startsWith("events").contains("Cleanup (idle timeout)", "Tue 24 Nov, 16:54 CET · in 3 d 2 h",
                        "Two nodes are still uploading.");
        assertThat(moved).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void theDetailsLeadToTheMigrationAndToAnotherTime(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());

        robot.clickOn("#day-2026-11-24 .entry-chip").clickOn("#entryShow");
        assertThat(opened).containsExactly("events");
        assertThat(robot.lookup("#entryDetails").tryQuery()).isEmpty();
        robot.clickOn("#day-2026-11-24 .entry-chip").clickOn("#entrySchedule");

        assertThat(scheduled).containsExactly("events");
    }

    @Test
    void escapeClosesTheDetailsAndTheFocusIsWhereItWas(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());
        robot.clickOn("#day-2026-11-23 .number").type(KeyCode.TAB, KeyCode.ENTER);
        assertThat(robot.lookup("#entryDetails").tryQuery()).isPresent();

        robot.type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#entryDetails").tryQuery()).isEmpty();
        assertThat(robot.lookup("#day-2026-11-23 .entry-chip").<Node>query().isFocused()).isTrue();
    }

    @Test
    void whatCannotBeMovedOffersNoOtherTime(FxRobot robot, Stage stage) {
        show(robot, stage,
                List.of(SampleEntries.entry("ended", 0.42, CleanupEntry.EntryKind.CLEANED_UP, Urgency.CALM, "")));

        robot.clickOn("#day-2026-11-22 .entry-chip");

        assertThat(robot.lookup("#entryShow").tryQuery()).isPresent();
        assertThat(robot.lookup("#entrySchedule").tryQuery()).isEmpty();
    }

    @Test
    void draggingToAnotherDayAsksForThatDayAtTheSameTimeAndMovesNothing(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());

        fastRobot.drag("#day-2026-11-24 .entry-chip", "#day-2026-11-26");

        assertThat(moved).containsExactly("events 2026-11-26T16:54+01:00[Europe/Berlin]");
        assertThat(opened).isEmpty();
        assertThat(chips(robot, "#day-2026-11-24")).containsExactly("events");
        assertThat(chips(robot, "#day-2026-11-26")).isEmpty();
    }

    @Test
    void theDayUnderTheMouseIsMarkedWhileAnEntryIsCarried(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());

        fastRobot.press("#day-2026-11-24 .entry-chip", MouseButton.PRIMARY).dragTo("#day-2026-11-26");

        assertThat(states(robot, "#day-2026-11-26")).contains("target");
        assertThat(robot.lookup(".drag-ghost").<Label>query().getText()).isEqualTo("events");

        fastRobot.release("#day-2026-11-26");
        assertThat(states(robot, "#day-2026-11-26")).doesNotContain("target");
        assertThat(robot.lookup(".drag-ghost").tryQuery()).isEmpty();
    }

    @Test
    void escapePutsACarriedEntryBack(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());

        fastRobot.click("#day-2026-11-24 .number").press("#day-2026-11-24 .entry-chip", MouseButton.PRIMARY)
                .dragTo("#day-2026-11-26").type(KeyCode.ESCAPE).release("#day-2026-11-26");

        assertThat(moved).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void droppedWhereItWasNothingIsAskedFor(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());

        fastRobot.press("#day-2026-11-24 .entry-chip", MouseButton.PRIMARY).dragTo("#day-2026-11-26")
                .dragTo("#day-2026-11-24")
                .release("#day-2026-11-24");

        assertThat(moved).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void arrowsMoveBetweenDaysAndEnterOpensTheOnlyEntry(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, SampleEntries.dozen());
        fastRobot.click("#day-2026-11-16");

        fastRobot.type(KeyCode.RIGHT);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-17");

        fastRobot.type(KeyCode.ENTER);
        assertThat(shown(robot)).isEqualTo("past");
    }

    @Test
    void keysReachEveryDay(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, List.of());
        fastRobot.click("#day-2026-11-18");

        fastRobot.type(KeyCode.DOWN, KeyCode.END);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-29");
        fastRobot.type(KeyCode.HOME, KeyCode.UP);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-16");
        fastRobot.type(KeyCode.PAGE_DOWN);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-12-21");
        assertThat(robot.lookup("#day-2026-12-21").<Node>query().isFocused()).isTrue();
        fastRobot.type(KeyCode.T);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-21");
    }

    @Test
    void tabReachesTheEntriesOfTheSelectedDayAndAltWithAnArrowMovesOne(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());
        fastRobot.click("#day-2026-11-23 .number");
        robot.type(KeyCode.TAB);
        assertThat(robot.lookup("#day-2026-11-23 .entry-chip").<Node>query().isFocused()).isTrue();

        fastRobot.alt(KeyCode.RIGHT).alt(KeyCode.DOWN).type(KeyCode.ENTER);

        assertThat(moved).containsExactly(
                "customers 2026-11-24T12:06+01:00[Europe/Berlin]", "customers 2026-11-30T12:06+01:00[Europe/Berlin]");
        assertThat(shown(robot)).isEqualTo("customers");
    }

    @Test
    void aDayWithMoreThanFitsListsAllOnRequest(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.threeHundred());
        var more = robot.lookup("#day-2026-11-23 .more").<Hyperlink>query();
        var seen = robot.lookup("#day-2026-11-23 .entry-chip").match(Node::isVisible).queryAll().size();
        assertThat(more.getText()).isEqualTo("+" + (300 - seen) + ", 3 urgent");

        fastRobot.click("#day-2026-11-23 .more");

        assertThat(entryList(robot).getItems()).hasSize(300);
        assertThat(entryList(robot).isFocused()).isTrue();

        fastRobot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(shown(robot)).isEqualTo("tenant-050");
        robot.type(KeyCode.ESCAPE);

        fastRobot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#calendarEntries").<Node>query().isVisible()).isFalse();
        assertThat(robot.lookup("#day-2026-11-23").<Node>query().isFocused()).isTrue();
    }

    @Test
    void theMostUrgentAreSeenWhereNotAllFit(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.threeHundred());

        assertThat(chips(robot, "#day-2026-11-23")).startsWith("tenant-000", "tenant-050");
    }

    @Test
    void theListStaysOpenAndWhereItIsWhenNewsComeIn(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, SampleEntries.threeHundred());
        fastRobot.click("#day-2026-11-23 .more").type(KeyCode.DOWN, KeyCode.DOWN);
        var selected = entryList(robot).getSelectionModel().getSelectedItem();

        robot.interact(() -> calendar.entriesProperty()
                .set(EntryIndex.of(SampleEntries.threeHundred().subList(0, 200), time.zoneId())));

        assertThat(entryList(robot).getItems()).hasSize(200);
        assertThat(entryList(robot).getSelectionModel().getSelectedItem()).isEqualTo(selected);
    }

    @Test
    void theHeaderTurnsAndReturns(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, List.of());

        fastRobot.click("#calendarNext").click("#calendarNext");
        assertThat(title(robot)).isEqualTo("25 Jan – 28 Feb 2027");
        fastRobot.click("#calendarToday").click("#calendarPrevious");
        assertThat(title(robot)).isEqualTo("12 Oct – 15 Nov 2026");
        fastRobot.click("#calendarToday").click("#calendarWeek").click("#calendarNext");
        assertThat(title(robot)).isEqualTo("Week 48 · 23 Nov – 29 Nov 2026");
        fastRobot.click("#calendarAgenda");
        assertThat(title(robot)).isEqualTo("From 28 November 2026");
        assertThat(calendar.viewProperty().get()).isEqualTo(CleanupCalendar.CalendarViewMode.AGENDA);
    }

    @Test
    void theWeekBeginsAsTheLocaleHasIt(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, List.of());

        robot.interact(() -> calendar.localeProperty().set(Locale.US));

        assertThat(robot.lookup(".day-name").match(Node::isVisible).nth(0).<Label>query().getText()).isEqualTo("Sun");
        assertThat(robot.lookup("#day-2026-11-15").<Node>query().getLayoutX())
                .isLessThan(robot.lookup("#day-2026-11-16").<Node>query().getLayoutX());
    }

    @Test
    void theZoneDecidesOnWhichDayAnEntryLies(FxRobot robot, Stage stage) {
        show(robot, stage,
                List.of(SampleEntries.entry("late", 0.42, CleanupEntry.EntryKind.CLEANUP_IDLE, Urgency.CALM, "")));
        assertThat(chips(robot, "#day-2026-11-22")).containsExactly("late");

        robot.interact(() -> time.zoneProperty().set(TimeText.ZoneChoice.UTC));

        assertThat(chips(robot, "#day-2026-11-21")).containsExactly("late");
    }

    @Test
    void draggingWithinAWeekAsksForTheFullHour(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());
        fastRobot.click("#calendarWeek").click("#calendarNext");

        fastRobot.drag("#hour-2026-11-24-16 .entry-chip", "#hour-2026-11-27-9");

        assertThat(moved).containsExactly("events 2026-11-27T09:00+01:00[Europe/Berlin]");
    }

    @Test
    void keysReachEveryHourOfAWeek(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, SampleEntries.dozen());
        fastRobot.click("#calendarWeek").click("#hour-2026-11-17-12");

        fastRobot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(shown(robot)).isEqualTo("past");

        robot.type(KeyCode.ESCAPE);
        fastRobot.type(KeyCode.PAGE_DOWN, KeyCode.RIGHT);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-25");
        assertThat(robot.lookup("#hour-2026-11-25-14").<Node>query().isFocused()).isTrue();
    }

    @Test
    void altWithAnArrowMovesByTheHourInAWeek(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());
        fastRobot.click("#calendarWeek").click("#hour-2026-11-17-13").type(KeyCode.DOWN);
        robot.type(KeyCode.TAB);

        fastRobot.alt(KeyCode.DOWN);

        assertThat(moved).containsExactly("past 2026-11-17T15:30+01:00[Europe/Berlin]");
    }

    @Test
    void theAgendaListsCredentialsTooAndOpensByEnter(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());
        fastRobot.click("#calendarAgenda");
        var agenda = robot.lookup(".agenda-view .list-view").<ListView<EntryRow.EntryRowItem>>query();

        robot.interact(agenda::requestFocus);
        fastRobot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.ENTER);

        assertThat(agenda.getItems().getFirst())
                .isEqualTo(new EntryRow.EntryRowItem.DayHeading(LocalDate.of(2026, 11, 21), 2));
        assertThat(shown(robot)).isEqualTo("orders");
    }

    @Test
    void entriesTellAssistiveTechnologyAllTheyMean(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());

        assertThat(robot.lookup("#day-2026-11-24 .entry-chip").<Node>query().getAccessibleText())
                .isEqualTo(
                        "events: Cleanup (idle timeout)\nTue 24 Nov, 16:54 CET, in 3 d 2 h (Soon)\nTwo nodes are still uploading.");
        assertThat(robot.lookup("#day-2026-11-24").<Node>query().getAccessibleText())
                .isEqualTo("Tuesday 24 November 2026 · 1");
    }

    @ParameterizedTest
    @EnumSource(CleanupCalendar.CalendarViewMode.class)
    void nothingIsLostWhenNewsComeInEverySecond(CleanupCalendar.CalendarViewMode view, FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, SampleEntries.dozen());
        robot.interact(() -> calendar.viewProperty().set(view));
        var before = List.copyOf(robot.lookup(".entry-chip").queryAll());

        robot.interact(() -> calendar.entriesProperty().set(EntryIndex.of(SampleEntries.dozen(), time.zoneId())));

        assertThat(List.copyOf(robot.lookup(".entry-chip").queryAll())).containsExactlyElementsOf(before);
    }

    @Test
    void aPressedButtonOtherThanTheFirstCarriesNothing(FxRobot robot, Stage stage) {
        show(robot, stage, SampleEntries.dozen());

        fastRobot.press("#day-2026-11-24 .entry-chip", MouseButton.SECONDARY).dragTo("#day-2026-11-26")
                .release("#day-2026-11-26");

        assertThat(moved).isEmpty();
        assertThat(opened).isEmpty();
    }

    private CleanupCalendar show(FxRobot robot, Stage stage, List<CleanupEntry> entries) {
        return ControlWindow.show(robot, stage, () -> {
            var calendar = new CleanupCalendar(time);
            calendar.localeProperty().set(Locale.GERMANY);
            calendar.onEntryProperty().set(entry -> opened.add(entry.name()));
            calendar.onScheduleProperty().set(entry -> scheduled.add(entry.name()));
            calendar.onMoveProperty().set(this::moved);
            calendar.entriesProperty().set(EntryIndex.of(entries, time.zoneId()));
            return calendar;
        });
    }

    /** Whose details are shown. */
    private static String shown(FxRobot robot) {
        return robot.lookup("#entryDetails .title").<Label>query().getText();
    }

    private void moved(CleanupEntry entry, ZonedDateTime to) {
        moved.add(entry.name() + " " + to.withSecond(0));
    }

    private static List<String> chips(FxRobot robot, String cell) {
        return robot.lookup(cell).<EntryCell>query().getChildrenUnmodifiable().stream()
                .filter(EntryChip.class::isInstance)
                .map(each -> ((EntryChip) each).entry().name())
                .toList();
    }

    private static List<String> states(FxRobot robot, String cell) {
        return robot.lookup(cell).<Node>query().getPseudoClassStates().stream()
                .map(each -> each.getPseudoClassName())
                .toList();
    }

    private static ListView<EntryRow.EntryRowItem> entryList(FxRobot robot) {
        return Objects
                .requireNonNull(robot.lookup("#calendarEntries .list-view").<ListView<EntryRow.EntryRowItem>>query());
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".calendar-header > .title").<Label>query().getText();
    }
}
