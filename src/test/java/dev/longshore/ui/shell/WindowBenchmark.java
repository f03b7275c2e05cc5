package dev.longshore.ui.shell;

import dev.longshore.bench.Figure;
import dev.longshore.support.Alerts;
import dev.longshore.support.Estate;
import dev.longshore.support.Histories;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.PerMigration;
import dev.longshore.ui.fx.FxThread;
import dev.longshore.ui.migrations.MigrationRow;
import dev.longshore.ui.theme.Theme;
import dev.longshore.watch.AlertBoard;
import dev.longshore.watch.StandingAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/**
 * The whole window with 10,000 migrations of which 200 change every second, each as a snapshot of its own, one of them
 * selected: how long the tasks of the FX thread are, as {@link FxTasks} measures them, while the rows are as listed,
 * sorted, filtered and grouped, under the open list of alerts, and behind other screens. Beside it the plain way,
 * measured in the same run: a bare table with as many columns of plain texts, whose rows are replaced by those of each
 * snapshot.
 */
public final class WindowBenchmark {
    private static final int MIGRATIONS = 10_000;
    private static final int CHANGES_A_SECOND = 200;
    private static final int WARM_UP = Integer.getInteger("w", 8);
    private static final int SECONDS = Integer.getInteger("s", 15);
    private static final double LONGEST = 50;
    private static final double NEARLY_ALL = 8;

    private final ManyMigrations migrations = new ManyMigrations(MIGRATIONS);
    private final TestWindow window = new TestWindow(migrations.snapshot(Estate.NOW));
    private final long begin = System.nanoTime();
    private final PerMigration<List<StandingAlert>> alerts = new PerMigration<>(
            each -> Alerts.of(each, window.clock.instant()).toList());
    private final List<Figure> figures = new ArrayList<>();

    /** A state of the window in which it is measured. */
    private record View(String name, int seconds, Consumer<Parent> steps) {}

    private WindowBenchmark() {
        window.watch.answerHistory(Histories::importing);
    }

    /** Measures. */
    public static List<Figure> run() throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        try (var changing = Executors.newSingleThreadScheduledExecutor();
                var telling = Executors.newSingleThreadScheduledExecutor()) {
            var bench = new WindowBenchmark();
            changing.scheduleAtFixedRate(bench::change, 0, 1_000_000 / CHANGES_A_SECOND, TimeUnit.MICROSECONDS);
            telling.scheduleAtFixedRate(bench::tell, 1, 1, TimeUnit.SECONDS);
            bench.measure();
            changing.shutdownNow();
            telling.shutdownNow();
            return bench.figures;
        } finally {
            Platform.exit();
        }
    }

    private void change() {
        window.clock.set(Estate.NOW.plusNanos(System.nanoTime() - begin));
        window.watch.publish(migrations.changed(window.clock.instant()));
    }

    /** As the watch tells its alerts: all of them, judged anew where a migration has changed, on a thread of its own. */
    private void tell() {
        alerts.show(window.watch.snapshot().migrations());
        window.watch.tell(AlertBoard.of(alerts.all().flatMap(List::stream).toList(), List.of()));
    }

    private void measure() throws Exception {
        var stage = onFxThread(Stage::new);
        var plain = onFxThread(() -> PlainTable.show(stage, window.watch));
        var baseline = FxTasks.after(WARM_UP, SECONDS);
        plain.close();
        var shell = onFxThread(() -> open(stage));
        for (var view : views()) {
            onFxThread(() -> {
                view.steps().accept(shell.root());
                return view;
            });
            add(view, FxTasks.after(WARM_UP, view.seconds()), baseline);
        }
        onFxThread(() -> {
            shell.close();
            stage.close();
            return stage;
        });
    }

    private void add(View view, FxTasks ours, FxTasks baseline) {
        add(view, "median", 0.5, NEARLY_ALL, ours, baseline);
        add(view, "longest", 1, LONGEST, ours, baseline);
        add(view, "99 %", 0.99, NEARLY_ALL, ours, baseline);
    }

    private void add(View view, String which, double share, double limit, FxTasks ours, FxTasks baseline) {
        var name = "10,000 rows " + view.name() + ": " + which + " of " + ours.wall().count() + " tasks";
        figures.add(new Figure(
                name, ours.wall().milliseconds(share), baseline.wall().milliseconds(share), "ms", limit));
        figures.add(new Figure(
                name + ", processor", ours.processor().milliseconds(share),
                baseline.processor().milliseconds(share), "ms", limit));
    }

    private Shell open(Stage stage) {
        var theme = new Theme();
        var shell = new Shell(window.ui(new FxThread()), window.look(theme), window.firstStart());
        var scene = new Scene(shell.root(), 960, 720);
        theme.applyTo(scene);
        stage.setScene(scene);
        table(shell.root()).getSelectionModel().select(2);
        return shell;
    }

    private static List<View> views() {
        return List.of(
                new View("as listed", 2 * SECONDS, _ -> {}),
                new View("sorted by progress", SECONDS, root -> sort(root, "colProgress")),
                new View("sorted by age", SECONDS, root -> sort(root, "colObserved")),
                new View("that need me", SECONDS, root -> press(root, "modeNeedsMe")),
                new View("filtered", SECONDS, root -> ((TextField) root.lookup("#quickFilter")).setText("import aws")),
                new View("filtered, by database", SECONDS, root -> press(root, "modeByDatabase")),
                new View(
                        "by database", SECONDS, root -> ((TextField) root.lookup("#quickFilter")).clear()),
                new View("under the open list of alerts", SECONDS, root -> press(root, "alertsButton")),
                new View("behind the calendar", SECONDS, root -> {
                    press(root, "alertsButton");
                    press(root, "navCalendar");
                }),
                new View("behind the queue", SECONDS, root -> press(root, "navQueue")),
                new View("as before, other screens made", SECONDS, root -> press(root, "navMigrations")));
    }

    private static void sort(Parent root, String id) {
        var table = table(root);
        table.getSortOrder().setAll(List.of(table.getColumns().stream()
                .filter(column -> column.getId().equals(id)).findFirst().orElseThrow()));
    }

    private static void press(Parent root, String id) {
        ((ButtonBase) root.lookup("#" + id)).fire();
    }

    @SuppressWarnings("unchecked")
    private static TableView<MigrationRow> table(Parent root) {
        root.applyCss();
        root.layout();
        return (TableView<MigrationRow>) root.lookup("#migrationTable");
    }

    private static <T> T onFxThread(Supplier<T> work) throws Exception {
        return CompletableFuture.supplyAsync(work, Platform::runLater).get();
    }
}
