package dev.longshore.ui.shell;

import dev.longshore.bench.Measurement;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SampleHistories;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.fx.FxThread;
import dev.longshore.ui.look.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/**
 * The longest task of the FX thread when a screen is opened for the first time in a window with 1,000 migrations: it is
 * made, filled, styled and laid out, in processor time. Without the cache of a package.
 */
public final class FirstOpeningBenchmark {
    private static final int MIGRATIONS = 1_000;
    private static final int SECONDS = 2;
    private static final double GOAL = 100;

    private final ManyMigrations migrations = new ManyMigrations(MIGRATIONS);
    private final TestWindow window = new TestWindow(migrations.snapshot(TestOrganisation.NOW));
    private final List<Measurement> figures = new ArrayList<>();

    private FirstOpeningBenchmark() {
        window.watch.answerHistory(SampleHistories::importing);
    }

    /** Measures; once in a virtual machine, as there is one first time only. */
    public static List<Measurement> run() throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        try {
            var bench = new FirstOpeningBenchmark();
            bench.measure();
            return bench.figures;
        } finally {
            Platform.exit();
        }
    }

    private void measure() throws Exception {
        var shell = onFxThread(this::open);
        FxTasks.after(SECONDS, SECONDS, shell.root().getScene());
        for (var screen : List.of("navCalendar", "navQueue", "navActivity", "navSettings")) {
            figures.add(new Measurement("1,000 migrations, first opening of " + screen + " / what is aimed at",
                    longest(shell.root(), screen), GOAL, "ms", 1.0));
            longest(shell.root(), "navMigrations");
        }
        onFxThread(() -> {
            shell.close();
            return shell;
        });
    }

    /** The longest task until the window rests, in milliseconds of the processor. */
    private static double longest(Parent root, String screen) throws Exception {
        try (var opening = Executors.newSingleThreadScheduledExecutor()) {
            var _ = opening.schedule(
                    () -> Platform.runLater(((ButtonBase) root.lookup("#" + screen))::fire), 300,
                    TimeUnit.MILLISECONDS);
            return FxTasks.after(0, SECONDS, root.getScene()).processor().milliseconds(1);
        }
    }

    private WindowAssembly open() {
        var theme = new Theme();
        var shell = new WindowAssembly(window.context(new FxThread()), window.appearance(theme),
                window.hostEnvironment());
        var scene = new Scene(shell.root(), FxExtension.MAX_WIDTH, FxExtension.MAX_HEIGHT);
        theme.applyTo(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        shell.startTicking();
        return shell;
    }

    private static <T> T onFxThread(Supplier<T> work) throws Exception {
        return CompletableFuture.supplyAsync(work, Platform::runLater).get();
    }
}
