package dev.longshore.ui.settings;

import dev.longshore.model.KeystoreState;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.look.ColorRole;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which keystore holds the tokens and whether it answers; asked only when a user looks. */
final class KeystoreSection extends VBox {
    private final UiContext context;
    private final Label sentence = new Label();
    private final Button check = new Button();
    private final Button unlock = new Button();

    KeystoreSection(UiContext context) {
        this.context = context;
        getStyleClass().add("settings-section");
        sentence.setId("keystoreState");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("outcome");
        check.setId("keystoreLook");
        check.setText(context.texts().get("settings.keystore.look"));
        check.setOnAction(_ -> check());
        unlock.setId("keystoreUnlock");
        unlock.setText(context.texts().get("settings.keystore.unlock"));
        unlock.setOnAction(_ -> request("settings.keystore.waiting", context.watch().unlock()));
        var buttons = new HBox(check, unlock);
        buttons.getStyleClass().add("field-line");
        getChildren().setAll(sentence, buttons);
        check();
    }

    private void check() {
        request("settings.keystore.looking", context.watch().keystore());
    }

    private void request(String meanwhile, CompletableFuture<KeystoreState> answer) {
        showMessage(context.texts().get(meanwhile), ColorRole.NEUTRAL);
        check.setDisable(true);
        unlock.setDisable(true);
        var _ = answer.whenComplete((state, failure) -> context.thread().run(() -> show(state, failure)));
    }

    private void show(@Nullable KeystoreState state, @Nullable Throwable failure) {
        check.setDisable(false);
        unlock.setDisable(!(state instanceof KeystoreState.Locked));
        switch (state) {
            case null -> showMessage(context.sentence(failure), ColorRole.DANGER);
            case KeystoreState.Available available -> showMessage(context.sentence(available.fact()), ColorRole.GOOD);
            case KeystoreState.Locked locked -> showMessage(context.sentence(locked.fact()), ColorRole.RISK);
            case KeystoreState.Missing missing ->
                showMessage(context.texts().get("settings.keystore.missing", context.sentence(missing.fact())),
                        ColorRole.RISK);
        }
    }

    private void showMessage(String text, ColorRole colorRole) {
        sentence.setText(text);
        colorRole.applyTo(sentence);
    }
}
