package dev.longshore.ui.migrations;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Remark;
import dev.longshore.model.advice.RiskRank;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.text.CommandText;
import dev.longshore.text.MigrationText;
import dev.longshore.text.StatusText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what is kept with a row. */
final class RowFacts {
    private static final String END_OF_COLUMN = "\n";

    private final SnapshotFeed feed;
    private final UiContext context;
    private final MigrationText text;
    private final CommandText commands;

    RowFacts(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        text = new MigrationText(context.texts(), context.times());
        commands = new CommandText(context.texts(), context.times());
    }

    RiskRank rank(WatchedMigration migration) {
        return feed.rank(migration);
    }

    /** What stands in its columns, in lower case. */
    String searchText(WatchedMigration migration) {
        return Stream.concat(fixed(migration), passing(migration))
                .map(each -> each.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(END_OF_COLUMN));
    }

    private Stream<String> fixed(WatchedMigration migration) {
        return Stream.of(
                migration.name(), String.join(" ", migration.tags()), text.database(migration),
                text.location(migration),
                status(migration),
                text.progressText(migration), text.deadlineCause(migration), deadlines(migration),
                migration.connection().name(),
                migration.remarks().claim().map(Remark::author).orElse(""),
                commands.progress(migration.latest()), text.problem(migration), migration.key().ref().toString());
    }

    private static String deadlines(WatchedMigration migration) {
        return migration.ownDates().deadlines().stream().map(OwnDeadline::name)
                .collect(Collectors.joining(END_OF_COLUMN));
    }

    /** Distances and ages as they were when it was last read. */
    private Stream<String> passing(WatchedMigration migration) {
        var now = feed.nowProperty().get();
        var serviceTime = feed.serviceTime(migration.key());
        return Stream.of(
                text.since(migration, now), text.eta(migration, now), text.deadline(migration, serviceTime),
                text.credentials(migration, serviceTime), text.observed(migration, now));
    }

    /** The service's word and the friendly one. */
    String status(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown())
                .map(LastKnown::status)
                .map(status -> status.raw() + END_OF_COLUMN + new StatusText(context.texts()).word(status))
                .orElse("");
    }
}
