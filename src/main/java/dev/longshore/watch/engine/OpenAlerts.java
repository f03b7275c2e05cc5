package dev.longshore.watch.engine;

import dev.longshore.journal.JournalException;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.Remark;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.watch.engine.CurrentAlert.AlertTopic;
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
final class OpenAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAlerts.class);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(30);

    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final SharedAlerts sharedAlerts;
    private final Map<AlertTopic, AlertRecord> open = new HashMap<>();
    /** By their IDs: what is still to be written. */
    private final Map<String, AlertRecord> unsaved = new LinkedHashMap<>();
    private boolean isRead;
    private boolean hasEnded;
    /** What the others are still to know. */
    private final List<Remark> untold = new ArrayList<>();
    private @Nullable Instant failedAt;

    OpenAlerts(WatchDependencies dependencies, JournalWriter journalWriter, SharedAlerts sharedAlerts) {
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.sharedAlerts = sharedAlerts;
    }

    /** True when {@link #update} has found some to be over just now. */
    boolean hasEnded() {
        return hasEnded;
    }

    /** The alert that was raised for it. */
    @Nullable
    AlertRecord find(AlertTopic alertTopic) {
        return open.get(alertTopic);
    }

    /**
     * Raises what is told and was not told before, and ends what is not told any more.
     *
     * @param mayEnd what can be known to be over
     * @return what was raised
     */
    List<CurrentAlert> update(Collection<CurrentAlert> told, Predicate<AlertRecord> mayEnd) {
        read();
        var now = dependencies.clock().instant();
        var raised = told.stream().filter(each -> raise(each, now)).toList();
        end(told, mayEnd, now);
        acknowledgeWithColleagues(now);
        if (failedAt == null || Duration.between(failedAt, now).abs().compareTo(UNTIL_NEXT_TRY) >= 0) {
            failedAt = write(List.of()).isPresent() ? now : null;
        }
        return raised;
    }

    /** Takes over what is not over since earlier starts; tried again where that was not possible. */
    private void read() {
        if (!isRead) {
            try {
                dependencies.journal().alerts(dependencies.clock().instant()).stream()
                        .filter(each -> each.endedAt().isEmpty())
                        .forEach(this::restore);
                isRead = true;
            } catch (JournalException e) {
                LOG.warn("The alerts of earlier starts cannot be read, so none is kept for now", e);
            }
        }
    }

    private void restore(AlertRecord earlier) {
        var now = open.put(AlertTopic.of(earlier), earlier);
        if (now != null) {
            unsaved.remove(now.id());
        }
    }

    private boolean raise(CurrentAlert currentAlert, Instant now) {
        var known = open.get(currentAlert.alertTopic());
        if (known != null && currentAlert.alert().severity().compareTo(known.alert().severity()) >= 0) {
            return false;
        }
        var raised = known == null ? currentAlert.raised(now) : known.raisedAs(currentAlert.alert(), now);
        open.put(currentAlert.alertTopic(), raised);
        unsaved.put(raised.id(), raised);
        return true;
    }

    private void end(Collection<CurrentAlert> told, Predicate<AlertRecord> mayEnd, Instant now) {
        var over = new HashMap<>(open);
        told.forEach(each -> over.remove(each.alertTopic()));
        over.values().removeIf(mayEnd.negate());
        hasEnded = !over.isEmpty();
        over.forEach((alertTopic, alertRecord) -> {
            open.remove(alertTopic);
            untold.addAll(sharedAlerts.ended(alertRecord, now));
            unsaved.put(alertRecord.id(), alertRecord.withState(new AlertRecord.State.Ended(now)));
        });
    }

    private void acknowledgeWithColleagues(Instant now) {
        for (var each : List.copyOf(open.values())) {
            sharedAlerts.ofColleague(each, now).ifPresent(acknowledged -> {
                var known = each.withState(acknowledged);
                open.put(AlertTopic.of(known), known);
                unsaved.put(known.id(), known);
            });
        }
    }

    /** Writes what is still to be written, and this; all or nothing. */
    private Optional<Fact> write(List<AlertRecord> alerts) {
        var all = new LinkedHashMap<>(unsaved);
        alerts.forEach(each -> all.put(each.id(), each));
        if (!isRead || all.isEmpty()) {
            return Optional.empty();
        }
        var remarks = List.copyOf(untold);
        var trouble = journalWriter.write(journal -> journal.saveAlerts(List.copyOf(all.values()), remarks));
        if (trouble.isEmpty()) {
            sharedAlerts.take(remarks);
            untold.clear();
            unsaved.clear();
        }
        return trouble;
    }

    /** A user knows of these. Returns why that could not be kept; then it is as if nobody had said so. */
    Optional<Fact> acknowledge(Collection<String> ids) {
        read();
        if (!isRead) {
            return Optional.of(Fact.of(WatchFact.NOT_ACKNOWLEDGED));
        }
        var chosen = Set.copyOf(ids);
        var now = dependencies.clock().instant();
        var known = new ArrayList<AlertRecord>();
        var acknowledged = new ArrayList<Remark>();
        for (var each : open.values()) {
            if (chosen.contains(each.id()) && !each.isAcknowledged()) {
                known.add(each.withState(new AlertRecord.State.Acknowledged(now, sharedAlerts.user())));
                acknowledged.addAll(sharedAlerts.acknowledged(each, now));
            }
        }
        untold.addAll(acknowledged);
        var trouble = known.isEmpty() ? Optional.<Fact>empty() : write(known);
        untold.removeAll(acknowledged);
        if (trouble.isEmpty()) {
            known.forEach(each -> open.put(AlertTopic.of(each), each));
        }
        return trouble;
    }
}
