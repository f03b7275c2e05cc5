package dev.longshore.ui.cleanup;

import dev.longshore.model.Collision;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observed;
import dev.longshore.model.Phase;
import dev.longshore.ui.Feed;
import dev.longshore.ui.Ui;
import dev.longshore.ui.control.Risk;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.control.calendar.CleanupEntry.Kind;
import dev.longshore.ui.text.MigrationText;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in the calendar of a migration: its deadlines, the expected end of its import, and its cleanup once that has run. */
final class CalendarEntries {
    private final Ui ui;
    private final Feed feed;
    private final MigrationText text;

    CalendarEntries(Ui ui, Feed feed) {
        this.ui = ui;
        this.feed = feed;
        text = new MigrationText(ui.texts(), ui.times());
    }

    Stream<CleanupEntry> of(WatchedMigration migration) {
        var deadlines = migration.deadlines().stream().map(each -> due(migration, each));
        return Stream.concat(deadlines, Stream.concat(importEnds(migration).stream(), ran(migration).stream()));
    }

    private CleanupEntry due(WatchedMigration migration, Deadline due) {
        var figure = say("cleanup.figure", due.observedAt());
        return switch (due.cause()) {
            case CLEANUP_IDLE -> cleanup(migration, due, Kind.CLEANUP_IDLE, figure);
            case CLEANUP_SCHEDULED -> cleanup(migration, due, Kind.CLEANUP_SCHEDULED, figure);
            case CLEANUP_UNKNOWN -> cleanup(migration, due, Kind.CLEANUP_UNKNOWN, figure);
            case CREDENTIALS -> moment(migration, Kind.CREDENTIALS, due.at(), figure);
        };
    }

    private CleanupEntry cleanup(WatchedMigration migration, Deadline due, Kind kind, String figure) {
        var collision = feed.collision(migration);
        var risk = text.deadlineRisk(migration, collision);
        var why = risk == Risk.CALM ? "" : collision.map(Collision::paragraph).orElse("");
        return new CleanupEntry(
                migration.key(), migration.name(), kind, due.at(), due.at(), risk, detail(migration, why, figure));
    }

    private Optional<CleanupEntry> importEnds(WatchedMigration migration) {
        var imports = migration.situation().phase().filter(Phase::occupiesTheDatabase).isPresent();
        return imports && migration.forecast() instanceof Forecast.Range range
                ? Optional.of(new CleanupEntry(
                        migration.key(), migration.name(), Kind.IMPORT_ENDS, range.earliest(), range.latest(),
                        Risk.CALM, detail(migration, range.basis())))
                : Optional.empty();
    }

    private Optional<CleanupEntry> ran(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).flatMap(known -> known.status().phase()
                .flatMap(phase -> ran(migration, known, phase)));
    }

    private Optional<CleanupEntry> ran(WatchedMigration migration, LastKnown known, Phase phase) {
        return switch (phase) {
            case CLEANING_UP_FILES -> Optional.of(ran(migration, known, Kind.CLEANING_UP, "cleanup.running"));
            case CLOSED -> Optional.of(ran(migration, known, Kind.CLEANED_UP, "cleanup.closed"));
            case INITIALIZING, RECEIVING_FILES, STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, FAILED, ABORTED ->
                Optional.empty();
        };
    }

    private CleanupEntry ran(WatchedMigration migration, LastKnown known, Kind kind, String seen) {
        var wasDue = Optional.ofNullable(known.expectedCleanupTime()).map(Observed::value)
                .map(at -> say("cleanup.wasDue", at)).orElse("");
        return moment(migration, kind, known.since(), say(seen, known.since()), wasDue);
    }

    private CleanupEntry moment(WatchedMigration migration, Kind kind, Instant at, String... sentences) {
        return new CleanupEntry(
                migration.key(), migration.name(), kind, at, at, Risk.CALM, detail(migration, sentences));
    }

    private String detail(WatchedMigration migration, String... sentences) {
        var place = ui.texts().get("cleanup.place", text.database(migration), migration.connection().name());
        return Stream.concat(Stream.of(place), Stream.of(sentences))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String say(String key, Instant at) {
        return ui.texts().get(key, ui.times().at(at));
    }
}
