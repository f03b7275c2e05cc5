package dev.longshore.ui.queue;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.KeyedListItems;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.queue.QueueRow.QueuePart;
import dev.longshore.ui.queue.QueueRow.RowContent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The screen of the import queue. */
public final class QueueView {
    private final UiContext context;
    private final QueueViewModel model;
    private final ActionsViewModel actions;
    private final Consumer<MigrationKey> open;
    private final KeyedListItems<QueueRow.QueueRowKey, QueueRow> items = new KeyedListItems<>(QueueRow::key);
    @FXML private ListView<ObservableValue<QueueRow>> queueList;
    @FXML private Label queueNote;

    /**
     * The queue of what {@code feed} shows.
     *
     * @param actions asks before a launch is approved
     * @param open shows a migration
     */
    public QueueView(UiContext context, SnapshotFeed feed, ActionsViewModel actions, Consumer<MigrationKey> open) {
        this.context = context;
        this.actions = actions;
        this.open = open;
        model = new QueueViewModel(context, feed);
    }

    /** What a row of the queue asks for. */
    final class QueueRowActions {
        void open(MigrationKey key) {
            open.accept(key);
        }

        void approve(MigrationKey key) {
            model.say(actions.requestApproval(key).orElse(""));
        }

        void withdraw(MigrationKey key) {
            model.withdraw(key);
        }

        void move(MigrationKey key, int by) {
            model.move(key, by);
        }

        boolean canMoveTo(MigrationKey key, MigrationKey target) {
            return model.canMoveTo(key, target);
        }

        void moveTo(MigrationKey key, MigrationKey target) {
            model.moveTo(key, target);
        }

        void switchAutoLaunch(QueueRow row, boolean isOn) {
            model.switchAutoLaunch(row.database(), isOn);
        }
    }

    @FXML
    void initialize() {
        queueList.setAccessibleText(context.texts().get("queue.title"));
        queueList.setCellFactory(_ -> new QueueCell(context.texts(), new QueueRowActions()));
        var none = new Label();
        none.textProperty().bind(model.isEmptyByFilter().map(
                filtered -> context.texts().get(filtered ? "queue.none.filtered" : "queue.none")));
        none.getStyleClass().add("note");
        queueList.setPlaceholder(none);
        model.onScreenProperty().bind(queueList.sceneProperty().isNotNull());
        queueList.setItems(items.items());
        queueList.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        model.rowsProperty().subscribe(this::show);
        model.noteProperty().subscribe(sentence -> {
            queueNote.setText(sentence);
            Visibility.set(queueNote, !sentence.isEmpty());
        });
    }

    /** What was selected stays so where it has another place now. */
    private void show(List<QueueRow> rows) {
        var selection = queueList.getSelectionModel();
        var selected = selection.getSelectedItem();
        items.show(rows);
        if (selected != null && items.items().contains(selected)) {
            selection.select(selected);
            queueList.getFocusModel().focus(selection.getSelectedIndex());
        }
    }

    private void move(KeyEvent pressed) {
        var isUp = pressed.getCode() == KeyCode.UP;
        if (pressed.isAltDown() && (isUp || pressed.getCode() == KeyCode.DOWN)) {
            selected().ifPresent(key -> {
                pressed.consume();
                model.move(key, isUp ? -1 : 1);
            });
        }
    }

    private Optional<MigrationKey> selected() {
        return Optional.ofNullable(queueList.getSelectionModel().getSelectedItem()).map(ObservableValue::getValue)
                .map(QueueRow::content)
                .flatMap(content -> content instanceof RowContent.QueueItem item && item.part() == QueuePart.WAITING
                        ? Optional.of(item.key()) : Optional.empty());
    }
}
