package dev.longshore.notify;

import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.OutgoingMessage.SendResult;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.watch.RouteTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one route on their way: one after the other, again after a growing time where one did not arrive, and
 * never before the receiver wants it. Safe for use by several threads; {@link #send} blocks.
 */
final class RouteQueue implements AutoCloseable {
    /** For so long a route may fail before that is an alert. */
    static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(RouteQueue.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int DOUBLED_AT_MOST = 6;
    private static final Duration REFUSAL_SHOWN = Duration.ofHours(1);

    private final Route route;
    private final MessageSender sender;
    private final Outbox outbox;
    private boolean isUnderWay;
    private volatile boolean isClosed;
    private int failures;
    private @Nullable Instant failedAt;
    private Duration wait = Duration.ZERO;
    private @Nullable Instant failingSince;
    private @Nullable DeliveryResult newest;
    private @Nullable Instant refusedAt;
    private long sent;
    private long failed;

    RouteQueue(Route route, MessageSender sender, Outbox outbox) {
        this.route = route;
        this.sender = sender;
        this.outbox = outbox;
    }

    Route route() {
        return route;
    }

    /** It has been failing since before this program was started. */
    synchronized void failingSince(Instant since) {
        failingSince = since;
    }

    /** True when something is to be sent now, and then nobody else may: {@link #send} has to follow. */
    synchronized boolean begin(Instant now, LocalTime local) {
        var isDue = !isUnderWay && isWaitOver(now) && !sendable(local).isEmpty();
        isUnderWay = isUnderWay || isDue;
        return isDue;
    }

    /** However far the clock was set back since: what is owed does not wait for the old time to come again. */
    private boolean isWaitOver(Instant now) {
        return failedAt == null || Duration.between(failedAt, now).abs().compareTo(wait) >= 0;
    }

    /** In quiet hours only what may cross them; what is about one alert stays in its order all the same. */
    private List<OutgoingMessage> sendable(LocalTime local) {
        return outbox.waiting(route.name()).stream()
                .filter(each -> Message.read(each.content())
                        .filter(message -> !route.filter().isQuiet(message.urgency(), local)).isPresent())
                .toList();
    }

    /** Sends what is waiting: one after the other until one does not arrive, or where people read it all at once. */
    void send(Instant now, LocalTime local) {
        try {
            skip(now, local);
            var goesOn = true;
            for (var waiting = sendable(local); goesOn && !waiting.isEmpty() && !isClosed; waiting = sendable(local)) {
                var chosen = sender.isForPeople() ? waiting : waiting.subList(0, 1);
                goesOn = ended(chosen, attempt(chosen), now);
            }
        } finally {
            synchronized (this) {
                isUnderWay = false;
            }
        }
    }

    private void skip(Instant now, LocalTime local) {
        outbox.end(sendable(local).stream().filter(each -> !sender.takes(message(each))).toList(), now, SendResult.SENT,
                "NOT_FOR_PEOPLE");
    }

    private static Message message(OutgoingMessage outgoing) {
        return Message.read(outgoing.content()).orElseThrow();
    }

    private DeliveryResult attempt(List<OutgoingMessage> chosen) {
        try {
            return sender.send(chosen.stream().map(RouteQueue::message).toList());
        } catch (RuntimeException unexpected) {
            // Its text could hold the address.
            LOG.error("A route of kind {} stumbled: {}", route.target().kind(), unexpected.getClass().getName());
            return DeliveryResult.Undelivered.of(
                    Fact.of(NotifyFact.UNEXPECTED, unexpected.getClass().getSimpleName()));
        }
    }

    /** True where it has arrived. */
    private boolean ended(List<OutgoingMessage> chosen, DeliveryResult result, Instant now) {
        switch (result) {
            case DeliveryResult.Delivered _ -> {
                outbox.end(chosen, now, SendResult.SENT, "");
                delivered(chosen.size(), result);
                return true;
            }
            case DeliveryResult.Undelivered late -> failed(result, now, late.retryAfter());
            case DeliveryResult.RefusedForGood _ -> {
                failed(result, now, Optional.empty());
                if (hasFailedFor(PATIENCE, now)) {
                    // The rest must not wait for it for ever; it is an alert for a while all the same.
                    refusedAt = now;
                    outbox.end(chosen, now, SendResult.REFUSED, result.fact().kind().key());
                }
            }
        }
        return false;
    }

    private synchronized void delivered(int count, DeliveryResult result) {
        sent += count;
        failures = 0;
        failingSince = null;
        refusedAt = null;
        failedAt = null;
        newest = result;
    }

    private synchronized void failed(DeliveryResult result, Instant now, Optional<Duration> wanted) {
        failed++;
        failures++;
        failingSince = failingSince == null || failingSince.isAfter(now) ? now : failingSince;
        newest = result;
        var usual = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, DOUBLED_AT_MOST));
        var own = usual.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : usual;
        failedAt = now;
        wait = wanted.filter(each -> each.compareTo(own) > 0).orElse(own);
    }

    private synchronized boolean hasFailedFor(Duration length, Instant now) {
        return failingSince != null && Duration.between(failingSince, now).compareTo(length) >= 0;
    }

    /** That it fails, once it has for a while and something is waiting. */
    synchronized Optional<RouteTrouble> trouble(Instant now) {
        if (failingSince == null || !hasFailedFor(PATIENCE, now)) {
            return Optional.empty();
        }
        var refused = refusedAt;
        if (outbox.waiting(route.name()).isEmpty()
                && (refused == null || Duration.between(refused, now).abs().compareTo(REFUSAL_SHOWN) >= 0)) {
            failingSince = null;
            return Optional.empty();
        }
        var why = newest == null ? Fact.sentences() : newest.fact();
        return Optional.of(new RouteTrouble(route.name(), Fact.of(
                NotifyFact.ROUTE_FAILING, route.name(), failingSince, why)));
    }

    /** How it is doing. */
    synchronized RouteStatus status() {
        return new RouteStatus(route, outbox.waiting(route.name()).size(), sent, failed,
                Optional.ofNullable(failingSince),
                Optional.ofNullable(newest).map(DeliveryResult::fact));
    }

    @Override
    public void close() {
        isClosed = true;
        sender.close();
    }
}
