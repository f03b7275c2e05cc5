package dev.longshore.calendarfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Status;
import dev.longshore.support.EnglishText;
import dev.longshore.support.PseudoLocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-28T15:14:38Z");
    private static final Instant LATER = Instant.parse("2026-12-05T03:00:00Z");
    private static final MigrationKey ORDERS = key("production", "5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11");

    private final List<Observation> seen = new ArrayList<>();
    private final CalendarProgram calendar = new CalendarProgram();

    @Test
    void anotherProgramReadsTheSameInstant() {
        see(0, "ImportInProgress", DUE);

        calendar.open(file());

        assertThat(CalendarProgram.at(calendar.only())).isEqualTo(DUE);
        assertThat(calendar.only().getSummary().getValue()).isEqualTo("Cleanup of orders deletes its staged data");
    }

    @Test
    void aCleanupTakesAQuarterOfAnHourAndBlocksNoTime() {
        see(0, "ImportInProgress", DUE);

        calendar.open(file());

        assertThat(calendar.only().getDuration().getValue().toMillis())
                .isEqualTo(Duration.ofMinutes(15).toMillis());
        assertThat(calendar.only().getTransparency().isTransparent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\u000b", "\u000c", "\u0085", "\u2028", "\u2029", "\0", "\u001b"})
    void aNameMakesNoLineOfItsOwn(String separator) {
        see(0, "ImportInProgress", DUE);
        var name = "orders" + separator + "BEGIN:VALARM" + separator + "ACTION:AUDIO";
        var file = new CalendarFile(EnglishText::say)
                .text(CalendarEvents.of(key("harbour" + separator + "x", "m-1"), name, known(), history()), NOON);

        calendar.open(file);

        assertThat(calendar.only().getSummary().getValue()).contains("orders BEGIN:VALARM ACTION:AUDIO");
        assertThat(CalendarProgram.reminders(calendar.only())).hasSize(3);
        assertThat(file.replace("\r\n", "")).matches("[^\\p{Cntrl}\\u0085\\u2028\\u2029]*");
    }

    @Test
    void allThatIsReadIsInTheLanguageOfTheReader() {
        see(0, "ImportInProgress", DUE);
        see(1, "ReceivingFiles", LATER);
        var words = PseudoLocale.facts(InstantSource.fixed(NOON), ZoneOffset.UTC);
        var file = new CalendarFile(words::of).text(CalendarEvents.of(ORDERS, "orders", known(), history()), NOON);

        calendar.open(file);

        assertThat(calendar.events()).isNotEmpty().allSatisfy(event -> {
            var read = event.getSummary().getValue() + "\n" + event.getDescription().getValue();
            assertThat(PseudoLocale.plainWords(read, List.of("orders", "production", "UTC", "ImportInProgress",
                    "ReceivingFiles", "Sat", "Nov", "Dec", ORDERS.ref().toString(), ORDERS.ref().database().value(),
                    ORDERS.ref().migration().value()))).as(read).isEmpty();
        });
    }

    @Test
    void remindsThreeDaysOneDayAndOneHourBefore() {
        see(0, "ImportInProgress", DUE);

        calendar.open(file());

        assertThat(CalendarProgram.reminders(calendar.only()))
                .containsExactly(Duration.ofHours(72), Duration.ofHours(24), Duration.ofHours(1));
    }

    @Test
    void aMovedCleanupReplacesWhatWasThere() {
        see(0, "ImportInProgress", DUE);
        calendar.open(file());
        see(60, "ImportInProgress", LATER);

        calendar.open(file());

        assertThat(CalendarProgram.at(calendar.only())).isEqualTo(LATER);
    }

    @Test
    void anOlderFileOpenedAgainChangesNothing() {
        see(0, "ImportInProgress", DUE);
        var old = file();
        see(60, "ImportInProgress", LATER);
        calendar.open(file());

        calendar.open(old);

        assertThat(CalendarProgram.at(calendar.only())).isEqualTo(LATER);
    }

    @Test
    void keepsItsSequenceAsLongAsTheTimeStays() {
        see(0, "ReceivingFiles", DUE);
        calendar.open(file());
        var sequence = CalendarProgram.sequence(calendar.only());
        see(60, "ImportInProgress", DUE);
        see(120, "ImportInProgress", null);
        calendar.open(file());

        assertThat(CalendarProgram.sequence(calendar.only())).isEqualTo(sequence);
    }

    @Test
    void aCleanupThatWasMovedBackIsNewToo() {
        see(0, "ImportInProgress", DUE);
        see(60, "ImportInProgress", LATER);
        calendar.open(file());
        see(61, "ImportInProgress", DUE);

        calendar.open(file());

        assertThat(CalendarProgram.at(calendar.only())).isEqualTo(DUE);
    }

    @Test
    void whatIsCleanedUpCancelsItsEvent() {
        see(0, "MigrationDone", DUE);
        calendar.open(file());
        see(60, "Closed", null);

        calendar.open(file());

        assertThat(CalendarProgram.isCancelled(calendar.only())).isTrue();
        assertThat(calendar.only().getAlarms()).isEmpty();
        assertThat(CalendarProgram.at(calendar.only())).isEqualTo(DUE);
    }

    @Test
    void theSameMigrationThroughAnotherConnectionIsAnotherEvent() {
        see(0, "MigrationDone", DUE);
        var other = key("test", ORDERS.ref().migration().value());

        calendar.open(file());
        calendar.open(
                new CalendarFile(EnglishText::say).text(CalendarEvents.of(other, "orders", known(), history()), NOON));

        assertThat(calendar.events()).hasSize(2);
    }

    @Test
    void credentialsEndOnTheirOwnAndAreCalledOffByTheLaunch() {
        seen.add(withCredentials(observation(0, "ReceivingFiles", DUE), NOON.plusSeconds(3600)));
        calendar.open(file());
        assertThat(calendar.events()).extracting(CalendarProgram::at).containsExactly(DUE, NOON.plusSeconds(3600));
        see(30, "ImportInProgress", DUE);

        calendar.open(file());

        assertThat(calendar.events()).extracting(CalendarProgram::isCancelled).containsExactly(false, true);
    }

    @Test
    void namesOfAnyKindComeThroughWhole() {
        see(0, "MigrationDone", DUE);
        var name = "Bestellungen; „Süd\\Nord“, 注文 " + "🚢".repeat(60);

        calendar.open(text(name));

        assertThat(calendar.only().getSummary().getValue()).contains(name);
    }

    @Test
    void noLineIsLongerThan75Octets() {
        see(0, "MigrationDone", DUE);

        var lines = text("注文🚢".repeat(100)).split("\r\n", -1);

        assertThat(lines).allSatisfy(
                line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }

    @Test
    void saysWhenItWasMadeAndNamesNoZone() {
        see(0, "MigrationDone", DUE);

        assertThat(file()).contains("DTSTAMP:20261121T120000Z", "DTSTART:20261128T151438Z").doesNotContain("TZID");
    }

    @Test
    void carriesNothingOfCredentialsButTheirEnd() {
        seen.add(withCredentials(observation(0, "ReceivingFiles", DUE), NOON.plusSeconds(3600)));

        assertThat(file()).doesNotContain("fingerprint", "s3://");
    }

    @Test
    void hasNothingToSayOfWhatWasNeverObserved() {
        assertThat(CalendarEvents.of(ORDERS, "orders", null, history())).isEmpty();
    }

    @Test
    void replacesTheFileThatIsThere(@TempDir Path folder) throws IOException {
        see(0, "MigrationDone", DUE);
        var file = Files.writeString(folder.resolve("cleanups.ics"), "older");

        new CalendarFile(EnglishText::say).write(events("orders"), NOON, file);

        assertThat(file).hasContent(file());
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.longshore*");
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite(@TempDir Path folder) {
        see(0, "MigrationDone", DUE);

        assertThatThrownBy(() -> new CalendarFile(EnglishText::say).write(events("orders"), NOON,
                folder.resolve("no/such/folder/a.ics")))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private void see(int minutes, String status, @Nullable Instant due) {
        seen.add(observation(minutes, status, due));
    }

    private static Observation observation(int minutes, String status, @Nullable Instant due) {
        return new Observation(
                ORDERS, NOON.plus(Duration.ofMinutes(minutes)), Status.of(status), null, due, "s3://bucket/", null,
                null);
    }

    private static Observation withCredentials(Observation one, Instant end) {
        return new Observation(
                one.key(), one.at(), one.status(), null, one.expectedCleanupTime(), one.uploadBucketDir(), end,
                "fingerprint");
    }

    private LastKnown known() {
        var known = LastKnown.first(seen.getFirst());
        for (var each : seen.subList(1, seen.size())) {
            known = known.updatedBy(each);
        }
        return known;
    }

    private History history() {
        return new History(seen, List.<Command>of(), List.of());
    }

    private List<CalendarEvent> events(String name) {
        return CalendarEvents.of(ORDERS, name, known(), history());
    }

    private String text(String name) {
        return new CalendarFile(EnglishText::say).text(events(name), NOON);
    }

    private String file() {
        return text("orders");
    }

    private static MigrationKey key(String connection, String migration) {
        return new MigrationKey(
                new ConnectionId(connection),
                new MigrationRef(new DatabaseId("0b9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34"), new MigrationId(migration)));
    }
}
