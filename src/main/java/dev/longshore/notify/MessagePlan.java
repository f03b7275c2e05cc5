package dev.longshore.notify;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.ConnectionId;
import dev.longshore.notify.Message.MessageEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a route was told last of each alert with what is so now: the difference is what it has to be told. So
 * nothing is told twice or left out, whenever the program ended.
 *
 * @param route the route
 * @param told what it was told last of each alert that it was not told to be over, by the alert's ID
 * @param connectionNames the names of the connections, by their IDs
 * @param onlyRoutes the names of the routes that an alert takes whatever they want else; empty for all that want it
 */
record MessagePlan(Route route, Map<String, Message> told, Map<ConnectionId, String> connectionNames,
        Function<AlertRecord, Set<String>> onlyRoutes) {
    /**
     * Something that the route has to be told.
     *
     * @param event what happened
     * @param alert the alert, or null where it is over
     * @param told what was told of it last, or null where nothing was
     * @param repeat how often it was repeated
     */
    record Due(MessageEvent event, @Nullable AlertRecord alert, @Nullable Message told, int repeat) {}

    /**
     * What is to be told now, in the order of {@code standing}, then what is over.
     *
     * @param standing the alerts that are not over and can be told
     * @param open the IDs of all alerts that are not over
     * @param current the IDs of those that are known to be so now: only they are repeated
     * @param now in UTC
     * @param local the time of the day where the user is
     */
    List<Due> due(List<AlertRecord> standing, Set<String> open, Set<String> current, Instant now, LocalTime local) {
        var due = new ArrayList<Due>();
        for (var alert : standing) {
            due(alert, current.contains(alert.id()), now).filter(
                    _ -> !route.filter().isQuiet(alert.alert().severity(), local)).ifPresent(due::add);
        }
        told.values().stream().filter(each -> !open.contains(each.id()))
                .filter(each -> !route.filter().isQuiet(each.urgency(), local))
                .forEach(each -> due.add(new Due(MessageEvent.RESOLVED, null, each, each.repeat())));
        return due;
    }

    private Optional<Due> due(AlertRecord alert, boolean isCurrent, Instant now) {
        var last = told.get(alert.id());
        if (!concerns(alert)) {
            return Optional.empty();
        }
        if (last == null) {
            return alert.isAcknowledged() ? Optional.empty()
                    : Optional.of(new Due(MessageEvent.RAISED, alert, null, 0));
        }
        if (alert.alert().severity().compareTo(last.urgency()) < 0
                || (alert.isAcknowledged() && !last.acknowledged())) {
            return Optional.of(new Due(MessageEvent.CHANGED, alert, last, 0));
        }
        return isCurrent && isToBeRepeated(alert, last, now)
                ? Optional.of(new Due(MessageEvent.RAISED, alert, last, last.repeat() + 1))
                : Optional.empty();
    }

    private boolean concerns(AlertRecord alert) {
        if (alert.connection().isRoute()) {
            return route.filter().wants(alert.alert().severity())
                    && !alert.connection().routeName().equals(route.name());
        }
        var only = onlyRoutes.apply(alert);
        if (!only.isEmpty()) {
            return only.contains(route.name());
        }
        var connections = route.filter().connections();
        return route.filter().wants(alert.alert().severity()) && (connections.isEmpty()
                || connections.contains(connectionNames.getOrDefault(alert.connection(), "")));
    }

    private boolean isToBeRepeated(AlertRecord alert, Message last, Instant now) {
        var repeat = route.filter().repeat();
        return repeat.isPositive() && !alert.isAcknowledged()
                && alert.alert().severity() == Alert.Severity.ACT_NOW
                && Duration.between(last.at(), now).compareTo(repeat) >= 0;
    }
}
