package dev.longshore.ui.shell;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.text.Texts;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.WatchedConnection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lets the user see the migrations of all connections, or of one. */
final class ConnectionChooser {
    /**
     * What can be chosen.
     *
     * @param connection which connection, or empty for all
     */
    record ConnectionChoice(Optional<Connection> connection) {}

    private final ComboBox<ConnectionChoice> box;
    private final SnapshotFeed feed;
    private final Texts texts;
    private boolean filling;

    ConnectionChooser(ComboBox<ConnectionChoice> box, SnapshotFeed feed, Texts texts) {
        this.box = box;
        this.feed = feed;
        this.texts = texts;
        box.setCellFactory(_ -> new ConnectionChoiceCell());
        box.setButtonCell(new ConnectionChoiceCell());
        box.valueProperty().subscribe(this::choose);
        feed.snapshotProperty().subscribe(_ -> fill());
        feed.connectionProperty().subscribe(_ -> fill());
    }

    private void choose(@Nullable ConnectionChoice chosen) {
        if (!filling && chosen != null) {
            feed.connectionProperty().set(chosen.connection().map(Connection::id));
        }
    }

    private void fill() {
        var choices = choices();
        if (!choices.equals(box.getItems())) {
            filling = true;
            box.getItems().setAll(choices);
            filling = false;
        }
        box.setValue(choices.stream().filter(this::isChosen).findFirst().orElse(choices.getFirst()));
    }

    private boolean isChosen(ConnectionChoice choice) {
        Optional<ConnectionId> id = choice.connection().map(Connection::id);
        return id.equals(feed.connectionProperty().get());
    }

    private List<ConnectionChoice> choices() {
        var connections = feed.snapshotProperty().get().connections().stream()
                .map(WatchedConnection::connection)
                .map(Optional::of);
        return Stream.concat(Stream.of(Optional.<Connection>empty()), connections).map(ConnectionChoice::new).toList();
    }

    private final class ConnectionChoiceCell extends ListCell<ConnectionChoice> {
        @Override
        protected void updateItem(@Nullable ConnectionChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(choice == null || empty ? null : name(choice.connection()));
            setGraphic(
                    choice == null || empty ? null : choice.connection().map(ConnectionChoiceCell::dot).orElse(null));
        }

        private String name(Optional<Connection> choice) {
            return choice.map(Connection::name).orElseGet(() -> texts.get("shell.connection.all"));
        }

        private static FontIcon dot(Connection connection) {
            var icon = new FontIcon("mdi2c-circle-medium");
            icon.getStyleClass().add(ColorRole.of(connection.environment()).styleClass());
            return icon;
        }
    }
}
