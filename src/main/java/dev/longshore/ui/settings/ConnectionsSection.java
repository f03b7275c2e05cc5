package dev.longshore.ui.settings;

import dev.longshore.model.Connection;
import dev.longshore.ui.connect.ConnectDialogs;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ConfirmationDialog;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A card for each connection, and what could not be forgotten. */
final class ConnectionsSection extends VBox {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final Dialogs dialogs;
    private final ConnectDialogs connecting;
    private final VBox cards = new VBox();
    private final Label trouble = new WrappedLabel("", "outcome", ColorRole.RISK.styleClass());

    ConnectionsSection(UiContext context, SnapshotFeed feed, Dialogs dialogs, ConnectDialogs connecting) {
        this.context = context;
        this.feed = feed;
        this.dialogs = dialogs;
        this.connecting = connecting;
        cards.getStyleClass().add("settings-section");
        trouble.setId("forgetTrouble");
        getChildren().setAll(cards, trouble);
        showMessage("");
        feed.snapshotProperty()
                .map(snapshot -> snapshot.connections().stream()
                        .map(each -> ConnectionCard.ConnectionFacts.of(each, context)).toList())
                .subscribe(this::show);
    }

    private void show(List<ConnectionCard.ConnectionFacts> facts) {
        if (facts.isEmpty()) {
            cards.getChildren().setAll(new Label(context.texts().get("settings.noConnection")));
        } else {
            cards.getChildren().setAll(facts.stream().map(this::card).toList());
        }
    }

    private ConnectionCard card(ConnectionCard.ConnectionFacts facts) {
        var connection = facts.connection();
        return new ConnectionCard(facts, context, new ConnectionCard.ConnectionCardActions(
                () -> connecting.change(connection),
                () -> connecting.replaceToken(connection),
                () -> forget(connection)));
    }

    private void forget(Connection connection) {
        var migrations = feed.snapshotProperty().get().migrations().stream()
                .filter(each -> each.key().connection().equals(connection.id()))
                .count();
        new ConfirmationDialog(
                context.texts().get("settings.forget.title", connection.name()),
                context.texts().get("settings.forget.text", migrations),
                context.texts().get("settings.forget.verb"),
                context.texts().get("actions.confirm.cancel")).show(
                        dialogs, () -> context.whenDone(context.watch().forget(connection.id()), this::showMessage));
    }

    private void showMessage(String sentence) {
        trouble.setText(sentence);
        Visibility.set(trouble, !sentence.isEmpty());
    }
}
