package dev.longshore.ui.shell;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.ui.Feed;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.WatchedConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lets the person see the migrations of all connections, or of one. */
final class ConnectionChooser {
    private final ComboBox<Optional<Connection>> box;
    private final Feed feed;
    private final Texts texts;
    private boolean filling;

    ConnectionChooser(ComboBox<Optional<Connection>> box, Feed feed, Texts texts) {
        this.box = box;
        this.feed = feed;
        this.texts = texts;
        box.setCellFactory(_ -> new Cell());
        box.setButtonCell(new Cell());
        box.valueProperty().subscribe(this::choose);
        feed.snapshotProperty().subscribe(_ -> fill());
    }

    private void choose(@Nullable Optional<Connection> chosen) {
        if (!filling && chosen != null) {
            feed.connectionProperty().set(chosen.map(Connection::id));
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

    private boolean isChosen(Optional<Connection> choice) {
        Optional<ConnectionId> id = choice.map(Connection::id);
        return id.equals(feed.connectionProperty().get());
    }

    private List<Optional<Connection>> choices() {
        var connections = feed.snapshotProperty().get().connections().stream()
                .map(WatchedConnection::connection)
                .map(Optional::of);
        return new ArrayList<>(Stream.concat(Stream.of(Optional.<Connection>empty()), connections).toList());
    }

    private final class Cell extends ListCell<Optional<Connection>> {
        @Override
        protected void updateItem(@Nullable Optional<Connection> choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(choice == null || empty ? null : name(choice));
            setGraphic(choice == null || empty ? null : choice.map(Cell::dot).orElse(null));
        }

        private String name(Optional<Connection> choice) {
            return choice.map(Connection::name).orElseGet(() -> texts.get("shell.connection.all"));
        }

        private static FontIcon dot(Connection connection) {
            var icon = new FontIcon("mdi2c-circle-medium");
            icon.getStyleClass().add(token(connection.environment()).styleClass());
            return icon;
        }

        private static Token token(Environment environment) {
            return switch (environment) {
                case DEVELOPMENT -> Token.GOOD;
                case TEST -> Token.RISK;
                case PRODUCTION -> Token.DANGER;
            };
        }
    }
}
