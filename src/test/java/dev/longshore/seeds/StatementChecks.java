package dev.longshore.seeds;

import dev.longshore.model.Action;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Timed;
import dev.longshore.model.WatchGap;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the program says, compared with what the service answered, by rules written apart from the program's. */
final class StatementChecks {
    private static final Set<Action> ALL = EnumSet.allOf(Action.class);

    private final SimulatedComputer computer;
    private long checkedVersion = -1;

    StatementChecks(SimulatedComputer computer) {
        this.computer = computer;
    }

    /** Fails where anything in it is not so; what has not changed is compared once, but for its age. */
    void check(Snapshot snapshot) {
        computer.figures().count("statements", snapshot.migrations().size());
        if (snapshot.version() == checkedVersion) {
            snapshot.migrations().forEach(this::checkAge);
        } else {
            checkAll(snapshot);
            checkedVersion = snapshot.version();
        }
    }

    private void checkAll(Snapshot snapshot) {
        var importing = new HashMap<String, Set<MigrationKey>>();
        for (var each : snapshot.migrations()) {
            var known = each.lastKnown();
            if (known != null) {
                checkObserved(each.key(), known);
                checkAge(each);
                // What the service last said it does not know holds up no other.
                if (each.problem() == null && (kind(known.status().raw()) == WordKind.IMPORTING
                        || kind(known.status().raw()) == WordKind.PAUSED)) {
                    importing.computeIfAbsent(each.key().ref().database().value(), _ -> new HashSet<>())
                            .add(each.key());
                }
            }
        }
        snapshot.migrations().forEach(each -> checkOffered(each, importing));
    }

    private void checkObserved(MigrationKey key, LastKnown known) {
        var id = key.ref().migration().value();
        ViolationError.unless(computer.delivered().of(id, known.observedAt())
                .anyMatch(each -> each.word().equals(known.status().raw())),
                "Said of %s to be observed at %s: %s, which nobody answered; the service said %s", key,
                known.observedAt(),
                known.status().raw(), newest(id));
        checkField(id, known.expectedCleanupTime(), "a cleanup time", (each, value) -> !each.cleanupTime().isEmpty()
                && Instant.parse(each.cleanupTime()).equals(value));
        checkField(id, known.progress(), "a progress", (each, value) -> each.progress().strip().equals(
                value.text().strip()));
    }

    /** What is shown as old may be of any age; what is not is no younger than it is. */
    private void checkAge(WatchedMigration migration) {
        var now = computer.clock().instant();
        var age = migration.age(now);
        var known = migration.lastKnown();
        if (known != null && age.isPresent()) {
            var newest = computer.delivered().of(migration.key().ref().migration().value(), known.observedAt())
                    .reduce((_, later) -> later).orElseThrow();
            var trueAge = Duration.between(newest.trueAt(), computer.trueTime());
            var tolerated = computer.unnoticedSince(newest.trueAt());
            ViolationError.unless(age.get().plus(tolerated).compareTo(trueAge) >= 0,
                    "Said to be %s old, and it is %s: %s", age.get(), trueAge, migration.key());
        }
    }

    private List<DeliveredAnswers.DeliveredStatus> newest(String id) {
        var all = computer.delivered().of(id);
        return all.subList(Math.max(0, all.size() - 3), all.size());
    }

    private interface SaidSo<T> {
        boolean test(DeliveredAnswers.DeliveredStatus answer, T value);
    }

    private <T> void checkField(String id, @Nullable Timed<T> field, String what, SaidSo<T> saidSo) {
        if (field != null) {
            ViolationError.unless(
                    computer.delivered().of(id, field.at()).anyMatch(each -> saidSo.test(each, field.value())),
                    "Said to be observed at %s: %s %s, which nobody answered", field.at(), what, field.value());
        }
    }

    private void checkOffered(WatchedMigration migration, Map<String, Set<MigrationKey>> importing) {
        var known = migration.lastKnown();
        var others = new HashSet<>(importing.getOrDefault(migration.key().ref().database().value(), Set.of()));
        others.remove(migration.key());
        var forbidden = known == null ? ALL : forbidden(kind(known.status().raw()));
        for (var action : ALL) {
            var isForbidden = forbidden.contains(action) || (action == Action.LAUNCH && !others.isEmpty())
                    || isOpen(migration, action);
            ViolationError.unless(!isForbidden || !migration.ruling(action).isAllowed(),
                    "Offered though forbidden: %s of %s", action, known == null ? "nothing known" : known.status());
        }
    }

    /** Whether an action may be offered with that status, whatever else there is. */
    static boolean mayOffer(@Nullable Action action, LastKnown known) {
        return !forbidden(kind(known.status().raw())).contains(action);
    }

    private static boolean isOpen(WatchedMigration migration, Action action) {
        return migration.latest() != null && migration.latest().isOpen() && migration.latest().action() == action;
    }

    private enum WordKind {
        INITIALIZING, RECEIVING, STARTING, IMPORTING, PAUSED, DONE, FAILED, ABORTED, CLOSED, UNKNOWN
    }

    private static WordKind kind(String word) {
        return switch (word) {
            case "Initializing" -> WordKind.INITIALIZING;
            case "ReceivingFiles" -> WordKind.RECEIVING;
            case "ImportInProgress" -> WordKind.IMPORTING;
            case "MigrationDone" -> WordKind.DONE;
            case "CleaningUpFiles", "Closed" -> WordKind.CLOSED;
            default -> byPart(word.toLowerCase(Locale.ROOT));
        };
    }

    private static WordKind byPart(String word) {
        if (word.contains("paus")) {
            return WordKind.PAUSED;
        }
        if (word.contains("abort")) {
            return WordKind.ABORTED;
        }
        return word.contains("fail") || word.contains("error") ? WordKind.FAILED : WordKind.UNKNOWN;
    }

    private static Set<Action> forbidden(WordKind kind) {
        return switch (kind) {
            case INITIALIZING -> EnumSet.of(Action.LAUNCH, Action.PAUSE, Action.RESUME);
            case RECEIVING -> EnumSet.of(Action.PAUSE, Action.RESUME);
            case STARTING, IMPORTING -> EnumSet.of(Action.LAUNCH, Action.RESUME, Action.CLEAN_UP);
            case PAUSED -> EnumSet.of(Action.LAUNCH, Action.PAUSE);
            case DONE -> EnumSet.of(Action.LAUNCH, Action.PAUSE, Action.RESUME, Action.ABORT);
            case FAILED -> EnumSet.of(Action.PAUSE, Action.RESUME, Action.ABORT);
            case ABORTED -> EnumSet.of(Action.LAUNCH, Action.PAUSE, Action.RESUME, Action.ABORT);
            case CLOSED -> ALL;
            case UNKNOWN -> EnumSet.complementOf(EnumSet.of(Action.SCHEDULE_CLEANUP));
        };
    }

    /** Fails where one thing is told twice at the same time. */
    static void checkAlerts(List<AlertRecord> alerts) {
        var topics = new HashSet<List<Object>>();
        alerts.stream().filter(each -> each.endedAt().isEmpty())
                .forEach(each -> ViolationError.unless(
                        topics.add(List.of(each.connection(), Optional.ofNullable(each.migration()),
                                each.alert().kind(), Optional.ofNullable(each.alert().at()))),
                        "An alert was told twice: %s of %s", each, alerts));
    }

    /** Fails where a time in which nobody watched is said of one in which somebody did. */
    void checkGaps(MigrationKey key, List<WatchGap> gaps, List<Instant> observed) {
        for (var gap : gaps) {
            ViolationError.unless(
                    observed.stream().noneMatch(each -> each.isAfter(gap.from()) && each.isBefore(gap.to())),
                    "Nobody is said to have watched %s from %s to %s, and somebody did", key, gap.from(), gap.to());
        }
    }
}
