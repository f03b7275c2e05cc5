package dev.longshore.model.activity;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.Command;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Remark;
import dev.longshore.model.Status;
import dev.longshore.model.StatusChange;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something the journal holds, as one record of the activity log. */
public sealed interface ActivityRecord {
    /** Tells it from every other record, whatever it says; the same each time it is read. */
    String id();

    /** Its place in the log, in UTC. */
    Instant at();

    /** What it is; empty for what stands between the others whatever is looked for. */
    Optional<ActivityKind> kind();

    /** The migration it is about; empty where it is about none, or about several. */
    Optional<MigrationKey> migration();

    /**
     * An answer with another status or another cleanup time than the one before.
     *
     * @param after the answer
     * @param lastSeen when the answer before was last seen, in UTC; null for the first answer
     * @param statusBefore the status until then; null for the first answer
     * @param cleanupBefore when the cleanup was due until then; null where that was not known
     */
    record ObservedChange(
            Observation after, @Nullable Instant lastSeen, @Nullable Status statusBefore,
            @Nullable Instant cleanupBefore) implements ActivityRecord {
        @Override
        public String id() {
            return "change " + after.key() + " " + after.at();
        }

        @Override
        public Instant at() {
            return after.at();
        }

        @Override
        public Optional<ActivityKind> kind() {
            return Optional.of(ActivityKind.CHANGES);
        }

        @Override
        public Optional<MigrationKey> migration() {
            return Optional.of(after.key());
        }

        /** Between which two looks it lies. */
        public StatusChange moment() {
            return new StatusChange(lastSeen, after.at());
        }

        /** True when the status is another one, or the first. */
        public boolean isOfStatus() {
            return !after.status().equals(statusBefore);
        }

        /** When the cleanup is due now, in UTC, where that was another time before. */
        public Optional<Instant> movedCleanup() {
            return cleanupBefore == null || after.expectedCleanupTime() == null
                    || !Observation.isMoved(cleanupBefore, after.expectedCleanupTime())
                            ? Optional.empty()
                            : Optional.of(after.expectedCleanupTime());
        }
    }

    /** A command, with all states it has gone through; its place is when it was asked for. */
    record RequestedAction(Command command) implements ActivityRecord {
        @Override
        public String id() {
            return "command " + command.id();
        }

        @Override
        public Instant at() {
            return command.requestedAt();
        }

        @Override
        public Optional<ActivityKind> kind() {
            return Optional.of(ActivityKind.ACTIONS);
        }

        @Override
        public Optional<MigrationKey> migration() {
            return Optional.of(command.key());
        }
    }

    /** A migration that was to be made; its place is when it was asked for. */
    record RequestedMigration(Initialization initialization) implements ActivityRecord {
        @Override
        public String id() {
            return "initialize " + initialization.id();
        }

        @Override
        public Instant at() {
            return initialization.at();
        }

        @Override
        public Optional<ActivityKind> kind() {
            return Optional.of(ActivityKind.ACTIONS);
        }

        @Override
        public Optional<MigrationKey> migration() {
            return initialization.answer() instanceof Initialization.Answer.Created created
                    ? Optional.of(created.key())
                    : Optional.empty();
        }
    }

    /**
     * An alert reached a state.
     *
     * @param id of the state
     * @param subject which connection, and which migration of it where it is about one
     * @param state the state
     * @param raised what was raised: in this state, or before it
     */
    record AlertStep(String id, AlertSubject subject, AlertRecord.State state, RaisedAlert raised)
            implements
                ActivityRecord {
        /** What an alert is about. */
        public record AlertSubject(ConnectionId connection, @Nullable MigrationRef ref) {}

        /** What was raised, and how urgent it was then. */
        public record RaisedAlert(Alert.Kind kind, Alert.Severity severity, Fact fact) {}

        @Override
        public Instant at() {
            return state.at();
        }

        @Override
        public Optional<ActivityKind> kind() {
            return Optional.of(ActivityKind.ALERTS);
        }

        @Override
        public Optional<MigrationKey> migration() {
            return Optional.ofNullable(subject.ref()).map(ref -> new MigrationKey(subject.connection(), ref));
        }
    }

    /** A user let the others know something about a migration or an alert. */
    record RecordedRemark(Remark remark) implements ActivityRecord {
        @Override
        public String id() {
            return "remark " + remark.id();
        }

        @Override
        public Instant at() {
            return remark.at();
        }

        @Override
        public Optional<ActivityKind> kind() {
            return Optional.of(ActivityKind.NOTES);
        }

        @Override
        public Optional<MigrationKey> migration() {
            return Optional.of(remark.key());
        }
    }

    /**
     * The service did not answer; its place is when the first of these answered again.
     *
     * @param gaps of migrations of one connection, the one that ended last first; they all overlap
     */
    record Outage(List<WatchGap> gaps) implements ActivityRecord {
        public Outage {
            gaps = List.copyOf(gaps);
        }

        @Override
        public String id() {
            return "gap " + gaps.getFirst().key() + " " + gaps.getFirst().to();
        }

        @Override
        public Instant at() {
            return gaps.getLast().to();
        }

        /** When the last of them was seen before, in UTC. */
        public Instant from() {
            return gaps.stream().map(WatchGap::from).max(Instant::compareTo).orElseThrow();
        }

        /** True when all of both overlap, as those of one outage do. */
        boolean isSameAs(Outage earlier) {
            return connection().equals(earlier.connection()) && earlier.at().isAfter(from())
                    && at().isAfter(earlier.from());
        }

        Outage and(Outage earlier) {
            return new Outage(Stream.concat(gaps.stream(), earlier.gaps().stream()).toList());
        }

        /** Whose migrations they are. */
        public ConnectionId connection() {
            return gaps.getFirst().key().connection();
        }

        @Override
        public Optional<ActivityKind> kind() {
            return Optional.of(ActivityKind.NOT_WATCHED);
        }

        @Override
        public Optional<MigrationKey> migration() {
            return gaps.size() == 1 ? Optional.of(gaps.getFirst().key()) : Optional.empty();
        }
    }

    /**
     * Nothing at all was watched; its place is when the watch began again.
     *
     * @param from when something was observed last, in UTC
     * @param to when the watch began again, in UTC
     * @param reason why nothing was watched
     * @param changes how many changes were found afterwards that had happened meanwhile, as far as they are read
     * @param alerts how many alerts were raised right afterwards
     */
    record AwayPeriod(Instant from, Instant to, WatchGap.Reason reason, int changes, int alerts)
            implements
                ActivityRecord {
        /** As it is kept; what was found afterwards is told by the records after it. */
        public AwayPeriod(Instant from, Instant to, WatchGap.Reason reason) {
            this(from, to, reason, 0, 0);
        }

        @Override
        public String id() {
            return "away " + from + " " + to;
        }

        @Override
        public Instant at() {
            return to;
        }

        @Override
        public Optional<ActivityKind> kind() {
            return Optional.empty();
        }

        @Override
        public Optional<MigrationKey> migration() {
            return Optional.empty();
        }
    }
}
