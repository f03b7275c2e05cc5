package dev.longshore.model;

import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something a user was told or should have been, and every state it has gone through; kept, so that what happened
 * while nobody looked can be told later.
 *
 * @param id unique, made by Longshore
 * @param connection which connection, or {@link ConnectionId#ofRoute} where it is about a route of notifications
 * @param migration which migration of it; null where it is about the connection
 * @param alert what it is, in its newest wording
 * @param states in the order they were reached; the first is {@link State.Raised}
 */
public record AlertRecord(
        String id, ConnectionId connection, @Nullable MigrationRef migration, Alert alert, List<State> states) {
    public AlertRecord {
        states = List.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("An alert has at least the state in which it was raised.");
        }
    }

    /** How far an alert has come. */
    public sealed interface State {
        /** When this state was reached, in UTC. */
        Instant at();

        /**
         * It became known, or more urgent.
         *
         * @param severity how urgent it is from then on
         * @param fact what it was then, for the user
         */
        record Raised(Instant at, Alert.Severity severity, Fact fact) implements State {}

        /**
         * A user said that they know.
         *
         * @param by the user; empty in what was kept by older versions
         */
        record Acknowledged(Instant at, String by) implements State {
            /** By a user whose name is not known. */
            public Acknowledged(Instant at) {
                this(at, "");
            }
        }

        /** It is over. */
        record Ended(Instant at) implements State {}
    }

    /** The newest state. */
    public State state() {
        return states.getLast();
    }

    /** When it became known, in UTC. */
    public Instant raisedAt() {
        return states.getFirst().at();
    }

    /** When it was over, in UTC; empty while it is not. */
    public Optional<Instant> endedAt() {
        return state() instanceof State.Ended ended ? Optional.of(ended.at()) : Optional.empty();
    }

    /** True when a user said that they know of it as it is now, or was when it ended. */
    public boolean isAcknowledged() {
        var last = states.size() - 1;
        var before = states.get(last) instanceof State.Ended ? last - 1 : last;
        return before >= 0 && states.get(before) instanceof State.Acknowledged;
    }

    /** The last time that a user said that they know; empty where nobody does as it is now. */
    public Optional<State.Acknowledged> acknowledgement() {
        return isAcknowledged()
                ? states.reversed().stream().filter(State.Acknowledged.class::isInstance)
                        .map(State.Acknowledged.class::cast).findFirst()
                : Optional.empty();
    }

    /** This alert after one more state. */
    public AlertRecord withState(State next) {
        return new AlertRecord(id, connection, migration, alert,
                Stream.concat(states.stream(), Stream.of(next)).toList());
    }

    /** This alert, raised anew as something more urgent. */
    public AlertRecord raisedAs(Alert urgent, Instant at) {
        return new AlertRecord(id, connection, migration, urgent, states)
                .withState(new State.Raised(at, urgent.severity(), urgent.fact()));
    }
}
