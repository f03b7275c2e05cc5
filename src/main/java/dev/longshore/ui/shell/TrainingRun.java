package dev.longshore.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the window without a user: for the build of a package, where Java notes which classes a start needs, and to
 * measure. Asked for by a system property, since no person needs it.
 */
public final class TrainingRun {
    /** Says how far to go: the name of a {@link TrainingScope}, in any case. */
    public static final String PROPERTY = "longshore.rehearsal";

    /** The ids of what is used one after the other; what is not there at that moment is passed over. */
    static final List<String> STEPS = List.of(
            "migrationTable", "pauseAction", "launchAction", "confirmCancel", "scheduleCleanupAction", "confirmCancel",
            "cleanUpAction", "confirmCancel", "detailTabs", "detailTabs", "detailTabs", "detailTabs", "navCalendar",
            "calendarWeek", "calendarAgenda", "calendarMonth", "navQueue", "navActivity", "navSettings",
            "navMigrations", "alertsButton", "alertsButton", "pollNow", "themeToggle", "themeToggle");

    private static final List<String> SCREENS = List.of(
            "scheduleCleanupAction", "navCalendar", "navQueue", "navActivity", "navSettings");
    private static final Duration A_SECOND = Duration.seconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);
    private static final Duration A_STEP = Duration.millis(400);

    private final TrainingScope scope;
    private final Runnable drawn;

    private enum TrainingScope {
        /** Until the window has been drawn. */
        WINDOW,
        /** Through every screen. */
        TOUR,
        /** To each screen and a dialog, the first time, and notes how long that takes. */
        SCREENS,
        /** Until the window has been drawn; then it is minimised and stays open. */
        MINIMISED
    }

    private TrainingRun(TrainingScope scope, Runnable drawn) {
        this.scope = scope;
        this.drawn = drawn;
    }

    /**
     * What was asked for.
     *
     * @param property the value of {@link #PROPERTY}, or empty
     * @param drawn run as soon as the window has been drawn
     */
    public static Optional<TrainingRun> requested(String property, Runnable drawn) {
        return Arrays.stream(TrainingScope.values())
                .filter(each -> each.name().equalsIgnoreCase(property))
                .findFirst()
                .map(each -> new TrainingRun(each, drawn));
    }

    /** Goes its way and then closes {@code stage}, which is being shown. FX thread only. */
    public void begin(Stage stage) {
        onceDrawn(() -> {
            drawn.run();
            walk(stage);
        });
    }

    private static void onceDrawn(Runnable then) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                // When the second pulse begins, what the first one laid out has been handed to the screen.
                if (pulses == 2) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private void walk(Stage stage) {
        switch (scope) {
            case WINDOW, TOUR -> tour(stage);
            case SCREENS -> open(SCREENS, stage);
            case MINIMISED -> stage.setIconified(true);
        }
    }

    private void tour(Stage stage) {
        var walk = new Timeline();
        var frames = walk.getKeyFrames();
        if (scope == TrainingScope.TOUR) {
            STEPS.forEach(step -> frames.add(frame(frames.size(), () -> take(step, stage.getScene()))));
        }
        frames.add(frame(frames.size(), stage::hide));
        walk.play();
    }

    /** Opens these one after the other, and notes how long each takes to its first frame. */
    private static void open(List<String> ids, Stage stage) {
        if (ids.isEmpty()) {
            stage.hide();
            return;
        }
        var pause = new PauseTransition(A_SECOND);
        pause.setOnFinished(_ -> {
            var begin = System.nanoTime();
            take(ids.getFirst(), stage.getScene());
            onceDrawn(() -> {
                LOG.info("Opened {} in {} ms", ids.getFirst(), (System.nanoTime() - begin) / 1e6);
                open(ids.subList(1, ids.size()), stage);
            });
        });
        pause.play();
    }

    private static KeyFrame frame(int before, Runnable action) {
        return new KeyFrame(A_STEP.multiply(before + 1.0), _ -> action.run());
    }

    private static void take(String step, Scene scene) {
        var node = scene.lookup("#" + step);
        if (node == null) {
            LOG.info("The rehearsal passed over {}", step);
            return;
        }
        use(node);
    }

    private static void use(Node node) {
        switch (node) {
            case ButtonBase button -> button.fire();
            case TableView<?> table -> table.getSelectionModel().selectFirst();
            case TabPane tabs -> tabs.getSelectionModel().selectNext();
            default -> node.requestFocus();
        }
    }
}
