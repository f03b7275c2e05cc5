package dev.longshore.support;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeptAlert;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Notice;
import dev.longshore.watch.AlertBoard;
import dev.longshore.watch.Missed;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.StandingAlert;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alerts as the watch would tell them, all of them known for half an hour. */
public final class Alerts {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(30);

    private Alerts() {}

    /** What there is to tell of a snapshot. */
    public static AlertBoard of(Snapshot snapshot, Missed... missed) {
        var ofConnections = snapshot.connections().stream().flatMap(each -> each.notice(snapshot.at()).stream()
                .map(notice -> alert(each.connection().id(), null, notice, each.connection().name(), snapshot.at())));
        var ofMigrations = snapshot.migrations().stream().flatMap(each -> of(each, snapshot.at()));
        return AlertBoard.of(Stream.concat(ofConnections, ofMigrations).toList(), List.of(missed));
    }

    /** What there is to tell of one migration. */
    public static Stream<StandingAlert> of(WatchedMigration migration, Instant now) {
        var key = migration.key();
        return migration.notices(now).stream()
                .map(notice -> alert(key.connection(), key.ref(), notice, migration.name(), now));
    }

    private static StandingAlert alert(
            ConnectionId connection, @Nullable MigrationRef migration, Notice notice, String subject, Instant now) {
        var raised = new KeptAlert.State.Raised(now.minus(KNOWN_FOR), notice.severity(), notice.sentence());
        var id = subject + " " + notice.kind();
        return new StandingAlert(
                new KeptAlert(id, connection, migration, notice, List.of(raised)), notice, subject);
    }

    /** The same board after a person has said that they know of those with these subjects. */
    public static AlertBoard acknowledged(AlertBoard board, Instant at, String... subjects) {
        return AlertBoard.of(
                board.alerts().stream()
                        .map(each -> List.of(subjects).contains(each.subject()) ? acknowledged(each, at) : each)
                        .toList(),
                board.missed());
    }

    private static StandingAlert acknowledged(StandingAlert one, Instant at) {
        return new StandingAlert(
                one.kept().reached(new KeptAlert.State.Acknowledged(at)), one.notice(), one.subject());
    }
}
