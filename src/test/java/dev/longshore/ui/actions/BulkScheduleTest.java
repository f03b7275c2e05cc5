package dev.longshore.ui.actions;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.ImportMoments;
import dev.longshore.model.userdate.OwnDates;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.FakeWatch.RequestedCommand;
import dev.longshore.support.FxExtension;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** Several cleanups moved in one dialog of the window, from what stands on the screen to what arrives at the service. */
@ExtendWith(FxExtension.class)
class BulkScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm",
            Locale.ENGLISH);
    private static final Pattern SENT_TIME = Pattern.compile("cleanupTime=([^&' ]+)");

    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.of(
            paused("a", 5).ends(Duration.ofDays(1), Duration.ofDays(2)).build(),
            paused("b", 9).ends(Duration.ofDays(3), Duration.ofDays(4)).build(),
            paused("c", 20).build(),
            TestOrganisation.migration("closed").status("Closed", Duration.ofHours(1)).build()));

    @Test
    void whatStandsOnTheScreenIsWhatArrivesForEach(FxRobot robot) throws IOException {
        for (var rule : List.of("bulkWeekLater", "bulkAfterEnd", "bulkSameTime")) {
            window.watch.requested.clear();
            open(robot);
            robot.interact(() -> button(robot, rule).fire());
            if (rule.equals("bulkSameTime")) {
                type(robot, "#bulkDate", "1 Dec 2026");
                type(robot, "#bulkTime", "18:45");
                type(robot, "#bulkNumber", "3");
            }
            var shown = shownTimes(robot);
            var inCurl = timesInCurl(robot);
            assertThat(shown).as(rule).hasSize(rule.equals("bulkAfterEnd") ? 2 : 3);

            robot.interact(() -> button(robot, "bulkProceed").fire());
            answerAll(robot);

            assertThat(arrived(window.watch.requested)).as(rule).isEqualTo(shown);
            assertThat(inCurl).as(rule).containsExactlyElementsOf(shown.values());
            robot.interact(() -> button(robot, "bulkCancel").fire());
            showAsSent(robot);
        }
    }

    @Test
    void aFreezeAsksOnceForAReasonAndNamesTheWindow(FxRobot robot) {
        var audit = new FreezeWindow("f", "Audit", FreezeWindow.FreezeScope.ALL,
                new FreezeWindow.FreezeTimes.OnceFrozen(
                        TestOrganisation.NOW.minusSeconds(60), TestOrganisation.NOW.plus(Duration.ofHours(5))));
        var before = window.watch.snapshot();
        window.watch.publish(TestOrganisation.with(before, before.migrations().stream()
                .map(each -> each.with(new OwnDates(List.of(), List.of(audit), ImportMoments.UNSEEN))).toList()));
        window.settle(robot);
        open(robot);

        assertThat(robot.lookup("#bulkHint").<Labeled>query().getText())
                .isEqualTo("The freeze window “Audit” lasts until Sat 21 Nov, 20:30 CET: give a reason.");
        assertThat(button(robot, "bulkProceed").isDisabled()).isTrue();
        type(robot, "#bulkReason", "AstraCS:abcdefgh:0123456789");
        assertThat(button(robot, "bulkProceed").isDisabled()).isTrue();
        type(robot, "#bulkReason", "The owner has agreed");
        robot.interact(() -> button(robot, "bulkProceed").fire());
        answerAll(robot);

        assertThat(window.watch.requested).hasSize(3)
                .allSatisfy(each -> assertThat(each.reason()).isEqualTo("The owner has agreed"));
    }

    @Test
    void oneAfterTheOtherIsSentAndNoneTwice(FxRobot robot) {
        open(robot);
        robot.interact(() -> {
            button(robot, "bulkProceed").fire();
            button(robot, "bulkProceed").fire();
        });
        assertThat(window.watch.requested).hasSize(1);

        window.watch.requested.getFirst().refuse(TestOrganisation.NOW, "Not now.");
        window.settle(robot);
        assertThat(window.watch.requested).hasSize(2);
        window.watch.requested.getLast().accept(TestOrganisation.NOW);
        window.settle(robot);
        window.watch.requested.getLast().answer().completeExceptionally(new IOException("gone"));
        window.settle(robot);

        assertThat(window.watch.requested).extracting(RequestedCommand::key).doesNotHaveDuplicates().hasSize(3);
        assertThat(cells(robot, "bulkOutcome")).anyMatch(each -> each.contains("Not now."))
                .anyMatch(each -> each.startsWith("The request failed"));
        assertThat(button(robot, "bulkCancel").getText()).isEqualTo("Close");
    }

    @Test
    void showsWhatObservationsDecideAfterTheReply(FxRobot robot) {
        open(robot);
        robot.interact(() -> button(robot, "bulkProceed").fire());
        answerAll(robot);
        assertThat(cells(robot, "bulkOutcome")).filteredOn(each -> each.startsWith("accepted")).hasSize(3);
        var confirmed = window.watch.requested.getFirst().answer().join()
                .withState(new CommandState.Observed(TestOrganisation.NOW.plusSeconds(60)));

        var before = window.watch.snapshot();
        window.publish(robot, TestOrganisation.with(before, before.migrations().stream()
                .map(each -> each.key().equals(confirmed.key())
                        ? TestOrganisation.with(each, confirmed, each.situation()) : each)
                .toList()));

        assertThat(cells(robot, "bulkOutcome")).contains("confirmed")
                .filteredOn(each -> each.startsWith("accepted")).hasSize(2);
    }

    @Test
    void stopsBetweenTwo(FxRobot robot) {
        open(robot);
        robot.interact(() -> button(robot, "bulkProceed").fire());

        robot.type(KeyCode.ESCAPE);
        window.watch.requested.getFirst().accept(TestOrganisation.NOW);
        window.settle(robot);

        assertThat(window.watch.requested).hasSize(1);
        assertThat(cells(robot, "bulkOutcome")).filteredOn(each -> each.equals("Not sent: stopped.")).hasSize(2);
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#bulkDialog").tryQuery()).isEmpty();
    }

    @Test
    void stopsWhereTheServiceAsksToWait(FxRobot robot) {
        open(robot);
        robot.interact(() -> button(robot, "bulkProceed").fire());

        window.watch.requested.getFirst().refuse(TestOrganisation.NOW, Fact.of(ServiceFact.RATE_LIMIT, 429));
        window.settle(robot);

        assertThat(window.watch.requested).hasSize(1);
        assertThat(cells(robot, "bulkOutcome"))
                .filteredOn(each -> each.equals("Not sent: the service asks to wait.")).hasSize(2);
    }

    @Test
    void oneThatIsForbiddenIsListedWithTheReasonAndLeftOut(FxRobot robot) {
        open(robot);

        assertThat(shownTimes(robot)).containsOnlyKeys("a", "b", "c");
        assertThat(cells(robot, "bulkNew")).contains("left out");
        assertThat(robot.lookup("#bulkHint").<Label>query().getText()).startsWith("1 is left out");
        assertThat(button(robot, "bulkProceed").getText()).isEqualTo("Move 3 cleanups");
    }

    @Test
    void theirNumberHasToBeTypedWhereOneIsMovedForward(FxRobot robot) {
        open(robot);
        assertThat(button(robot, "bulkProceed").isDisabled()).isFalse();

        robot.interact(() -> button(robot, "bulkSameTime").fire());
        type(robot, "#bulkDate", "2026-11-29");
        assertThat(button(robot, "bulkProceed").isDisabled()).isTrue();
        type(robot, "#bulkNumber", "4");
        assertThat(button(robot, "bulkProceed").isDisabled()).isTrue();
        type(robot, "#bulkNumber", "3");

        assertThat(button(robot, "bulkProceed").isDisabled()).isFalse();
    }

    @Test
    void oneThatBecomesForbiddenMeanwhileIsNotSent(FxRobot robot) {
        open(robot);
        robot.interact(() -> button(robot, "bulkProceed").fire());
        var before = window.watch.snapshot();
        var second = window.watch.requested.getFirst().key().equals(paused("a", 5).key()) ? "b" : "a";
        window.publish(robot, TestOrganisation.with(before, before.migrations().stream()
                .map(each -> each.name().equals(second) ? closed(each) : each).toList()));

        answerAll(robot);

        assertThat(window.watch.requested).extracting(each -> each.key().ref().migration().value())
                .doesNotContain("m-" + second).hasSize(2);
    }

    private static WatchedMigration closed(WatchedMigration one) {
        return TestOrganisation.migration(one.name()).status("Closed", Duration.ofMinutes(1)).build();
    }

    private void open(FxRobot robot) {
        robot.interact(() -> robot.lookup("#migrationTable").queryTableView().getSelectionModel().selectAll());
        assertThat(button(robot, "scheduleCleanupAction").getText()).isEqualTo("Schedule cleanup for 4…");
        robot.interact(() -> button(robot, "scheduleCleanupAction").fire());
    }

    private void answerAll(FxRobot robot) {
        var answered = 0;
        window.settle(robot);
        while (answered < window.watch.requested.size()) {
            window.watch.requested.get(answered).accept(TestOrganisation.NOW);
            answered++;
            window.settle(robot);
        }
    }

    /** The snapshot shows that nothing is under way any more. */
    private void showAsSent(FxRobot robot) {
        var now = window.watch.snapshot();
        window.publish(robot, TestOrganisation.with(now, List.of()));
        window.publish(robot, now);
    }

    private static ButtonBase button(FxRobot robot, String id) {
        return (ButtonBase) robot.lookup("#" + id).query();
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).<TextInputControl>query().setText(text));
    }

    /** What stands in a column, from top to bottom. */
    private static List<String> cells(FxRobot robot, String column) {
        return robot.from(robot.lookup("#bulkTable").<TableView<?>>query()).lookup(".table-cell")
                .match(each -> each instanceof javafx.scene.control.TableCell<?, ?> cell
                        && isOf(cell.getTableColumn(), column)
                        && !cell.isEmpty())
                .<Labeled>queryAll().stream().map(Labeled::getText).toList();
    }

    private static boolean isOf(TableColumn<?, ?> column, String id) {
        return id.equals(column.getId());
    }

    private static Map<String, Instant> shownTimes(FxRobot robot) {
        var names = cells(robot, "bulkName");
        var times = cells(robot, "bulkNew");
        var shown = new TreeMap<String, Instant>();
        for (var i = 0; i < names.size(); i++) {
            if (times.get(i).contains(":")) {
                shown.put(names.get(i), instant(times.get(i)));
            }
        }
        return shown;
    }

    private static Instant instant(String text) {
        var withYear = text.matches(".*\\d{4},.*") ? text : text.replace(",", " 2026,");
        return LocalDateTime.parse(withYear.substring(0, withYear.lastIndexOf(' ')), SHOWN).atZone(BERLIN).toInstant();
    }

    private static List<Instant> timesInCurl(FxRobot robot) {
        var copied = new StringBuilder();
        robot.interact(() -> {
            button(robot, "bulkCurl").fire();
            copied.append(Clipboard.getSystemClipboard().getString());
        });
        return SENT_TIME.matcher(copied).results().map(each -> sentTime(each.group(1))).toList();
    }

    private static Instant sentTime(String text) {
        return Instant.parse(URLDecoder.decode(text, StandardCharsets.UTF_8));
    }

    /** Sends what was requested to a service, and reads what came in there. */
    private static Map<String, Instant> arrived(List<RequestedCommand> requested) throws IOException {
        var arrived = new TreeMap<String, Instant>();
        try (var simulator = Simulator.start(
                SimulatorOptions.standingStill().start(TestOrganisation.NOW).build());
                var service = service(simulator)) {
            simulator.clock().advance(Duration.ofHours(1));
            for (var each : requested) {
                var database = simulator.addDatabase("orders", SimulatedCloud.AWS, "eu-central-1", "ACTIVE");
                var migration = new MigrationRef(new DatabaseId(database.toString()),
                        new MigrationId(simulator.addMigration(database).toString()));
                CleanupTime time = Objects.requireNonNull(each.cleanupTime());
                assertThat(service.act(Action.SCHEDULE_CLEANUP, migration, time))
                        .isInstanceOf(ApiResult.Success.class);
                var found = SENT_TIME.matcher(simulator.requests().all().getLast().target());
                assertThat(found.find()).isTrue();
                arrived.put(each.key().ref().migration().value().substring(2), sentTime(found.group(1)));
            }
        }
        return arrived;
    }

    private static DevOpsApi service(Simulator simulator) {
        return new OkHttpConnector(simulator.clock(), ClientOptions.defaults("test")).connect(
                new Connection(new ConnectionId("s"), "s", simulator.baseUrl(), Environment.TEST, false,
                        Connection.TokenOrigin.SIMULATOR),
                Secret.of(simulator.fullToken()));
    }

    private static MigrationBuilder paused(String name, int days) {
        return TestOrganisation.migration(name).status("Paused", Duration.ofHours(2)).due(CLEANUP_IDLE,
                Duration.ofDays(days));
    }
}
