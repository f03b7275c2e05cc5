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
    private final List<TimelineStrip> strips = new ArrayList<>();
    private final TimelineStrip axis;
    private List<String> drawn = List.of();
    private Map<MigrationKey, Timeline> drawnTimelines = Map.of();

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

    /** What changes from second to second; the nodes are made anew only where it did. */
    private Stream<String> figures(WatchedMigration migration) {
        var end = feed.expectedEnd(migration);
        return Stream.of(migration.name(), progress(migration), pace(migration, end), expectedEnd(end),
                cleanup(migration), margin(migration, end));
    }

    private void draw(List<WatchedMigration> migrations, Map<MigrationKey, Timeline> timelines) {
        getChildren().clear();
        addRow(0, heading("name"), heading("progress"), heading("pace"), heading("end"), heading("cleanup"),
                heading("margin"), heading("timeline"));
        var window = TimelineStrip.window(List.copyOf(timelines.values()));
        for (var i = 0; i < migrations.size(); i++) {
            add(migrations.get(i), i + 1, timelines.get(migrations.get(i).key()), window);
        }
        if (window != null) {
            axis.show(window);
            add(axis, TIMELINE, migrations.size() + 1);
        }
    }

    private void add(WatchedMigration migration, int row, @Nullable Timeline timeline, @Nullable TimeWindow window) {
        var end = feed.expectedEnd(migration);
        var urgency = Urgency.of(feed.collision(migration));
        var name = value(migration.name(), text.database(migration));
        name.setMinWidth(0);
        name.setPrefWidth(NAME_WIDTH);
        name.getStyleClass().add("fact-value");
        var margin = value(margin(migration, end), "");
        urgency.colorRole().applyTo(margin);
        margin.getStyleClass().add("margin-value");
        addRow(row, name, value(progress(migration), text.progressText(migration)),
                value(pace(migration, end), reason(end)), value(expectedEnd(end), reason(end)),
                value(cleanup(migration), migration.cleanup().map(text::deadlineRule).orElse("")), margin);
        while (strips.size() < row) {
            strips.add(TimelineStrip.row(context.times()));
        }
        if (timeline != null && window != null && !timeline.spans().isEmpty()) {
            var strip = strips.get(row - 1);
            strip.show(timeline, urgency, window);
            add(strip, TIMELINE, row);
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

    private static Label value(String words, String tip) {
        var label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        if (!tip.isEmpty()) {
            var tooltip = new WrappedTooltip(tip);
            label.setTooltip(tooltip);
            label.setAccessibleHelp(tip);
        }
        return label;
    }

    private String say(String key, Object... figures) {
        return context.texts().get(key, figures);
    }
}
