package dev.longshore.ui.control.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.Hand;
import dev.longshore.ui.control.Risk;
import dev.longshore.ui.control.Samples;
import dev.longshore.ui.control.Stand;
import dev.longshore.ui.fx.TimeText;
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
    private final TimeText time = Samples.time();
    private final List<String> opened = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();
    private final Hand hand = new Hand(new FxRobot());

    @Test
    void eachCleanupLiesOnItsDayWithItsTime(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());

        assertThat(chips(robot, "#day-2026-11-21")).containsExactly("orders");
        assertThat(chips(robot, "#day-2026-11-17")).containsExactly("past");
        assertThat(robot.lookup("#day-2026-11-24 .time").<Label>query().getText()).isEqualTo("16:54");
    }

    @Test
    void aClickOpensAnEntry(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());

        hand.click("#day-2026-11-24 .entry-chip");

        assertThat(opened).containsExactly("events");
        assertThat(moved).isEmpty();
    }

    @Test
    void draggingToAnotherDayAsksForThatDayAtTheSameTimeAndMovesNothing(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());

        hand.drag("#day-2026-11-24 .entry-chip", "#day-2026-11-26");

        assertThat(moved).containsExactly("events 2026-11-26T16:54+01:00[Europe/Berlin]");
        assertThat(opened).isEmpty();
        assertThat(chips(robot, "#day-2026-11-24")).containsExactly("events");
        assertThat(chips(robot, "#day-2026-11-26")).isEmpty();
    }

    @Test
    void theDayUnderTheMouseIsMarkedWhileAnEntryIsCarried(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());

        hand.press("#day-2026-11-24 .entry-chip", MouseButton.PRIMARY).carry("#day-2026-11-26");

        assertThat(states(robot, "#day-2026-11-26")).contains("target");
        assertThat(robot.lookup(".drag-ghost").<Label>query().getText()).isEqualTo("events");

        hand.release("#day-2026-11-26");
        assertThat(states(robot, "#day-2026-11-26")).doesNotContain("target");
        assertThat(robot.lookup(".drag-ghost").tryQuery()).isEmpty();
    }

    @Test
    void escapePutsACarriedEntryBack(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());

        hand.click("#day-2026-11-24 .number").press("#day-2026-11-24 .entry-chip", MouseButton.PRIMARY)
                .carry("#day-2026-11-26").type(KeyCode.ESCAPE).release("#day-2026-11-26");

        assertThat(moved).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void droppedWhereItWasNothingIsAskedFor(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());

        hand.press("#day-2026-11-24 .entry-chip", MouseButton.PRIMARY).carry("#day-2026-11-26").carry("#day-2026-11-24")
                .release("#day-2026-11-24");

        assertThat(moved).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void arrowsMoveBetweenDaysAndEnterOpensTheOnlyEntry(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, Entries.dozen());
        hand.click("#day-2026-11-16");

        hand.type(KeyCode.RIGHT);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-17");

        hand.type(KeyCode.ENTER);
        assertThat(opened).containsExactly("past");
    }

    @Test
    void keysReachEveryDay(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, List.of());
        hand.click("#day-2026-11-18");

        hand.type(KeyCode.DOWN, KeyCode.END);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-29");
        hand.type(KeyCode.HOME, KeyCode.UP);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-16");
        hand.type(KeyCode.PAGE_DOWN);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-12-16");
        assertThat(robot.lookup("#day-2026-12-16").<Node>query().isFocused()).isTrue();
        hand.type(KeyCode.T);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-21");
    }

    @Test
    void tabReachesTheEntriesOfTheSelectedDayAndAltWithAnArrowMovesOne(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());
        hand.click("#day-2026-11-23 .number");
        robot.type(KeyCode.TAB);
        assertThat(robot.lookup("#day-2026-11-23 .entry-chip").<Node>query().isFocused()).isTrue();

        hand.alt(KeyCode.RIGHT).alt(KeyCode.DOWN).type(KeyCode.ENTER);

        assertThat(moved).containsExactly(
                "customers 2026-11-24T12:06+01:00[Europe/Berlin]", "customers 2026-11-30T12:06+01:00[Europe/Berlin]");
        assertThat(opened).containsExactly("customers");
    }

    @Test
    void aDayWithMoreThanFitsListsAllOnRequest(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.threeHundred());
        var more = robot.lookup("#day-2026-11-23 .more").<Hyperlink>query();
        var seen = robot.lookup("#day-2026-11-23 .entry-chip").match(Node::isVisible).queryAll().size();
        assertThat(more.getText()).isEqualTo("+" + (300 - seen) + " more");

        hand.click("#day-2026-11-23 .more");

        assertThat(entryList(robot).getItems()).hasSize(300);
        assertThat(entryList(robot).isFocused()).isTrue();

        hand.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(opened).containsExactly("tenant-050");

        hand.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#calendarEntries").<Node>query().isVisible()).isFalse();
        assertThat(robot.lookup("#day-2026-11-23").<Node>query().isFocused()).isTrue();
    }

    @Test
    void theMostUrgentAreSeenWhereNotAllFit(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.threeHundred());

        assertThat(chips(robot, "#day-2026-11-23")).startsWith("tenant-000", "tenant-050");
    }

    @Test
    void theListStaysOpenAndWhereItIsWhenNewsComeIn(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, Entries.threeHundred());
        hand.click("#day-2026-11-23 .more").type(KeyCode.DOWN, KeyCode.DOWN);
        var selected = entryList(robot).getSelectionModel().getSelectedItem();

        robot.interact(() -> calendar.entriesProperty()
                .set(EntryIndex.of(Entries.threeHundred().subList(0, 200), time.zoneId())));

        assertThat(entryList(robot).getItems()).hasSize(200);
        assertThat(entryList(robot).getSelectionModel().getSelectedItem()).isEqualTo(selected);
    }

    @Test
    void theHeaderTurnsAndReturns(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, List.of());

        hand.click("#calendarNext").click("#calendarNext");
        assertThat(title(robot)).isEqualTo("January 2027");
        hand.click("#calendarToday").click("#calendarPrevious");
        assertThat(title(robot)).isEqualTo("October 2026");
        hand.click("#calendarToday").click("#calendarWeek").click("#calendarNext");
        assertThat(title(robot)).isEqualTo("Week 48 · 23 Nov – 29 Nov 2026");
        hand.click("#calendarAgenda");
        assertThat(title(robot)).isEqualTo("From 28 November 2026");
        assertThat(calendar.viewProperty().get()).isEqualTo(CleanupCalendar.View.AGENDA);
    }

    @Test
    void theWeekBeginsAsTheLocaleHasIt(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, List.of());

        robot.interact(() -> calendar.localeProperty().set(Locale.US));

        assertThat(robot.lookup(".day-name").match(Node::isVisible).nth(0).<Label>query().getText()).isEqualTo("Sun");
        assertThat(robot.lookup("#day-2026-11-01").<Node>query().getLayoutX())
                .isLessThan(robot.lookup("#day-2026-11-02").<Node>query().getLayoutX());
    }

    @Test
    void theZoneDecidesOnWhichDayAnEntryLies(FxRobot robot, Stage stage) {
        show(robot, stage,
                List.of(Entries.entry("late", 0.42, CleanupEntry.Kind.CLEANUP_IDLE, Risk.CALM, "")));
        assertThat(chips(robot, "#day-2026-11-22")).containsExactly("late");

        robot.interact(() -> time.zoneProperty().set(TimeText.Zone.UTC));

        assertThat(chips(robot, "#day-2026-11-21")).containsExactly("late");
    }

    @Test
    void draggingWithinAWeekAsksForTheFullHour(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());
        hand.click("#calendarWeek").click("#calendarNext");

        hand.drag("#hour-2026-11-24-16 .entry-chip", "#hour-2026-11-27-9");

        assertThat(moved).containsExactly("events 2026-11-27T09:00+01:00[Europe/Berlin]");
    }

    @Test
    void keysReachEveryHourOfAWeek(FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, Entries.dozen());
        hand.click("#calendarWeek").click("#hour-2026-11-17-12");

        hand.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(opened).containsExactly("past");

        hand.type(KeyCode.PAGE_DOWN, KeyCode.RIGHT);
        assertThat(calendar.shownProperty().get()).isEqualTo("2026-11-25");
        assertThat(robot.lookup("#hour-2026-11-25-14").<Node>query().isFocused()).isTrue();
    }

    @Test
    void altWithAnArrowMovesByTheHourInAWeek(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());
        hand.click("#calendarWeek").click("#hour-2026-11-17-13").type(KeyCode.DOWN);
        robot.type(KeyCode.TAB);

        hand.alt(KeyCode.DOWN);

        assertThat(moved).containsExactly("past 2026-11-17T15:30+01:00[Europe/Berlin]");
    }

    @Test
    void theAgendaListsCredentialsTooAndOpensByEnter(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());
        hand.click("#calendarAgenda");
        var agenda = robot.lookup(".agenda-view .list-view").<ListView<EntryRow.Item>>query();

        robot.interact(agenda::requestFocus);
        hand.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.ENTER);

        assertThat(agenda.getItems().getFirst()).isEqualTo(new EntryRow.Item.Day(LocalDate.of(2026, 11, 21), 2));
        assertThat(opened).containsExactly("orders");
    }

    @Test
    void entriesTellAssistiveTechnologyAllTheyMean(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());

        assertThat(robot.lookup("#day-2026-11-24 .entry-chip").<Node>query().getAccessibleText())
                .isEqualTo(
                        "events: Cleanup (idle)\nTue 24 Nov, 16:54 CET, in 3 d 2 h (soon)\nTwo nodes are still uploading.");
        assertThat(robot.lookup("#day-2026-11-24").<Node>query().getAccessibleText())
                .isEqualTo("Tuesday 24 November 2026, one entry");
    }

    @ParameterizedTest
    @EnumSource(CleanupCalendar.View.class)
    void nothingIsLostWhenNewsComeInEverySecond(CleanupCalendar.View view, FxRobot robot, Stage stage) {
        var calendar = show(robot, stage, Entries.dozen());
        robot.interact(() -> calendar.viewProperty().set(view));
        var before = List.copyOf(robot.lookup(".entry-chip").queryAll());

        robot.interact(() -> calendar.entriesProperty().set(EntryIndex.of(Entries.dozen(), time.zoneId())));

        assertThat(List.copyOf(robot.lookup(".entry-chip").queryAll())).containsExactlyElementsOf(before);
    }

    @Test
    void aPressedButtonOtherThanTheFirstCarriesNothing(FxRobot robot, Stage stage) {
        show(robot, stage, Entries.dozen());

        hand.press("#day-2026-11-24 .entry-chip", MouseButton.SECONDARY).carry("#day-2026-11-26")
                .release("#day-2026-11-26");

        assertThat(moved).isEmpty();
        assertThat(opened).isEmpty();
    }

    private CleanupCalendar show(FxRobot robot, Stage stage, List<CleanupEntry> entries) {
        return Stand.show(robot, stage, () -> {
            var calendar = new CleanupCalendar(time);
            calendar.localeProperty().set(Locale.GERMANY);
            calendar.onEntryProperty().set(entry -> opened.add(entry.name()));
            calendar.onMoveProperty().set(this::moved);
            calendar.entriesProperty().set(EntryIndex.of(entries, time.zoneId()));
            return calendar;
        });
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

    private static ListView<EntryRow.Item> entryList(FxRobot robot) {
        return Objects.requireNonNull(robot.lookup("#calendarEntries .list-view").<ListView<EntryRow.Item>>query());
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".calendar-header > .title").<Label>query().getText();
    }
}
