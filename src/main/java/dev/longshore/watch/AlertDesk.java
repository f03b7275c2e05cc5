package dev.longshore.watch;

import dev.longshore.journal.JournalException;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeptAlert;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a person should know: when it became known, when they said that they know, and when it was over. Every
 * method but {@link #isDue} blocks.
 */
final class AlertDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final Duration AFTER_NEWS = Duration.ofSeconds(10);
    private static final Duration WITHOUT_NEWS = Duration.ofMinutes(1);

    private final WatchParts parts;
    private final Records records;
    private final ReentrantLock turn = new ReentrantLock();
    /** Those that are not over. */
    private final List<KeptAlert> open = new ArrayList<>();
    private boolean begun;
    private volatile Look last = new Look(-1, Instant.MIN);

    /** Which snapshot was looked at, and when. */
    private record Look(long version, Instant at) {}

    AlertDesk(WatchParts parts, Records records) {
        this.parts = parts;
        this.records = records;
    }

    /** Takes over what is not over. Nothing is judged before that: without its history a migration tells too little. */
    void begin() {
        inTurn(() -> {
            try {
                parts.journal().alerts(parts.clock().instant()).stream()
                        .filter(each -> each.endedAt().isEmpty())
                        .forEach(open::add);
                begun = true;
            } catch (JournalException e) {
                LOG.warn("The alerts of earlier starts could not be read, so none is kept in this one", e);
            }
        });
    }

    /** True when it is time to look: soon after something has changed, and now and then because time goes on. */
    boolean isDue(Snapshot newest, Instant now) {
        var wait = newest.version() == last.version() ? WITHOUT_NEWS : AFTER_NEWS;
        return now.isBefore(last.at()) || !now.minus(wait).isBefore(last.at());
    }

    /** Compares what is to be told now with what was told before, and keeps the difference. */
    void look(Snapshot snapshot) {
        last = new Look(snapshot.version(), parts.clock().instant());
        inTurn(() -> {
            if (begun) {
                var told = told(snapshot, parts.clock().instant());
                told.forEach(this::raise);
                List.copyOf(open).stream()
                        .filter(each -> told.stream().noneMatch(still -> still.isTold(each)))
                        .forEach(this::end);
            }
        });
    }

    /** Something to be told of a migration, or of a connection where that is null. */
    private record Told(ConnectionId connection, @Nullable MigrationRef migration, Notice notice) {
        boolean isTold(KeptAlert alert) {
            return alert.isAbout(connection, migration, notice);
        }
    }

    private static List<Told> told(Snapshot snapshot, Instant now) {
        return snapshot.connections().stream()
                .flatMap(each -> Stream.concat(
                        each.notice().map(notice -> new Told(each.connection().id(), null, notice)).stream(),
                        ofMigrations(snapshot, each, now)))
                .toList();
    }

    private static Stream<Told> ofMigrations(Snapshot snapshot, WatchedConnection connection, Instant now) {
        var id = connection.connection().id();
        return snapshot.migrations().stream()
                .filter(each -> each.key().connection().equals(id))
                .flatMap(each -> each.notices(connection.serviceTime(now)).stream()
                        .map(notice -> new Told(id, each.key().ref(), notice)));
    }

    private void raise(Told told) {
        var at = parts.clock().instant();
        var notice = told.notice();
        open.stream().filter(told::isTold).findFirst().ifPresentOrElse(
                known -> raiseAnew(known, notice, at),
                () -> {
                    var alert = new KeptAlert(
                            UUID.randomUUID().toString(), told.connection(), told.migration(), notice,
                            List.of(new KeptAlert.State.Raised(at, notice.severity(), notice.sentence())));
                    if (records.write(journal -> journal.raised(alert)).isEmpty()) {
                        open.add(alert);
                    }
                });
    }

    private void raiseAnew(KeptAlert known, Notice notice, Instant at) {
        if (notice.severity().compareTo(known.notice().severity()) < 0) {
            reached(known, known.raisedAs(notice, at));
        }
    }

    private void end(KeptAlert alert) {
        reached(alert, alert.reached(new KeptAlert.State.Ended(parts.clock().instant())));
    }

    /** What could not be written is tried again at the next look. */
    private void reached(KeptAlert before, KeptAlert after) {
        if (records.write(journal -> journal.reached(after.id(), after.state())).isEmpty()) {
            open.remove(before);
            if (after.endedAt().isEmpty()) {
                open.add(after);
            }
        }
    }

    /** A person knows of it. */
    void acknowledge(String id) {
        inTurn(() -> open.stream()
                .filter(each -> each.id().equals(id) && !each.isAcknowledged())
                .findFirst()
                .ifPresent(each -> reached(
                        each, each.reached(new KeptAlert.State.Acknowledged(parts.clock().instant())))));
    }

    private void inTurn(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }
}
