package dev.longshore.model.userdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreezeWindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aWindowThatIsOnceBeginsWithItsFirstMomentAndHasEndedAtItsLast() {
        var window = window(new FreezeTimes.OnceFrozen(at("2026-12-20T00:00:00Z"), at("2027-01-04T06:00:00Z")));

        assertThat(window.at(at("2026-12-19T23:59:59Z"))).isEmpty();
        assertThat(window.at(at("2026-12-20T00:00:00Z"))).isPresent();
        assertThat(window.at(at("2027-01-04T05:59:59Z"))).isPresent();
        assertThat(window.at(at("2027-01-04T06:00:00Z"))).isEmpty();
        assertThatThrownBy(() -> new FreezeTimes.OnceFrozen(at("2026-12-20T00:00:00Z"), at("2026-12-20T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWeeklyWindowKeepsTheTimeOnTheWallWhenTheClockIsSetBack() {
        // Berlin sets its clock back on Sunday 25 October 2026 at 03:00.
        var window = weekly(DayOfWeek.FRIDAY, "18:00", DayOfWeek.MONDAY, "06:00");

        assertThat(periods(window, "2026-10-16T00:00:00Z", "2026-10-27T00:00:00Z")).containsExactly(
                "2026-10-16T16:00:00Z to 2026-10-19T04:00:00Z", "2026-10-23T16:00:00Z to 2026-10-26T05:00:00Z");
    }

    @Test
    void aWeeklyWindowKeepsTheTimeOnTheWallWhenTheClockIsPutForward() {
        // Berlin puts its clock forward on Sunday 28 March 2027 at 02:00.
        var window = weekly(DayOfWeek.FRIDAY, "18:00", DayOfWeek.MONDAY, "06:00");

        assertThat(periods(window, "2027-03-19T00:00:00Z", "2027-03-30T00:00:00Z")).containsExactly(
                "2027-03-19T17:00:00Z to 2027-03-22T05:00:00Z", "2027-03-26T17:00:00Z to 2027-03-29T04:00:00Z");
    }

    @Test
    void anEndThatTheClockSkipsOrShowsTwiceMakesTheWindowLonger() {
        var skipped = weekly(DayOfWeek.SUNDAY, "02:30", DayOfWeek.SUNDAY, "04:00");
        assertThat(periods(skipped, "2027-03-28T00:00:00Z", "2027-03-29T00:00:00Z"))
                .containsExactly("2027-03-28T01:00:00Z to 2027-03-28T02:00:00Z");
        var endsSkipped = weekly(DayOfWeek.SUNDAY, "01:00", DayOfWeek.SUNDAY, "02:30");
        assertThat(periods(endsSkipped, "2027-03-28T00:00:00Z", "2027-03-29T00:00:00Z"))
                .containsExactly("2027-03-28T00:00:00Z to 2027-03-28T01:30:00Z");
        var beginsTwice = weekly(DayOfWeek.SUNDAY, "02:30", DayOfWeek.SUNDAY, "04:00");
        assertThat(periods(beginsTwice, "2026-10-25T00:00:00Z", "2026-10-26T00:00:00Z"))
                .containsExactly("2026-10-25T00:30:00Z to 2026-10-25T03:00:00Z");
        var endsTwice = weekly(DayOfWeek.SUNDAY, "01:00", DayOfWeek.SUNDAY, "02:30");
        assertThat(periods(endsTwice, "2026-10-24T12:00:00Z", "2026-10-26T00:00:00Z"))
                .containsExactly("2026-10-24T23:00:00Z to 2026-10-25T01:30:00Z");
    }

    @Test
    void theSameDayAndTimeMakeAWholeWeekAndAnEarlierTimeOnTheSameDayEndsAWeekLater() {
        var whole = weekly(DayOfWeek.MONDAY, "08:00", DayOfWeek.MONDAY, "08:00");
        assertThat(whole.at(at("2026-11-25T12:00:00Z")).map(each -> Duration.between(each.from(), each.until())))
                .contains(Duration.ofDays(7));
        var almost = weekly(DayOfWeek.MONDAY, "08:00", DayOfWeek.MONDAY, "07:00");
        assertThat(almost.at(at("2026-11-30T06:30:00Z"))).isEmpty();
        assertThat(almost.at(at("2026-11-30T05:30:00Z"))).isPresent();
    }

    @Test
    void everyHourOfAYearIsFrozenExactlyWhereTheClockOnTheWallSaysSo() {
        var window = weekly(DayOfWeek.FRIDAY, "18:00", DayOfWeek.MONDAY, "06:00");
        for (var hour = at("2026-01-01T00:30:00Z"); hour.isBefore(at("2027-01-08T00:00:00Z")); hour = hour
                .plus(Duration.ofHours(1))) {
            var wall = hour.atZone(BERLIN);
            var expected = switch (wall.getDayOfWeek()) {
                case FRIDAY -> wall.getHour() >= 18;
                case SATURDAY, SUNDAY -> true;
                case MONDAY -> wall.getHour() < 6;
                case TUESDAY, WEDNESDAY, THURSDAY -> false;
            };
            assertThat(window.at(hour).isPresent()).as("%s", wall).isEqualTo(expected);
        }
    }

    @Test
    void isForMigrationsThatFitConnectionAndTag() {
        var connection = new ConnectionId("prod");
        assertThat(FreezeScope.ALL.includes(connection, List.of())).isTrue();
        var scope = new FreezeScope(Optional.of(connection), " Payroll ");
        assertThat(scope.includes(connection, List.of("eu", "payroll"))).isTrue();
        assertThat(scope.includes(connection, List.of("eu"))).isFalse();
        assertThat(scope.includes(new ConnectionId("test"), List.of("payroll"))).isFalse();
    }

    @Test
    void ofSeveralFreezesTheOneThatEndsLastIsNamed() {
        var weekend = weekly(DayOfWeek.FRIDAY, "18:00", DayOfWeek.MONDAY, "06:00");
        var year = new FreezeWindow("y", "Turn of the year", FreezeScope.ALL, new FreezeTimes.OnceFrozen(
                at("2026-12-20T00:00:00Z"), at("2027-01-04T06:00:00Z")));
        var dates = new OwnDates(List.of(), List.of(year, weekend), ImportMoments.UNSEEN);

        assertThat(dates.freezeAt(at("2026-12-26T12:00:00Z")).map(FreezePeriod::window)).contains(year);
        assertThat(dates.freezeAt(at("2026-12-10T12:00:00Z"))).isEmpty();
    }

    private static List<String> periods(FreezeWindow window, String from, String until) {
        return window.between(at(from), at(until)).map(each -> each.from() + " to " + each.until()).toList();
    }

    private static FreezeWindow weekly(DayOfWeek first, String from, DayOfWeek last, String until) {
        return window(new FreezeTimes.WeeklyFrozen(
                first, LocalTime.parse(from), last, LocalTime.parse(until), BERLIN));
    }

    private static FreezeWindow window(FreezeTimes times) {
        return new FreezeWindow("w", "Weekend", FreezeScope.ALL, times);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
