package dev.longshore.ui.shell;

import dev.longshore.model.Environment;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.DerivedOrganisation;
import dev.longshore.support.SampleAlerts;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.migrations.MigrationRow;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.CheckComboBox;

/** Every screen and dialog of the window in some state, for tests that look at all of them. */
final class WindowPages {
    private WindowPages() {}

    record WindowPage(String name, Snapshot snapshot, AlertsSnapshot alerts, Consumer<Scene> steps) {
        WindowPage(String name, Snapshot snapshot, Consumer<Scene> steps) {
            this(name, snapshot, AlertsSnapshot.empty(), steps);
        }

        /** What its window is built from. */
        TestWindow window() {
            var window = new TestWindow(snapshot);
            window.watch.publishAlerts(alerts);
            return window;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<WindowPage> all() {
        var estate = DerivedOrganisation.through(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        return Stream.of(
                new WindowPage("window",
                        DerivedOrganisation.through(TestOrganisation.dozen(TestOrganisation.SIMULATOR)),
                        scene -> select(scene, "orders")),
                new WindowPage("window-stale", estate, scene -> select(scene, "ledger-2020")),
                new WindowPage("by-database", estate, scene -> press(scene, "modeByDatabase")),
                new WindowPage("filter-without-match", estate, scene -> type(scene, "quickFilter", "nothing like it")),
                new WindowPage("filtered", tagged(estate), scene -> check(scene, "statusFilter", 3)),
                new WindowPage("no-migrations", TestOrganisation.of(), _ -> {}),
                new WindowPage("welcome", TestOrganisation.empty(), _ -> {}),
                new WindowPage("detail-failure", estate, scene -> select(scene, "clickstream")),
                new WindowPage("detail-progress", estate, scene -> tab(scene, 1)),
                new WindowPage("detail-uploads", estate, scene -> tab(scene, 2)),
                new WindowPage("detail-cleanup", estate, scene -> tab(scene, 3)),
                new WindowPage("detail-activity", estate, scene -> tab(scene, 4)),
                new WindowPage("calendar", estate, scene -> press(scene, "navCalendar")),
                new WindowPage("queue", estate, scene -> press(scene, "navQueue")),
                new WindowPage("activity", estate, scene -> press(scene, "navActivity")),
                new WindowPage("export", estate, scene -> {
                    press(scene, "navActivity");
                    press(scene, "exportJournal");
                }),
                new WindowPage("settings", estate, scene -> press(scene, "navSettings")),
                new WindowPage("alerts", estate, alerts(estate), scene -> press(scene, "alertsButton")),
                new WindowPage("alert-call", estate, alerts(estate), _ -> {}),
                new WindowPage("palette", estate, scene -> {
                    select(scene, "orders");
                    controlAnd(scene, KeyCode.P);
                    type(scene, "paletteText", "e m");
                }),
                new WindowPage("shortcuts", estate, scene -> shiftAnd(scene, KeyCode.F1)),
                new WindowPage("add", estate, scene -> {
                    press(scene, "addMigration");
                    type(scene, "pasteField", "db-prod-eu/m-1\ndb-prod-us/m-2\nwhat is this");
                    press(scene, "addProceed");
                }),
                new WindowPage("connect", TestOrganisation.empty(), scene -> press(scene, "welcomeConnect")),
                new WindowPage("connect-mistake", TestOrganisation.empty(), scene -> {
                    press(scene, "welcomeConnect");
                    press(scene, "connectProceed");
                }),
                new WindowPage("support", estate, scene -> {
                    press(scene, "navSettings");
                    press(scene, "supportBundle");
                }),
                new WindowPage("keystore-locked", locked(), scene -> press(scene, "navSettings")),
                new WindowPage("replace-token", locked(), scene -> press(scene, "bannerToken")),
                new WindowPage("initialize", estate, scene -> press(scene, "initializeMigration")),
                new WindowPage("forget", estate, scene -> {
                    press(scene, "navSettings");
                    scene.getRoot().lookupAll(".lane .button").stream().skip(3).findFirst()
                            .ifPresent(button -> ((Button) button).fire());
                }),
                confirm("orders", "abortAction"), confirm("billing", "cleanUpAction"),
                confirm("customers", "launchAction"), confirm("inventory", "scheduleCleanupAction"),
                confirm("ledger-2020", "abortAction"));
    }

    /** As at a start in the morning, two of them known already. */
    private static AlertsSnapshot alerts(Snapshot estate) {
        var before = TestOrganisation.migration("orders").status("ReceivingFiles", Duration.ofDays(3)).build();
        var after = estate.migrations().getFirst();
        var missedChange = new MissedSummary.MissedChange(
                after.key(), after.name(), Objects.requireNonNull(before.lastKnown()),
                Objects.requireNonNull(after.lastKnown()));
        var all = SampleAlerts.of(estate);
        var missedSummary = new MissedSummary(
                estate.at().minus(Duration.ofHours(14)), estate.at().minusSeconds(40), WatchGap.Reason.CLOSED,
                List.of(missedChange), all.urgent(), 1);
        return SampleAlerts.acknowledged(SampleAlerts.of(estate, missedSummary), estate.at().minusSeconds(600),
                "shipments", "returns");
    }

    private static Snapshot locked() {
        var estate = DerivedOrganisation.through(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        var locked = new KeystoreState.Locked(
                Fact.recorded("The keyring is locked: unlock it in your system's password manager, or try"
                        + " again and enter its password."));
        var session = TestOrganisation.connection("staging", Environment.TEST, true);
        return new Snapshot(
                2, estate.at(),
                List.of(
                        new WatchedConnection(
                                TestOrganisation.PRODUCTION, new WatchedConnection.Health.Stopped(locked.fact()),
                                new TokenLocation.NoToken(Optional.of(locked)), List.of(), null, null, null),
                        new WatchedConnection(
                                session, new WatchedConnection.Health.Watching(), new TokenLocation.SessionOnly(locked),
                                List.of(), TestOrganisation.NOW, null, null)),
                estate.migrations(), List.of(), List.of());
    }

    private static Snapshot tagged(Snapshot estate) {
        return TestOrganisation.with(estate, estate.migrations().stream()
                .map(each -> TestOrganisation.tagged(each, List.of("wave 3"))).toList());
    }

    private static WindowPage confirm(String migration, String button) {
        return new WindowPage("confirm-" + button + "-" + migration, withoutCommands(), scene -> {
            select(scene, migration);
            press(scene, button);
        });
    }

    private static Snapshot withoutCommands() {
        var estate = DerivedOrganisation.through(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        return TestOrganisation.with(estate,
                estate.migrations().stream().map(TestOrganisation::withoutCommand).toList());
    }

    /** Brings {@code scene} to that page; laid out, on no stage. FX thread. */
    static void show(WindowPage page, Scene scene) {
        layOut(scene);
        page.steps().accept(scene);
        layOut(scene);
    }

    static void select(Scene scene, String migration) {
        var table = (TableView<?>) scene.lookup("#migrationTable");
        for (int row = 0; row < table.getItems().size(); row++) {
            if (table.getItems().get(row) instanceof MigrationRow each && each.migration().name().equals(migration)) {
                table.getSelectionModel().clearAndSelect(row);
            }
        }
        layOut(scene);
    }

    private static void tab(Scene scene, int index) {
        select(scene, "customers");
        select(scene, index == 2 ? "customers" : "orders");
        ((TabPane) scene.lookup("#detailTabs")).getSelectionModel().select(index);
    }

    static void press(Scene scene, String id) {
        ((ButtonBase) scene.lookup("#" + id)).fire();
        layOut(scene);
    }

    private static void check(Scene scene, String id, int value) {
        ((CheckComboBox<?>) scene.lookup("#" + id)).getCheckModel().check(value);
        layOut(scene);
    }

    private static void type(Scene scene, String id, String text) {
        ((TextInputControl) scene.lookup("#" + id)).setText(text);
        layOut(scene);
    }

    private static void shiftAnd(Scene scene, KeyCode code) {
        press(scene, code, true, false);
    }

    private static void controlAnd(Scene scene, KeyCode code) {
        press(scene, code, false, true);
    }

    private static void press(Scene scene, KeyCode code, boolean shift, boolean control) {
        Node root = scene.getRoot();
        root.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        layOut(scene);
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }
}
