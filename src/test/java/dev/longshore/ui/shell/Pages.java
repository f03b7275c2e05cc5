package dev.longshore.ui.shell;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.Environment;
import dev.longshore.secret.StoreState;
import dev.longshore.support.Alerts;
import dev.longshore.support.Estate;
import dev.longshore.support.Lived;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.migrations.MigrationRow;
import dev.longshore.watch.AlertBoard;
import dev.longshore.watch.Missed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenPlace;
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

/** Every screen and dialog of the window in some state, for tests that look at all of them. */
final class Pages {
    private Pages() {}

    record Page(String name, Snapshot snapshot, AlertBoard alerts, Consumer<Scene> steps) {
        Page(String name, Snapshot snapshot, Consumer<Scene> steps) {
            this(name, snapshot, AlertBoard.empty(), steps);
        }

        /** What its window is built from. */
        TestWindow window() {
            var window = new TestWindow(snapshot);
            window.watch.tell(alerts);
            return window;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Page> all() {
        var estate = Lived.through(Estate.dozen(Estate.PRODUCTION));
        return Stream.of(
                new Page("window", Lived.through(Estate.dozen(Estate.SIMULATOR)), scene -> select(scene, "orders")),
                new Page("window-stale", estate, scene -> select(scene, "ledger-2020")),
                new Page("by-database", estate, scene -> press(scene, "modeByDatabase")),
                new Page("filter-without-match", estate, scene -> type(scene, "quickFilter", "nothing like it")),
                new Page("no-migrations", Estate.of(), _ -> {}),
                new Page("welcome", Estate.empty(), _ -> {}),
                new Page("detail-failure", estate, scene -> select(scene, "clickstream")),
                new Page("detail-progress", estate, scene -> tab(scene, 1)),
                new Page("detail-uploads", estate, scene -> tab(scene, 2)),
                new Page("detail-cleanup", estate, scene -> tab(scene, 3)),
                new Page("detail-activity", estate, scene -> tab(scene, 4)),
                new Page("calendar", estate, scene -> press(scene, "navCalendar")),
                new Page("queue", estate, scene -> press(scene, "navQueue")),
                new Page("activity", estate, scene -> press(scene, "navActivity")),
                new Page("export", estate, scene -> {
                    press(scene, "navActivity");
                    press(scene, "exportJournal");
                }),
                new Page("settings", estate, scene -> press(scene, "navSettings")),
                new Page("alerts", estate, alerts(estate), scene -> press(scene, "alertsButton")),
                new Page("alert-call", estate, alerts(estate), _ -> {}),
                new Page("palette", estate, scene -> {
                    select(scene, "orders");
                    controlAnd(scene, KeyCode.P);
                    type(scene, "paletteText", "e m");
                }),
                new Page("shortcuts", estate, scene -> shiftAnd(scene, KeyCode.F1)),
                new Page("add", estate, scene -> {
                    press(scene, "addMigration");
                    type(scene, "pasteField", "db-prod-eu/m-1\ndb-prod-us/m-2\nwhat is this");
                    press(scene, "addProceed");
                }),
                new Page("connect", Estate.empty(), scene -> press(scene, "welcomeConnect")),
                new Page("support", estate, scene -> {
                    press(scene, "navSettings");
                    press(scene, "supportBundle");
                }),
                new Page("keystore-locked", locked(), scene -> press(scene, "navSettings")),
                new Page("replace-token", locked(), scene -> press(scene, "bannerToken")),
                new Page("initialize", estate, scene -> press(scene, "initializeMigration")),
                new Page("forget", estate, scene -> {
                    press(scene, "navSettings");
                    scene.getRoot().lookupAll(".lane .button").stream().skip(3).findFirst()
                            .ifPresent(button -> ((Button) button).fire());
                }),
                confirm("orders", "abortAction"), confirm("billing", "cleanUpAction"),
                confirm("customers", "launchAction"), confirm("inventory", "scheduleCleanupAction"),
                confirm("ledger-2020", "abortAction"));
    }

    /** As at a start in the morning, two of them known already. */
    private static AlertBoard alerts(Snapshot estate) {
        var before = Estate.migration("orders").status("ReceivingFiles", Duration.ofDays(3)).build();
        var after = estate.migrations().getFirst();
        var change = new Missed.Change(
                after.key(), after.name(), Objects.requireNonNull(before.lastKnown()),
                Objects.requireNonNull(after.lastKnown()));
        var all = Alerts.of(estate);
        var missed = new Missed(
                estate.at().minus(Duration.ofHours(14)), estate.at().minusSeconds(40), BlindSpan.Cause.CLOSED,
                List.of(change), all.pressing(), 1);
        return Alerts.acknowledged(Alerts.of(estate, missed), estate.at().minusSeconds(600), "shipments", "returns");
    }

    private static Snapshot locked() {
        var estate = Lived.through(Estate.dozen(Estate.PRODUCTION));
        var locked = new StoreState.Locked("The keyring is locked: unlock it in your system's password manager, or try"
                + " again and enter its password.");
        var session = Estate.connection("staging", Environment.TEST, true);
        return new Snapshot(
                2, estate.at(),
                List.of(
                        new WatchedConnection(
                                Estate.PRODUCTION, new WatchedConnection.Health.Stopped(locked.sentence()),
                                new TokenPlace.Nowhere(Optional.of(locked)), List.of(), null, null, null),
                        new WatchedConnection(
                                session, new WatchedConnection.Health.Watching(), new TokenPlace.SessionOnly(locked),
                                List.of(), Estate.NOW, null, null)),
                estate.migrations(), List.of(), Optional.empty());
    }

    private static Page confirm(String migration, String button) {
        return new Page("confirm-" + button + "-" + migration, withoutCommands(), scene -> {
            select(scene, migration);
            press(scene, button);
        });
    }

    private static Snapshot withoutCommands() {
        var estate = Lived.through(Estate.dozen(Estate.PRODUCTION));
        return Estate.with(estate, estate.migrations().stream().map(Estate::withoutCommand).toList());
    }

    /** Brings {@code scene} to that page; laid out, on no stage. FX thread. */
    static void show(Page page, Scene scene) {
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
