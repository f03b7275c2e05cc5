package dev.longshore.ui.settings;

import dev.longshore.model.Connection;
import dev.longshore.model.ProxyChoice;
import dev.longshore.text.ConnectionText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
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
    private final Label result = new WrappedLabel("", "outcome");
    private final Button test = new Button();
    private final ConnectionFacts facts;
    private final UiContext context;

    /**
     * What the card says; made anew only when that changes, not with every answer of the service.
     *
     * @param token where the token is, in a sentence
     * @param trouble what is wrong, or empty
     */
    record ConnectionFacts(Connection connection, String token, String trouble, int databases) {
        static ConnectionFacts of(WatchedConnection watched, UiContext context) {
            return new ConnectionFacts(
                    watched.connection(), context.sentence(watched.token().description()),
                    watched.health().fact().map(context::sentence).orElse(""),
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
    record ConnectionCardActions(Runnable change, Runnable replaceToken, Runnable forget) {}

    ConnectionCard(ConnectionFacts facts, UiContext context, ConnectionCardActions actions) {
        this.facts = facts;
        this.context = context;
        getStyleClass().add("card");
        getChildren().addAll(header(),
                new WrappedLabel(context.texts().get("settings.endpoint", endpoint(facts.connection()))));
        if (!facts.token().equals(facts.trouble())) {
            getChildren().add(new WrappedLabel(facts.token()));
        }
        getChildren().add(new WrappedLabel(context.texts().get("settings.databases", facts.databases())));
        if (!facts.trouble().isEmpty()) {
            getChildren().add(new WrappedLabel(facts.trouble(), "outcome", ColorRole.RISK.styleClass()));
        }
        Visibility.set(result, false);
        getChildren().addAll(result, buttons(actions));
    }

    private String endpoint(Connection connection) {
        return switch (connection.proxy()) {
            case ProxyChoice.OfSystem _ -> connection.endpoint().toString();
            case ProxyChoice.None _ -> context.texts().get("settings.endpoint.direct", connection.endpoint());
            case ProxyChoice.Http http -> context.texts().get("settings.endpoint.through", connection.endpoint(), http);
        };
    }

    private HBox header() {
        var connection = facts.connection();
        var name = new Label(new ConnectionText(context.texts()).named(connection));
        name.getStyleClass().addAll("who-connection",
                ColorRole.of(connection.environment()).styleClass());
        var header = new HBox(name, readOnly());
        header.getStyleClass().add("field-line");
        return header;
    }

    private FlowPane buttons(ConnectionCardActions actions) {
        test.setText(context.texts().get("settings.test"));
        test.setOnAction(_ -> test());
        var row = new FlowPane(
                test, button("settings.change", actions.change()),
                button("settings.replaceToken", actions.replaceToken()),
                button("settings.forget", actions.forget()));
        row.getStyleClass().add("picks");
        return row;
    }

    private Label readOnly() {
        var label = new Label(facts.connection().readOnly() ? context.texts().get("settings.readOnly") : "");
        label.getStyleClass().add("note");
        return label;
    }

    private Button button(String text, Runnable action) {
        var button = new Button(context.texts().get(text));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void test() {
        test.setDisable(true);
        show(context.texts().get("connect.trying"), ColorRole.NEUTRAL);
        var _ = context.watch().connect(facts.connection(), null).whenComplete(
                (check, failure) -> context.thread().run(() -> tested(check, failure)));
    }

    private void tested(@Nullable ConnectionCheck check, @Nullable Throwable failure) {
        test.setDisable(false);
        switch (check) {
            case null -> show(context.sentence(failure), ColorRole.DANGER);
            case ConnectionCheck.Passed passed -> show(context.sentence(passed.fact()), ColorRole.GOOD);
            case ConnectionCheck.Failed failed -> show(context.sentence(failed.fact()), ColorRole.DANGER);
        }
    }

    private void show(String sentence, ColorRole colorRole) {
        result.setText(sentence);
        Visibility.set(result, true);
        colorRole.applyTo(result);
    }
}
