package dev.longshore.ui.detail;

import dev.longshore.model.Forecast;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.axis.TimeWindow;
import dev.longshore.ui.control.timeline.TimelineStrip;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.WrappedTooltip;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Two to eight migrations below each other: their timelines on one axis with one now, and beside each its progress, pace,
 * expected end, cleanup, and the margin between the two. FX thread only.
 */
final class ComparisonPanel extends GridPane {
    private static final int TIMELINE = 6;
    private static final double NAME_WIDTH = 130;
    private static final double LEAST_TIMELINE = 220;
    private static final double MINUTES_OF_AN_HOUR = 60;

    private final UiContext context;
    private final SnapshotFeed feed;
    private final MigrationText text;
    private final List<ComparedRow> rows = new ArrayList<>();
    private final TimelineStrip axis;
    private List<String> drawn = List.of();
    private Map<MigrationKey, Timeline> drawnTimelines = Map.of();
    /** Of each row that is shown whether it has a timeline. */
    private List<Boolean> arranged = List.of();

    private record DrawnTimeline(Timeline timeline, Urgency urgency, TimeWindow window) {}

    /** The nodes of one migration: they stay, and only what they say changes, since each costs much to be made. */
    private final class ComparedRow {
        private final Label name = value();
        private final Label progress = value();
        private final Label pace = value();
        private final Label end = value();
        private final Label cleanup = value();
        private final Label margin = value();
        private final TimelineStrip strip = TimelineStrip.row(context.times());
        private @Nullable DrawnTimeline shown;

        ComparedRow() {
            name.setMinWidth(0);
            name.setPrefWidth(NAME_WIDTH);
            name.getStyleClass().add("fact-value");
            margin.getStyleClass().add("margin-value");
        }

        void write(WatchedMigration migration) {
            var expected = feed.expectedEnd(migration);
            say(name, migration.name(), migration.name() + "\n" + text.database(migration));
            say(progress, progress(migration), text.progressText(migration));
            say(pace, pace(migration, expected), reason(expected));
            say(end, expectedEnd(expected), reason(expected));
            say(cleanup, cleanup(migration), rule(migration));
            say(margin, margin(migration, expected), "");
            Urgency.of(feed.collision(migration)).colorRole().applyTo(margin);
        }

        void draw(DrawnTimeline next) {
            if (!next.equals(shown)) {
                shown = next;
                strip.show(next.timeline(), next.urgency(), next.window());
            }
        }
    }

    ComparisonPanel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        text = new MigrationText(context.texts(), context.times());
        axis = TimelineStrip.axis(context.times());
        setId("comparison");
        getStyleClass().add("comparison");
        for (var column = 0; column < TIMELINE; column++) {
            getColumnConstraints().add(new ColumnConstraints());
        }
        var timeline = new ColumnConstraints();
        timeline.setHgrow(Priority.ALWAYS);
        timeline.setMinWidth(LEAST_TIMELINE);
        getColumnConstraints().add(timeline);
    }

    /** Shows these, with the timelines that are read by now. */
    void show(List<WatchedMigration> migrations, Map<MigrationKey, Timeline> timelines) {
        var figures = migrations.stream().flatMap(this::figures).toList();
        if (!figures.equals(drawn) || !timelines.equals(drawnTimelines)) {
            drawn = figures;
            drawnTimelines = timelines;
            draw(migrations, timelines);
        }
    }

    /** All that is written of it, tooltips and colour too: where nothing of it has changed, nothing is written. */
    private Stream<String> figures(WatchedMigration migration) {
        var end = feed.expectedEnd(migration);
        return Stream.of(migration.name(), text.database(migration), progress(migration), text.progressText(migration),
                pace(migration, end), expectedEnd(end), reason(end), cleanup(migration), rule(migration),
                margin(migration, end), Urgency.of(feed.collision(migration)).name());
    }

    private String rule(WatchedMigration migration) {
        return migration.cleanup().map(text::deadlineRule).orElse("");
    }

    private void draw(List<WatchedMigration> migrations, Map<MigrationKey, Timeline> timelines) {
        while (rows.size() < migrations.size()) {
            rows.add(new ComparedRow());
        }
        var window = TimelineStrip.window(List.copyOf(timelines.values()));
        arrange(migrations.stream().map(each -> isDrawn(timelines.get(each.key()))).toList());
        for (var i = 0; i < migrations.size(); i++) {
            var migration = migrations.get(i);
            rows.get(i).write(migration);
            var timeline = timelines.get(migration.key());
            if (window != null && timeline != null && isDrawn(timeline)) {
                rows.get(i).draw(new DrawnTimeline(timeline, Urgency.of(feed.collision(migration)), window));
            }
        }
        if (window != null) {
            axis.show(window);
        }
    }

    private static boolean isDrawn(@Nullable Timeline timeline) {
        return timeline != null && !timeline.spans().isEmpty();
    }

    private void arrange(List<Boolean> drawnRows) {
        if (drawnRows.equals(arranged)) {
            return;
        }
        arranged = drawnRows;
        getChildren().clear();
        addRow(0, heading("name"), heading("progress"), heading("pace"), heading("end"), heading("cleanup"),
                heading("margin"), heading("timeline"));
        for (var i = 0; i < drawnRows.size(); i++) {
            var row = rows.get(i);
            addRow(i + 1, row.name, row.progress, row.pace, row.end, row.cleanup, row.margin);
            if (Boolean.TRUE.equals(drawnRows.get(i))) {
                add(row.strip, TIMELINE, i + 1);
            }
        }
        if (drawnRows.contains(true)) {
            add(axis, TIMELINE, drawnRows.size() + 1);
        }
    }

    /** Old figures say how old they are. */
    private String progress(WatchedMigration migration) {
        var now = feed.nowProperty().get();
        var percent = text.percent(migration);
        var done = percent.isPresent() ? text.percent(percent.getAsDouble()) : say("detail.compare.unknown");
        return migration.isStale(now) ? say("detail.compare.old", done, text.observed(migration, now)) : done;
    }

    /** How fast it must go on to end within the expected range, which is how fast it went. */
    private String pace(WatchedMigration migration, Forecast end) {
        var percent = text.percent(migration);
        if (percent.isEmpty() || !(end instanceof Forecast.Range range)) {
            return say("detail.compare.unknown");
        }
        var now = feed.serviceTime(migration.key());
        var left = 100 - percent.getAsDouble();
        var slow = left / hours(Duration.between(now, range.latest()));
        var fast = left / hours(Duration.between(now, range.earliest()));
        return say("detail.compare.pace.range", slow, fast);
    }

    private static double hours(Duration duration) {
        return Math.max(1, duration.toMinutes()) / MINUTES_OF_AN_HOUR;
    }

    private String expectedEnd(Forecast end) {
        return end instanceof Forecast.Range range
                ? say("detail.compare.range", context.times().range(until(range.earliest()), until(range.latest())))
                : say("detail.compare.unknown");
    }

    private Duration until(Instant at) {
        return Duration.between(feed.nowProperty().get(), at);
    }

    private String reason(Forecast end) {
        return switch (end) {
            case Forecast.Range range -> context.sentence(range.basis());
            case Forecast.NoForecast none -> context.sentence(none.reason());
        };
    }

    private String cleanup(WatchedMigration migration) {
        return migration.cleanup().map(due -> context.times().distance(due.at()))
                .orElseGet(() -> say("detail.compare.unknown"));
    }

    private String margin(WatchedMigration migration, Forecast end) {
        Optional<Duration> room = migration.cleanup().flatMap(due -> CollisionGuard.room(due, end));
        return room.map(each -> say(each.isNegative() ? "control.timeline.margin.early" : "detail.compare.margin.after",
                context.times().duration(each))).orElseGet(() -> say("detail.compare.unknown"));
    }

    private Label heading(String key) {
        var label = new Label(say("detail.compare." + key));
        label.getStyleClass().add("fact-name");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** A tooltip has a window of its own: it is made when the mouse comes to what it explains. */
    private static Label value() {
        var label = new Label();
        label.setMinWidth(USE_PREF_SIZE);
        label.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> {
            if (label.getAccessibleHelp() != null) {
                if (label.getTooltip() == null) {
                    label.setTooltip(new WrappedTooltip());
                }
                label.getTooltip().setText(label.getAccessibleHelp());
            }
        });
        return label;
    }

    private static void say(Label label, String words, String tip) {
        label.setText(words);
        label.setAccessibleHelp(tip.isEmpty() ? null : tip);
        if (tip.isEmpty()) {
            label.setTooltip(null);
        } else if (label.getTooltip() != null) {
            label.getTooltip().setText(tip);
        }
    }

    private String say(String key, Object... figures) {
        return context.texts().get(key, figures);
    }
}
