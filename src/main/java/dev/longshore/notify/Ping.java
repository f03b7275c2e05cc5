package dev.longshore.notify;

import dev.longshore.notify.RoutesContent.PingTarget;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a service that the watch is alive, at intervals; that service raises an alarm when it hears nothing, or that
 * something is wrong. A call that fails is made again at the next interval. Safe for use by several threads.
 */
final class Ping {
    private static final Logger LOG = LoggerFactory.getLogger(Ping.class);
    private static final String FAILURE = "/fail";

    private final HttpPoster poster;
    private Instant next = Instant.MIN;
    private boolean isUnderWay;

    Ping(HttpPoster poster) {
        this.poster = poster;
    }

    /** True when a call is due, and then nobody else may make it: {@link #send} has to follow. */
    synchronized boolean begin(PingTarget target, Instant now) {
        // However far the clock was set back since: whoever hears nothing raises an alarm.
        var isDue = !isUnderWay && (!next.isAfter(now) || next.isAfter(now.plus(target.interval())));
        if (isDue) {
            isUnderWay = true;
            next = now.plus(target.interval());
        }
        return isDue;
    }

    /**
     * Calls once. Blocks.
     *
     * @param trouble what is wrong, as a sentence without secrets, or empty
     */
    void send(PingTarget target, Optional<String> trouble) {
        try {
            var result = poster.postText(target.url(), trouble.isPresent() ? FAILURE : "", trouble.orElse(""));
            if (!(result instanceof DeliveryResult.Delivered)) {
                LOG.info("The ping did not arrive: {}", result.fact().kind().key());
            }
        } finally {
            synchronized (this) {
                isUnderWay = false;
            }
        }
    }
}
