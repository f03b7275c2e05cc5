package dev.longshore.ui.settings;

import dev.longshore.model.Connection;
import dev.longshore.model.ProxyChoice;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.Presence;
import dev.longshore.ui.text.ConnectionText;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.WatchedConnection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A connection in the settings: what it is, where its token is kept, and how it is doing. */
final class ConnectionCard extends VBox {
    private final Label result = new Label();
    private final Button test = new Button();
    private final Facts facts;
    private final Ui ui;

    /**
     * What the card says; made anew only when that changes, not with every answer of the service.
     *
     * @param token where the token is, in words
     * @param trouble what is wrong, or empty
     */
    record Facts(Connection connection, String token, String trouble, int databases) {
        static Facts of(WatchedConnection watched) {
            return new Facts(
                    watched.connection(), watched.token().words(), watched.health().sentence().orElse(""),
                    watched.databases().size());
        }
    }

    /**
     * What can be done about it.
     *
     * @param change opens the dialog for its name, colour and way
     * @param replaceToken opens the dialog for its token
     * @param forget takes it away, after a question
     */
    record Buttons(Runnable change, Runnable replaceToken, Runnable forget) {}

    ConnectionCard(Facts facts, Ui ui, Buttons buttons) {
        this.facts = facts;
        this.ui = ui;
        getStyleClass().add("lane");
        getChildren().addAll(header(), line("settings.endpoint", endpoint(facts.connection())));
        if (!facts.token().equals(facts.trouble())) {
            getChildren().add(line("settings.token", facts.token()));
        }
        getChildren().add(line("settings.databases", facts.databases()));
        if (!facts.trouble().isEmpty()) {
            getChildren().add(trouble(facts.trouble()));
        }
        result.setWrapText(true);
        result.getStyleClass().add("outcome");
        Presence.set(result, false);
        getChildren().addAll(result, buttons(buttons));
    }

    private String endpoint(Connection connection) {
        return switch (connection.proxy()) {
            case ProxyChoice.OfSystem _ -> connection.endpoint().toString();
            case ProxyChoice.None _ -> ui.texts().get("settings.endpoint.direct", connection.endpoint());
            case ProxyChoice.Http http -> ui.texts().get("settings.endpoint.through", connection.endpoint(), http);
        };
    }

    private HBox header() {
        var connection = facts.connection();
        var name = new Label(new ConnectionText(ui.texts()).named(connection));
        name.getStyleClass().addAll("who-connection", ConnectionText.token(connection.environment()).styleClass());
        var header = new HBox(name, readOnly());
        header.getStyleClass().add("lane-header");
        return header;
    }

    private FlowPane buttons(Buttons buttons) {
        test.setText(ui.texts().get("settings.test"));
        test.setOnAction(_ -> test());
        var row = new FlowPane(
                test, button("settings.change", buttons.change()),
                button("settings.replaceToken", buttons.replaceToken()),
                button("settings.forget", buttons.forget()));
        row.getStyleClass().add("picks");
        return row;
    }

    private Label readOnly() {
        var label = new Label(facts.connection().readOnly() ? ui.texts().get("settings.readOnly") : "");
        label.getStyleClass().add("note");
        return label;
    }

    private Button button(String text, Runnable action) {
        var button = new Button(ui.texts().get(text));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Label line(String key, Object value) {
        var label = new Label(ui.texts().get(key, value));
        label.setWrapText(true);
        return label;
    }

    private static Label trouble(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().addAll("outcome", Token.RISK.styleClass());
        return label;
    }

    private void test() {
        test.setDisable(true);
        show(ui.texts().get("connect.trying"), Token.NEUTRAL);
        var _ = ui.watch().connect(facts.connection(), null).whenComplete(
                (check, failure) -> ui.thread().run(() -> tested(check, failure)));
    }

    private void tested(@Nullable ConnectionCheck check, @Nullable Throwable failure) {
        test.setDisable(false);
        switch (check) {
            case null -> show(ui.sentence(failure), Token.DANGER);
            case ConnectionCheck.Accepted accepted -> show(accepted.sentence(), Token.GOOD);
            case ConnectionCheck.Failed failed -> show(failed.sentence(), Token.DANGER);
        }
    }

    private void show(String sentence, Token token) {
        result.setText(sentence);
        Presence.set(result, true);
        token.colour(result);
    }
}
