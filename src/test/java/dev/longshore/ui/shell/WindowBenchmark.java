package dev.longshore.ui.shell;

import dev.longshore.bench.Measurement;
import dev.longshore.support.SampleActivity;
import dev.longshore.support.SampleAlerts;
import dev.longshore.support.SampleHistories;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.DerivedPerMigration;
import dev.longshore.ui.fx.FxThread;
import dev.longshore.ui.look.Theme;
import dev.longshore.ui.migrations.MigrationRow;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.AlertsSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * The whole window with 10,000 migrations of which 200 change every second, each as a snapshot of its own, one of them
 * selected: how long the tasks of the FX thread are, as {@link FxTasks} measures them, while the rows are in order of
 * risk, with eight of them compared, sorted, filtered and grouped, under the open list of alerts, and behind other screens, the activity with 100,000
 * entries among them. Beside it the plain way, measured in the same run: a bare table with as many columns of plain texts, whose
 * rows are replaced by those of each snapshot.
 */
public final class WindowBenchmark {
    private static final int MIGRATIONS = 10_000;
    private static final int CHANGES_A_SECOND = 200;
    private static final int ENTRIES = 100_000;
    private static final int WARM_UP = Integer.getInteger("bench.w", 8);
    private static final int SECONDS = Integer.getInteger("bench.s", 15);
    /** Only views whose names contain this are measured. */
    private static final String MEASURED = System.getProperty("bench.v", "");
    /** What half a frame has, in milliseconds. */
    private static final double HALF_A_FRAME = 8;
    private static final String TABLE = "in order of risk";
    private static final String COMPARISON = "with eight compared";
    private static final int COMPARED = 8;
    /** The views of which a table row is made, and its name. */
    private static final Map<String, String> PROMISED = Map.of(TABLE, "table-update", COMPARISON, "comparison",
            "behind the queue", "queue", "behind the activity", "activity", "behind the calendar", "calendar",
            "behind the calendar in plan mode", "calendar-plan");

    private final ManyMigrations migrations = new ManyMigrations(MIGRATIONS);
    private final TestWindow window = new TestWindow(migrations.snapshot(TestOrganisation.NOW));
    private final long begin = System.nanoTime();
    private final DerivedPerMigration<List<ActiveAlert>> alerts = new DerivedPerMigration<>(
            each -> SampleAlerts.of(each, window.clock.instant()).toList());
    private final List<Measurement> figures = new ArrayList<>();

    /** A state of the window in which it is measured. */
    private record BenchmarkedView(String name, int seconds, Consumer<Parent> steps) {}

    private WindowBenchmark() {
        window.watch.answerHistory(SampleHistories::importing);
        window.watch.activityReader = ForkJoinPool.commonPool();
        window.watch.answerActivity(
                SampleActivity.pages(SampleActivity.many(window.watch.snapshot(), ENTRIES)));
    }

    /** Measures. */
    public static List<Measurement> run() throws Exception {
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
        window.clock.set(TestOrganisation.NOW.plusNanos(System.nanoTime() - begin));
        window.watch.publish(migrations.changed(window.clock.instant()));
    }

    /** As the watch tells its alerts: all of them, judged anew where a migration has changed, on a thread of its own. */
    private void tell() {
        alerts.show(window.watch.snapshot().migrations());
        window.watch.publishAlerts(AlertsSnapshot.of(alerts.all().flatMap(List::stream).toList(), List.of()));
    }

    private void measure() throws Exception {
        var stage = onFxThread(Stage::new);
        var plain = onFxThread(() -> PlainTable.show(stage, window.watch));
        var baseline = FxTasks.after(WARM_UP, SECONDS, stage.getScene());
        plain.close();
        var shell = onFxThread(() -> open(stage));
        for (var benchmarkedView : views()) {
            onFxThread(() -> {
                benchmarkedView.steps().accept(shell.root());
                return benchmarkedView;
            });
            if (benchmarkedView.name().contains(MEASURED)) {
                add(benchmarkedView, FxTasks.after(WARM_UP, benchmarkedView.seconds(), stage.getScene()), baseline);
            }
        }
        onFxThread(() -> {
            shell.close();
            stage.close();
            return stage;
        });
    }

    private void add(BenchmarkedView benchmarkedView, FxTasks ours, FxTasks baseline) {
        var promised = PROMISED.get(benchmarkedView.name());
        if (promised != null) {
            figures.add(new Measurement(
                    promised + ": 99 % of the tasks, processor, 10,000 rows / half a frame",
                    ours.processor().milliseconds(0.99), HALF_A_FRAME, "ms", 1.0));
        }
        System.out.println("Of the slowest 1 % " + benchmarkedView.name() + ": " + ours.slowest(0.01) + ".");
        add(benchmarkedView, "median", 0.5, ours, baseline);
        add(benchmarkedView, "longest", 1, ours, baseline);
        add(benchmarkedView, "99 %", 0.99, ours, baseline);
    }

    private void add(BenchmarkedView benchmarkedView, String which, double share, FxTasks ours, FxTasks baseline) {
        var name = "10,000 rows " + benchmarkedView.name() + ": " + which + " of " + ours.wall().count() + " tasks";
        figures.add(new Measurement(
                name, ours.wall().milliseconds(share), baseline.wall().milliseconds(share), "ms", null));
        figures.add(new Measurement(
                name + ", processor", ours.processor().milliseconds(share),
                baseline.processor().milliseconds(share), "ms", null));
    }

    private WindowAssembly open(Stage stage) {
        var theme = new Theme();
        var shell = new WindowAssembly(window.context(new FxThread()), window.appearance(theme),
                window.hostEnvironment());
        var scene = new Scene(shell.root(), 960, 720);
        theme.applyTo(scene);
        stage.setScene(scene);
        shell.startTicking();
        table(shell.root()).getSelectionModel().select(2);
        return shell;
    }

    private static List<BenchmarkedView> views() {
        return List.of(
                new BenchmarkedView(TABLE, 2 * SECONDS, _ -> {}),
                new BenchmarkedView(COMPARISON, SECONDS, root -> {
                    var selection = table(root).getSelectionModel();
                    selection.clearSelection();
                    selection.selectRange(0, COMPARED);
                }),
                new BenchmarkedView("sorted by progress", SECONDS, root -> {
                    table(root).getSelectionModel().clearAndSelect(2);
                    sort(root, "colProgress");
                }),
                new BenchmarkedView("sorted by age", SECONDS, root -> sort(root, "colObserved")),
                new BenchmarkedView("that need me", SECONDS, root -> press(root, "modeNeedsMe")),
                new BenchmarkedView("filtered", SECONDS,
                        root -> ((TextField) root.lookup("#quickFilter")).setText("import aws")),
                new BenchmarkedView("filtered, by database", SECONDS, root -> press(root, "modeByDatabase")),
                new BenchmarkedView(
                        "by database", SECONDS, root -> ((TextField) root.lookup("#quickFilter")).clear()),
                new BenchmarkedView("under the open list of alerts", SECONDS, root -> press(root, "alertsButton")),
                new BenchmarkedView("behind the calendar", SECONDS, root -> {
                    press(root, "alertsButton");
                    press(root, "navCalendar");
                }),
                new BenchmarkedView("behind the calendar in plan mode", SECONDS, root -> {
                    ((ToggleButton) root.lookup("#whatIf")).setSelected(true);
                    // What lies in the panel is found once it has been styled.
                    root.applyCss();
                    root.layout();
                    ((TextField) root.lookup("#whatIfExtend")).setText("2026-11-30 12:00");
                }),
                new BenchmarkedView("behind the queue", SECONDS, root -> press(root, "navQueue")),
                new BenchmarkedView("behind the activity", SECONDS, root -> press(root, "navActivity")),
                new BenchmarkedView("behind the activity, scrolled", SECONDS, WindowBenchmark::scroll),
                new BenchmarkedView("behind the activity, searched", SECONDS,
                        root -> ((TextField) root.lookup("#quickFilter")).setText("migration-77 alert")),
                new BenchmarkedView("as before, other screens made", SECONDS, root -> {
                    ((TextField) root.lookup("#quickFilter")).clear();
                    press(root, "navMigrations");
                }));
    }

    /** A hundred rows a second, page after page. */
    private static void scroll(Parent root) {
        var list = (ListView<?>) root.lookup("#activityLog");
        var row = new AtomicInteger();
        var scrolling = new PauseTransition(Duration.millis(50));
        scrolling.setOnFinished(_ -> {
            list.scrollTo(Math.min(row.addAndGet(5), list.getItems().size() - 1));
            if (list.getScene() != null) {
                scrolling.playFromStart();
            }
        });
        scrolling.play();
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
