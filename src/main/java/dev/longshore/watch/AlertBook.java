package dev.longshore.watch;

import dev.longshore.journal.JournalException;
import dev.longshore.model.KeptAlert;
import dev.longshore.watch.Told.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alerts that are not over, in memory and in the journal. What the journal cannot take now is told all the same, and
 * written later. Every method blocks; for one thread at a time.
 */
final class AlertBook {
    private static final Logger LOG = LoggerFactory.getLogger(AlertBook.class);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(30);

    private final WatchParts parts;
    private final Records records;
    private final Map<Topic, KeptAlert> open = new HashMap<>();
    /** By their IDs: what is still to be written. */
    private final Map<String, KeptAlert> unkept = new LinkedHashMap<>();
    private boolean isRead;
    private @Nullable Instant failedAt;

    AlertBook(WatchParts parts, Records records) {
        this.parts = parts;
        this.records = records;
    }

    /** True once what earlier starts knew has been taken over. */
    boolean isRead() {
        return isRead;
    }

    /** The alert that was raised for it. */
    @Nullable
    KeptAlert find(Topic topic) {
        return open.get(topic);
    }

    /**
     * Raises what is told and was not told before, and ends what is not told any more.
     *
     * @param mayEnd what can be known to be over
     * @return what was raised
     */
    List<Told> update(Collection<Told> told, Predicate<KeptAlert> mayEnd) {
        read();
        var now = parts.clock().instant();
        var raised = told.stream().filter(each -> raise(each, now)).toList();
        end(told, mayEnd, now);
        if (failedAt == null || Duration.between(failedAt, now).abs().compareTo(UNTIL_NEXT_TRY) >= 0) {
            failedAt = write(List.of()).isPresent() ? now : null;
        }
        return raised;
    }

    /** Takes over what is not over since earlier starts; tried again where that was not possible. */
    private void read() {
        if (!isRead) {
            try {
                parts.journal().alerts(parts.clock().instant()).stream()
                        .filter(each -> each.endedAt().isEmpty())
                        .forEach(this::takeOver);
                isRead = true;
            } catch (JournalException e) {
                LOG.warn("The alerts of earlier starts cannot be read, so none is kept for now", e);
            }
        }
    }

    private void takeOver(KeptAlert earlier) {
        var now = open.put(Topic.of(earlier), earlier);
        if (now != null) {
            unkept.remove(now.id());
        }
    }

    private boolean raise(Told told, Instant now) {
        var known = open.get(told.topic());
        if (known != null && told.notice().severity().compareTo(known.notice().severity()) >= 0) {
            return false;
        }
        var raised = known == null ? told.raised(now) : known.raisedAs(told.notice(), now);
        open.put(told.topic(), raised);
        unkept.put(raised.id(), raised);
        return true;
    }

    private void end(Collection<Told> told, Predicate<KeptAlert> mayEnd, Instant now) {
        var over = new HashMap<>(open);
        told.forEach(each -> over.remove(each.topic()));
        over.values().removeIf(mayEnd.negate());
        over.forEach((topic, alert) -> {
            open.remove(topic);
            unkept.put(alert.id(), alert.reached(new KeptAlert.State.Ended(now)));
        });
    }

    /** Writes what is still to be written, and this; all or nothing. */
    private Optional<String> write(List<KeptAlert> alerts) {
        var all = new LinkedHashMap<>(unkept);
        alerts.forEach(each -> all.put(each.id(), each));
        if (!isRead || all.isEmpty()) {
            return Optional.empty();
        }
        var trouble = records.write(journal -> journal.keepAlerts(List.copyOf(all.values())));
        if (trouble.isEmpty()) {
            unkept.clear();
        }
        return trouble;
    }

    /** A person knows of these. Returns why that could not be kept; then it is as if nobody had said so. */
    Optional<String> acknowledge(Collection<String> ids) {
        read();
        if (!isRead) {
            return Optional.of("The journal cannot be read now, so nothing was acknowledged. Try again later.");
        }
        var chosen = Set.copyOf(ids);
        var now = parts.clock().instant();
        var known = new ArrayList<KeptAlert>();
        for (var each : open.values()) {
            if (chosen.contains(each.id()) && !each.isAcknowledged()) {
                known.add(each.reached(new KeptAlert.State.Acknowledged(now)));
            }
        }
        var trouble = known.isEmpty() ? Optional.<String>empty() : write(known);
        if (trouble.isEmpty()) {
            known.forEach(each -> open.put(Topic.of(each), each));
        }
        return trouble;
    }
}
