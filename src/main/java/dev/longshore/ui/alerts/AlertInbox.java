package dev.longshore.ui.alerts;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.StatusChange;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.KeyedListItems;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.watch.ActiveAlert;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The alerts as a list at the edge of the window, opened and closed by a button. */
public final class AlertInbox extends VBox {
    private final KeyedListItems<String, InboxItem> items = new KeyedListItems<>(InboxItem::id);
    private final ListView<ObservableValue<InboxItem>> list = new ListView<>(items.items());
    private final Button all = new Button();
    private final UiContext context;
    private final AlertsViewModel model;
    private Consumer<MigrationKey> openMigration = _ -> {};
    private Consumer<MigrationKey> scheduleCleanup = _ -> {};
    private Consumer<ConnectionId> replaceToken = _ -> {};
    private Consumer<Optional<ConnectionId>> showActivity = _ -> {};
    private Runnable showRoutes = () -> {};
    private @Nullable Node focusBefore;

    /** A closed inbox. */
    public AlertInbox(UiContext context, AlertsViewModel model) {
        this.context = context;
        this.model = model;
        setId("alertInbox");
        getStyleClass().add("alert-inbox");
        setAccessibleText(context.texts().get("alerts.title"));
        fillList();
        var keys = note(context.texts().get("alerts.keys"));
        Visibility.bind(keys, model.itemsProperty().map(items -> !items.isEmpty()));
        getChildren().addAll(head(), trouble(), list, keys);
        model.itemsProperty().subscribe(this::write);
        // Before the list does: it would take Escape for the end of an editing.
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        Visibility.bind(this, model.openProperty());
        model.openProperty().subscribe(this::enter);
    }

    /** Shows the migration an alert is about. */
    public AlertInbox onOpen(Consumer<MigrationKey> opensMigration) {
        openMigration = opensMigration;
        return this;
    }

    /** Opens the schedule of a migration's cleanup, with a time at which nothing can be lost. */
    public AlertInbox onScheduleCleanup(Consumer<MigrationKey> opensSchedule) {
        scheduleCleanup = opensSchedule;
        return this;
    }

    /** Shows the routes of notifications. */
    public AlertInbox onShowRoutes(Runnable showsRoutes) {
        showRoutes = showsRoutes;
        return this;
    }

    /** Asks for another token of a connection. */
    public AlertInbox onReplaceToken(Consumer<ConnectionId> asksForToken) {
        replaceToken = asksForToken;
        return this;
    }

    /** Shows the activity, and sees to it that what belongs to a connection is there. */
    public AlertInbox onShowActivity(Consumer<Optional<ConnectionId>> showsActivity) {
        showActivity = showsActivity;
        return this;
    }

    /** When the change of status was made that it tells; empty where it tells something else. */
    Optional<StatusChange> happened(ActiveAlert alert) {
        return model.happened(alert);
    }

    private void fillList() {
        list.setAccessibleText(context.texts().get("alerts.title"));
        list.setCellFactory(_ -> new AlertCell(context, this));
        list.setPlaceholder(note(context.texts().get("alerts.none")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressedInList);
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    private HBox head() {
        var title = new Label(context.texts().get("alerts.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        all.setId("acknowledgeAll");
        all.setText(context.texts().get("alerts.acknowledgeAll"));
        all.setOnAction(_ -> acknowledge(model.itemsProperty().get()));
        var head = new HBox(title, between, all);
        head.getStyleClass().add("alert-line");
        return head;
    }

    private Label trouble() {
        var trouble = note("");
        trouble.setId("alertTrouble");
        trouble.getStyleClass().setAll("label", "alert-trouble", "role-danger");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.textProperty().bind(model.troubleProperty());
        Visibility.bind(trouble, model.troubleProperty().isNotEmpty());
        return trouble;
    }

    private static Label note(String text) {
        var note = new Label(text);
        note.getStyleClass().add("note");
        note.setWrapText(true);
        return note;
    }

    private void enter(boolean isOpen) {
        if (isOpen) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
            list.getSelectionModel().selectFirst();
            list.requestFocus();
        } else if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    private void write(List<InboxItem> next) {
        var selected = list.getSelectionModel().getSelectedItem();
        items.show(next);
        if (selected != null && items.items().contains(selected)) {
            list.getSelectionModel().select(selected);
        }
        all.setDisable(next.stream().noneMatch(InboxItem::isNews));
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.openProperty().set(false);
        }
    }

    /** Closes it when the mouse is pressed anywhere else than in it and on {@code opener}, which closes it by itself. */
    public void pressed(MouseEvent event, Node opener) {
        var isElsewhere = Stream.iterate((Node) event.getTarget(), Objects::nonNull, Node::getParent)
                .noneMatch(each -> each.equals(this) || each.equals(opener));
        if (isElsewhere) {
            model.openProperty().set(false);
        }
    }

    private void keyPressedInList(KeyEvent event) {
        var selected = list.getSelectionModel().getSelectedItem();
        if (selected != null && event.getCode() == KeyCode.ENTER) {
            open(selected.getValue());
        } else if (selected != null && event.getCode() == KeyCode.A && !event.isShortcutDown()) {
            acknowledge(selected.getValue());
        } else if (selected != null && event.getCode() == KeyCode.C && !event.isShortcutDown()) {
            claimOrRelease(selected.getValue());
        } else if (selected != null && event.getCode() == KeyCode.S && !event.isShortcutDown()) {
            model.snoozeForAnHour(selected.getValue());
        }
    }

    /** What is acknowledged goes to the end of the list; the next one is then read next. */
    private void acknowledge(List<InboxItem> known) {
        if (known.size() == 1) {
            var index = model.itemsProperty().get().indexOf(known.getFirst());
            list.getSelectionModel().clearAndSelect(Math.min(index + 1, list.getItems().size() - 1));
        }
        model.acknowledge(known);
        list.requestFocus();
    }

    private void leaveFor(Consumer<MigrationKey> place, InboxItem.AlertItem item) {
        item.activeAlert().migration().ifPresent(key -> {
            model.openProperty().set(false);
            place.accept(key);
        });
    }

    private void leaveFor(Consumer<ConnectionId> place, ActiveAlert activeAlert) {
        model.openProperty().set(false);
        place.accept(activeAlert.alertRecord().connection());
    }

    /** Shows what {@code item} is about. */
    void open(InboxItem item) {
        switch (item) {
            case InboxItem.AlertItem alertItem when AlertAction.of(
                    alertItem.activeAlert().alert().kind()).isOfMigration() ->
                leaveFor(openMigration, alertItem);
            case InboxItem.AlertItem _,InboxItem.MissedItem _ -> runAction(item);
        }
    }

    /** Does what is to be done next about {@code item}. */
    void runAction(InboxItem item) {
        switch (item) {
            case InboxItem.AlertItem alertItem -> runAction(alertItem);
            case InboxItem.MissedItem _ -> leaveForActivity(Optional.empty());
        }
    }

    private void runAction(InboxItem.AlertItem alertItem) {
        switch (AlertAction.of(alertItem.activeAlert().alert().kind())) {
            case LOOK -> open(alertItem);
            case SCHEDULE -> leaveFor(scheduleCleanup, alertItem);
            case RENEW -> alertItem.activeAlert().migration().ifPresent(context.watch()::pollNow);
            case TOKEN -> leaveFor(replaceToken, alertItem.activeAlert());
            case ROUTES -> {
                model.openProperty().set(false);
                showRoutes.run();
            }
            case ACTIVITY -> leaveForActivity(Optional.of(alertItem.activeAlert().alertRecord().connection()));
        }
    }

    private void leaveForActivity(Optional<ConnectionId> connection) {
        model.openProperty().set(false);
        showActivity.accept(connection);
    }

    /** The user looks after {@code item} from now on, or does no more. */
    void claimOrRelease(InboxItem item) {
        if (item instanceof InboxItem.AlertItem(var alert, _)) {
            model.claimOrRelease(alert);
        }
    }

    /** The user knows of {@code item}. */
    void acknowledge(InboxItem item) {
        acknowledge(List.of(item));
    }
}
