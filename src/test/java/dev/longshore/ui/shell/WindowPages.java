package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Deadline;
import dev.longshore.model.Environment;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.MigrationId;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.KeystoreFact;
import dev.longshore.notify.RouteKind;
import dev.longshore.support.DerivedOrganisation;
import dev.longshore.support.FakeRoutes;
import dev.longshore.support.PseudoLocale;
import dev.longshore.support.SampleActivity;
import dev.longshore.support.SampleAlerts;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.UuidText;
import dev.longshore.text.ActionText;
import dev.longshore.text.Texts;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.migrations.MigrationRow;
import dev.longshore.upload.SampleLists;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.CheckComboBox;

/** Every screen and dialog of the window in some state, for tests that look at all of them. */
final class WindowPages {
    private WindowPages() {}

    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    /**
     * A page.
     *
     * @param steps lead to it
     * @param subject what it is named after, which must be seen when the steps are done
     */
    record WindowPage(
            String name, Snapshot snapshot, AlertsSnapshot alerts, Consumer<Scene> steps, PageSubject subject) {
        WindowPage(String name, Snapshot snapshot, Consumer<Scene> steps, PageSubject subject) {
            this(name, snapshot, AlertsSnapshot.empty(), steps, subject);
        }

        /** What its window is built from. */
        TestWindow window() {
            var window = new TestWindow(snapshot);
            window.watch.publishAlerts(alerts);
            window.routes.routes = FakeRoutes.samples(snapshot.at());
            window.watch.answerHistory(key -> DerivedOrganisation.history(snapshot, key));
            window.watch.answerActivity(SampleActivity.pages(SampleActivity.of(snapshot)));
            return window;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What is seen on a page: a page without it is not that page.
     *
     * @param selector finds the node
     * @param text stands in it, or is said of it to assistive technology
     */
    record PageSubject(String selector, String text) {
        PageSubject {
            assertThat(selector).isNotBlank();
            assertThat(text).isNotBlank();
        }

        /** Fails where it is not there, is hidden, has no area within the scene, or lies below a dialog. */
        void assertVisible(String page, Scene scene) {
            var candidates = scene.getRoot().lookupAll(selector);
            assertThat(candidates).as("%s: %s is there", page, selector).isNotEmpty();
            assertThat(candidates.stream().filter(node -> isSeen(node, scene)).filter(this::saysIt))
                    .as("%s: %s is seen and says \u201c%s\u201d", page, selector, text).isNotEmpty();
        }

        private static boolean isSeen(Node node, Scene scene) {
            var dialog = scene.lookup(".dialog");
            var bounds = node.localToScene(node.getLayoutBounds());
            return upwards(node).allMatch(Node::isVisible)
                    && bounds.getWidth() > 0 && bounds.getHeight() > 0
                    && bounds.intersects(0, 0, scene.getWidth(), scene.getHeight())
                    && (dialog == null || upwards(node).anyMatch(dialog::equals));
        }

        private boolean saysIt(Node node) {
            return withAllInside(node).filter(each -> upwards(each).allMatch(Node::isVisible))
                    .flatMap(PageSubject::texts).anyMatch(each -> each.contains(text));
        }

        private static Stream<Node> upwards(Node node) {
            return Stream.iterate(node, Objects::nonNull, Node::getParent);
        }

        private static Stream<Node> withAllInside(Node node) {
            var inside = node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.<Node>of();
            return Stream.concat(Stream.of(node), inside.stream().flatMap(PageSubject::withAllInside));
        }

        private static Stream<String> texts(Node node) {
            var shown = switch (node) {
                case Labeled labeled -> labeled.getText();
                case TextInputControl input -> input.getText();
                default -> null;
            };
            return Stream.of(shown, node.getAccessibleText()).filter(Objects::nonNull);
        }
    }

    private static void plan(Scene scene) {
        press(scene, "navCalendar");
        ((ToggleButton) scene.lookup("#whatIf")).setSelected(true);
        settle(scene);
        type(scene, "whatIfFail", "2026-11-22 20:00");
        type(scene, "whatIfExtend", "2026-11-30 12:00");
        // The calendar shows entries that have changed in a task of its own.
        press(scene, "calendarWeek");
        press(scene, "calendarMonth");
    }

    static Stream<WindowPage> all() {
        return Stream.of(tablePages(), detailPages(), screenPages(), dialogPages(), confirmPages())
                .flatMap(pages -> pages);
    }

    private static Stream<WindowPage> tablePages() {
        var organisation = organisation();
        return Stream.of(
                new WindowPage("window",
                        DerivedOrganisation.through(TestOrganisation.dozen(TestOrganisation.SIMULATOR)),
                        scene -> select(scene, "orders"), new PageSubject("#detailName", "orders")),
                new WindowPage("window-stale", organisation, scene -> select(scene, "ledger-2020"),
                        new PageSubject("#trouble", "503")),
                new WindowPage("by-database", organisation, scene -> press(scene, "modeByDatabase"),
                        new PageSubject("#migrationTable", "telemetry-2025")),
                new WindowPage("filter-without-match", organisation,
                        scene -> type(scene, "quickFilter", "nothing like it"),
                        new PageSubject("#migrationTable .empty-state", "nothing like it")),
                new WindowPage("filtered", tagged(organisation), scene -> check(scene, "statusFilter", 3),
                        new PageSubject("#statusFilter", "(1)")),
                new WindowPage("no-migrations", TestOrganisation.of(), _ -> {},
                        new PageSubject("#migrationTable .empty-state", TEXTS.get("migrations.empty"))),
                new WindowPage("welcome", TestOrganisation.empty(), _ -> {},
                        new PageSubject("#screens", TEXTS.get("connect.welcome.connect.title"))),
                new WindowPage("alerts", organisation, alerts(organisation), scene -> press(scene, "alertsButton"),
                        new PageSubject("#alertInbox", "inventory")),
                new WindowPage("alert-call", organisation, alerts(organisation), _ -> {},
                        new PageSubject("#alertCall", TEXTS.get("alerts.call.show"))),
                new WindowPage("keystore-locked", locked(), scene -> press(scene, "navSettings"),
                        new PageSubject("#connectionBanner", TEXTS.get("connect.banner.unlock"))));
    }

    private static Stream<WindowPage> detailPages() {
        var organisation = organisation();
        return Stream.of(
                new WindowPage("detail-failure", organisation, scene -> select(scene, "clickstream"),
                        new PageSubject("#failureMessage", "schema mismatch in table events")),
                new WindowPage("detail-compare", organisation,
                        scene -> selectAll(scene, "orders", "inventory", "returns"),
                        new PageSubject("#comparison", "inventory")),
                new WindowPage("detail-progress", organisation, scene -> tab(scene, 1),
                        new PageSubject("#progressPanel", "%")),
                new WindowPage("detail-uploads", organisation, scene -> {
                    tab(scene, 2);
                    type(scene, "uploadNodes", "dc1-node1\ndc1-node2");
                    type(scene, "uploadSnapshot", "migrate");
                },
                        new PageSubject("#uploadNodes", "dc1-node2")),
                new WindowPage("detail-ledger", organisation, scene -> {
                    tab(scene, 2);
                    type(scene, "uploadNodes", "dc1-node1\ndc1-node2\ndc1-node3");
                    type(scene, "uploadSnapshot", "migrate");
                    SystemClipboard.copy(SampleLists.expected());
                    press(scene, "pasteExpected");
                    SystemClipboard.copy(SampleLists.found());
                    press(scene, "pasteFound");
                    SystemClipboard.clear();
                    settle(scene);
                    ((ScrollPane) scene.lookup("#uploadsScroll")).setVvalue(1);
                }, new PageSubject("#ledgerSummary", "dc1-node3")),
                new WindowPage("detail-cleanup", organisation, scene -> tab(scene, 3),
                        new PageSubject("#cleanupPanel", TEXTS.get("detail.cleanup.due"))),
                new WindowPage("detail-activity", organisation, scene -> tab(scene, 4),
                        new PageSubject("#activityPanel", new ActionText(TEXTS).noun(Action.PAUSE))),
                new WindowPage("detail-notes", organisation, scene -> tab(scene, 5),
                        new PageSubject("#notesPanel", TEXTS.get("detail.notes.claim"))));
    }

    private static Stream<WindowPage> screenPages() {
        var organisation = organisation();
        return Stream.of(
                new WindowPage("calendar", organisation, scene -> press(scene, "navCalendar"),
                        new PageSubject("#cleanupCalendar", "inventory")),
                new WindowPage("calendar-what-if", organisation, WindowPages::plan,
                        new PageSubject("#whatIfOutcome", "import")),
                new WindowPage("calendar-what-if-one", TestOrganisation.of(TestOrganisation.migration("orders")
                        .status("ImportInProgress", Duration.ofHours(30))
                        .ends(Duration.ofHours(60), Duration.ofHours(80))
                        .due(Deadline.Cause.CLEANUP_SCHEDULED, Duration.ofHours(70)).build()), WindowPages::plan,
                        new PageSubject("#whatIfOutcome", "import")),
                new WindowPage("calendar-what-if-300", new ManyMigrations(300).snapshot(TestOrganisation.NOW),
                        WindowPages::plan, new PageSubject("#whatIfPanel", "migration-")),
                new WindowPage("policy", organisation, scene -> {
                    press(scene, "navSettings");
                    press(scene, "addPolicy");
                }, new PageSubject("#policyDialog", TEXTS.get("cleanup.policy.days"))),
                new WindowPage("queue", organisation, scene -> press(scene, "navQueue"),
                        new PageSubject("#screens", TEXTS.get("queue.title"))),
                new WindowPage("activity", organisation, scene -> press(scene, "navActivity"),
                        new PageSubject("#activityScreen", "billing")),
                new WindowPage("activity-actions", organisation, scene -> {
                    press(scene, "navActivity");
                    press(scene, "activityActions");
                }, new PageSubject("#activityLog", "maintenance is over")),
                new WindowPage("activity-no-results", organisation, scene -> {
                    press(scene, "navActivity");
                    type(scene, "quickFilter", "nothing like it");
                }, new PageSubject("#activityLog", TEXTS.get("activity.log.noResults"))),
                new WindowPage("activity-unanswered", unanswered(), scene -> press(scene, "navActivity"),
                        new PageSubject("#unansweredInitializes",
                                TEXTS.get("activity.unanswered.dismiss"))),
                new WindowPage("alerts-unanswered", unanswered(), SampleAlerts.of(unanswered()),
                        scene -> press(scene, "alertsButton"),
                        new PageSubject("#alertInbox", TEXTS.get("alerts.step.ACTIVITY"))),
                new WindowPage("settings", organisation, scene -> press(scene, "navSettings"),
                        new PageSubject("#connections", "production")),
                new WindowPage("settings-notifications", organisation, scene -> {
                    press(scene, "navSettings");
                    reveal(scene, "#notificationRoutes");
                }, new PageSubject("#notificationRoutes", "dba channel")),
                new WindowPage("settings-journal", organisation, scene -> {
                    press(scene, "navSettings");
                    type(scene, "journalAddress", "jdbc:postgresql://db.example.com/longshore?user=anna");
                    press(scene, "journalTry");
                    reveal(scene, "#teamJournal");
                }, new PageSubject("#teamJournal", TEXTS.get("settings.journal.bringIn"))));
    }

    /** Scrolls the settings until a part of them is at the top, as far as they go. */
    private static void reveal(Scene scene, String query) {
        settle(scene);
        var page = (ScrollPane) scene.lookup("#settingsScroll");
        var part = scene.lookup(query);
        var top = page.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal())).getMinY();
        var hidden = page.getContent().getBoundsInLocal().getHeight() - page.getViewportBounds().getHeight();
        page.setVvalue(Math.max(0, Math.min(1, top / hidden)));
    }

    private static Stream<WindowPage> dialogPages() {
        var organisation = organisation();
        return Stream.of(
                new WindowPage("export", organisation, scene -> {
                    press(scene, "navActivity");
                    press(scene, "exportJournal");
                }, new PageSubject("#exportDialog", TEXTS.get("activity.export.title"))),
                new WindowPage("hand-over", organisation, scene -> {
                    press(scene, "navActivity");
                    press(scene, "handOver");
                }, new PageSubject("#handOverDialog", TEXTS.get("activity.handOver.title"))),
                new WindowPage("dismiss-unanswered", unanswered(), scene -> {
                    press(scene, "navActivity");
                    ((Button) scene.lookup(".unanswered-dismiss")).fire();
                }, new PageSubject("#confirmDialog", TEXTS.get("activity.unanswered.dismiss.title"))),
                new WindowPage("palette", organisation, scene -> {
                    select(scene, "orders");
                    controlAnd(scene, KeyCode.P);
                    type(scene, "paletteText", "customers");
                }, new PageSubject("#paletteList", "customers")),
                new WindowPage("shortcuts", organisation, scene -> shiftAnd(scene, KeyCode.F1),
                        new PageSubject("#shortcutSheet", "F5")),
                new WindowPage("add", organisation, scene -> {
                    press(scene, "addMigration");
                    type(scene, "pasteField", UuidText.of("db-prod-eu/m-1\ndb-prod-us/m-2\nwhat is this"));
                    press(scene, "addProceed");
                }, new PageSubject("#outcomes", new MigrationId(UuidText.of("m-2")).inShort())),
                new WindowPage("connect", TestOrganisation.empty(), scene -> press(scene, "welcomeConnect"),
                        new PageSubject("#connectDialog", TEXTS.get("connect.title.new"))),
                new WindowPage("connect-mistake", TestOrganisation.empty(), scene -> {
                    press(scene, "welcomeConnect");
                    press(scene, "connectProceed");
                }, new PageSubject("#connectResult", TEXTS.get("connect.noToken"))),
                new WindowPage("route", organisation, scene -> {
                    press(scene, "navSettings");
                    press(scene, "addRoute");
                    choose(scene, "routeKind", 1);
                    type(scene, "routeName", "operations");
                    type(scene, "routeUrl", "http://hooks.example.com/alerts");
                    press(scene, "routeProceed");
                }, new PageSubject("#routeDialog", "https")),
                route("desktop", RouteKind.DESKTOP, "", ""),
                route("webhook", RouteKind.WEBHOOK, "routeUrl", "env:LONGSHORE_HOOK"),
                route("slack", RouteKind.SLACK, "routeUrl", "env:SLACK_HOOK"),
                route("teams", RouteKind.TEAMS, "routeUrl", "env:TEAMS_WORKFLOW"),
                route("pagerduty", RouteKind.PAGERDUTY, "routeRoutingKey", "env:PAGERDUTY_KEY"),
                route("mail", RouteKind.MAIL, "routeHost", "smtp.example.com"),
                route("command", RouteKind.COMMAND, "routeCommand", "/usr/local/bin/page --urgent"),
                new WindowPage("keys", organisation, scene -> {
                    press(scene, "navSettings");
                    press(scene, "changeKeys");
                    press(scene, "keyPALETTE");
                }, new PageSubject("#keysDialog", "F5")),
                new WindowPage("support", organisation, scene -> {
                    press(scene, "navSettings");
                    press(scene, "supportBundle");
                }, new PageSubject("#supportDialog", "longshore.log")),
                new WindowPage("replace-token", locked(), scene -> press(scene, "bannerToken"),
                        new PageSubject("#connectDialog", TEXTS.get("connect.title.token", "production"))),
                new WindowPage("initialize", organisation, scene -> press(scene, "initializeMigration"),
                        new PageSubject("#initializeDialog", TEXTS.get("connect.initialize.title"))),
                new WindowPage("forget", organisation, scene -> {
                    press(scene, "navSettings");
                    scene.getRoot().lookupAll("#connections .button").stream().map(Button.class::cast)
                            .filter(each -> Set
                                    .of(TEXTS.get("settings.forget"), PseudoLocale.texts().get("settings.forget"))
                                    .contains(each.getText()))
                            .findFirst()
                            .orElseThrow().fire();
                }, new PageSubject("#confirmDialog", TEXTS.get("settings.forget.title", "production"))));
    }

    /** A new route of that kind, with one field filled in. */
    private static WindowPage route(String name, RouteKind kind, String field, String text) {
        return new WindowPage("route-" + name, organisation(), scene -> {
            press(scene, "navSettings");
            press(scene, "addRoute");
            choose(scene, "routeKind", List.of(RouteKind.values()).indexOf(kind));
            type(scene, "routeName", name);
            if (!field.isEmpty()) {
                type(scene, field, text);
            }
        }, new PageSubject("#routeDialog", name));
    }

    private static Stream<WindowPage> confirmPages() {
        var organisation = withoutCommands();
        return Stream.of(
                confirm("orders", Action.ABORT, organisation), confirm("billing", Action.CLEAN_UP, organisation),
                confirm("customers", Action.LAUNCH, launchable(organisation)),
                confirm("inventory", Action.SCHEDULE_CLEANUP, organisation),
                confirm("ledger-2020", Action.ABORT, organisation),
                new WindowPage("bulk-schedule", organisation, scene -> {
                    selectAll(scene);
                    press(scene, "scheduleCleanupAction");
                }, new PageSubject("#bulkDialog", TEXTS.get("actions.bulk.title", 12))),
                new WindowPage("bulk-schedule-same-time", organisation, scene -> {
                    selectAll(scene);
                    press(scene, "scheduleCleanupAction");
                    press(scene, "bulkSameTime");
                    type(scene, "bulkDate", "2026-11-23");
                }, new PageSubject("#bulkDialog", "2026-11-23")));
    }

    private static Snapshot organisation() {
        return DerivedOrganisation.through(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
    }

    /** Two initializes were never answered, one of them through a connection that is read-only now. */
    private static Snapshot unanswered() {
        var organisation = organisation();
        var readOnly = TestOrganisation.connection("staging", Environment.TEST, true);
        return TestOrganisation.withUnanswered(
                new Snapshot(
                        organisation.version(), organisation.at(),
                        List.of(organisation.connections().getFirst(), TestOrganisation.watched(readOnly)),
                        organisation.migrations(), organisation.recentCommands(), organisation.troubles()),
                TestOrganisation.unanswered(
                        "customers-2", TestOrganisation.PRODUCTION, TestOrganisation.PROD_EU, Duration.ofHours(2)),
                TestOrganisation.unanswered("", readOnly, TestOrganisation.ARCHIVE, Duration.ofHours(29)));
    }

    /** As at a start in the morning, two of them known already. */
    private static AlertsSnapshot alerts(Snapshot organisation) {
        var before = TestOrganisation.migration("orders").status("ReceivingFiles", Duration.ofDays(3)).build();
        var after = organisation.migrations().getFirst();
        var missedChange = new MissedSummary.MissedChange(
                after.key(), after.name(), Objects.requireNonNull(before.lastKnown()),
                Objects.requireNonNull(after.lastKnown()));
        var all = SampleAlerts.of(organisation);
        var missedSummary = new MissedSummary(
                organisation.at().minus(Duration.ofHours(14)), organisation.at().minusSeconds(40),
                WatchGap.Reason.CLOSED,
                List.of(missedChange), all.urgent(), 1);
        return SampleAlerts.acknowledged(SampleAlerts.of(organisation, missedSummary),
                organisation.at().minusSeconds(600),
                "shipments", "returns");
    }

    private static Snapshot locked() {
        var organisation = DerivedOrganisation.through(TestOrganisation.dozen(TestOrganisation.PRODUCTION));
        var locked = KeystoreState.Locked.of(KeystoreFact.NOT_UNLOCKED);
        var session = TestOrganisation.connection("staging", Environment.TEST, true);
        return new Snapshot(
                2, organisation.at(),
                List.of(
                        new WatchedConnection(
                                TestOrganisation.PRODUCTION, new WatchedConnection.Health.Stopped(locked.fact()),
                                new TokenLocation.NoToken(Optional.of(locked)), List.of(), null, null, null),
                        new WatchedConnection(
                                session, new WatchedConnection.Health.Watching(), new TokenLocation.SessionOnly(locked),
                                List.of(), TestOrganisation.NOW, null, null)),
                organisation.migrations(), List.of(), List.of());
    }

    private static Snapshot tagged(Snapshot organisation) {
        return TestOrganisation.with(organisation, organisation.migrations().stream()
                .map(each -> TestOrganisation.tagged(each, List.of("wave 3"))).toList());
    }

    private static WindowPage confirm(String migration, Action action, Snapshot snapshot) {
        var button = button(action);
        return new WindowPage("confirm-" + button + "-" + migration, snapshot, scene -> {
            select(scene, migration);
            press(scene, button);
        }, confirmation(action, migration));
    }

    /** The dialog that asks before {@code action} is sent for {@code migration}. */
    static PageSubject confirmation(Action action, String migration) {
        return new PageSubject("#confirmDialog", new ActionText(TEXTS).question(action, migration));
    }

    /** The id of the button that asks for {@code action}. */
    static String button(Action action) {
        return switch (action) {
            case LAUNCH -> "launchAction";
            case PAUSE -> "pauseAction";
            case RESUME -> "resumeAction";
            case SCHEDULE_CLEANUP -> "scheduleCleanupAction";
            case CLEAN_UP -> "cleanUpAction";
            case ABORT -> "abortAction";
        };
    }

    /** Nothing else is on the database of “customers”, so that its import can be launched. */
    static Snapshot launchable(Snapshot quiet) {
        return TestOrganisation.with(quiet, quiet.migrations().stream()
                .filter(each -> each.name().equals("customers") || !isBeside(each, "customers", quiet))
                .map(each -> each.name().equals("customers") ? TestOrganisation.alone(each) : each)
                .toList());
    }

    private static boolean isBeside(WatchedMigration one, String name, Snapshot snapshot) {
        return snapshot.migrations().stream().anyMatch(each -> each.name().equals(name)
                && each.key().ref().database().equals(one.key().ref().database()));
    }

    private static Snapshot withoutCommands() {
        var organisation = organisation();
        return TestOrganisation.with(organisation,
                organisation.migrations().stream().map(TestOrganisation::withoutCommand).toList());
    }

    /** Brings {@code scene} to that page and fails where it is not there; laid out, on no stage. FX thread. */
    static void show(WindowPage page, Scene scene) {
        open(page, scene);
        page.subject().assertVisible(page.name(), scene);
    }

    /** The same in any language: what must be in sight is named in English. */
    static void open(WindowPage page, Scene scene) {
        layOut(scene);
        page.steps().accept(scene);
        settle(scene);
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

    private static void selectAll(Scene scene) {
        ((TableView<?>) scene.lookup("#migrationTable")).getSelectionModel().selectAll();
        layOut(scene);
    }

    private static void selectAll(Scene scene, String... migrations) {
        var table = (TableView<?>) scene.lookup("#migrationTable");
        table.getSelectionModel().clearSelection();
        for (int row = 0; row < table.getItems().size(); row++) {
            if (table.getItems().get(row) instanceof MigrationRow each
                    && List.of(migrations).contains(each.migration().name())) {
                table.getSelectionModel().select(row);
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

    private static void choose(Scene scene, String id, int index) {
        ((ComboBox<?>) scene.lookup("#" + id)).getSelectionModel().select(index);
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

    /** What a table or the calendar shows is decided while it is laid out, and is laid out by the passes after. */
    static void settle(Scene scene) {
        for (int pass = 0; pass < 3; pass++) {
            layOut(scene);
        }
    }

    static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }
}
