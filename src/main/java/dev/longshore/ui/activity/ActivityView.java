package dev.longshore.ui.activity;

import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.activity.ActivityKind;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.KeyedListItems;
import dev.longshore.ui.fx.SegmentedChoice;
import dev.longshore.ui.fx.Views;
import dev.longshore.ui.fx.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The screen of everything that happened, below the initializes that were never answered. */
public final class ActivityView {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final Dialogs dialogs;
    private final ActivityViewModel model;
    private final KeyedListItems<String, ActivityRow> items = new KeyedListItems<>(ActivityRow::id);
    private final Label placeholder = new Label();
    private final StringProperty filter;
    private BiConsumer<MigrationKey, Instant> open = (_, _) -> {};
    private Consumer<Initialization> initializeAgain = _ -> {};
    private Consumer<Initialization> add = _ -> {};
    @FXML private VBox activityScreen;
    @FXML private SegmentedButton activityKinds;
    @FXML private Hyperlink activityNewer;
    @FXML private Label activityTrouble;
    @FXML private ListView<ObservableValue<ActivityRow>> activityLog;

    /**
     * The screen for what {@code feed} shows.
     *
     * @param dialogs where its dialogs are shown
     * @param filter words that have to occur in what is shown
     */
    public ActivityView(UiContext context, SnapshotFeed feed, Dialogs dialogs, StringProperty filter) {
        this.context = context;
        this.feed = feed;
        this.dialogs = dialogs;
        this.filter = filter;
        model = new ActivityViewModel(context, feed, filter);
    }

    /** Shows a migration, and in its timeline the moment at which something happened. */
    public ActivityView onOpen(BiConsumer<MigrationKey, Instant> opensMigration) {
        open = opensMigration;
        return this;
    }

    /** Has a migration made as it was asked for before. */
    public ActivityView onInitializeAgain(Consumer<Initialization> initializesAgain) {
        initializeAgain = initializesAgain;
        return this;
    }

    /** Puts the migration on the list that an initialize may have made. */
    public ActivityView onAdd(Consumer<Initialization> adds) {
        add = adds;
        return this;
    }

    @FXML
    void initialize() {
        addUnanswered();
        Stream<Optional<ActivityKind>> kinds = Stream.of(ActivityKind.values()).map(Optional::of);
        SegmentedChoice.bind(activityKinds, model.kindProperty(), Stream.concat(Stream.of(
                Optional.<ActivityKind>empty()), kinds).toList());
        Visibility.bind(activityNewer, model.newerProperty());
        activityTrouble.textProperty().bind(model.troubleProperty());
        Visibility.bind(activityTrouble, model.troubleProperty().isNotEmpty());
        fillLog();
        model.onScreenProperty().bind(activityScreen.sceneProperty().isNotNull());
    }

    private void addUnanswered() {
        var unanswered = new UnansweredSection(context, dialogs,
                new UnansweredSection.UnansweredActions(asked -> initializeAgain.accept(asked),
                        asked -> add.accept(asked)));
        VBox.setVgrow(unanswered, Priority.SOMETIMES);
        activityScreen.getChildren().add(2, unanswered);
        feed.throttledProperty().when(activityScreen.sceneProperty().isNotNull()).subscribe(unanswered::show);
        context.times().zoneProperty().subscribe(() -> unanswered.show(feed.shownProperty().get()));
    }

    private void fillLog() {
        activityLog.setAccessibleText(context.texts().get("activity.log"));
        activityLog.setCellFactory(_ -> new ActivityCell(context.texts(), this::open,
                index -> context.thread().runNextFrame(() -> model.see(index))));
        placeholder.getStyleClass().add("note");
        activityLog.setPlaceholder(placeholder);
        activityLog.setItems(items.items());
        activityLog.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        activityLog.skinProperty().subscribe(_ -> followPosition());
        model.rowsProperty().subscribe(this::show);
        model.readingProperty().subscribe(_ -> explain());
        model.kindProperty().subscribe(() -> activityLog.scrollTo(0));
        filter.subscribe(() -> activityLog.scrollTo(0));
    }

    private void followPosition() {
        if (activityLog.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            model.atTopProperty().bind(flow.positionProperty().lessThanOrEqualTo(0));
        }
    }

    private void show(List<ActivityRow> rows) {
        items.show(rows);
        explain();
    }

    /** Why there is nothing. */
    private void explain() {
        placeholder.setText(context.texts().get(model.readingProperty().get() ? "activity.log.reading"
                : model.isFiltered() ? "activity.log.noResults"
                        : model.kindProperty().get().isPresent() ? "activity.log.noResults.kind"
                                : "activity.log.empty"));
    }

    private void keyPressed(KeyEvent event) {
        var selected = activityLog.getSelectionModel().getSelectedItem();
        if (selected != null && event.getCode() == KeyCode.ENTER) {
            open(selected.getValue());
        }
    }

    private void open(ActivityRow row) {
        row.target().ifPresent(key -> row.moment().ifPresent(at -> open.accept(key, at)));
    }

    @FXML
    void showNewer() {
        activityLog.scrollTo(0);
        activityLog.requestFocus();
    }

    @FXML
    void handOver() {
        var view = new HandOverView(new HandOverViewModel(context, feed), dialogs::close);
        dialogs.show((Region) new Views(context.texts()).load(view), dialogs::close);
    }

    @FXML
    void export() {
        var view = new ExportView(new ExportViewModel(context), dialogs::close);
        dialogs.show((Region) new Views(context.texts()).load(view), dialogs::close);
    }
}
