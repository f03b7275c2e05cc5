package dev.longshore.notify;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.OutgoingMessage.SendResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is owed to the routes, in memory and in the journal. What the journal cannot take now is sent all the same, and
 * written later. Every method blocks; safe for use by several threads.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Journal journal;
    /** In the order they were made. */
    private final List<OutgoingMessage> waiting = new ArrayList<>();
    /** What each route was told last of each alert that it was not told to be over: by route, then by alert. */
    private final Map<String, Map<String, Message>> told = new LinkedHashMap<>();
    private final Map<String, OutgoingMessage> unsaved = new LinkedHashMap<>();
    /** The IDs of those that were too old when that was looked at last. */
    private Set<String> lookedOld = Set.of();

    /** @throws JournalException when it cannot be read */
    Outbox(Journal journal) {
        this.journal = journal;
        journal.messages().forEach(each -> {
            take(each);
            if (each.ending().isEmpty()) {
                waiting.add(each);
            }
        });
    }

    private void take(OutgoingMessage outgoing) {
        var ofRoute = told.computeIfAbsent(outgoing.route(), _ -> new LinkedHashMap<>());
        if (outgoing.event().equals(OutgoingMessage.RESOLVED)) {
            ofRoute.remove(outgoing.alertId());
        } else {
            Message.read(outgoing.content()).ifPresent(message -> ofRoute.put(outgoing.alertId(), message));
        }
    }

    /** What a route was told last of each alert that it was not told to be over; a copy, oldest first. */
    synchronized Map<String, Message> told(String route) {
        return new LinkedHashMap<>(told.getOrDefault(route, Map.of()));
    }

    /** What is waiting for a route, oldest first; a copy. */
    synchronized List<OutgoingMessage> waiting(String route) {
        return waiting.stream().filter(each -> each.route().equals(route)).toList();
    }

    /** Adds messages; they are on disk when this returns, where the journal can be written. */
    synchronized void add(List<OutgoingMessage> messages) {
        if (!messages.isEmpty()) {
            messages.forEach(this::take);
            waiting.addAll(messages);
            save(messages);
        }
    }

    /** Keeps what became of messages. */
    synchronized void end(Collection<OutgoingMessage> messages, Instant now, SendResult result, String why) {
        if (!messages.isEmpty()) {
            waiting.removeAll(messages);
            save(messages.stream().map(each -> each.ended(now, result, why)).toList());
        }
    }

    private void save(List<OutgoingMessage> messages) {
        messages.forEach(each -> unsaved.put(each.id(), each));
        saveRest();
    }

    /** Writes what could not be written before. */
    synchronized void saveRest() {
        if (!unsaved.isEmpty()) {
            try {
                journal.saveMessages(List.copyOf(unsaved.values()));
                unsaved.clear();
            } catch (JournalException e) {
                LOG.warn("The outbox cannot be written for now: {}", e.getClass().getSimpleName());
            }
        }
    }

    /** Drops what waits for routes that are gone, and what they were told. */
    synchronized void retain(Collection<String> routes, Instant now) {
        end(waiting.stream().filter(each -> !routes.contains(each.route())).toList(), now, SendResult.DROPPED,
                "ROUTE_GONE");
        told.keySet().retainAll(routes);
    }

    /**
     * Drops what has waited since before {@code oldest}, and had when this was called before: a clock that was wrong makes
     * messages look old that were made just now.
     */
    synchronized void dropOlderThan(Instant oldest, Instant now) {
        var old = waiting.stream().filter(each -> each.at().isBefore(oldest)).toList();
        end(old.stream().filter(each -> lookedOld.contains(each.id())).toList(), now, SendResult.DROPPED, "TOO_OLD");
        lookedOld = old.stream().map(OutgoingMessage::id).collect(Collectors.toSet());
    }

    /** Throws away what ended before that time; without it nothing is lost that anybody waits for. */
    void purge(Instant before) {
        try {
            journal.purgeMessages(before);
        } catch (JournalException e) {
            LOG.warn("The outbox cannot be cleared for now: {}", e.getClass().getSimpleName());
        }
    }
}
