package dev.longshore.model.cleanup;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.status;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.Deadline;
import dev.longshore.model.Deadline.Cause;
import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CollisionGuardTest {
    private static final Forecast NO_END = new Forecast.NoForecast(Fact.recorded("Nothing is known."));

    @ParameterizedTest
    @CsvSource(textBlock = """
            -1,  RED
            0,   RED
            47,  RED
            48,  AMBER
            95,  AMBER
            96,  NONE
            500, NONE
            """)
    void comparesTheLatestExpectedEndOfAnImportWithTheCleanup(long room, Risk risk) {
        var judged = judge(Phase.IMPORT_IN_PROGRESS, cleanup(hours(10 + room)), range(hours(2), hours(10)));

        assertThat(judged.risk()).isEqualTo(risk);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -1,  RED
            47,  RED
            48,  AMBER
            95,  AMBER
            96,  UNKNOWN
            500, UNKNOWN
            """)
    void callsNothingSafeWithoutAnExpectedEnd(long left, Risk risk) {
        assertThat(judge(Phase.IMPORT_IN_PROGRESS, cleanup(hours(left)), NO_END).risk()).isEqualTo(risk);
    }

    @Test
    void doesNotTakeTheEndOfAnUploadForTheEndOfTheImport() {
        assertThat(judge(Phase.RECEIVING_FILES, cleanup(days(6)), range(hours(1), hours(2))).risk())
                .isEqualTo(Risk.UNKNOWN);
        assertThat(judge(Phase.RECEIVING_FILES, cleanup(days(6)), range(hours(1), days(3))).risk())
                .isEqualTo(Risk.AMBER);
        assertThat(judge(Phase.RECEIVING_FILES, cleanup(days(6)), range(hours(1), days(7))).risk()).isEqualTo(Risk.RED);
    }

    @Test
    void countsFromNowWhenTheExpectedEndHasPassed() {
        assertThat(judge(Phase.IMPORT_IN_PROGRESS, cleanup(hours(47)), range(hours(-99), hours(-90))).risk())
                .isEqualTo(Risk.RED);
    }

    @ParameterizedTest
    @EnumSource
    void callsSafeOnlyWhereNothingIsLeftToLose(Phase phase) {
        var nothingToLose = phase == Phase.MIGRATION_DONE || phase.isClosing();

        assertThat(judge(phase, cleanup(hours(1)), NO_END).risk()).isEqualTo(nothingToLose ? Risk.NONE : Risk.RED);
    }

    @Test
    void saysThatOnlyTidyingUpIsLeft() {
        assertThat(judge(Phase.MIGRATION_DONE, cleanup(hours(1)), NO_END))
                .isEqualTo(new Collision(
                        Risk.NONE, Fact.of(CleanupFact.NOTHING_TO_LOSE),
                        Optional.empty()));
    }

    @Test
    void judgesACleanupOfUnknownCauseLikeOneThatNoLaunchMoves() {
        var unknown = CollisionGuard.atLaunch(NOON, due(Cause.CLEANUP_UNKNOWN), range(hours(2), hours(10)));
        var scheduled = CollisionGuard.atLaunch(NOON, due(Cause.CLEANUP_SCHEDULED), range(hours(2), hours(10)));

        assertThat(unknown.risk()).isEqualTo(scheduled.risk());
        assertThat(unknown.saferTime()).isEqualTo(scheduled.saferTime());
        assertThat(say(unknown.explanation())).contains("Cleanup (idle or scheduled) due ")
                .contains("If it was, a launch does not move it");
    }

    private static List<Deadline> due(Cause cause) {
        return List.of(new Deadline(hours(40), cause, NOON));
    }

    @Test
    void judgesAStatusThatNobodyKnowsByTheTimeThatIsLeft() {
        var judged = CollisionGuard.assess(NOON, Status.of("Rebalancing"), cleanup(days(9)), range(hours(1), hours(2)));

        assertThat(judged.risk()).isEqualTo(Risk.UNKNOWN);
        assertThat(say(judged.explanation()))
                .endsWith("What the service does in this status is unknown. Count on the cleanup.");
    }

    @Test
    void callsNothingSafeWhenTheServiceDoesNotSayWhenTheCleanupIsDue() {
        var credentials = List.of(new Deadline(hours(1), Cause.CREDENTIALS, NOON));
        var judged = judge(Phase.IMPORT_IN_PROGRESS, credentials, range(hours(1), hours(2)));

        assertThat(judged.risk()).isEqualTo(Risk.UNKNOWN);
        assertThat(say(judged.explanation()))
                .startsWith("Expected end: between Sat 21 Nov, 13:00 UTC and Sat 21 Nov, 14:00 UTC."
                        + " The service does not say when the cleanup is due. If the cleanup falls due during an import");
        assertThat(judged.saferTime()).contains(new CleanupTime(hours(2).plus(Duration.ofDays(7))));
    }

    @Test
    void explainsACollisionInOneParagraph() {
        var judged = judge(Phase.IMPORT_IN_PROGRESS, cleanup(days(1)), range(hours(20), hours(27)));

        assertThat(say(judged.explanation()))
                .isEqualTo(
                        "Expected end: between Sun 22 Nov, 08:00 UTC and Sun 22 Nov, 15:00 UTC. Cleanup (scheduled) due"
                                + " Sun 22 Nov, 12:00 UTC, in 1 d: 3 h before the latest expected end. If the cleanup falls due"
                                + " during an import, it runs right after it, even if the import failed. Then you cannot launch"
                                + " again.");
    }

    @Test
    void saysForHowLongACleanupHasBeenDue() {
        var idle = List.of(new Deadline(hours(-3), Cause.CLEANUP_IDLE, NOON));

        assertThat(say(judge(Phase.FAILED, idle, NO_END).explanation()))
                .isEqualTo(
                        "Nothing is known. Cleanup (idle timeout) due Sat 21 Nov, 09:00 UTC, 3 h ago."
                                + " You can launch again over the same files only until the cleanup.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INITIALIZING       | Uploads do not restart the idle timeout
            RECEIVING_FILES    | Uploads do not restart the idle timeout
            STARTING           | If the cleanup falls due during an import
            PAUSED             | Pausing does not stop the cleanup.
            FAILED             | You can launch again over the same files only until the cleanup.
            ABORTED            | The cleanup deletes the uploaded files.
            """)
    void saysWhatACleanupMeansInEachPhase(Phase phase, String sentence) {
        assertThat(say(judge(phase, cleanup(days(1)), NO_END).explanation())).contains(sentence);
    }

    @Test
    void saysHowMuchRoomIsLeft() {
        assertThat(say(judge(Phase.IMPORT_IN_PROGRESS, cleanup(days(1)), range(hours(20), hours(21))).explanation()))
                .contains("in 1 d: 3 h after the latest expected end.");
    }

    @Test
    void proposesAWeekMoreThanPlannedAndAWeekAfterTheExpectedEnd() {
        assertThat(judge(Phase.IMPORT_IN_PROGRESS, cleanup(days(2)), range(hours(20), days(1))).saferTime())
                .contains(new CleanupTime(days(9)));
        assertThat(
                judge(Phase.IMPORT_IN_PROGRESS, cleanup(days(2)), range(hours(20), days(4).plusMillis(5))).saferTime())
                .contains(new CleanupTime(days(11)));
        assertThat(judge(Phase.IMPORT_IN_PROGRESS, cleanup(days(9)), range(hours(20), days(4))).saferTime()).isEmpty();
        assertThat(judge(Phase.IMPORT_IN_PROGRESS, cleanup(days(9)), NO_END).saferTime()).isEmpty();
        assertThat(judge(Phase.IMPORT_IN_PROGRESS, cleanup(days(3)), NO_END).saferTime())
                .contains(new CleanupTime(days(10)));
    }

    @Test
    void judgesALaunchByTheEndThatIsExpectedOfIt() {
        var judged = CollisionGuard.atLaunch(NOON, cleanup(days(9)), range(days(1), days(2)));

        assertThat(judged.risk()).isEqualTo(Risk.NONE);
        assertThat(say(judged.explanation()))
                .endsWith(
                        "Then you cannot launch again. The cleanup was scheduled, so a launch does not move it: it stays"
                                + " at Mon 30 Nov, 12:00 UTC.");
        assertThat(say(CollisionGuard.atLaunch(NOON, List.of(), NO_END).explanation()))
                .endsWith("Then you cannot launch again.");
    }

    @Property
    void neverSaysSafeWhereTheRulesMakeALossPossible(
            @ForAll Phase phase, @ForAll @LongRange(min = -500, max = 2000) long cleanupHours,
            @ForAll @LongRange(min = -500, max = 2000) long endHours, @ForAll boolean endIsKnown) {
        var end = endIsKnown ? range(hours(endHours), hours(endHours)) : NO_END;
        var judged = judge(phase, cleanup(hours(cleanupHours)), end);

        var runs = phase == Phase.STARTING || phase == Phase.IMPORT_IN_PROGRESS;
        var ample = endIsKnown && runs && cleanupHours - Math.max(0, endHours) >= 96;
        assertThat(judged.risk() == Risk.NONE).isEqualTo(ample || !phase.hasFilesToLose());
    }

    @Property
    void proposesOnlyTimesThatAreSafe(
            @ForAll @LongRange(min = -500, max = 2000) long cleanupHours,
            @ForAll @LongRange(min = -500_000, max = 2_000_000) long endSeconds) {
        var end = range(NOON, NOON.plusMillis(endSeconds * 999));

        assertThat(judge(Phase.IMPORT_IN_PROGRESS, cleanup(hours(cleanupHours)), end).saferTime()
                .filter(time -> judge(Phase.IMPORT_IN_PROGRESS, cleanup(time.at()), end).risk() != Risk.NONE))
                .isEmpty();
    }

    private static Collision judge(Phase phase, List<Deadline> deadlines, Forecast end) {
        return CollisionGuard.assess(NOON, status(phase), deadlines, end);
    }

    private static List<Deadline> cleanup(Instant at) {
        return List.of(new Deadline(at, Cause.CLEANUP_SCHEDULED, NOON));
    }

    private static Forecast range(Instant earliest, Instant latest) {
        return new Forecast.Range(earliest, latest, Fact.recorded("From what was seen."));
    }
}
