package dev.longshore.ui.alerts;

import dev.longshore.model.fact.Fact;
import dev.longshore.ui.context.Preferences;
import dev.longshore.watch.ActiveAlert;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Which alerts are silent until when; remembered over a restart. One that becomes more urgent is not silent any more. FX
 * thread only.
 */
final class SnoozedAlerts {
    private static final String KEY = "alerts.snoozed";

    private final Map<String, Instant> until = new TreeMap<>();
    private final Preferences preferences;
    private final InstantSource clock;

    SnoozedAlerts(Preferences preferences, InstantSource clock) {
        this.preferences = preferences;
        this.clock = clock;
        for (var each : preferences.find(KEY).orElse("").split(",", -1)) {
            read(each);
        }
    }

    /** What cannot be read silences nothing. */
    private void read(String kept) {
        var parts = kept.split("=", -1);
        if (parts.length == 2) {
            try {
                until.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), Instant.parse(parts[1]));
            } catch (DateTimeException | IllegalArgumentException _) {
                until.remove(parts[0]);
            }
        }
    }

    /** Silences these until {@code end}, in UTC; tells why the next start will not know of it, if so. */
    CompletableFuture<Optional<Fact>> snooze(Collection<ActiveAlert> alerts, Instant end) {
        alerts.forEach(alert -> alert.each().forEach(each -> until.put(key(each), end)));
        return save();
    }

    /** Until when it is silent, in UTC; empty where it is not, or not in all that it tells. */
    Optional<Instant> until(ActiveAlert alert) {
        return alert.each().stream().map(each -> until.getOrDefault(key(each), Instant.MIN)).min(Instant::compareTo)
                .filter(clock.instant()::isBefore);
    }

    boolean isSnoozed(ActiveAlert alert) {
        return !until.isEmpty() && until(alert).isPresent();
    }

    /** Forgets those whose time is over, and says whether there were any. */
    boolean expire() {
        var now = clock.instant();
        var isOver = until.values().removeIf(each -> !now.isBefore(each));
        if (isOver) {
            // What is left of them is read again at the next start, and is over then, too.
            var _ = save();
        }
        return isOver;
    }

    private static String key(ActiveAlert alert) {
        return alert.alertRecord().id() + " " + alert.alert().severity();
    }

    private CompletableFuture<Optional<Fact>> save() {
        return preferences.saveAtOnce(KEY, until.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "=" + each.getValue())
                .collect(Collectors.joining(",")));
    }
}
