package dev.longshore.ui.shell;

import dev.longshore.ui.alerts.AlertInbox;
import dev.longshore.ui.context.KeyBindings;
import dev.longshore.ui.context.KeyCommand;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.context.UpdateNotice;
import dev.longshore.ui.dialog.DialogLayer;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** What stands around the screens: rail, top bar and status bar, and the layers above. FX thread only. */
final class ShellView {
    /** Where in {@link #panes()} that is what the screen is about. */
    static final int SCREEN_PANE = 2;

    private static final List<String> SCREEN_PANES = List.of("#migrationTable", "#detailTabs", "#comparisonScroll",
            "#cleanupCalendar", "#queueList", "#activityLog");
    private static final PseudoClass UNACKNOWLEDGED = PseudoClass.getPseudoClass("unacknowledged");

    private final Map<WindowScreen, ToggleButton> rail = new EnumMap<>(WindowScreen.class);
    private final UiContext context;
    private final SnapshotFeed feed;
    private final ShellViewModel model;
    private final KeyBindings keys;
    private final Function<WindowScreen, Parent> pages;
    private final Supplier<Parent> welcome;
    private final Tooltip alertsTip = new Tooltip();
    @FXML private StackPane root;
    @FXML private StackPane screens;
    @FXML private VBox page;
    @FXML private ToggleButton navMigrations;
    @FXML private Label railAttention;
    @FXML private ToggleButton navCalendar;
    @FXML private ToggleButton navQueue;
    @FXML private ToggleButton navActivity;
    @FXML private ToggleButton navSettings;
    @FXML private ComboBox<ConnectionChooser.ConnectionChoice> connectionChooser;
    @FXML private CustomTextField quickFilter;
    @FXML private Button pollNow;
    @FXML private Button themeToggle;
    @FXML private Button alertsButton;
    @FXML private MenuButton simulatorBadge;
    @FXML private Label statusSummary;
    @FXML private Label statusTrouble;
    @FXML private Label statusTokens;
    @FXML private Hyperlink updateNotice;

    /**
     * Shows what {@code model} says.
     *
     * @param pages makes or finds the content of a screen
     * @param welcome makes or finds what is shown while there is no connection
     */
    ShellView(UiContext context, SnapshotFeed feed, ShellViewModel model, Function<WindowScreen, Parent> pages,
            Supplier<Parent> welcome) {
        this.context = context;
        this.feed = feed;
        this.model = model;
        keys = model.keys();
        this.pages = pages;
        this.welcome = welcome;
    }

    @FXML
    void initialize() {
        new ConnectionChooser(connectionChooser, feed, context.texts());
        wireFilter();
        wireRail();
        wireStatusBar(new StatusBarViewModel(context, feed, model::settingsNotice));
        simulatorBadge.textProperty().bind(model.simulatorProperty());
        Visibility.bind(simulatorBadge, model.simulatorProperty().isNotEmpty());
        SimulatorMenu.fill(simulatorBadge, model, context.texts());
        keys.keysProperty().subscribe(_ -> showKeys());
        model.alertCountProperty().subscribe(_ -> showAttention());
        model.attentionProperty().subscribe(_ -> showAttention());
        model.screenProperty().subscribe(_ -> showScreen());
        model.welcomeProperty().subscribe(_ -> showScreen());
    }

    private void wireFilter() {
        quickFilter.textProperty().bindBidirectional(model.filterProperty());
        quickFilter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                quickFilter.clear();
            }
        });
        quickFilter.getRight().setAccessibleRole(AccessibleRole.BUTTON);
        quickFilter.getRight().setAccessibleText(context.texts().get("shell.filter.clear"));
        Tooltip.install(quickFilter.getRight(), new Tooltip(context.texts().get("shell.filter.clear")));
    }

    private void wireRail() {
        rail.put(WindowScreen.MIGRATIONS, navMigrations);
        rail.put(WindowScreen.CALENDAR, navCalendar);
        rail.put(WindowScreen.QUEUE, navQueue);
        rail.put(WindowScreen.ACTIVITY, navActivity);
        rail.put(WindowScreen.SETTINGS, navSettings);
        rail.forEach((screen, button) -> {
            button.setOnAction(_ -> {
                model.go(screen);
                // One that is clicked again stays selected.
                button.setSelected(true);
            });
        });
    }

    private void showKeys() {
        rail.forEach((screen, button) -> button.setTooltip(tip(button.getText(), screen.command())));
        pollNow.setTooltip(tip(context.texts().get("shell.pollNow.tip"), KeyCommand.POLL));
        themeToggle.setTooltip(tip(context.texts().get("shell.theme"), KeyCommand.THEME));
        themeToggle.setAccessibleText(context.texts().get("shell.theme"));
        alertsButton.setTooltip(alertsTip);
        showAttention();
    }

    private Tooltip tip(String text, KeyCommand command) {
        return new Tooltip(keys.withKeys(text, command, context.texts()));
    }

    private void wireStatusBar(StatusBarViewModel status) {
        statusSummary.textProperty().bind(status.summaryProperty());
        statusTrouble.textProperty().bind(status.troubleProperty());
        Visibility.bind(statusTrouble, status.troubleProperty().isNotEmpty());
        statusTokens.textProperty().bind(status.tokensProperty());
        Visibility.bind(statusTokens, status.tokensProperty().isNotEmpty());
        statusTokens.accessibleHelpProperty().bind(status.tokensReasonProperty());
        var why = new Tooltip();
        why.textProperty().bind(status.tokensReasonProperty());
        statusTokens.setTooltip(why);
    }

    /** Puts these over the screens, the dialogs above all but the notice of a fault. */
    void addLayers(AlertInbox inbox, DialogLayer dialogs, FaultNotice faultNotice) {
        StackPane.setAlignment(faultNotice, Pos.TOP_CENTER);
        StackPane.setAlignment(inbox, Pos.TOP_RIGHT);
        root.getChildren().addAll(inbox, dialogs, faultNotice);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> inbox.pressed(event, alertsButton));
    }

    /** Tells of a newer version at the foot of the window. */
    void showUpdates(UpdateNotice notice) {
        notice.resultProperty().subscribe(_ -> {
            updateNotice.setText(notice.newer()
                    .map(each -> context.texts().get("shell.update", each.version())).orElse(""));
            Visibility.set(updateNotice, notice.newer().isPresent());
        });
        updateNotice.setOnAction(_ -> notice.newer().ifPresent(notice::open));
    }

    /** Puts {@code banner} above the screens. */
    void addBanner(Node banner) {
        page.getChildren().addFirst(banner);
    }

    /** The panes that F6 goes through: rail, top bar, what the screen is about, and the details where there are some. */
    List<Node> panes() {
        var rail = Objects.requireNonNull(this.rail.get(model.screenProperty().get()));
        return Stream.concat(Stream.of(rail, quickFilter), screenPanes()).toList();
    }

    private Stream<Node> screenPanes() {
        var found = SCREEN_PANES.stream().map(root::lookup).filter(Objects::nonNull)
                .filter(each -> each.getScene() != null && isShown(each)).toList();
        return found.isEmpty() ? Stream.of(screens) : found.stream();
    }

    private static boolean isShown(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    /** Gives the focus to the quick filter. */
    void focusFilter() {
        quickFilter.requestFocus();
        quickFilter.selectAll();
    }

    /** The id of the rail's button of the screen that is shown. */
    String railButtonId() {
        return Objects.requireNonNull(rail.get(model.screenProperty().get())).getId();
    }

    private void showScreen() {
        var current = model.screenProperty().get();
        rail.forEach((screen, button) -> button.setSelected(screen == current));
        quickFilter.setVisible(current != WindowScreen.SETTINGS);
        var shown = model.welcomeProperty().get() ? welcome.get() : pages.apply(current);
        if (!screens.getChildren().equals(List.of(shown))) {
            screens.getChildren().setAll(shown);
        }
    }

    /**
     * The bell is coloured while there are alerts to acknowledge; the number is the one of the strip. With each news, so
     * nothing is made here: a tooltip has a window of its own.
     */
    private void showAttention() {
        var attention = model.attentionProperty().get();
        var alerts = model.alertCountProperty().get();
        alertsButton.setText(attention == 0 ? "" : Integer.toString(attention));
        alertsButton.setAccessibleText(context.texts().get("alerts.button", attention, alerts));
        alertsTip.setText(keys.withKeys(alertsButton.getAccessibleText(), KeyCommand.ALERTS, context.texts()));
        alertsButton.pseudoClassStateChanged(UNACKNOWLEDGED, alerts > 0);
        railAttention.setText(Integer.toString(attention));
        Visibility.set(railAttention, attention > 0);
        navMigrations.setAccessibleText(context.texts().get("shell.nav.migrations.attention", attention));
    }

    @FXML
    void poll() {
        model.pollNow();
    }

    @FXML
    void toggleTheme() {
        model.toggleTheme();
    }

    @FXML
    void showAlerts() {
        model.toggleAlerts();
    }
}
