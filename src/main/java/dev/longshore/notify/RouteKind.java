package dev.longshore.notify;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of route it is. */
public enum RouteKind {
    /** The desktop's own notifications. */
    DESKTOP(Duration.ofMinutes(15)),
    /** A POST of JSON. */
    WEBHOOK(Duration.ZERO),
    /** An incoming webhook of Slack, or of who understands the same. */
    SLACK(Duration.ofHours(1)),
    /** A workflow of Microsoft Teams that takes webhooks. */
    TEAMS(Duration.ofHours(1)),
    /** PagerDuty's Events API v2. */
    PAGERDUTY(Duration.ZERO),
    /** Mail by SMTP. */
    MAIL(Duration.ofHours(1)),
    /** A command of the user's own. */
    COMMAND(Duration.ZERO);

    private final Duration usualRepeat;

    RouteKind(Duration usualRepeat) {
        this.usualRepeat = usualRepeat;
    }

    /** How often an urgent alert is repeated where nothing else is said; zero where a machine reads it. */
    public Duration usualRepeat() {
        return usualRepeat;
    }

    /** As it is written in the file of routes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RouteKind> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
