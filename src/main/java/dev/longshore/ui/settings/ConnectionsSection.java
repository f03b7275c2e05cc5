package dev.longshore.ui.settings;

import dev.longshore.model.Connection;
import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Question;
import dev.longshore.ui.Ui;
import dev.longshore.ui.connect.ConnectDialogs;
import dev.longshore.ui.fx.Presence;
import dev.longshore.ui.theme.Token;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A card for each connection, and what could not be forgotten. */
final class ConnectionsSection extends VBox {
    private final Ui ui;
    private final Feed feed;
    private final Dialogs dialogs;
    private final ConnectDialogs connecting;
    private final VBox cards = new VBox();
    private final Label trouble = new Label();

    ConnectionsSection(Ui ui, Feed feed, Dialogs dialogs, ConnectDialogs connecting) {
        this.ui = ui;
        this.feed = feed;
        this.dialogs = dialogs;
        this.connecting = connecting;
        cards.getStyleClass().add("lanes");
        trouble.setId("forgetTrouble");
        trouble.setWrapText(true);
        trouble.getStyleClass().addAll("outcome", Token.RISK.styleClass());
        getChildren().setAll(cards, trouble);
        say("");
        feed.snapshotProperty().map(snapshot -> snapshot.connections().stream().map(ConnectionCard.Facts::of).toList())
                .subscribe(this::show);
    }

    private void show(List<ConnectionCard.Facts> facts) {
        if (facts.isEmpty()) {
            cards.getChildren().setAll(new Label(ui.texts().get("settings.noConnection")));
        } else {
            cards.getChildren().setAll(facts.stream().map(this::card).toList());
        }
    }

    private ConnectionCard card(ConnectionCard.Facts facts) {
        var connection = facts.connection();
        return new ConnectionCard(facts, ui, new ConnectionCard.Buttons(
                () -> connecting.change(connection),
                () -> connecting.replaceToken(connection),
                () -> forget(connection)));
    }

    private void forget(Connection connection) {
        var migrations = feed.snapshotProperty().get().migrations().stream()
                .filter(each -> each.key().connection().equals(connection.id()))
                .count();
        new Question(
                ui.texts().get("settings.forget.title", connection.name()),
                ui.texts().get("settings.forget.text", migrations),
                ui.texts().get("settings.forget.verb"),
                ui.texts().get("actions.confirm.cancel")).ask(dialogs, () -> {
                    var _ = ui.watch().forget(connection.id())
                            .<String>handle((left, failure) -> failure == null ? left.orElse("") : ui.sentence(failure))
                            .thenAccept(sentence -> ui.thread().run(() -> say(sentence)));
                });
    }

    private void say(String sentence) {
        trouble.setText(sentence);
        Presence.set(trouble, !sentence.isEmpty());
    }
}
