package dev.longshore.ui.settings;

import dev.longshore.notify.NotificationRoutes;
import dev.longshore.text.TimeText;
import dev.longshore.ui.cleanup.FreezesPanel;
import dev.longshore.ui.cleanup.PoliciesPanel;
import dev.longshore.ui.connect.ConnectDialogs;
import dev.longshore.ui.context.Appearance;
import dev.longshore.ui.context.CostPreferences;
import dev.longshore.ui.context.JournalChoice;
import dev.longshore.ui.context.KeepWatching;
import dev.longshore.ui.context.SupportBundles;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.context.UpdateNotice;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.feed.FrameSchedule;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.SegmentedChoice;
import dev.longshore.ui.look.Theme;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** The screen of connections, look and time zone. */
public final class SettingsView {
    private final UiContext context;
    private final Appearance appearance;
    private final SnapshotFeed feed;
    private final Dialogs dialogs;
    private final ConnectDialogs connecting;
    private @Nullable SupportBundles supportBundles;
    private @Nullable NotificationRoutes routes;
    private @Nullable UpdateNotice updates;
    private @Nullable JournalChoice journals;
    @FXML private ScrollPane settingsScroll;
    @FXML private VBox connections;
    @FXML private VBox keystore;
    @FXML private VBox journal;
    @FXML private VBox keys;
    @FXML private VBox support;
    @FXML private VBox notifications;
    @FXML private SegmentedButton themes;
    @FXML private SegmentedButton zones;
    @FXML private ToggleButton zoneLocal;
    @FXML private VBox freezes;
    @FXML private VBox policies;
    @FXML private VBox calendarOffer;
    @FXML private VBox polling;

    /** The screen, whose dialogs are shown on {@code dialogs}. */
    public SettingsView(UiContext context, Appearance appearance, SnapshotFeed feed, Dialogs dialogs,
            ConnectDialogs connecting) {
        this.context = context;
        this.appearance = appearance;
        this.feed = feed;
        this.dialogs = dialogs;
        this.connecting = connecting;
    }

    /** Offers that bundle. Before it is loaded. */
    public SettingsView withSupport(SupportBundles offered) {
        supportBundles = offered;
        return this;
    }

    /** Offers to tell of newer versions. Before it is loaded. */
    public SettingsView withUpdates(UpdateNotice offered) {
        updates = offered;
        return this;
    }

    /** Offers to change the journal. Before it is loaded. */
    public SettingsView withJournals(JournalChoice offered) {
        journals = offered;
        return this;
    }

    /** Offers those routes of notifications. Before it is loaded. */
    public SettingsView withRoutes(NotificationRoutes offered) {
        routes = offered;
        return this;
    }

    @FXML
    void initialize() {
        settingsScroll.setAccessibleText(context.texts().get("shell.nav.settings"));
        connections.getChildren().add(new ConnectionsSection(context, feed, dialogs, connecting));
        keystore.getChildren().add(new KeystoreSection(context));
        Optional.ofNullable(journals).ifPresent(each -> journal.getChildren().add(
                new JournalSection(context, new JournalViewModel(context, each), dialogs)));
        Optional.ofNullable(routes).ifPresent(
                each -> notifications.getChildren().add(new RoutesSection(context, each, feed, dialogs)));
        SegmentedChoice.bind(themes, appearance.theme().choiceProperty(), List.of(Theme.ThemeChoice.values()));
        SegmentedChoice.bind(zones, context.times().zoneProperty(), List.of(TimeText.ZoneChoice.values()));
        zoneLocal.setText(context.texts().get("settings.zone.local", context.times().local(context.clock().instant())));
        addLater(freezes, () -> new FreezesPanel(context, feed, dialogs));
        addLater(policies, () -> new PoliciesPanel(context, feed, appearance.preferences(), dialogs));
        addLater(calendarOffer, () -> new CalendarAddressSection(context, dialogs));
        addLater(keys, () -> new KeysSection(context.texts(), appearance.keys(), dialogs));
        addLater(polling,
                () -> new IntervalsSection(context, new IntervalsViewModel(context, appearance.preferences())));
        addLater(polling,
                () -> new RetentionSection(context, new RetentionViewModel(context, appearance.preferences()),
                        dialogs));
        addLater(polling, () -> new KeepWatchingSection(context, new KeepWatching(appearance.preferences())));
        addLater(polling, () -> new CostSection(
                context, new CostViewModel(context, new CostPreferences(appearance.preferences()))));
        Optional.ofNullable(updates).ifPresent(
                each -> addLater(polling, () -> new UpdatesSection(context, each)));
        Optional.ofNullable(supportBundles).ifPresent(
                each -> addLater(support, () -> new SupportSection(context, dialogs, each)));
    }

    /** All of them at once would keep the screen from its first frame for as long as eight frames take. */
    private void addLater(VBox section, Supplier<? extends Node> content) {
        FrameSchedule.LOWER_SECTIONS.run(context.thread(), () -> section.getChildren().add(content.get()));
    }

    @FXML
    void connect() {
        connecting.connect();
    }
}
