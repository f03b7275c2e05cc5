package dev.longshore.watch;

import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.Receipt;
import dev.longshore.model.Connection;
import dev.longshore.model.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the watch remembers of one connection. Mutable; touched only under the lock of {@link WatchState}. */
final class Line {
    Connection connection;
    /** Null while there is no token that works. */
    @Nullable DevOpsApi api;
    WatchedConnection.Health health = new WatchedConnection.Health.Watching();
    String token = "";
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

    boolean mayAsk(Instant now, int inFlight) {
        return api != null && underWay < inFlight && (heldUntil == null || !now.isBefore(heldUntil));
    }

    /** Ends calls under way and lets go of the token. */
    void hangUp() {
        if (api != null) {
            api.close();
            api = null;
        }
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
        var middle = receipt.sentAt().plus(receipt.took().dividedBy(2));
        var offset = Duration.between(middle, serviceDate.plusMillis(500));
        return offset.abs().compareTo(receipt.took().dividedBy(2).plusSeconds(1)) <= 0 ? Duration.ZERO : offset;
    }
}
