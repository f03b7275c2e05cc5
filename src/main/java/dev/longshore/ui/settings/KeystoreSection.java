package dev.longshore.ui.settings;

import dev.longshore.model.KeystoreState;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.ui.look.ColorRole;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Which keystore holds the tokens and whether it answers; asked only when a user looks. */
final class KeystoreSection extends SettingsSection {
    private final UiContext context;
    private final Label sentence = new WrappedLabel("", "outcome");
    private final Button check = button("keystoreLook", "look", this::check);
    private final Button unlock = button("keystoreUnlock", "unlock", this::unlock);

    KeystoreSection(UiContext context) {
        super(context.texts(), "settings.keystore.");
        this.context = context;
        sentence.setId("keystoreState");
        var buttons = new HBox(check, unlock);
        buttons.getStyleClass().add("field-line");
        getChildren().setAll(sentence, buttons);
        check();
    }

    private void check() {
        request("looking", context.watch().keystore());
    }

    private void unlock() {
        request("waiting", context.watch().unlock());
    }

    private void request(String meanwhile, CompletableFuture<KeystoreState> answer) {
        showMessage(text(meanwhile), ColorRole.NEUTRAL);
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
                showMessage(text("missing", context.sentence(missing.fact())), ColorRole.RISK);
        }
    }

    private void showMessage(String text, ColorRole colorRole) {
        sentence.setText(text);
        colorRole.applyTo(sentence);
    }
}
