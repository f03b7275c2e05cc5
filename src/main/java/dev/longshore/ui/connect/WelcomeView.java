package dev.longshore.ui.connect;

import dev.longshore.ui.Explore;
import dev.longshore.ui.Ui;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** What is shown while there is no connection: look around, or connect. */
public final class WelcomeView {
    private final Ui ui;
    private final Explore explore;
    private final Runnable connect;
    @FXML private Button welcomeExplore;
    @FXML private Label welcomeNote;

    /**
     * The welcome.
     *
     * @param explore starts the simulator
     * @param connect opens the dialog for a new connection
     */
    public WelcomeView(Ui ui, Explore explore, Runnable connect) {
        this.ui = ui;
        this.explore = explore;
        this.connect = connect;
    }

    @FXML
    void explore() {
        welcomeExplore.setDisable(true);
        welcomeNote.setText(ui.texts().get("connect.welcome.starting"));
        var _ = explore.begin().whenComplete((trouble, failure) -> ui.thread().run(() -> begun(trouble, failure)));
    }

    private void begun(@Nullable String trouble, @Nullable Throwable failure) {
        welcomeExplore.setDisable(false);
        welcomeNote.setText(trouble == null ? ui.sentence(failure) : trouble);
    }

    @FXML
    void connect() {
        connect.run();
    }
}
