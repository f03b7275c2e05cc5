package dev.longshore.model.launch;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.cleanup.Collision;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.lifecycle.Lifecycle;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import dev.longshore.model.userdate.ImportMoments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration as the rules of a queue look at it.
 *
 * @param name the user's name for it
 * @param situation what the rules of the lifecycle evaluate, now
 * @param latest its newest command, or null
 * @param deadlines what the service will do by itself
 * @param forecast when its import is expected to end
 * @param moments when its import was seen to begin and to end well
 * @param freeze the freeze it is in now
 * @param isFresh whether its status is new enough to decide on what cannot be undone
 */
public record LaunchCandidate(
        MigrationKey key, String name, Situation situation, @Nullable Command latest, List<Deadline> deadlines,
        Forecast forecast, ImportMoments moments, Optional<FreezePeriod> freeze, boolean isFresh) {
    public LaunchCandidate {
        deadlines = List.copyOf(deadlines);
    }

    /** True before the launch: what is being made, receives files, or was not observed yet. */
    boolean isWaiting() {
        return situation.lastKnown() == null
                || situation.phase().filter(each -> each == Phase.INITIALIZING || each == Phase.RECEIVING_FILES)
                        .isPresent();
    }

    boolean is(Phase phase) {
        return situation.phase().filter(phase::equals).isPresent();
    }

    /** True where it is in that phase, and was not before {@code since}. */
    boolean isSince(Phase phase, Instant since) {
        var known = situation.lastKnown();
        return known != null && is(phase) && !known.since().isBefore(since);
    }

    boolean isSeenImported() {
        return moments.endedAt() != null;
    }

    /** True where its import was seen to have ended well, and not before {@code since}. */
    boolean isImportedSince(Instant since) {
        return moments.endedAt() != null && !moments.endedAt().isBefore(since);
    }

    /** True where its import was seen to begin, and not before {@code since}. */
    boolean isLaunchedSince(Instant since) {
        return moments.launchedAt() != null && !moments.launchedAt().isBefore(since);
    }

    boolean isClosing() {
        return situation.phase().filter(Phase::isClosing).isPresent();
    }

    /** True where it cannot have changed since it was observed, as far as anybody can tell. */
    boolean isCertain() {
        return isFresh || is(Phase.CLOSED);
    }

    boolean isLaunchOpen() {
        return situation.undecided().stream().anyMatch(each -> each.action() == Action.LAUNCH);
    }

    Ruling launch() {
        return Lifecycle.ruling(Action.LAUNCH, situation);
    }

    /** What the collision guard says of a launch now. */
    Collision collision() {
        return CollisionGuard.atLaunch(situation.now(), deadlines, forecast);
    }
}
