package dev.longshore.watch;

import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.Receipt;
import dev.longshore.model.Connection;
import dev.longshore.model.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the watch remembers of one connection. Mutable; touched only under the lock of {@link WatchState}. */
final class Line {
    Connection connection;
    /** Null while there is no token that works. */
    @Nullable DevOpsApi api;
    WatchedConnection.Health health = new WatchedConnection.Health.Watching();
    TokenPlace token = new TokenPlace.Nowhere(Optional.empty());
    List<Database> databases = List.of();
    @Nullable Instant lastAnswerAt;
    @Nullable Duration answerTime;
    @Nullable Duration clockOffset;
    /** Nothing is asked before that, because the service said so. */
    @Nullable Instant heldUntil;
    /** When its databases are listed next; null while they are being listed. */
    @Nullable Instant listDue;
    final RequestBudget budget;
    int underWay;

    Line(Connection connection, RequestBudget budget) {
        this.connection = connection;
        this.budget = budget;
    }

    /** Takes the right to send one request now: connected, not told to wait, few under way, and within the budget. */
    boolean takeTurn(Instant now, int inFlight) {
        var may = isOpen(now, inFlight) && budget.take(now);
        underWay += may ? 1 : 0;
        return may;
    }

    /** As {@link #takeTurn}, for what a person waits for: what is asked by itself has to wait the longer. */
    boolean takeTurnFirst(Instant now, int inFlight) {
        var may = isOpen(now, inFlight);
        if (may) {
            budget.overdraw(now);
            underWay++;
        }
        return may;
    }

    private boolean isOpen(Instant now, int inFlight) {
        return api != null && underWay < inFlight && (heldUntil == null || !now.isBefore(heldUntil));
    }

    /** The clock was set back by {@code by} (negative): what was to happen after a while still does. */
    void setBack(Duration by) {
        heldUntil = heldUntil == null ? null : heldUntil.plus(by);
        listDue = listDue == null ? null : listDue.plus(by);
    }

    /** Some answer came, good or bad. */
    void answered(Receipt receipt) {
        lastAnswerAt = receipt.receivedAt();
        answerTime = receipt.took();
        if (receipt.serviceDate() != null) {
            clockOffset = offset(receipt, receipt.serviceDate());
        }
    }

    /** The header counts whole seconds and was written somewhere between question and answer. */
    private static Duration offset(Receipt receipt, Instant serviceDate) {
        var half = Duration.between(receipt.sentAt(), receipt.receivedAt()).dividedBy(2);
        var offset = Duration.between(receipt.sentAt().plus(half), serviceDate.plusMillis(500));
        return offset.abs().compareTo(half.plusSeconds(1)) <= 0 ? Duration.ZERO : offset;
    }
}
