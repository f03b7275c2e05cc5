package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.BILLING;
import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.CalendarAddress;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.model.userdate.OwnDeadline.DeadlineAnchor;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Deadlines, freeze windows and the calendar's address after the program was closed and opened again. */
@ParameterizedClass
@EnumSource(JournalDatabase.class)
class UserDatesTableTest {
    private final JournalDatabase database;

    @TempDir Path folder;

    private Journal journal;

    UserDatesTableTest(JournalDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        journal = database.open(folder, NOON);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void restart() {
        close();
        open();
    }

    @Test
    void keepsDeadlinesInTheOrderTheyWereMadeAndWhatHasChangedOfThem() {
        var fixed = deadline("a", new DeadlineRule.FixedTime(NOON.plusSeconds(5)));
        var relative = new OwnDeadline("b", BILLING, "Check", new DeadlineRule.RelativeTime(
                DeadlineAnchor.CLEANUP, Duration.ofHours(-48)), "ops", NOON, false);
        journal.save(fixed);
        journal.save(relative);
        restart();
        assertThat(journal.ownDeadlines()).containsExactly(fixed, relative);

        var changed = deadline("a", new DeadlineRule.RelativeTime(DeadlineAnchor.LAUNCH, Duration.ofDays(3)));
        journal.save(changed);
        journal.save(relative.removed(NOON.plusSeconds(60)));
        restart();
        assertThat(journal.ownDeadlines()).containsExactly(changed, relative.removed(NOON.plusSeconds(60)));
    }

    @Test
    void keepsFreezeWindowsOfBothKindsAndThatOneWasTakenAway() {
        var once = new FreezeWindow("a", "Turn of the year", FreezeScope.ALL,
                new FreezeTimes.OnceFrozen(NOON, NOON.plusSeconds(60)));
        var weekly = new FreezeWindow("b", "Weekend", new FreezeScope(Optional.of(new ConnectionId("prod")), "eu"),
                new FreezeTimes.WeeklyFrozen(DayOfWeek.FRIDAY, LocalTime.of(18, 0), DayOfWeek.MONDAY,
                        LocalTime.of(6, 30), ZoneId.of("Europe/Berlin")));
        journal.save(once);
        journal.save(weekly);
        restart();
        assertThat(journal.freezeWindows()).containsExactly(once, weekly);

        var changed = new FreezeWindow("b", "Weekends", FreezeScope.ALL, once.times()).saved("b", NOON);
        var removed = once.removed(NOON.plusSeconds(60));
        journal.save(changed);
        journal.save(removed);
        restart();
        assertThat(journal.freezeWindows()).containsExactly(removed, changed);
    }

    @Test
    void offersTheCalendarUnderOneAddressUntilItIsRevoked() {
        var first = new CalendarAddress("abc", false, NOON);
        var second = new CalendarAddress("def", true, NOON.plusSeconds(1));
        assertThat(journal.calendarAddress()).isEmpty();
        journal.offerCalendar(first);
        restart();
        assertThat(journal.calendarAddress()).contains(first);
        journal.offerCalendar(second);
        assertThat(journal.calendarAddress()).contains(second);
        journal.revokeCalendar(NOON.plusSeconds(2));
        restart();
        assertThat(journal.calendarAddress()).isEmpty();
    }

    private static OwnDeadline deadline(String id, DeadlineRule rule) {
        return new OwnDeadline(id, ORDERS, "Go live", rule, "", NOON, false);
    }
}
