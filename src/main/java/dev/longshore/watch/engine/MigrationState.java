package dev.longshore.watch.engine;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Status;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.AutomaticMove;
import dev.longshore.watch.Problem;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the watch remembers of one migration. Mutable; touched only under the lock of {@link WatchState}. */
final class MigrationState {
    private static final int MOST_REMEMBERED = 1000;

    RegisteredMigration registered;
    @Nullable LastKnown lastKnown;
    @Nullable Problem problem;
    /** How many questions in a row brought no good answer, whichever program of the team asked. */
    int failures;
    /** When the newest question that is under way left; null where none is, or where the team knows that it takes long. */
    @Nullable Instant askedAt;
    List<Fact> oddities = List.of();
    @Nullable UploadCredentials credentials;

    /** Commands, oldest first. */
    final List<Command> commands = new ArrayList<>();

    /** Commands from the click until their calls are answered: no observation can decide about a call under way. */
    int commandsUnderWay;

    /** Observations that said something new, oldest first; thinned out when there are many. */
    private final List<Observation> observations = new ArrayList<>();

    /** When its import was seen to have ended well; null where nobody saw that. */
    private @Nullable Instant importedAt;

    /** Times in which nobody watched, oldest first. */
    private final List<WatchGap> watchGaps = new ArrayList<>();

    /** How long it waits now, after a failure or not. */
    Duration interval = Duration.ZERO;
    /** How long its last good answer said it can wait; zero when it need not be asked about any more. */
    Duration plannedSilence = Duration.ZERO;
    /** How long the team needs to ask about all of its connection once, where the budget is too small for the intervals. */
    Duration round = Duration.ZERO;
    /** When it is asked about next; null when it is not asked about any more. */
    @Nullable Instant due;
    /** When it is asked about next was planned by the watch before, and its connection has just to be there again. */
    boolean isCarriedOn;
    /** True while a question about it is under way. */
    boolean requestUnderWay;
    /** Grows with each command whose call has ended. */
    long commandsEnded;
    /** Ask again as soon as the question under way is answered: it left before something happened. */
    boolean requestAgain;
    /** Which desk of the team asks about it, so that this one plans to do so later; null where it is this one. */
    @Nullable String askedBy;
    /** A user looks at what is made of its credentials. */
    boolean credentialsUsed;
    /** A user asked for this one and waits for the answer. */
    boolean awaited;
    /** Where the policy is going to move its cleanup; null where it is not. */
    @Nullable AutomaticMove automaticMove;
    /** True when the service's newest answer was that it does not know it. */
    boolean unknownToService;
    /** True once it was observed since the program started. */
    boolean observedInThisRun;
    /** True when the machine slept since it was last observed. */
    boolean slept;
    /** How far our clock was set back since it was last observed; null where that was before the program started. */
    @Nullable Duration setBack = Duration.ZERO;
    /** How far it was set back since the program started. */
    Duration setBackInAll = Duration.ZERO;
    /** How far it was set back since the newest state of each open command, by their IDs. */
    private final Map<String, Duration> setBackSinceCommand = new HashMap<>();
    /** Its view in the newest snapshot; null when something has changed since. */
    @Nullable WatchedMigration view;

    MigrationState(RegisteredMigration registered) {
        this.registered = registered;
    }

    MigrationKey key() {
        return registered.key();
    }

    /** Its newest open command, else the one of which news came last; null where there is none. */
    @Nullable
    Command latest() {
        return commands.stream()
                .max(Comparator.comparing(Command::isOpen).thenComparing(each -> each.state().at())
                        .thenComparing(Command::requestedAt))
                .orElse(null);
    }

    /** True while only questions of this program bring what is wanted here: a user waits, or uses the credentials. */
    boolean needsOwnAnswer() {
        return awaited || requestAgain || lastKnown == null || lacksCredentials();
    }

    /** True while a user looks at what needs credentials, and those that were seen last are not known here. */
    boolean lacksCredentials() {
        var status = status();
        return credentialsUsed && status != null && status.is(Phase.RECEIVING_FILES) && !hasNewestCredentials();
    }

    /** They are handed out with each answer and kept in memory only, while everybody knows of which were seen last. */
    private boolean hasNewestCredentials() {
        var own = credentials == null ? null : credentials.fingerprint();
        return !observations.isEmpty() && Objects.equals(own, observations.getLast().credentialFingerprint());
    }

    /** What is open besides a schedule of the cleanup. */
    @Nullable
    Command open() {
        return newestOpen(each -> each.action() != Action.SCHEDULE_CLEANUP);
    }

    /** The schedule of the cleanup that is open. */
    @Nullable
    Command openSchedule() {
        return newestOpen(each -> each.action() == Action.SCHEDULE_CLEANUP);
    }

    /** The commands about which the next observation may decide: those that are open, and the one of the last news. */
    List<Command> undecided() {
        var latest = latest();
        return commands.stream().filter(each -> each.isOpen() || each.equals(latest)).toList();
    }

    private @Nullable Command newestOpen(Predicate<Command> kind) {
        return commands.stream().filter(Command::isOpen).filter(kind).reduce((_, newer) -> newer).orElse(null);
    }

    @Nullable
    Status status() {
        return lastKnown == null ? null : lastKnown.status();
    }

    @Nullable
    Instant importedAt() {
        return importedAt;
    }

    /** Keeps an observation that says something new; a forecast needs the shape of the older ones only. */
    void remember(Observation observation) {
        if (!observations.isEmpty() && observation.saysTheSameAs(observations.getLast())) {
            return;
        }
        if (!observations.isEmpty() && observation.status().is(Phase.MIGRATION_DONE)
                && !observations.getLast().status().is(Phase.MIGRATION_DONE)) {
            importedAt = observation.at();
        }
        observations.add(observation);
        if (observations.size() > MOST_REMEMBERED) {
            thinOut();
        }
    }

    /** Leaves out every second one of the older half, but none at which status or cleanup time changed. */
    private void thinOut() {
        for (var i = MOST_REMEMBERED / 2; i > 0; i -= 2) {
            if (isOnlyProgress(i) && isOnlyProgress(i + 1)) {
                observations.remove(i);
            }
        }
        if (observations.size() > MOST_REMEMBERED) {
            observations.subList(0, observations.size() - MOST_REMEMBERED).clear();
        }
    }

    private boolean isOnlyProgress(int index) {
        var before = observations.get(index - 1);
        var each = observations.get(index);
        return each.status().equals(before.status())
                && Objects.equals(each.expectedCleanupTime(), before.expectedCleanupTime());
    }

    /**
     * The time in which nobody watched and that ends with {@code observation}, if there is one: a silence longer than the
     * planned interval explains. Asked before the observation is remembered.
     */
    Optional<WatchGap> gapBefore(Observation observation) {
        // What is closed is not watched, and need not be.
        return Optional.ofNullable(lastKnown)
                .filter(last -> !last.status().is(Phase.CLOSED))
                .filter(last -> WatchedMigration.Poll.isTooLong(
                        Duration.between(last.observedAt(), observation.at()), plannedSilence))
                .map(last -> new WatchGap(key(), last.observedAt(), observation.at(), reasonOfGap()));
    }

    private WatchGap.Reason reasonOfGap() {
        if (!observedInThisRun) {
            return WatchGap.Reason.CLOSED;
        }
        return slept ? WatchGap.Reason.ASLEEP : WatchGap.Reason.UNREACHABLE;
    }

    void remember(WatchGap gap) {
        watchGaps.add(gap);
        if (watchGaps.size() > MOST_REMEMBERED) {
            watchGaps.removeFirst();
        }
    }

    /** Takes over what was kept before this run, under what was seen in it. */
    void remember(History kept) {
        var seenInThisRun = List.copyOf(observations);
        observations.clear();
        kept.observations().forEach(this::remember);
        seenInThisRun.stream().filter(each -> isNew(each, kept)).forEach(this::remember);
        watchGaps.clear();
        watchGaps.addAll(kept.watchGaps());
        kept.commands().stream()
                .filter(each -> commands.stream().noneMatch(known -> known.id().equals(each.id())))
                .forEach(commands::add);
        commands.sort(Comparator.comparing(Command::requestedAt));
    }

    private static boolean isNew(Observation observation, History kept) {
        return kept.observations().isEmpty()
                || observation.at().isAfter(kept.observations().getLast().at());
    }

    History history() {
        return new History(observations, commands, watchGaps);
    }

    /** Somebody of the team got a good answer about it. */
    void wasSeen() {
        problem = null;
        failures = 0;
    }

    /** Is asked about at {@code time} at the latest, if it is asked about at all. */
    void dueBy(Instant time) {
        if (due != null && time.isBefore(due)) {
            due = time;
        }
    }

    /** Its connection is there: it is asked about now, unless the watch before or a colleague has planned to. */
    void connected(Instant now) {
        if (!isCarriedOn && askedBy == null) {
            requestNow(now);
        }
        isCarriedOn = false;
    }

    /** Begins to be asked about. */
    void begin(Instant now) {
        due = now;
    }

    /** Is asked about now; when a question is under way that left earlier, again after it. */
    void requestNow(Instant now) {
        due = now;
        requestAgain = requestUnderWay;
    }

    /** Our clock was set back: what is known is no younger, and what was asked for no later, for that. */
    void setClockBack(Duration by) {
        setBack = setBack == null ? null : setBack.plus(by);
        setBackInAll = setBackInAll.plus(by);
        commands.stream().filter(Command::isOpen)
                .forEach(each -> setBackSinceCommand.merge(each.id(), by, Duration::plus));
    }

    /** How far our clock was set back since the newest state of {@code command}. */
    Duration setBackSince(Command command) {
        return setBackSinceCommand.getOrDefault(command.id(), Duration.ZERO);
    }

    void replace(Command command) {
        setBackSinceCommand.remove(command.id());
        commands.removeIf(each -> each.id().equals(command.id()));
        commands.add(command);
        commands.sort(Comparator.comparing(Command::requestedAt));
    }
}
