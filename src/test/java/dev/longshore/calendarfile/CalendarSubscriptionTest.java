package dev.longshore.calendarfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.CalendarAddress;
import dev.longshore.model.Deadline;
import dev.longshore.model.Secret;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.model.userdate.ImportMoments;
import dev.longshore.model.userdate.OwnDates;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.model.userdate.OwnDeadline.DeadlineAnchor;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import dev.longshore.serve.RequestCounts;
import dev.longshore.serve.SubscribedCalendar;
import dev.longshore.serve.WatchMetrics;
import dev.longshore.serve.WatchServer;
import dev.longshore.support.EnglishText;
import dev.longshore.support.FakeWatch;
import dev.longshore.support.ManualClock;
import dev.longshore.support.TestOrganisation;
import dev.longshore.watch.MigrationIndex;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calendar programs that subscribe to the calendar's address, one by biweekly and one by the letter of RFC 5545. */
class CalendarSubscriptionTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef01234567";

    private final ManualClock clock = new ManualClock(TestOrganisation.NOW);
    private final FakeWatch watch = new FakeWatch(TestOrganisation.of());
    private final HttpClient client = HttpClient.newHttpClient();
    private final CalendarProgram program = new CalendarProgram();
    private Optional<CalendarAddress> address = Optional.of(new CalendarAddress(SECRET, true, TestOrganisation.NOW));
    private WatchServer server = start(Optional.empty());

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    private WatchServer start(Optional<Secret> token) {
        var metrics = new WatchMetrics(watch, new RequestCounts(), List::of, clock, "1.2.3");
        return WatchServer.start(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), token, metrics,
                new SubscribedCalendar(watch, () -> address, clock, EnglishText::say), Optional::empty);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.address() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Both programs fetch the calendar; what the strict one has read. */
    private Map<String, Map<String, String>> fetch() throws IOException, InterruptedException {
        var text = get("/calendar/" + SECRET + ".ics").body();
        program.open(text);
        return StrictCalendarReader.read(text);
    }

    @Test
    void whoSubscribedSeesChangesWithoutDoublesAndCancellationsArrive() throws Exception {
        var goLive = deadline("Go live; at last, “really”", in(30));
        publish(paused(in(60)), goLive);
        var first = fetch();
        assertThat(first).hasSize(2).allSatisfy((_, event) -> assertThat(event).containsEntry("DURATION", "PT15M")
                .containsEntry("STATUS", "CONFIRMED"));
        assertThat(program.events()).hasSize(2);

        clock.advance(Duration.ofHours(1));
        publish(paused(in(90)), new OwnDeadline(goLive.id(), goLive.key(), goLive.name(), new DeadlineRule.FixedTime(
                in(40)), "", clock.instant(), false));
        var second = fetch();
        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(program.events()).hasSize(2).extracting(CalendarProgram::at)
                .containsExactlyInAnyOrder(in(90), in(40));
        second.forEach((uid, event) -> assertThat(sequence(event))
                .isGreaterThan(sequence(Objects.requireNonNull(first.get(uid)))));

        clock.advance(Duration.ofHours(1));
        publish(closed(), goLive.removed(clock.instant()));
        var third = fetch();
        assertThat(third.keySet()).isEqualTo(first.keySet());
        assertThat(third).allSatisfy((_, event) -> assertThat(event).containsEntry("STATUS", "CANCELLED"));
        assertThat(program.events()).hasSize(2).allMatch(CalendarProgram::isCancelled);
    }

    @Test
    void fetchedTwiceWithoutAChangeItSaysTheSame() throws Exception {
        publish(paused(in(60)), deadline("Go live", in(30)));

        assertThat(fetch()).isEqualTo(fetch());
        assertThat(program.events()).hasSize(2);
    }

    @Test
    void isTheTextOfTheExportedFile() throws Exception {
        publish(paused(in(60)), deadline("Go live", in(30)));
        var migration = watch.snapshot().migrations().getFirst();
        var exported = new CalendarFile(EnglishText::say).text(CalendarEvents.all(migration.key(), migration.name(),
                migration.importFacts(clock.instant()), migration.ownDates().kept(),
                watch.history(migration.key(), Instant.EPOCH).join()), clock.instant());

        var answer = get("/calendar/" + SECRET + ".ics");
        assertThat(answer.body()).isEqualTo(exported);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
    }

    @Test
    void tellsNoNamesUnlessThatWasChosen() throws Exception {
        publish(paused(in(60)), deadline("Go live", in(30)));
        address = Optional.of(new CalendarAddress(SECRET, false, TestOrganisation.NOW));

        var text = get("/calendar/" + SECRET + ".ics").body();
        assertThat(StrictCalendarReader.read(text)).hasSize(2);
        assertThat(text).doesNotContain("of orders", "Go live").contains("Own deadline of ");
    }

    @Test
    void aFreezeWindowIsAnEventEachTimeAsLongAsItIsUnderItsNameOnlyWhereThatIsTold() throws Exception {
        var weekend = weekend();
        var file = new CalendarFile(EnglishText::say);

        var text = file.text(CalendarEvents.ofFreezes(List.of(weekend), true, TestOrganisation.NOW),
                TestOrganisation.NOW);
        program.open(text);
        var events = StrictCalendarReader.read(text);
        assertThat(events).hasSize(9);
        assertThat(events.values()).allSatisfy(each -> assertThat(each).containsEntry("DURATION", "P2DT12H")
                .containsEntry("SUMMARY", "Freeze window: Weekend\\; closed"));
        program.open(file.text(CalendarEvents.ofFreezes(List.of(weekend), true, in(1)), in(1)));
        assertThat(file.text(CalendarEvents.ofFreezes(List.of(weekend), false, in(1)), in(1)))
                .doesNotContain("Weekend").contains("SUMMARY:Freeze window");
    }

    @Test
    void aFreezeWindowThatIsTakenAwayOrMovedIsCancelledWhereverItWasRead() throws Exception {
        var audit = once("audit", in(30));
        var weekend = weekend().saved("weekend", clock.instant());
        publish(audit, weekend);
        var first = fetch();
        assertThat(first).hasSize(10).allSatisfy((_, event) -> assertThat(event).containsEntry("STATUS", "CONFIRMED"));

        clock.advance(Duration.ofHours(1));
        publish(audit.removed(clock.instant()), weekend.removed(clock.instant()), once("audit again", in(40)));
        var second = fetch();
        assertThat(second).hasSize(11).containsKeys(first.keySet().toArray(String[]::new));
        first.forEach((uid, event) -> assertThat(second.get(uid)).isNotNull().containsEntry("STATUS", "CANCELLED")
                .containsEntry("DESCRIPTION", "Cancelled.").doesNotContainEntry("SEQUENCE", event.get("SEQUENCE")));
        assertThat(program.events()).hasSize(11)
                .filteredOn(each -> !CalendarProgram.isCancelled(each)).singleElement()
                .satisfies(each -> assertThat(CalendarProgram.at(each)).isEqualTo(in(40)));

        var removed = audit.removed(clock.instant());
        clock.advance(Duration.ofDays(56));
        publish(removed, once("later", clock.instant()));
        assertThat(fetch()).hasSize(1).allSatisfy((uid, _) -> assertThat(uid).startsWith("freeze.later."));
    }

    @Test
    void aFreezeWindowUnderAnotherNameIsTheSameEventAndANewerOne() throws Exception {
        publish(once("audit", in(30)));
        var first = fetch();
        clock.advance(Duration.ofSeconds(1));
        publish(new FreezeWindow("audit", "Audit, longer named", FreezeScope.ALL, once("audit", in(30)).times())
                .saved("audit", clock.instant()));

        assertThat(fetch().keySet()).isEqualTo(first.keySet());
        assertThat(program.only().getSummary().getValue()).isEqualTo("Freeze window: Audit, longer named");
    }

    @Test
    void whatIsTakenAwayInTheSecondItWasMadeOrWhenTheClockWentBackIsCancelledAllTheSame() throws Exception {
        var audit = once("audit", in(30));
        var goLive = deadline("Go live", in(30));
        publish(audit);
        fetch();
        publish(audit.removed(clock.instant()));
        fetch();
        assertThat(program.only()).matches(CalendarProgram::isCancelled);

        publish(paused(in(60)), goLive);
        fetch();
        publish(paused(in(60)), goLive.removed(clock.instant().minus(Duration.ofHours(3))));
        assertThat(fetch().values()).filteredOn(each -> each.containsValue("CANCELLED")).hasSize(1);
        assertThat(program.events()).filteredOn(CalendarProgram::isCancelled).hasSize(2);
    }

    @Test
    void aDeadlineWhoseTimeNobodyKnowsAnyMoreIsCancelledWhenItIsTakenAway() throws Exception {
        var check = new OwnDeadline("5d3c", TestOrganisation.migration("orders").key(), "Check",
                new DeadlineRule.RelativeTime(DeadlineAnchor.CLEANUP, Duration.ofHours(-2)), "", TestOrganisation.NOW,
                false);
        publish(paused(in(60)), check);
        fetch();
        assertThat(program.events()).extracting(CalendarProgram::at).contains(in(58));

        clock.advance(Duration.ofHours(1));
        var unknown = TestOrganisation.migration("orders").status("Paused", Duration.ofHours(2)).build();
        publish(unknown, check.removed(clock.instant()));
        assertThat(fetch()).hasSize(1);
        assertThat(program.events()).filteredOn(CalendarProgram::isCancelled).singleElement()
                .satisfies(each -> assertThat(each.getUid().getValue()).startsWith("deadline."));
    }

    @Test
    void opensWithItsAddressOnlyAndNoMoreOnceThatIsRevoked() throws Exception {
        publish(paused(in(60)));
        assertThat(get("/calendar/" + SECRET + ".ics").statusCode()).isEqualTo(200);
        assertThat(get("/calendar/" + SECRET.replace('0', '1') + ".ics").statusCode()).isEqualTo(404);
        assertThat(get("/calendar/").statusCode()).isEqualTo(404);
        assertThat(get("/calendar/" + SECRET + ".ics/more").statusCode()).isEqualTo(404);
        assertThat(get("/calendar/" + SECRET + ".ics", "Origin", "https://example.com").statusCode()).isEqualTo(403);

        address = Optional.empty();
        var gone = get("/calendar/" + SECRET + ".ics");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).doesNotContain("BEGIN");
    }

    @Test
    void needsNoTokenWhereTheRestDoes() throws Exception {
        publish(paused(in(60)));
        server.close();
        server = start(Optional.of(Secret.of("fedcba9876543210fedcba9876543210")));

        assertThat(get("/metrics").statusCode()).isEqualTo(401);
        assertThat(get("/calendar/" + SECRET + ".ics").statusCode()).isEqualTo(200);
        assertThat(get("/calendar/" + SECRET + ".icsx").statusCode()).isEqualTo(404);
    }

    private void publish(WatchedMigration migration, OwnDeadline... deadlines) {
        watch.publish(TestOrganisation.of(migration.with(
                new OwnDates(List.of(deadlines), List.of(), ImportMoments.UNSEEN))));
    }

    private void publish(FreezeWindow... windows) {
        watch.publish(
                new Snapshot(watch.snapshot().version() + 1, clock.instant(), List.of(), MigrationIndex.of(List.of()),
                        List.of(), List.of(), List.of(), List.of(windows), List.of()));
    }

    private static FreezeWindow weekend() {
        return new FreezeWindow("w1", "Weekend; closed", FreezeScope.ALL, new FreezeTimes.WeeklyFrozen(
                DayOfWeek.FRIDAY, LocalTime.of(18, 0), DayOfWeek.MONDAY, LocalTime.of(6, 0), ZoneId.of("UTC")));
    }

    private FreezeWindow once(String id, Instant from) {
        return new FreezeWindow(id, "Audit", FreezeScope.ALL,
                new FreezeTimes.OnceFrozen(from, from.plus(Duration.ofHours(1)))).saved(id, clock.instant());
    }

    private static long sequence(Map<String, String> event) {
        return Long.parseLong(event.get("SEQUENCE"));
    }

    private WatchedMigration paused(Instant due) {
        return TestOrganisation.migration("orders").status("Paused", Duration.ofHours(2))
                .observed(Duration.between(clock.instant(), TestOrganisation.NOW))
                .due(Deadline.Cause.CLEANUP_IDLE, Duration.between(TestOrganisation.NOW, due)).build();
    }

    private WatchedMigration closed() {
        return TestOrganisation.migration("orders").status("Closed", Duration.ofHours(2))
                .observed(Duration.between(clock.instant(), TestOrganisation.NOW))
                .due(Deadline.Cause.CLEANUP_IDLE, Duration.ofHours(90)).build();
    }

    private static OwnDeadline deadline(String name, Instant at) {
        return new OwnDeadline("5d3c", TestOrganisation.migration("orders").key(), name,
                new DeadlineRule.FixedTime(at), "", TestOrganisation.NOW, false);
    }

    private static Instant in(int hours) {
        return TestOrganisation.NOW.plus(Duration.ofHours(hours));
    }
}
