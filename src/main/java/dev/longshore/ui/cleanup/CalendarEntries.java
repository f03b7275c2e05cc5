package dev.longshore.ui.cleanup;

import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Timed;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.userdate.DatedDeadline;
import dev.longshore.model.userdate.DatedDeadline.DueTime;
import dev.longshore.text.MigrationText;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.control.calendar.CleanupEntry.EntryKind;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in the calendar of a migration: its deadlines, the expected end of its import, and its cleanup once that has run. */
final class CalendarEntries {
    private final UiContext context;
    private final SnapshotFeed feed;
    private final MigrationText text;

    CalendarEntries(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        text = new MigrationText(context.texts(), context.times());
    }

    Stream<CleanupEntry> of(WatchedMigration migration) {
        var deadlines = migration.deadlines().stream().map(each -> due(migration, each));
        var moves = migration.ownDates().move().stream().map(each -> moment(
                migration, EntryKind.AUTOMATIC_MOVE, each.to().at(), context.sentence(each.fact())));
        return Stream.of(
                deadlines, ownDeadlines(migration), importEnds(migration).stream(), ran(migration).stream(), moves)
                .flatMap(each -> each);
    }

    /** Those whose time is known, if only as a range. */
    private Stream<CleanupEntry> ownDeadlines(WatchedMigration migration) {
        return migration.ownDeadlines(feed.serviceTime(migration.key())).stream()
                .flatMap(each -> each.due() instanceof DueTime.DueBetween(var earliest, var latest)
                        ? Stream.of(ownDeadline(migration, each, earliest, latest))
                        : Stream.empty());
    }

    private CleanupEntry ownDeadline(WatchedMigration migration, DatedDeadline dated, Instant from, Instant until) {
        var answer = dated.answer().map(each -> context.sentence(each.fact()))
                .map(each -> context.texts().get("text.deadline.answer", each)).orElse("");
        return aged(migration, new CleanupEntry(
                migration.key(),
                context.texts().get("cleanup.deadline.title", dated.deadline().name(), migration.name()),
                EntryKind.OWN_DEADLINE, from, until, dated.isMissed() ? Urgency.SOON : Urgency.CALM,
                detail(migration, answer)));
    }

    private CleanupEntry due(WatchedMigration migration, Deadline due) {
        var figure = say("cleanup.figure", due.observedAt());
        return switch (due.cause()) {
            case CLEANUP_IDLE -> cleanup(migration, due, EntryKind.CLEANUP_IDLE, figure);
            case CLEANUP_SCHEDULED -> cleanup(migration, due, EntryKind.CLEANUP_SCHEDULED, figure);
            case CLEANUP_UNKNOWN -> cleanup(migration, due, EntryKind.CLEANUP_UNKNOWN, figure);
            case CREDENTIALS -> moment(migration, EntryKind.CREDENTIALS, due.at(), figure);
        };
    }

    private CleanupEntry cleanup(WatchedMigration migration, Deadline due, EntryKind kind, String figure) {
        var collision = feed.collision(migration);
        var urgency = Urgency.of(collision);
        var why = urgency == Urgency.CALM ? ""
                : collision.map(Collision::explanation).map(context::sentence).orElse("");
        return aged(migration, new CleanupEntry(
                migration.key(), migration.name(), kind, due.at(), due.at(), urgency, inShort(migration, due),
                detail(migration, why, figure), false));
    }

    /** How the cleanup lies to the expected end, where that is known. */
    private String inShort(WatchedMigration migration, Deadline due) {
        return CollisionGuard.room(due, feed.expectedEnd(migration))
                .map(room -> context.texts().get(room.isNegative() ? "cleanup.brief.before" : "cleanup.brief.after",
                        context.times().duration(room)))
                .orElse("");
    }

    /** Says first since when there is no answer, where what is known is old. */
    private CleanupEntry aged(WatchedMigration migration, CleanupEntry entry) {
        return migration.silence(feed.nowProperty().get()).map(silence -> {
            var old = context.texts().get("cleanup.old", context.times().at(silence.since()));
            var brief = Texts.joined(Stream.of(old, entry.brief()));
            return new CleanupEntry(entry.key(), entry.name(), entry.kind(), entry.from(), entry.until(),
                    entry.urgency(), brief, old + "\n" + entry.detail(), true);
        }).orElse(entry);
    }

    private Optional<CleanupEntry> importEnds(WatchedMigration migration) {
        var imports = migration.situation().phase().filter(Phase::occupiesTheDatabase).isPresent();
        return imports && migration.forecast() instanceof Forecast.Range range
                ? Optional.of(aged(migration, new CleanupEntry(
                        migration.key(), migration.name(), EntryKind.IMPORT_ENDS, range.earliest(), range.latest(),
                        Urgency.CALM, detail(migration, context.sentence(range.basis())))))
                : Optional.empty();
    }

    private Optional<CleanupEntry> ran(WatchedMigration migration) {
        return Optional.ofNullable(migration.lastKnown()).flatMap(known -> known.status().phase()
                .flatMap(phase -> ran(migration, known, phase)));
    }

    private Optional<CleanupEntry> ran(WatchedMigration migration, LastKnown known, Phase phase) {
        return switch (phase) {
            case CLEANING_UP_FILES -> Optional.of(ran(migration, known, EntryKind.CLEANING_UP, "cleanup.running"));
            case CLOSED -> Optional.of(ran(migration, known, EntryKind.CLEANED_UP, "cleanup.closed"));
            case INITIALIZING, RECEIVING_FILES, STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, FAILED, ABORTED ->
                Optional.empty();
        };
    }

    private CleanupEntry ran(WatchedMigration migration, LastKnown known, EntryKind kind, String seen) {
        var wasDue = Optional.ofNullable(known.expectedCleanupTime()).map(Timed::value)
                .map(at -> say("cleanup.wasDue", at)).orElse("");
        return moment(migration, kind, known.since(), say(seen, known.since()), wasDue);
    }

    private CleanupEntry moment(WatchedMigration migration, EntryKind kind, Instant at, String... sentences) {
        return new CleanupEntry(
                migration.key(), migration.name(), kind, at, at, Urgency.CALM, detail(migration, sentences));
    }

    private String detail(WatchedMigration migration, String... sentences) {
        var place = context.texts().get("cleanup.place", text.database(migration), migration.connection().name());
        return Stream.concat(Stream.of(place), Stream.of(sentences))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String say(String key, Instant at) {
        return context.texts().get(key, context.times().at(at));
    }
}
