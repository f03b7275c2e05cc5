package dev.longshore.watch;

import dev.longshore.model.KeptAlert;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Tells what a person should know, and keeps when it became known, when they said that they know, and when it was over.
 * {@link #look} and {@link #acknowledge} block.
 */
final class AlertDesk {
    /** So many ticks of the watch apart: a person reads no faster, however fast the clock runs or the news come. */
    private static final int APART = 10;
    private static final Duration WITHOUT_NEWS = Duration.ofMinutes(1);

    private final WatchParts parts;
    private final AlertBook book;
    private final CatchUp catchUp;
    private final Telling telling = new Telling();
    private final Subscribers<AlertBoard> subscribers = new Subscribers<>(AlertBoard.empty());
    private final ReentrantLock turn = new ReentrantLock();
    private List<Told> told = List.of();
    private volatile boolean begun;
    private Look last = new Look(-1, Instant.EPOCH);
    private int ticks = APART;

    /** Which snapshot was looked at, and when. */
    private record Look(long version, Instant at) {}

    AlertDesk(WatchParts parts, Records records, CatchUp catchUp) {
        this.parts = parts;
        this.book = new AlertBook(parts, records);
        this.catchUp = catchUp;
    }

    /** Nothing is judged before that: without its history a migration tells too little. */
    void begin() {
        begun = true;
    }

    Watch.Subscription subscribe(Consumer<AlertBoard> listener) {
        return subscribers.add(listener);
    }

    /**
     * True when it is time to look: soon after something has changed, and now and then because time goes on. Called at
     * every tick, on one thread.
     */
    boolean isDue(Snapshot newest, Instant now) {
        ticks = Math.min(ticks + 1, APART);
        var isDue = begun && ticks == APART && (newest.version() != last.version()
                || Duration.between(last.at(), now).abs().compareTo(WITHOUT_NEWS) >= 0);
        if (isDue) {
            ticks = 0;
            last = new Look(newest.version(), now);
        }
        return isDue;
    }

    /** Compares what is to be told now with what was told before, keeps the difference, and tells it. */
    void look(Snapshot snapshot) {
        inTurn(() -> {
            var before = told;
            var wasRead = book.isRead();
            told = telling.of(snapshot, parts.clock().instant());
            var raised = book.update(told, alert -> mayEnd(alert, snapshot));
            var hasHeard = catchUp.look(snapshot, standing(raised));
            if (hasHeard || !raised.isEmpty() || !told.equals(before) || wasRead != book.isRead()) {
                publish();
            }
        });
    }

    /** A connection that was not tried since the start is, like all behind it, what it was when the program ended. */
    private static boolean mayEnd(KeptAlert alert, Snapshot snapshot) {
        var ref = alert.migration();
        var isUntried = snapshot.connection(alert.connection()).filter(WatchedConnection::isUntried).isPresent();
        return !isUntried
                || (ref != null && snapshot.migration(new MigrationKey(alert.connection(), ref)).isEmpty());
    }

    private void publish() {
        var board = AlertBoard.of(standing(told), catchUp.missed());
        if (!board.equals(subscribers.newest())) {
            subscribers.publish(board);
        }
    }

    private List<StandingAlert> standing(List<Told> some) {
        return some.stream()
                .filter(each -> each.notice().severity() != Notice.Severity.LOG)
                .map(each -> new StandingAlert(
                        Objects.requireNonNull(book.find(each.topic())), each.notice(), each.subject()))
                .toList();
    }

    /** A person knows of these. Returns why that could not be kept; then it is as if nobody had said so. */
    Optional<String> acknowledge(Collection<String> ids) {
        turn.lock();
        try {
            var trouble = book.acknowledge(ids);
            publish();
            return trouble;
        } finally {
            turn.unlock();
        }
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
