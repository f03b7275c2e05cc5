package dev.longshore.seeds;

import dev.longshore.journal.Journal;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Initialization;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.OutgoingMessage.SendResult;
import dev.longshore.model.RegisteredMigration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every row for which a method of the journal returned: whatever happens, it is there from then on. */
final class AcknowledgedRows {
    private final Map<String, List<CommandState>> commands = new LinkedHashMap<>();
    private final Map<MigrationKey, LastKnown> lastKnown = new HashMap<>();
    private final Map<MigrationKey, List<Observation>> observations = new HashMap<>();
    private final Map<String, Integer> alertStates = new HashMap<>();
    private final Map<String, Class<?>> initializations = new HashMap<>();
    private final Map<MigrationKey, String> names = new HashMap<>();
    private final Map<String, OutgoingMessage> messages = new LinkedHashMap<>();

    /** Takes note of a call that returned. */
    void add(Object @Nullable [] values) {
        switch (values == null || values.length == 0 ? "" : values[0]) {
            case Command command -> commands.put(command.id(), new ArrayList<>(command.states()));
            case String id when values != null && values[values.length - 1] instanceof CommandState state ->
                commands.computeIfAbsent(id, _ -> new ArrayList<>()).add(state);
            case Observation observation when values != null -> add(observation, (LastKnown) values[1]);
            case Initialization asked -> initializations.put(asked.id(), asked.answer().getClass());
            case RegisteredMigration registered -> names.put(registered.key(), registered.name());
            case List<?> all -> all.forEach(this::addOne);
            default -> {
            }
        }
    }

    private void add(Observation observation, LastKnown known) {
        lastKnown.put(observation.key(), known);
        var all = observations.computeIfAbsent(observation.key(), _ -> new ArrayList<>());
        if (all.isEmpty() || !observation.saysTheSameAs(all.getLast())) {
            all.add(observation);
        }
    }

    private void addOne(Object one) {
        if (one instanceof AlertRecord alert) {
            alertStates.put(alert.id(), alert.states().size());
        } else if (one instanceof OutgoingMessage message) {
            messages.put(message.id(), message);
        }
    }

    /** True where a message was on disk before it was sent. */
    boolean knows(String message) {
        return messages.containsKey(message);
    }

    /** True where it is on disk that a message has arrived. */
    boolean hasArrived(String message) {
        var known = messages.get(message);
        return known != null && known.ending().filter(each -> each.result() == SendResult.SENT).isPresent();
    }

    /**
     * Fails where a message was lost: it is neither waiting nor was it taken.
     *
     * @param mayBeOld true where messages may have been dropped because of their age
     */
    void requireMessages(Journal journal, MessageReceivers receivers, boolean mayBeOld) {
        var waiting = journal.messages().stream().filter(each -> each.ending().isEmpty()).map(OutgoingMessage::id)
                .collect(Collectors.toSet());
        messages.values().forEach(each -> ViolationError.unless(
                isSafe(each, waiting, mayBeOld) || receivers.tookOrRefused(each),
                "Lost a message: %s", each));
    }

    private static boolean isSafe(OutgoingMessage message, Set<String> waiting, boolean mayBeOld) {
        return message.ending().map(each -> each.result() == SendResult.DROPPED)
                .orElseGet(() -> waiting.contains(message.id()) || mayBeOld);
    }

    /** How many rows there are to be found. */
    int size() {
        return commands.size() + observations.values().stream().mapToInt(List::size).sum() + alertStates.size()
                + initializations.size();
    }

    /** Fails where the journal of a team has lost any of it, of which colleagues may have decided or seen more since. */
    void requireInTeam(Journal journal) {
        var found = journal.recentCommands(Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Command::id, Command::state));
        commands.forEach((id, states) -> ViolationError.unless(
                found.containsKey(id) && (states.getLast().isOpen() || !found.get(id).isOpen()),
                "Lost of a command: %s, found %s", states, found.get(id)));
        var known = journal.lastKnown();
        lastKnown.forEach((key, last) -> ViolationError.unless(
                known.containsKey(key) && !known.get(key).observedAt().isBefore(last.observedAt()),
                "Acknowledged as last known: %s, found %s", last, known.get(key)));
        observations.forEach((key, all) -> requireInTimeline(
                journal.history(key, Instant.EPOCH).observations(), all));
        requireAlerts(journal);
        requireInitializations(journal);
    }

    /** The timeline says what was observed, at that time or, where a colleague saw the same later, from then on. */
    private static void requireInTimeline(List<Observation> timeline, List<Observation> all) {
        for (var each : all) {
            var before = timeline.stream().filter(one -> one.at().isBefore(each.at()))
                    .reduce((_, later) -> later).stream();
            var then = timeline.stream().filter(one -> one.at().equals(each.at()));
            var after = timeline.stream().filter(one -> one.at().isAfter(each.at())).findFirst().stream();
            ViolationError.unless(
                    Stream.of(before, then, after).flatMap(some -> some).anyMatch(one -> one.saysTheSameAs(each)),
                    "Lost an observation: %s, found %s", each, timeline);
        }
    }

    /** Fails where the journal has lost any of it. */
    void requireIn(Journal journal) {
        var found = journal.recentCommands(Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Command::id, Command::states));
        commands.forEach((id, states) -> ViolationError.unless(
                found.getOrDefault(id, List.of()).containsAll(states), "Lost of a command: %s, found %s", states,
                found.get(id)));
        var known = journal.lastKnown();
        lastKnown.forEach((key, last) -> ViolationError.unless(
                last.equals(known.get(key)), "Acknowledged as last known: %s, found %s", last, known.get(key)));
        observations.forEach((key, all) -> requireObservations(journal, key, all));
        requireAlerts(journal);
        requireInitializations(journal);
        var register = journal.register().stream()
                .collect(Collectors.toMap(RegisteredMigration::key, RegisteredMigration::name));
        names.forEach((key, name) -> ViolationError.unless(
                name.equals(register.get(key)), "Lost the name %s, found %s", name, register.get(key)));
    }

    private static void requireObservations(Journal journal, MigrationKey key, List<Observation> all) {
        var found = new HashSet<>(journal.history(key, Instant.EPOCH).observations());
        ViolationError.unless(found.containsAll(all), "Lost an observation of %s: %s", all, found);
    }

    private void requireAlerts(Journal journal) {
        var found = journal.alerts(Instant.EPOCH).stream()
                .collect(Collectors.toMap(AlertRecord::id, each -> each.states().size()));
        alertStates.forEach((id, states) -> ViolationError.unless(
                found.getOrDefault(id, 0) >= states, "Lost of an alert: %s states, found %s", states, found.get(id)));
    }

    private void requireInitializations(Journal journal) {
        Map<String, Set<Class<?>>> found = new HashMap<>();
        journal.initializations().forEach(each -> found.put(each.id(), Set.of(each.answer().getClass())));
        initializations.forEach((id, answer) -> ViolationError.unless(
                found.containsKey(id) && (answer == Initialization.Answer.Pending.class
                        || Set.of(answer).equals(found.get(id))),
                "Lost of an initialize: %s, found %s", answer, found.get(id)));
    }
}
