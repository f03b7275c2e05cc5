package dev.longshore.ui.migrations;

import dev.longshore.model.LastKnown;
import dev.longshore.text.MigrationText;
import dev.longshore.text.TimeText;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.Urgency;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each column says about a migration at one moment: ages by our clock, deadlines by the service's. */
final class ColumnContents {
    private static final Duration SOON = Duration.ofMinutes(15);

    private final MigrationText text;
    private final TimeText times;
    private final SnapshotFeed feed;

    ColumnContents(MigrationText text, TimeText times, SnapshotFeed feed) {
        this.text = text;
        this.times = times;
        this.feed = feed;
    }

    CellContent name(WatchedMigration migration, Instant now) {
        return new CellContent(
                migration.name(), belowTheName(migration), migration.key().ref().toString(), null);
    }

    private static String belowTheName(WatchedMigration migration) {
        return Stream.concat(Stream.of(migration.connection().name()), migration.tags().stream())
                .collect(Collectors.joining(" · "));
    }

    CellContent tags(WatchedMigration migration, Instant now) {
        return CellContent.of(String.join(", ", migration.tags()), "");
    }

    CellContent database(WatchedMigration migration, Instant now) {
        return new CellContent(
                text.database(migration), text.location(migration), migration.key().ref().database().value(), null);
    }

    CellContent connection(WatchedMigration migration, Instant now) {
        return CellContent.of(migration.connection().name(), migration.connection().endpoint().getHost());
    }

    CellContent since(WatchedMigration migration, Instant now) {
        return new CellContent(text.since(migration, now), "", text.sinceWhen(migration), null);
    }

    CellContent eta(WatchedMigration migration, Instant now) {
        return new CellContent(text.eta(migration, now), "", text.etaBasis(migration), null);
    }

    CellContent deadline(WatchedMigration migration, Instant now) {
        var when = migration.cleanup().map(due -> times.at(due.at())).orElse("");
        return new CellContent(
                text.deadline(migration, feed.serviceTime(migration.key())), text.deadlineCause(migration), when,
                migration.cleanup().map(text::deadlineRule).orElse(""),
                colorRole(Urgency.of(feed.collision(migration))));
    }

    private static @Nullable ColorRole colorRole(Urgency urgency) {
        return urgency == Urgency.CALM ? null : urgency.colorRole();
    }

    CellContent credentials(WatchedMigration migration, Instant now) {
        var end = text.credentialsEnd(migration);
        var serviceTime = feed.serviceTime(migration.key());
        var soon = end.filter(each -> each.isBefore(serviceTime.plus(SOON))).isPresent();
        return new CellContent(
                text.credentials(migration, serviceTime), "", end.map(times::at).orElse(""),
                soon ? ColorRole.RISK : null);
    }

    CellContent observed(WatchedMigration migration, Instant now) {
        var stale = migration.isStale(now);
        return new CellContent(
                text.observed(migration, now), "", observedMore(migration), stale ? ColorRole.RISK : null);
    }

    private String observedMore(WatchedMigration migration) {
        var problem = text.problem(migration);
        return problem.isEmpty()
                ? Optional.ofNullable(migration.lastKnown()).map(LastKnown::observedAt).map(times::at).orElse("")
                : problem;
    }
}
