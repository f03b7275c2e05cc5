package dev.longshore.ui.shell;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.text.TimeText;
import dev.longshore.ui.actions.ActionBar;
import dev.longshore.ui.actions.ConfirmPresenter;
import dev.longshore.ui.activity.ActivityView;
import dev.longshore.ui.alerts.AlertBanner;
import dev.longshore.ui.alerts.AlertInbox;
import dev.longshore.ui.alerts.AlertsViewModel;
import dev.longshore.ui.cleanup.CalendarView;
import dev.longshore.ui.cleanup.DeadlinesPanel;
import dev.longshore.ui.cleanup.WhatIfViewModel;
import dev.longshore.ui.connect.ConnectDialogs;
import dev.longshore.ui.connect.ConnectionBanner;
import dev.longshore.ui.connect.WelcomeView;
import dev.longshore.ui.context.Appearance;
import dev.longshore.ui.context.CostPreferences;
import dev.longshore.ui.context.HostEnvironment;
import dev.longshore.ui.context.KeepWatching;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.DatabaseChoiceBox;
import dev.longshore.ui.control.calendar.CleanupCalendar;
import dev.longshore.ui.detail.DetailView;
import dev.longshore.ui.detail.DetailViewModel;
import dev.longshore.ui.detail.MigrationSummary;
import dev.longshore.ui.dialog.DialogLayer;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.CutTextTooltips;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.help.HelpWindow;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.migrations.MigrationsView;
import dev.longshore.ui.migrations.MigrationsViewModel;
import dev.longshore.ui.migrations.SavedViews;
import dev.longshore.ui.queue.QueueView;
import dev.longshore.ui.settings.SettingsView;
import dev.longshore.ui.uploads.SecretClipboard;
import dev.longshore.ui.uploads.UploadsPanel;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Puts the window together: which view has which view model, and who opens what. Made once for a window, put into its
 * scene by {@link #root()}, and closed with it. FX thread only.
 */
public final class WindowAssembly implements AutoCloseable {
    /** In seconds, so that the first frame comes before. */
    private static final int PREPARED_AFTER = 2;

    private final Map<WindowScreen, Parent> pages = new EnumMap<>(WindowScreen.class);
    private final DialogLayer dialogs = new DialogLayer();
    private final AtomicBoolean isTicking = new AtomicBoolean();
    private Subscription seen = Subscription.EMPTY;
    private final FaultNotice faultNotice;
    private final SecretClipboard secrets = new SecretClipboard();
    private final UiContext context;
    private final Appearance appearance;
    private final HostEnvironment host;
    private final Views views;
    private final SnapshotFeed feed;
    private final MigrationsViewModel migrations;
    private final WhatIfViewModel whatIf;
    private final DetailViewModel details;
    private final AlertsViewModel alerts;
    private final ConnectDialogs connecting;
    private final HelpWindow help;
    private final ShellViewModel shell;
    private final ShellView shellView;
    private final WindowCommands commands;
    private final CommandPalette palette;
    private final Parent root;
    private @Nullable Parent welcome;

    /**
     * Builds the window's content and begins to show what the watch publishes.
     *
     * @param host helps a user who has no connection yet
     */
    public WindowAssembly(UiContext context, Appearance appearance, HostEnvironment host) {
        this.context = context;
        this.appearance = appearance;
        this.host = host;
        faultNotice = new FaultNotice(context.texts());
        views = new Views(context.texts());
        feed = new SnapshotFeed(context);
        migrations = new MigrationsViewModel(context, feed);
        whatIf = new WhatIfViewModel(context, feed, migrations.actions());
        details = new DetailViewModel(context, feed);
        alerts = new AlertsViewModel(context, feed, appearance.preferences());
        connecting = new ConnectDialogs(context, feed, dialogs, host);
        help = new HelpWindow(context.texts(), appearance.theme());
        shell = new ShellViewModel(context, appearance, feed, migrations, alerts);
        commands = new WindowCommands(context.texts(), appearance.keys(), this, shell, migrations.actions());
        palette = new CommandPalette(context, commands::all, feed, shell);
        bindPreferences();
        shellView = new ShellView(context, feed, shell, this::page, this::welcome);
        root = views.load(shellView);
        shellView.showUpdates(host.updates());
        addLayers();
    }

    private void bindPreferences() {
        var preferences = appearance.preferences();
        new UploadPlanStore(preferences, feed);
        preferences.bind("theme", appearance.theme().choiceProperty(), Theme.ThemeChoice.values());
        preferences.bind("zone", context.times().zoneProperty(), TimeText.ZoneChoice.values());
        preferences.bind("table.mode", migrations.modeProperty(), MigrationsViewModel.TableMode.values());
        var views = migrations.savedViews();
        preferences.find("table.views").ifPresent(views::load);
        views.viewsProperty().subscribe(_ -> preferences.save("table.views", views.asText()));
        preferences.find("table.collapsed").ifPresent(migrations.collapsedGroupsProperty()::set);
        migrations.collapsedGroupsProperty().subscribe(kept -> preferences.save("table.collapsed", kept));
    }

    private void addLayers() {
        var inbox = new AlertInbox(context, alerts).onOpen(shell::open).onScheduleCleanup(shell::scheduleCleanup)
                .onReplaceToken(this::replaceToken).onShowActivity(shell::openActivity)
                .onShowRoutes(() -> shell.go(WindowScreen.SETTINGS));
        shellView.addLayers(inbox, dialogs, faultNotice);
        shellView.addBanner(new ConnectionBanner(context, feed, connecting));
        shellView.addBanner(new AlertBanner(context.texts(), alerts));
        new ConfirmPresenter(context, feed, dialogs, migrations.actions());
        commands.listen(root, dialogs::isShowing);
        CutTextTooltips.install(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, WindowAssembly::leaveText);
    }

    /** Nothing that is typed here has tabs in it, so Tab leads out of a text of several lines as out of every field. */
    private static void leaveText(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && event.getTarget() instanceof TextArea text && !event.isControlDown()) {
            event.consume();
            text.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    /** From now on it follows the time by itself, second by second. */
    public void startTicking() {
        isTicking.set(true);
        root.addEventFilter(KeyEvent.KEY_PRESSED, _ -> feed.showNewsAtOnce());
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> feed.showNewsAtOnce());
        seen = root.sceneProperty().flatMap(Scene::windowProperty).flatMap(WindowAssembly::iconified)
                .subscribe(isIconified -> {
                    if (Boolean.FALSE.equals(isIconified)) {
                        feed.showNewsAtOnce();
                    }
                });
        tickLater();
        CompletableFuture.delayedExecutor(PREPARED_AFTER, TimeUnit.SECONDS).execute(this::prepareScreens);
    }

    /** What the first opening of a screen would wait for. */
    private void prepareScreens() {
        CleanupCalendar.prepare(context.times().region());
        DatabaseChoiceBox.prepare();
    }

    private static ObservableValue<Boolean> iconified(Window window) {
        return window instanceof Stage stage ? stage.iconifiedProperty() : new SimpleBooleanProperty();
    }

    /** Not by an animation: as long as one runs, JavaFX makes sixty frames a second. */
    private void tickLater() {
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, context.thread()::run).execute(() -> {
            if (isTicking.get()) {
                feed.showNewsEachSecond();
                tick();
                tickLater();
            }
        });
    }

    /** The root of the scene. */
    public Parent root() {
        return root;
    }

    /** The window's title. */
    public ReadOnlyStringProperty titleProperty() {
        return shell.titleProperty();
    }

    /** Asks for a new connection to that address. */
    public void connect(URI endpoint) {
        connecting.connect(endpoint);
    }

    /** Selects a migration as soon as it is on the list; several connections may have it, and one is enough. */
    public void show(MigrationRef ref) {
        var found = feed.snapshotProperty().get().migrations().stream()
                .filter(each -> each.key().ref().equals(ref)).findFirst();
        found.ifPresentOrElse(each -> shell.open(each.key()), () -> {
            shell.go(WindowScreen.MIGRATIONS);
            migrations.actions().say(context.texts().get("shell.link.notListed", ref.toString()));
        });
    }

    /** Asks for a token of that connection. */
    public void requestToken(Connection connection) {
        connecting.replaceToken(connection);
    }

    /**
     * Asks what has to be asked, and says what has to be said, before the window is closed.
     *
     * @param canGoOn true where the watch could go on in the background
     * @param close closes the window, once the user has agreed
     * @return false where there is nothing to ask; then the window can be closed at once
     */
    public boolean askBeforeClosing(boolean canGoOn, Runnable close) {
        var model = new ClosingViewModel(
                context, feed, new KeepWatching(appearance.preferences()), canGoOn);
        if (dialogs.isShowing() || !model.isNeeded()) {
            return false;
        }
        dialogs.show(new ClosingDialog(model, context.texts(), dialogs, close), dialogs::close);
        return true;
    }

    /** Says that something of the program failed, whatever is shown now. */
    public void showFault() {
        faultNotice.show();
    }

    /** Brings ages and distances up to the clock; to be called once a second. */
    public void tick() {
        feed.tick(isSeen());
        host.updates().askIfDue();
        secrets.tick();
    }

    private boolean isSeen() {
        var scene = root.getScene();
        return scene == null || !(scene.getWindow() instanceof Stage stage) || !stage.isIconified();
    }

    /** Stops listening and ticking; what still could be called back is not sent. */
    @Override
    public void close() {
        isTicking.set(false);
        seen.unsubscribe();
        secrets.close();
        help.close();
        migrations.actions().close();
        alerts.close();
        feed.close();
    }

    private void replaceToken(ConnectionId id) {
        feed.snapshotProperty().get().connection(id).ifPresent(each -> connecting.replaceToken(each.connection()));
    }

    /** Copies what a colleague should know of what is selected. */
    void copySummary() {
        var chosen = migrations.selectionProperty().get().stream().flatMap(key -> feed.migration(key).stream())
                .toList();
        if (!chosen.isEmpty()) {
            SystemClipboard.copy(new MigrationSummary(context, feed).of(chosen));
        }
        migrations.actions().say(context.texts().get("shell.copied", chosen.size()));
    }

    /** Moves the focus to the next pane of the window, or to the one before where {@code step} is -1. */
    void switchPane(int step) {
        var shown = shellView.panes();
        var owner = root.getScene().getFocusOwner();
        var from = IntStream.range(0, shown.size()).filter(i -> isWithin(owner, shown.get(i))).max().orElse(-1);
        // From nowhere the first step leads to what the screen is about.
        var to = from < 0 ? ShellView.SCREEN_PANE : Math.floorMod(from + step, shown.size());
        enter(shown.get(Math.min(to, shown.size() - 1)));
    }

    private static void enter(Node pane) {
        pane.requestFocus();
        if (!pane.isFocusTraversable()) {
            pane.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private static boolean isWithin(@Nullable Node node, Node parent) {
        return node != null && (node.equals(parent) || isWithin(node.getParent(), parent));
    }

    /** Shows times in UTC, and again in local time. */
    void switchZone() {
        var zone = context.times().zoneProperty();
        zone.set(zone.get() == TimeText.ZoneChoice.UTC ? TimeText.ZoneChoice.LOCAL : TimeText.ZoneChoice.UTC);
    }

    /** Presses the button beside the next step of the selected migration, where there is one. */
    void doNextStep() {
        if (shell.screenProperty().get() == WindowScreen.MIGRATIONS
                && root.lookup("#nextStepAction") instanceof Button button && button.isVisible()
                && !migrations.selectionProperty().get().isEmpty()) {
            button.fire();
        }
    }

    /** Selects the next migration that needs attention, or the one before where {@code step} is -1. */
    void openUrgent(int step) {
        shell.go(WindowScreen.MIGRATIONS);
        migrations.openUrgent(step);
    }

    /** Shows a panel about the selected migration. */
    void showDetail(int index) {
        shell.go(WindowScreen.MIGRATIONS);
        if (root.lookup("#detailTabs") instanceof TabPane tabs && index < tabs.getTabs().size()) {
            tabs.getSelectionModel().select(index);
            tabs.requestFocus();
        }
    }

    /** Turns to the calendar in plan mode. */
    void showWhatIf() {
        shell.go(WindowScreen.CALENDAR);
        if (root.lookup("#whatIf") instanceof ToggleButton button) {
            button.setSelected(true);
            button.requestFocus();
        }
    }

    void showMode(MigrationsViewModel.TableMode mode) {
        shell.go(WindowScreen.MIGRATIONS);
        migrations.modeProperty().set(mode);
    }

    /** The views that the user keeps under a name. */
    List<SavedViews.SavedView> savedViews() {
        return migrations.savedViews().viewsProperty().get();
    }

    void show(SavedViews.SavedView view) {
        shell.go(WindowScreen.MIGRATIONS);
        migrations.savedViews().choose(view);
    }

    /** Sorts the table by a column, or by risk. */
    void sortBy(Optional<String> column) {
        shell.go(WindowScreen.MIGRATIONS);
        if (root.lookup("#migrationTable") instanceof TableView<?> table) {
            sort(table, column);
        }
    }

    private static <T> void sort(TableView<T> table, Optional<String> column) {
        table.getSortOrder().setAll(table.getColumns().stream()
                .filter(each -> column.filter(name -> each.getId().equalsIgnoreCase("col" + name)).isPresent())
                .toList());
    }

    void addMigrations() {
        connecting.addMigrations();
    }

    void filter() {
        shell.goWhereFiltered();
        shellView.focusFilter();
    }

    void showHelp() {
        help.show(root.getScene(), shell.welcomeProperty().get() ? "welcome" : shellView.railButtonId());
    }

    void showShortcuts() {
        dialogs.show(new ShortcutSheet(commands.all(), context.texts(), dialogs), dialogs::close);
    }

    void showPalette() {
        dialogs.show(new PaletteView(palette, context.texts(), dialogs), dialogs::close);
    }

    private void openAt(MigrationKey key, Instant at) {
        shell.open(key);
        details.showMoment(key, at);
    }

    private Parent welcome() {
        if (welcome == null) {
            welcome = views.load(new WelcomeView(context, host.demoStarter(), connecting::connect));
        }
        return welcome;
    }

    /** Each screen is made when the user first goes to it, and kept. */
    private Parent page(WindowScreen screen) {
        return pages.computeIfAbsent(screen, this::makePage);
    }

    private Parent makePage(WindowScreen screen) {
        return switch (screen) {
            case MIGRATIONS -> views.load(migrationsView());
            case CALENDAR -> views.load(new CalendarView(context, feed, shell::open, migrations.actions(), whatIf)
                    .withReminders(dialogs, this::routeNames));
            case QUEUE -> views.load(new QueueView(context, feed, migrations.actions(), shell::open));
            case ACTIVITY -> views.load(new ActivityView(context, feed, dialogs, shell.filterProperty())
                    .onOpen(this::openAt).onInitializeAgain(connecting::initializeAgain)
                    .onAdd(connecting::addUnanswered));
            case SETTINGS -> views.load(new SettingsView(context, appearance, feed, dialogs, connecting)
                    .withSupport(host.supportBundles()).withRoutes(host.routes()).withUpdates(host.updates())
                    .withJournals(host.journals()));
        };
    }

    private MigrationsView migrationsView() {
        return new MigrationsView(context, appearance, feed, migrations, belowTable()).onAdd(connecting::addMigrations)
                .onInitialize(connecting::initializeMigration).showingDialogsOn(dialogs);
    }

    private List<String> routeNames() {
        return host.routes().routes().stream().map(each -> each.route().name()).toList();
    }

    private Node belowTable() {
        migrations.selectionProperty().subscribe(details::select);
        var detail = views.load(new DetailView(context, appearance.keys(), feed, details, migrations.actions())
                .onRestart(connecting::initializeInsteadOf).onOpen(shell::open)
                .withCosts(new CostPreferences(appearance.preferences())::rates)
                .withPlan(whatIf.plannedChanges())
                .withDeadlines(
                        new DeadlinesPanel(context, feed, dialogs, this::routeNames, details.migrationProperty()))
                .withUploads(new UploadsPanel(
                        context, feed, secrets, appearance.preferences(), details.migrationProperty())));
        VBox.setVgrow(detail, Priority.ALWAYS);
        return new VBox(views.load(new ActionBar(context, appearance.keys(), migrations.actions())), detail);
    }
}
