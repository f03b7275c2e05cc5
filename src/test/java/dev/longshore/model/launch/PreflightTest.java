package dev.longshore.model.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CloudProvider;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.model.launch.LaunchCheck.CheckResult;
import dev.longshore.model.launch.LaunchCheck.CheckResult.CheckFailed;
import dev.longshore.model.launch.LaunchCheck.CheckResult.CheckNotKnown;
import dev.longshore.model.launch.LaunchCheck.CheckResult.CheckPassed;
import dev.longshore.model.launch.LaunchCheck.CheckSubject;
import dev.longshore.model.launch.Preflight.PreflightKnowledge;
import dev.longshore.model.launch.Preflight.ServiceAnswer;
import dev.longshore.model.launch.Preflight.ServiceAnswers;
import dev.longshore.support.EnglishText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Fact WHY = Fact.recorded("The service said so.");
    private static final PreflightKnowledge NOTHING = new PreflightKnowledge(false, List.of(), null, Set.of());

    private static Database database(String status, String... keyspaces) {
        return new Database(new DatabaseId("db-1"), "orders", "sales", CloudProvider.of("AWS"), "eu", status,
                List.of("db-1-1"), List.of(keyspaces));
    }

    private static ServiceAnswers active() {
        return new ServiceAnswers(
                new ServiceAnswer.Answered<>(database("ACTIVE")), new ServiceAnswer.Answered<>("ACTIVE"));
    }

    private static CheckResult check(CheckSubject subject, ServiceAnswers answers, PreflightKnowledge known) {
        return Preflight.checks(answers, known).stream().filter(each -> each.subject() == subject).findFirst()
                .orElseThrow().result();
    }

    private static CheckResult ofDatabase(ServiceAnswer<Database> answer) {
        return check(CheckSubject.DATABASE, new ServiceAnswers(answer, new ServiceAnswer.NotAnswered<>(WHY)), NOTHING);
    }

    private static CheckResult ofPcuGroup(ServiceAnswer<String> answer) {
        return check(CheckSubject.PCU_GROUP, new ServiceAnswers(
                new ServiceAnswer.Answered<>(database("ACTIVE")), answer), NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, CheckPassed", "active, CheckPassed", "HIBERNATED, CheckFailed", "PARKED, CheckFailed",
        "MAINTENANCE, CheckFailed", "TERMINATING, CheckFailed", "BRAND_NEW, CheckNotKnown", "'', CheckNotKnown"})
    void onlyAnActiveDatabaseWillDoAndAnUnknownWordIsNotWrong(String status, String result) {
        assertThat(ofDatabase(new ServiceAnswer.Answered<>(database(status))).getClass().getSimpleName())
                .isEqualTo(result);
    }

    @Test
    void aDatabaseThatTheServiceDoesNotKnowHasFailedAndOneNobodyCouldAskAboutIsNotKnown() {
        assertThat(ofDatabase(new ServiceAnswer.NothingThere<>(WHY))).isInstanceOf(CheckFailed.class);
        assertThat(ofDatabase(new ServiceAnswer.NotAnswered<>(WHY))).isEqualTo(new CheckNotKnown(WHY));
        assertThat(ofDatabase(new ServiceAnswer.NotAllowed<>(WHY))).isEqualTo(new CheckNotKnown(WHY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARKED", "parking", "UNPARKING"})
    void aParkedPcuGroupHasFailedWithTheRemedy(String status) {
        assertThat(ofPcuGroup(new ServiceAnswer.Answered<>(status))).isInstanceOfSatisfying(CheckFailed.class,
                each -> assertThat(EnglishText.say(each.remedy())).startsWith("Unpark"));
    }

    @Test
    void aPcuGroupThatIsNotParkedHasPassedAndNoneAtAllHasFailed() {
        assertThat(ofPcuGroup(new ServiceAnswer.Answered<>("ACTIVE"))).isInstanceOf(CheckPassed.class);
        assertThat(ofPcuGroup(new ServiceAnswer.NothingThere<>(WHY))).isInstanceOf(CheckFailed.class);
        assertThat(ofPcuGroup(new ServiceAnswer.Answered<>(""))).isInstanceOf(CheckNotKnown.class);
    }

    @Test
    void aRoleThatMayNotSeePcuGroupsLeavesThatUnknownAndNeverWrong() {
        assertThat(ofPcuGroup(new ServiceAnswer.NotAllowed<>(WHY))).isEqualTo(new CheckNotKnown(WHY));
    }

    private static CheckResult permissions(boolean isReadOnly, Command... commands) {
        return check(CheckSubject.PERMISSIONS, active(),
                new PreflightKnowledge(isReadOnly, List.of(commands), null, Set.of()));
    }

    private static Command command(Instant at, CommandState state) {
        var key = new MigrationKey(new ConnectionId("prod"),
                new MigrationRef(new DatabaseId("db-1"), new MigrationId("m")));
        return new Command("id" + at, key, Action.PAUSE, null, List.of(new CommandState.Requested(at), state));
    }

    @Test
    void whatTheTokenMayChangeIsToldOnlyByWhatItDid() {
        var accepted = command(NOW, new CommandState.Accepted(NOW));
        var forbidden = command(NOW.plusSeconds(60), new CommandState.Refused(NOW.plusSeconds(60),
                Fact.sentences(WHY, Fact.of(ServiceFact.ROLE_TO_MIGRATE))));

        assertThat(permissions(false)).isInstanceOf(CheckNotKnown.class);
        assertThat(permissions(false, accepted)).isInstanceOf(CheckPassed.class);
        assertThat(permissions(false, accepted, forbidden)).isInstanceOf(CheckFailed.class);
        assertThat(permissions(false, command(NOW, new CommandState.Refused(NOW, WHY))))
                .isInstanceOf(CheckNotKnown.class);
        assertThat(permissions(true, accepted)).isInstanceOf(CheckFailed.class);
    }

    @Test
    void anInitializeThatWasAcceptedTellsThatTheTokenMayChangeMigrationsUntilSomethingNewerSaysOtherwise() {
        var answers = new ServiceAnswers(active().database(), active().pcuStatus(), NOW);
        var forbidden = new CommandState.Refused(NOW, Fact.of(ServiceFact.ROLE_TO_MIGRATE));

        assertThat(check(CheckSubject.PERMISSIONS, answers, NOTHING)).isInstanceOfSatisfying(CheckPassed.class,
                each -> assertThat(EnglishText.say(each.found())).isEqualTo("The token may see the database, and a"
                        + " migration was initialized with this connection, Sat 21 Nov, 03:00 UTC."));
        assertThat(check(CheckSubject.PERMISSIONS, answers, after(command(NOW.minusSeconds(60), forbidden))))
                .isInstanceOf(CheckPassed.class);
        assertThat(check(CheckSubject.PERMISSIONS, answers, after(command(NOW.plusSeconds(60), forbidden))))
                .isInstanceOf(CheckFailed.class);
    }

    private static PreflightKnowledge after(Command command) {
        return new PreflightKnowledge(false, List.of(command), null, Set.of());
    }

    private static CheckResult clock(@Nullable Duration offset) {
        return check(CheckSubject.CLOCK, active(), new PreflightKnowledge(false, List.of(), offset, Set.of()));
    }

    @Test
    void aClockThatIsMoreThanAMinuteOffHasFailed() {
        assertThat(clock(null)).isInstanceOf(CheckNotKnown.class);
        assertThat(clock(Duration.ofSeconds(-60))).isInstanceOf(CheckPassed.class);
        assertThat(clock(Duration.ofSeconds(-61))).isInstanceOf(CheckFailed.class);
    }

    private static CheckResult keyspaces(Database database, String... wanted) {
        return check(CheckSubject.KEYSPACES,
                new ServiceAnswers(new ServiceAnswer.Answered<>(database), new ServiceAnswer.Answered<>("ACTIVE")),
                new PreflightKnowledge(false, List.of(), null, Set.of(wanted)));
    }

    @Test
    void theKeyspacesOfTheUploadAreComparedWithAllThatTheServiceTells() {
        assertThat(keyspaces(database("ACTIVE", "sales", "stock"), "stock", "sales")).isInstanceOf(CheckPassed.class);
        assertThat(keyspaces(database("ACTIVE", "sales"), "sales", "stock")).isInstanceOfSatisfying(CheckFailed.class,
                each -> assertThat(EnglishText.say(each.found())).isEqualTo("Not in the database: stock."));
    }

    @Test
    void whereTheServiceTellsOnlyTheFirstKeyspaceAnotherOneIsNotKnown() {
        assertThat(keyspaces(database("ACTIVE"), "sales")).isInstanceOf(CheckPassed.class);
        assertThat(keyspaces(database("ACTIVE"), "stock")).isInstanceOf(CheckNotKnown.class);
        assertThat(keyspaces(database("ACTIVE", "sales"))).isInstanceOf(CheckNotKnown.class);
    }
}
