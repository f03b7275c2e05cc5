package dev.longshore.watch.engine;

import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.Receipt;
import dev.longshore.model.Connection;
import dev.longshore.model.Database;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchedConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the watch remembers of one connection. Mutable; touched only under the lock of {@link WatchState}. */
final class ConnectionState {
    /** A clock that is farther away than that tells nothing: it is no clock that was set. */
    private static final Duration PLAUSIBLE = Duration.ofDays(3_660);

    Connection connection;
    /** Null while there is no token that works. */
    @Nullable DevOpsApi api;
    WatchedConnection.Health health = new WatchedConnection.Health.Watching();
    TokenLocation token = new TokenLocation.NoToken(Optional.empty());
    List<Database> databases = List.of();
    /** What is missing in the list of databases. */
    List<Fact> listNotes = List.of();
    @Nullable Instant lastAnswerAt;
    @Nullable Duration answerTime;
    @Nullable Duration clockOffset;
    /** Our clock jumped, or the machine slept, and no answer has told the time since. */
    boolean clockJumped;
    /** Nothing is asked before that, because the service said so. */
    @Nullable Instant heldUntil;
    /** How many times in a row the service rejected the token or its role. */
    int rejections;
    /** After a rejection: when one request tries whether it still holds; nothing else is asked. Null without one. */
    @Nullable Instant nextTry;
    /** Nothing is asked before that, and one request at a time after it, because a colleague got no good answer. */
    @Nullable Instant heldByTeam;
    /** How often in a row the service rejected the tokens of colleagues, as far as that may concern this program. */
    int rejectionsElsewhere;
    /** Since when this program got no good answer; null where the newest was good. */
    @Nullable Instant failingSince;
    /** When this program or a colleague last got a good answer; null where none did in this run. */
    @Nullable Instant goodAt;
    /** After trouble: from when on this program asks once by itself although colleagues get good answers. */
    @Nullable Instant ownTryAt;
    /** How often it has done so in a row. */
    int ownTries;
    /** When its databases were listed, by this program or a colleague, as far as that is known; in UTC. */
    @Nullable Instant listedAt;
    /** When its databases are listed next; null while they are being listed. */
    @Nullable Instant listDue;
    final RequestBudget budget;
    /** When each of the colleagues was last heard of as one who asks over this connection, by the IDs of their desks. */
    final Map<String, Instant> colleaguesAsked = new HashMap<>();
    int openRequests;
    /** It is being taken off this computer: whatever is under way for it comes to nothing. */
    boolean forgotten;

    ConnectionState(Connection connection, RequestBudget budget) {
        this.connection = connection;
        this.budget = budget;
    }

    /** True while it answers and its time is known, so that something may be sent without a user who looks. */
    boolean isAnswering() {
        return api != null && !clockJumped && lastAnswerAt != null && health.fact().isEmpty();
    }

    /**
     * Through what the service is asked.
     *
     * @throws FactException while there is no token that works
     */
    DevOpsApi connectedApi() {
        if (api == null || health instanceof WatchedConnection.Health.Stopped) {
            throw new FactException(Fact.sentences(
                    Fact.of(WatchFact.CONNECTION_STOPPED, connection.name()), health.fact().orElse(null)));
        }
        return api;
    }

    /** Takes the right to send one request now: connected, not told to wait, few under way, and within the budget. */
    boolean takePermit(Instant now, int inFlight) {
        var may = isOpen(now, inFlight) && budget.take(now);
        openRequests += may ? 1 : 0;
        return may;
    }

    /** As {@link #takePermit}, for what a user waits for: what is asked by itself has to wait the longer. */
    boolean takePriorityPermit(Instant now, int inFlight) {
        var may = isOpen(now, inFlight);
        if (may) {
            budget.overdraw(now);
            openRequests++;
        }
        return may;
    }

    private boolean isOpen(Instant now, int inFlight) {
        return api != null && openRequests < (nextTry == null && heldByTeam == null ? inFlight : 1)
                && isReached(heldUntil, now) && isReached(nextTry, now) && isReached(heldByTeam, now);
    }

    private static boolean isReached(@Nullable Instant time, Instant now) {
        return time == null || !now.isBefore(time);
    }

    /** The service rejects the token no more, or nothing is known of that. */
    void accepted() {
        rejections = 0;
        nextTry = null;
        failingSince = null;
        ownTryAt = null;
        ownTries = 0;
        followNobody();
    }

    /** What colleagues got no good answer for is no reason to wait any more. */
    void followNobody() {
        heldByTeam = null;
        rejectionsElsewhere = 0;
    }

    /** Somebody of the team got a good answer at {@code time} (UTC). */
    void wasGood(Instant time) {
        goodAt = goodAt == null || time.isAfter(goodAt) ? time : goodAt;
    }

    /** A try that did not end the rejection, whatever it brought, is followed by another one at {@code time} (UTC). */
    void tryLater(Instant time, Instant now) {
        if (nextTry != null && !nextTry.isAfter(now)) {
            nextTry = time;
        }
    }

    /** Until when nothing is asked because of answers to this program, or empty. */
    Optional<Instant> held(Instant now) {
        return Stream.of(Optional.ofNullable(heldUntil), Optional.ofNullable(nextTry)).flatMap(Optional::stream)
                .filter(each -> each.isAfter(now)).max(Instant::compareTo);
    }

    /** The clock was set back by {@code by} (negative): what was to happen after a while still does. */
    void delayBy(Duration by) {
        heldUntil = heldUntil == null ? null : heldUntil.plus(by);
        listDue = listDue == null ? null : listDue.plus(by);
        nextTry = nextTry == null ? null : nextTry.plus(by);
        heldByTeam = heldByTeam == null ? null : heldByTeam.plus(by);
        ownTryAt = ownTryAt == null ? null : ownTryAt.plus(by);
    }

    /** Some answer came, good or bad. */
    void answered(Receipt receipt) {
        lastAnswerAt = receipt.receivedAt();
        clockJumped = false;
        answerTime = receipt.took();
        if (receipt.serviceDate() != null) {
            var offset = offset(receipt, receipt.serviceDate());
            clockOffset = offset.abs().compareTo(PLAUSIBLE) > 0 ? null : offset;
        }
    }

    /** The header counts whole seconds and was written somewhere between question and answer. */
    private static Duration offset(Receipt receipt, Instant serviceDate) {
        var half = Duration.between(receipt.sentAt(), receipt.receivedAt()).dividedBy(2);
        var offset = Duration.between(receipt.sentAt().plus(half), serviceDate.plusMillis(500));
        return offset.abs().compareTo(half.plusSeconds(1)) <= 0 ? Duration.ZERO : offset;
    }
}
