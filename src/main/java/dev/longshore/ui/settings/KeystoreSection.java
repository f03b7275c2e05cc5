package dev.longshore.ui.settings;

import dev.longshore.secret.StoreState;
import dev.longshore.ui.Ui;
import dev.longshore.ui.theme.Token;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which keystore holds the tokens and whether it answers; asked only when a person looks. */
final class KeystoreSection extends VBox {
    private final Ui ui;
    private final Label sentence = new Label();
    private final Button look = new Button();
    private final Button unlock = new Button();

    KeystoreSection(Ui ui) {
        this.ui = ui;
        getStyleClass().add("field-note");
        sentence.setId("keystoreState");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("outcome");
        look.setId("keystoreLook");
        look.setText(ui.texts().get("settings.keystore.look"));
        look.setOnAction(_ -> look());
        unlock.setId("keystoreUnlock");
        unlock.setText(ui.texts().get("settings.keystore.unlock"));
        unlock.setOnAction(_ -> ask("settings.keystore.waiting", ui.watch().unlock()));
        var buttons = new HBox(look, unlock);
        buttons.getStyleClass().add("field-line");
        getChildren().setAll(sentence, buttons);
        look();
    }

    private void look() {
        ask("settings.keystore.looking", ui.watch().keystore());
    }

    private void ask(String meanwhile, CompletableFuture<StoreState> answer) {
        say(ui.texts().get(meanwhile), Token.NEUTRAL);
        look.setDisable(true);
        unlock.setDisable(true);
        var _ = answer.whenComplete((state, failure) -> ui.thread().run(() -> show(state, failure)));
    }

    private void show(@Nullable StoreState state, @Nullable Throwable failure) {
        look.setDisable(false);
        unlock.setDisable(!(state instanceof StoreState.Locked));
        switch (state) {
            case null -> say(ui.sentence(failure), Token.DANGER);
            case StoreState.Available available -> say(available.sentence(), Token.GOOD);
            case StoreState.Locked locked -> say(locked.sentence(), Token.RISK);
            case StoreState.Missing missing ->
                say(ui.texts().get("settings.keystore.missing", missing.sentence()), Token.RISK);
        }
    }

    private void say(String text, Token token) {
        sentence.setText(text);
        token.colour(sentence);
    }
}
