package dev.longshore.ui.fx;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The JavaFX application thread. */
public final class FxThread implements UiThread {

    @Override
    public void run(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void runNextFrame(Runnable task) {
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                task.run();
            }
        }.start());
    }

    @Override
    public boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }
}
