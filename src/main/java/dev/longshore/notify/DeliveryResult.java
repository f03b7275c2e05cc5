package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.util.Optional;

/** What became of a try to send something. */
public sealed interface DeliveryResult {
    /** What came back, for the user; holds no secret. */
    Fact fact();

    /** The receiver took it. */
    record Delivered(Fact fact) implements DeliveryResult {}

    /**
     * It did not, or nobody knows whether it did; it is to be sent again.
     *
     * @param retryAfter how long the receiver wants to be left alone, or empty
     */
    record Undelivered(Fact fact, Optional<Duration> retryAfter) implements DeliveryResult {
        static Undelivered of(Fact fact) {
            return new Undelivered(fact, Optional.empty());
        }
    }

    /** It refuses this message, and would again. */
    record RefusedForGood(Fact fact) implements DeliveryResult {}
}
