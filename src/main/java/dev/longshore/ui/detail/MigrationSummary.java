package dev.longshore.ui.detail;

import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.text.AttemptText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.StatusText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a colleague is told about a migration, as plain text: what, since when, how much time is left, the next step, as
 * of when, and a link to it. It has no credentials. FX thread only.
 */
public final class MigrationSummary {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final TimeText times;
    private final MigrationText text;

    public MigrationSummary(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        times = context.times();
        text = new MigrationText(context.texts(), times);
    }

    /** One paragraph for each. */
    public String of(List<WatchedMigration> migrations) {
        return migrations.stream().map(this::of).collect(Collectors.joining("\n\n"));
    }

    private String of(WatchedMigration migration) {
        var step = feed.nextStep(migration);
        return Stream.of(
                headline(migration),
                new AttemptText(context.texts()).follows(migration, feed.snapshotProperty().get()),
                say("detail.summary.end", end(migration)),
                say("detail.summary.cleanup", cleanup(migration)),
                say("detail.summary.step", context.sentence(step.explained())),
                say("detail.summary.asOf", asOf(migration)),
                migration.key().ref().link()).filter(each -> !each.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String headline(WatchedMigration migration) {
        var now = feed.nowProperty().get();
        var status = migration.lastKnown() == null ? null : migration.lastKnown().status();
        var progress = text.percent(migration);
        return Texts.joined(Stream.of(
                say("detail.summary.name", migration.name(), text.database(migration), migration.connection().name()),
                say("detail.summary.since", new StatusText(context.texts()).word(status), text.since(migration, now)),
                progress.isPresent() ? text.percent(progress.getAsDouble()) : ""));
    }

    private String end(WatchedMigration migration) {
        return switch (feed.expectedEnd(migration)) {
            case Forecast.Range range -> say("detail.summary.range", times.both(range.earliest()),
                    times.both(range.latest()), text.eta(migration, feed.serviceTime(migration.key())));
            case Forecast.NoForecast none -> say("detail.summary.unknown", context.sentence(none.reason()));
        };
    }

    private String cleanup(WatchedMigration migration) {
        return migration.cleanup()
                .map(due -> say("detail.summary.due", times.bothAndDistance(due.at()), text.deadlineCause(migration)))
                .orElseGet(() -> say("detail.cleanup.unknown"));
    }

    private String asOf(WatchedMigration migration) {
        LastKnown known = migration.lastKnown();
        return known == null ? say("text.observed.never") : times.bothAndDistance(known.observedAt());
    }

    private String say(String key, Object... figures) {
        return context.texts().get(key, figures);
    }
}
