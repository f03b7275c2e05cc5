package dev.longshore.ui.actions;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiRequest;
import dev.longshore.model.Action;
import dev.longshore.model.Connection;
import dev.longshore.support.Estate;
import dev.longshore.support.FakeWatch.Asked;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** In whatever zone a time is chosen, the query that leaves names the instant that was shown. */
class AnyZoneTest {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm zzz",
            Locale.ENGLISH);
    /** Both ends of the day, half and quarter hours, changes by an hour and by half of one, and none. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata",
            "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Apia", "Etc/GMT+12", "+14:00", "-14:00",
            "UTC");

    /** What a person does in the editor. */
    record Choice(ZoneId zone, LocalDateTime time, boolean second) {}

    /** An editor in some zone. */
    private static final class Open {
        private final TestWindow window = new TestWindow(Estate.of(paused().build()));
        private final ConfirmViewModel dialog;
        private final ScheduleViewModel editor;

        Open(ZoneId zone) {
            var plain = window.ui(new SameThreadUi());
            var times = new TimeText(window.clock, zone, plain.texts());
            var ui = new Ui(plain.watch(), plain.clock(), plain.thread(), times, plain.texts(), plain.curl());
            var actions = new ActionsViewModel(ui, new Feed(ui));
            actions.requestCleanupAt(paused().key(), Estate.NOW.plus(Duration.ofDays(9)));
            dialog = actions.confirmationProperty().get().orElseThrow();
            editor = dialog.schedule().orElseThrow();
            dialog.typedNameProperty().set("orders");
        }

        Open choose(Choice choice) {
            editor.dateProperty().set(choice.time().toLocalDate());
            editor.timeProperty().set(DateTimeFormatter.ofPattern("H:mm").format(choice.time()));
            editor.secondProperty().set(choice.second());
            return this;
        }

        /** What would leave, read back from the query. */
        List<Instant> sent() {
            dialog.proceed();
            return window.watch.asked.stream().map(Open::query).toList();
        }

        private static Instant query(Asked asked) {
            var request = ApiRequest.action(Action.SCHEDULE_CLEANUP, asked.key().ref(), asked.cleanupTime());
            return Instant.parse(request.at(Connection.PUBLIC_ENDPOINT).getQuery().split("=", 2)[1]);
        }

        /** The local and the UTC time as they are shown, as instants. */
        Stream<Instant> shown() {
            return Stream.of(editor.inWords().split(" · ")).limit(2).map(Open::read);
        }

        private static Instant read(String shown) {
            var withYear = shown.matches(".*\\d{4},.*") ? shown : shown.replace(",", " 2026,");
            return ZonedDateTime.parse(withYear, SHOWN).toInstant();
        }
    }

    @Property(tries = 250)
    void theQueryNamesTheInstantShownInUtc(@ForAll("choices") Choice choice) {
        var open = new Open(choice.zone()).choose(choice);
        var utc = open.editor.chosen().map(_ -> open.shown().toList().getLast());

        assertThat(open.sent()).isEqualTo(utc.stream().toList());
    }

    @Property(tries = 250)
    void theQueryNamesTheTimeOfDayThatWasChosen(@ForAll("choices") Choice choice) {
        var sent = new Open(choice.zone()).choose(choice).sent();

        assertThat(sent).allSatisfy(
                at -> assertThat(at.atZone(choice.zone()).toLocalDateTime()).isEqualTo(choice.time()));
    }

    @Property(tries = 250)
    void nothingIsSentForATimeThatTheClockSkips(@ForAll("choices") Choice choice) {
        var exists = !choice.zone().getRules().getValidOffsets(choice.time()).isEmpty();

        assertThat(new Open(choice.zone()).choose(choice).sent()).hasSize(exists ? 1 : 0);
    }

    @Property(tries = 250)
    void anInstantThatIsPickedStaysTheInstant(@ForAll("choices") Choice choice) {
        var picked = choice.time().toInstant(choice.zone().getRules().getOffset(choice.time()));
        var open = new Open(choice.zone());

        open.editor.set(picked);

        assertThat(open.sent()).containsExactly(picked);
    }

    @Provide
    Arbitrary<Choice> choices() {
        var zone = Arbitraries.of(ZONES).map(ZoneId::of);
        var minutes = Arbitraries.integers().between(-300, 300);
        var night = Arbitraries.integers().between(0, 9);
        return Combinators.combine(zone, night, minutes, Arbitraries.of(true, false))
                .as((where, which, off, second) -> new Choice(where, night(where, which).plusMinutes(off), second));
    }

    /** The nights in which the clock is changed, one after the other; where it never is, any night. */
    private static LocalDateTime night(ZoneId zone, int which) {
        var at = Estate.NOW.plus(Duration.ofDays(2));
        for (var i = 0; i <= which; i++) {
            var next = zone.getRules().nextTransition(at);
            at = next == null ? at.plus(Duration.ofDays(40)) : next.getInstant();
        }
        return at.atZone(zone).toLocalDateTime().withSecond(0).withNano(0);
    }

    private static MigrationBuilder paused() {
        return Estate.migration("orders").status("Paused", Duration.ofHours(2)).due(CLEANUP_IDLE, Duration.ofDays(5));
    }
}
