package dev.longshore.ui.actions;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiRequest;
import dev.longshore.model.Action;
import dev.longshore.model.Connection;
import dev.longshore.support.FakeWatch.RequestedCommand;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.WindowTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
    /** The day, the time of the day, and the same in the other zone. */
    private static final Pattern BOTH = Pattern.compile("(.*?, )(.*) \\((.*)\\)");
    /** Both ends of the day, half and quarter hours, changes by an hour and by half of one, and none. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata",
            "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Apia", "Etc/GMT+12", "+14:00", "-14:00",
            "UTC");

    /** What a person does in the editor. */
    record ZoneCase(ZoneId zone, LocalDateTime time, boolean second) {}

    /** An editor in some zone. */
    private static final class OpenSchedule {
        private final TestWindow window = new TestWindow(TestOrganisation.of(paused().build()));
        private final ConfirmViewModel dialog;
        private final ScheduleViewModel editor;

        OpenSchedule(ZoneId zone) {
            var plain = window.context(new SameThreadUi());
            var times = new WindowTimes(window.clock, zone, plain.texts(), Locale.ENGLISH);
            var context = new UiContext(plain.watch(), plain.clock(), plain.thread(), times, plain.texts());
            var actions = new ActionsViewModel(context, new SnapshotFeed(context));
            actions.requestCleanupAt(paused().key(), TestOrganisation.NOW.plus(Duration.ofDays(9)));
            dialog = actions.confirmationProperty().get().orElseThrow();
            editor = dialog.schedule().orElseThrow();
            dialog.typedNameProperty().set("orders");
        }

        OpenSchedule choose(ZoneCase zoneCase) {
            editor.dateProperty().set(zoneCase.time().toLocalDate().toString());
            editor.timeProperty().set(DateTimeFormatter.ofPattern("H:mm").format(zoneCase.time()));
            editor.secondProperty().set(zoneCase.second());
            return this;
        }

        /** What would leave, read back from the query. */
        List<Instant> sent() {
            dialog.proceed();
            return window.watch.requested.stream().map(OpenSchedule::query).toList();
        }

        private static Instant query(RequestedCommand requested) {
            var request = ApiRequest.action(Action.SCHEDULE_CLEANUP, requested.key().ref(), requested.cleanupTime());
            return Instant.parse(request.at(Connection.PUBLIC_ENDPOINT).getQuery().split("=", 2)[1]);
        }

        /** The local and the UTC time as they are shown, as instants. */
        Stream<Instant> shown() {
            var said = editor.inWords(editor.chosen().orElseThrow()).split(" · ", -1)[0];
            var both = BOTH.matcher(said);
            return both.matches()
                    ? Stream.of(both.group(1) + both.group(2),
                            both.group(3).contains(",") ? both.group(3) : both.group(1) + both.group(3))
                            .map(OpenSchedule::read)
                    : Stream.of(read(said));
        }

        private static Instant read(String shown) {
            var withYear = shown.matches(".*\\d{4},.*") ? shown : shown.replace(",", " 2026,");
            return ZonedDateTime.parse(withYear, SHOWN).toInstant();
        }
    }

    @Property(tries = 250)
    void theQueryNamesTheInstantShownInUtc(@ForAll("choices") ZoneCase zoneCase) {
        var openSchedule = new OpenSchedule(zoneCase.zone()).choose(zoneCase);
        var utc = openSchedule.editor.chosen().map(_ -> openSchedule.shown().toList().getLast());

        assertThat(openSchedule.sent()).isEqualTo(utc.stream().toList());
    }

    @Property(tries = 250)
    void theQueryNamesTheTimeOfDayThatWasChosen(@ForAll("choices") ZoneCase zoneCase) {
        var sent = new OpenSchedule(zoneCase.zone()).choose(zoneCase).sent();

        assertThat(sent).allSatisfy(
                at -> assertThat(at.atZone(zoneCase.zone()).toLocalDateTime()).isEqualTo(zoneCase.time()));
    }

    @Property(tries = 250)
    void nothingIsSentForATimeThatTheClockSkips(@ForAll("choices") ZoneCase zoneCase) {
        var exists = !zoneCase.zone().getRules().getValidOffsets(zoneCase.time()).isEmpty();

        assertThat(new OpenSchedule(zoneCase.zone()).choose(zoneCase).sent()).hasSize(exists ? 1 : 0);
    }

    @Property(tries = 250)
    void anInstantThatIsPickedStaysTheInstant(@ForAll("choices") ZoneCase zoneCase) {
        var picked = zoneCase.time().toInstant(zoneCase.zone().getRules().getOffset(zoneCase.time()));
        var openSchedule = new OpenSchedule(zoneCase.zone());

        openSchedule.editor.set(picked);

        assertThat(openSchedule.sent()).containsExactly(picked);
    }

    @Provide
    Arbitrary<ZoneCase> choices() {
        var zone = Arbitraries.of(ZONES).map(ZoneId::of);
        var minutes = Arbitraries.integers().between(-300, 300);
        var night = Arbitraries.integers().between(0, 9);
        return Combinators.combine(zone, night, minutes, Arbitraries.of(true, false))
                .as((where, which, off, second) -> new ZoneCase(where, night(where, which).plusMinutes(off), second));
    }

    /** The nights in which the clock is changed, one after the other; where it never is, any night. */
    private static LocalDateTime night(ZoneId zone, int which) {
        var at = TestOrganisation.NOW.plus(Duration.ofDays(2));
        for (var i = 0; i <= which; i++) {
            var next = zone.getRules().nextTransition(at);
            at = next == null ? at.plus(Duration.ofDays(40)) : next.getInstant();
        }
        return at.atZone(zone).toLocalDateTime().withSecond(0).withNano(0);
    }

    private static MigrationBuilder paused() {
        return TestOrganisation.migration("orders").status("Paused", Duration.ofHours(2)).due(CLEANUP_IDLE,
                Duration.ofDays(5));
    }
}
