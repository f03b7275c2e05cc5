package dev.longshore.ui.connect;

import dev.longshore.ui.context.UiContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** What is shown while there is no connection: look around, or connect. */
public final class WelcomeView {
    private final UiContext context;
    private final Supplier<CompletableFuture<String>> demoStarter;
    private final Runnable connect;
    @FXML private Button welcomeExplore;
    @FXML private Label welcomeNote;

    /**
     * The welcome.
     *
     * @param demoStarter starts the simulator
     * @param connect opens the dialog for a new connection
     */
    public WelcomeView(UiContext context, Supplier<CompletableFuture<String>> demoStarter, Runnable connect) {
        this.context = context;
        this.demoStarter = demoStarter;
        this.connect = connect;
    }

    @FXML
    void explore() {
        welcomeExplore.setDisable(true);
        welcomeNote.setText(context.texts().get("connect.welcome.starting"));
        var _ = demoStarter.get()
                .whenComplete((trouble, failure) -> context.thread().run(() -> started(trouble, failure)));
    }

    private void started(@Nullable String trouble, @Nullable Throwable failure) {
        welcomeExplore.setDisable(false);
        welcomeNote.setText(trouble == null ? context.sentence(failure) : trouble);
    }

    @FXML
    void connect() {
        connect.run();
    }
}
